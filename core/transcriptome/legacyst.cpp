#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/transcriptome/filenames.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/scaleofspots.h"
#include "core/transcriptome/spotjoin.h"
#include "core/transcriptome/stspots.h"

#include <algorithm>
#include <array>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// "A1" of "x/A1.tsv.gz".
std::string stemOf(const fs::path& file)
{
    std::string name = file.filename().string();
    for (const std::string_view ending : {".gz", ".tsv", ".csv", ".txt"}) {
        if (name.ends_with(ending))
            name.resize(name.size() - ending.size());
    }
    return name;
}

bool endsLikeTable(const fs::path& file)
{
    std::string name = file.filename().string();
    if (name.ends_with(".gz"))
        name.resize(name.size() - 3);
    return name.ends_with(".tsv") || name.ends_with(".csv") || name.ends_with(".txt");
}

/// The table of counts that the path names, by itself or by its folder; empty when there is none.
fs::path countsFile(const fs::path& path)
{
    std::error_code code;
    if (!fs::is_directory(path, code))
        return path;
    const std::vector<fs::path> found = filesNamed(path, "counts.tsv");
    return found.empty() ? fs::path() : found.front();
}

/// Throws Error when the path is a folder in which several tables of counts lie and none has the plain name.
void refuseSeveral(const fs::path& path, const fs::path& counts)
{
    std::error_code code;
    if (!fs::is_directory(path, code) || prefixBefore(counts, "counts.tsv").empty())
        return;
    const std::vector<fs::path> found = filesNamed(path, "counts.tsv");
    if (found.size() > 1) {
        throw Error(Text(SPACRD_TR("core", "The folder holds the counts of several samples (\"%1\", \"%2\", …)."),
                         {found[0].filename().string(), found[1].filename().string()}),
                    path, SPACRD_TR("core", "open one of them by its own name"));
    }
}

/// Genes' names above, a spot's name and numbers below; not a table of positions.
bool looksLikeCounts(const std::vector<std::string>& header, const std::vector<std::string>& row)
{
    const auto has = [&](std::string_view name) { return std::find(header.begin(), header.end(), name) != header.end(); };
    if (header.size() < 2 || row.size() < 2 || (has("x") && has("y")) || has("in_tissue"))
        return false;
    const auto isNumber = [](std::string cell) { // a decimal comma is an error, but the reader's to explain
        std::replace(cell.begin(), cell.end(), ',', '.');
        return toDouble(cell).has_value();
    };
    const auto words = std::count_if(header.begin() + 1, header.end(), [&](const std::string& cell) { return !isNumber(cell); });
    const auto numbers = std::count_if(row.begin() + 1, row.end(), isNumber);
    const auto most = [](std::ptrdiff_t part, size_t of) {
        return static_cast<double>(part) >= 0.9 * static_cast<double>(of - 1);
    };
    return most(words, header.size()) && most(numbers, row.size());
}

/// The spot table beside the counts: the one that shares their prefix or stem, then the only one there.
fs::path findSpots(const fs::path& counts)
{
    const fs::path folder = counts.parent_path();
    const std::string prefix = prefixBefore(counts, "counts.tsv");
    const std::string stem = stemOf(counts);
    std::error_code code;
    for (const std::string& name : {prefix + "spots.tsv", stem + "_spots.tsv", std::string("spots.tsv"), stem + "_selection.tsv",
                                    prefix + "selection.tsv"}) {
        for (const fs::path& file : {folder / name, folder / (name + ".gz")}) {
            if (fs::is_regular_file(file, code))
                return file;
        }
    }
    const std::vector<fs::path> selections = filesNamed(folder, "selection.tsv");
    return selections.size() == 1 ? selections.front() : fs::path();
}

