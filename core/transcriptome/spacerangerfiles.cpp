#include "core/transcriptome/spacerangerfiles.h"

#include "core/base/error.h"
#include "core/transcriptome/filenames.h"
#include "core/transcriptome/tenx.h"

#include <algorithm>
#include <iterator>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

struct MatrixName
{
    const char* name;
    bool folder;
    bool raw;
};

// In the order of preference.
constexpr MatrixName matrixNames[] = {
    {"filtered_feature_bc_matrix.h5", false, false},
    {"filtered_feature_bc_matrix", true, false},
    {"raw_feature_bc_matrix.h5", false, true},
    {"raw_feature_bc_matrix", true, true},
};

const char* const positionNames[] = {"tissue_positions.csv", "tissue_positions_list.csv", "tissue_positions.parquet"};

/// A folder with its trailing slash and dots taken away, so that parent_path() is the folder above.
fs::path tidy(const fs::path& path)
{
    const fs::path normal = fs::absolute(path).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

/// Finds the best matrix in `root`, if any, and the prefix that its name carries.
void findMatrix(const fs::path& root, SpaceRangerFiles& files, std::string& prefix)
{
    for (const MatrixName& candidate : matrixNames) {
        std::vector<fs::path> found = candidate.folder ? foldersNamed(root, candidate.name) : filesNamed(root, candidate.name);
        if (candidate.folder)
            std::erase_if(found, [](const fs::path& folder) { return !isTenxMtx(folder); });
        if (found.empty())
            continue;
        if (found.size() > 1 && found.front().filename() != candidate.name) {
            throw Error(Text(SPACRD_TR("core", "The folder holds the matrices of several samples (\"%1\", \"%2\", …)."),
                             {found[0].filename().string(), found[1].filename().string()}),
                        root, SPACRD_TR("core", "open one of them by its own name"));
        }
        files.matrix = found.front();
        files.raw = candidate.raw;
        prefix = prefixBefore(found.front(), candidate.name);
        return;
    }
}

bool holdsPositions(const fs::path& folder)
{
    return std::any_of(std::begin(positionNames), std::end(positionNames),
                       [&](const char* name) { return !filesNamed(folder, name).empty(); });
}

void findSpatial(const fs::path& root, const std::string& prefix, SpaceRangerFiles& files)
{
    const fs::path spatial = oneOf(foldersNamed(root, "spatial"), "spatial", prefix);
    for (const fs::path& folder : {spatial, root}) { // some downloads are flat
        const auto find = [&](fs::path& part, const char* name) {
            if (part.empty() && !folder.empty())
                part = oneOf(filesNamed(folder, name), name, prefix);
        };
        for (const char* name : positionNames)
            find(files.positions, name);
        find(files.scalefactors, "scalefactors_json.json");
        find(files.hiresImage, "tissue_hires_image.png");
        find(files.lowresImage, "tissue_lowres_image.png");
    }
}

bool endsWith(const fs::path& path, std::string_view ending)
{
    return path.filename().string().ends_with(ending);
}

/// A matrix named by itself: its prefix and whether it is the raw one show in its name, the rest lies in its folder.
void useNamedMatrix(const fs::path& matrix, SpaceRangerFiles& files, std::string& prefix)
{
    files.matrix = matrix;
    for (const MatrixName& name : matrixNames) {
        if (endsWith(matrix, name.name)) {
            prefix = prefixBefore(matrix, name.name);
            files.raw = name.raw;
            return;
        }
    }
}

} // namespace

SpaceRangerFiles findSpaceRangerFiles(const SectionSources& sources)
{
    fs::path path = tidy(sources.path);
    if (endsWith(path, "matrix.mtx") || endsWith(path, "matrix.mtx.gz"))
        path = path.parent_path();
    SpaceRangerFiles files;
    std::string prefix;
    std::vector<fs::path> roots{path, path / "outs"};
    std::error_code code;
    if (!fs::is_directory(path, code)) {
        useNamedMatrix(path, files, prefix);
        roots = {path.parent_path()};
    } else if (isTenxMtx(path)) {
        useNamedMatrix(path, files, prefix);
        roots = {path, path.parent_path()};
    } else if (holdsPositions(path)) {
        roots = {path, path.parent_path()};
    }
    if (!sources.positions.empty())
        files.positions = sources.positions;
    if (!sources.scalefactors.empty())
        files.scalefactors = sources.scalefactors;
    if (!sources.positions.empty()) // parts beside the named table before those beside the matrix
        findSpatial(tidy(sources.positions).parent_path(), prefix, files);
    for (const fs::path& root : roots) {
        if (files.matrix.empty())
            findMatrix(root, files, prefix);
    }
    for (const fs::path& root : roots)
        findSpatial(root, prefix, files);
    return files;
}

} // namespace spacrd
