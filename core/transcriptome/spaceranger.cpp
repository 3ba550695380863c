#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/positions.h"
#include "core/transcriptome/scalefactors.h"
#include "core/transcriptome/scaleofspots.h"
#include "core/transcriptome/spacerangerfiles.h"
#include "core/transcriptome/spotjoin.h"
#include "core/transcriptome/tenx.h"

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr const char* preferredBins = "square_008um"; // what 10x advises to begin with

void useImage(SpatialSection& section, const SpaceRangerFiles& files, const ScaleFactors& factors)
{
    if (!files.hiresImage.empty() && factors.hiresScale)
        section.addImage({files.hiresImage, {}, *factors.hiresScale});
    if (!files.lowresImage.empty() && factors.lowresScale)
        section.addImage({files.lowresImage, {}, *factors.lowresScale});
}

void checkParts(const SpaceRangerFiles& files, const SectionSources& sources)
{
    if (files.matrix.empty() && files.positions.empty()) {
        throw Error(
            SPACRD_TR("core", "The folder has no expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name)."),
            sources.path, SPACRD_TR("core", "open Space Ranger's \"outs\" folder, or the .h5 file itself"));
    }
    if (files.positions.empty()) {
        throw Error(SPACRD_TR("core", "No table of spot positions (spatial/tissue_positions.csv) was found beside the matrix."),
                    files.matrix, SPACRD_TR("core", "name it with --positions"));
    }
}

/// The spots in tissue with an expression matrix of no genes: a section of which only the spots and the image are there.
void useSpotsAlone(SpatialSection& section, std::vector<Spot>& positions, const fs::path& table)
{
    ExpressionMatrix noGenes;
    for (const Spot& spot : positions) {
        if (spot.inTissue)
            noGenes.barcodes.push_back(spot.barcode);
    }
    if (noGenes.barcodes.empty())
        throw Error(Text(SPACRD_TR("core", "None of the %1 spots of the table lies in tissue."), {toWord(positions.size())}),
                    table);
    checkBarcodes(noGenes.barcodes, table);
    noGenes.counts = CountMatrix(static_cast<Eigen::Index>(noGenes.spots()), 0);
    joinByBarcode(section, std::move(noGenes), positions, table);
    section.doubt(SPACRD_TR("core", "No expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name) "
                                    "was found; only spots and image can be used."));
}

/// Every spot of the matrix with its place.
void useMatrix(SpatialSection& section, const SpaceRangerFiles& files, std::vector<Spot>& positions, Task& task)
{
    if (files.raw)
        section.warnings.emplace_back(SPACRD_TR("core", "Only the raw matrix was found; of it the spots in tissue are used."));
    std::error_code code;
    ExpressionMatrix matrix =
        fs::is_directory(files.matrix, code) ? readTenxMtx(files.matrix, task) : readTenxHdf5(files.matrix, task);
    joinByBarcode(section, std::move(matrix), positions, files.positions);
}

/// The folders of a Visium HD run that hold one bin size each: below `path`, its `outs`, or `binned_outputs`. Empty for others.
std::vector<fs::path> binFolders(const fs::path& path)
{
    std::vector<fs::path> folders;
    for (const fs::path& root : {path / "binned_outputs", path / "outs" / "binned_outputs", path}) {
        std::error_code code;
        for (fs::directory_iterator entry(root, code), end; !code && entry != end; entry.increment(code)) {
            const std::string name = entry->path().filename().string();
            std::error_code ignored;
            if (name.starts_with("square_") && name.ends_with("um") && entry->is_directory(ignored))
                folders.push_back(entry->path());
        }
        if (!folders.empty())
            break;
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::vector<std::string> namesOf(const std::vector<fs::path>& folders)
{
    std::vector<std::string> names;
    for (const fs::path& folder : folders)
        names.push_back(folder.filename().string());
    return names;
}

/// The same sources with the folder of one bin size as their path, where the path holds several.
SectionSources withBins(SectionSources sources)
{
    const std::vector<fs::path> folders = binFolders(sources.path);
    const std::string wanted = sources.library.empty() ? preferredBins : sources.library;
    const auto named =
        std::find_if(folders.begin(), folders.end(), [&](const fs::path& folder) { return folder.filename() == wanted; });
    if (named != folders.end()) {
        sources.path = *named;
    } else if (!sources.library.empty()) {
        throwNoSuchSection(wanted, namesOf(folders), sources.path);
    } else if (!folders.empty()) {
        sources.path = folders.back();
    }
    return sources;
}

} // namespace

bool recognisesSpaceRanger(const SectionSources& sources)
{
    try {
        std::error_code code;
        if (!fs::is_directory(sources.path, code)) {
            const std::string name = sources.path.filename().string();
            return name.ends_with("matrix.mtx") || name.ends_with("matrix.mtx.gz") || name.ends_with(".h5")
                   || (fs::is_regular_file(sources.path, code) && isTenxHdf5(sources.path));
        }
        const SpaceRangerFiles files = findSpaceRangerFiles(sources);
        return !files.matrix.empty() || !files.positions.empty() || !binFolders(sources.path).empty();
    } catch (const Error&) {
        return true; // several samples in one folder: the reader says so
    } catch (const fs::filesystem_error&) {
        return false;
    }
}

std::vector<std::string> spaceRangerBins(const SectionSources& sources)
{
    return namesOf(binFolders(sources.path));
}

void lookOverSpaceRanger(const SectionSources& given, SectionOverview& overview)
{
    const SectionSources sources = withBins(given);
    const SpaceRangerFiles files = findSpaceRangerFiles(sources);
    const ScaleFactors factors = files.scalefactors.empty() ? ScaleFactors() : readScaleFactors(files.scalefactors);
    const bool bins = !overview.libraries.empty() || factors.binSizeUm;
    overview.platform = bins ? Platform::visiumHd : Platform::visium;
    if (!overview.libraries.empty())
        overview.library = sources.path.filename().string();
    overview.positions = files.positions;
    SpatialSection section;
    useImage(section, files, factors);
    overview.image = section.image;
}

SpatialSection readSpaceRanger(const SectionSources& given, Task& task)
{
    const SectionSources sources = withBins(given);
    const SpaceRangerFiles files = findSpaceRangerFiles(sources);
    checkParts(files, sources);
    task.stage(SPACRD_TR("core", "Reading spot positions"), 0, SPACRD_TR("core", "spots"));
    std::vector<Spot> positions = readPositions(files.positions, task);
    SpatialSection section;
    ScaleFactors factors;
    if (files.scalefactors.empty())
        section.warnings.emplace_back(
            SPACRD_TR("core", "No scalefactors_json.json was found; the spots' size comes from their distance."));
    else
        factors = readScaleFactors(files.scalefactors);
    const bool bins = factors.binSizeUm || binSizeOf(positions.front().barcode);
    section.platform = bins ? Platform::visiumHd : Platform::visium;
    section.lattice = arrayFacts(section.platform).lattice;
    if (files.matrix.empty())
        useSpotsAlone(section, positions, files.positions);
    else
        useMatrix(section, files, positions, task);
    useScale(section, positions, factors, std::nullopt);
    useImage(section, files, factors);
    return section;
}

} // namespace spacrd