/// `image.*` beside the counts, or `<prefix>image.*`. A reduced copy has another name (image_2000px.png) and is not taken.
fs::path findImage(const fs::path& counts)
{
    const std::string prefix = prefixBefore(counts, "counts.tsv");
    std::error_code code;
    for (const char* ending : {"svs", "ndpi", "tif", "tiff", "mrxs", "scn", "jpg", "jpeg", "png"}) {
        for (const std::string& name : {prefix + "image.", std::string("image.")}) {
            fs::path file = counts.parent_path() / (name + ending);
            if (fs::is_regular_file(file, code))
                return file;
        }
    }
    return {};
}

void usePlaces(SpatialSection& section, const StSpots& table)
{
    section.inPixels = table.inPixels;
    useScale(section, table.spots, ScaleFactors(), std::nullopt);
    if (table.inPixels)
        return;
    const ArrayFacts array = arrayFacts(Platform::legacySt);
    section.spotPitchFullresPx = array.pitchUm; // a "pixel" is 1 µm here
    section.spotDiameterFullresPx = array.spotUm;
    section.mpp = 1.0;
    section.warnings.emplace_back(
        SPACRD_TR("core", "The table of spots has no pixel positions (pixel_x, pixel_y); the spots are laid out on their array, "
                          "200 µm apart, and no image is shown."));
}

} // namespace

bool recognisesLegacySt(const SectionSources& sources)
{
    const fs::path file = countsFile(sources.path);
    std::error_code code;
    if (!fs::is_regular_file(file, code))
        return false;
    std::array<std::vector<std::string>, 2> rows;
    size_t count = 0;
    try {
        const Task task;
        readTable(file, task, [&](const std::vector<std::string_view>& cells, long) {
            rows[count].assign(cells.begin(), cells.end());
            return ++count < rows.size();
        });
    } catch (const Error&) {
        return endsLikeTable(file); // damaged: the reader says how
    }
    if (count == 1) { // a header alone: the reader says that there is no spot
        const auto isName = [](const std::string& cell) { return cell.find(' ') == std::string::npos; };
        return file.filename().string().find("counts") != std::string::npos && endsLikeTable(file) && rows[0].size() > 1
               && std::all_of(rows[0].begin(), rows[0].end(), isName);
    }
    return looksLikeCounts(rows[0], rows[1]);
}

void lookOverLegacySt(const SectionSources& sources, SectionOverview& overview)
{
    const fs::path counts = countsFile(sources.path);
    overview.platform = Platform::legacySt;
    overview.positions = sources.spots.empty() ? findSpots(counts) : sources.spots;
    overview.image.file = findImage(counts);
}

SpatialSection readLegacySt(const SectionSources& sources, Task& task)
{
    const fs::path counts = countsFile(sources.path);
    refuseSeveral(sources.path, counts);
    const fs::path spotsFile = sources.spots.empty() ? findSpots(counts) : sources.spots;
    if (spotsFile.empty()) {
        throw Error(SPACRD_TR("core", "No table of spot positions (spots.tsv) was found beside the counts."), counts,
                    SPACRD_TR("core", "name it with --spots"));
    }
    SpatialSection section;
    section.platform = Platform::legacySt;
    section.lattice = arrayFacts(section.platform).lattice;
    ExpressionMatrix matrix = readStCounts(counts, task);
    task.stage(SPACRD_TR("core", "Reading spot positions"), 0, SPACRD_TR("core", "spots"));
    StSpots table = readStSpots(spotsFile, task);
    for (const std::string& barcode : matrix.barcodes) { // "9.02x10.1" is the spot 9x10
        const auto found = table.byName.find(stSpotKey(barcode));
        if (found != table.byName.end())
            table.byName.emplace(barcode, found->second);
    }
    joinSpots(section, std::move(matrix), table.spots, table.byName, spotsFile);
    usePlaces(section, table);
    if (section.inPixels)
        section.image.file = findImage(counts);
    else
        section.outsideTissue.clear(); // on no image
    return section;
}

} // namespace spacrd
