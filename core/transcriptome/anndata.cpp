#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/anndataframe.h"
#include "core/transcriptome/anndatamatrix.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/scalefactors.h"
#include "core/transcriptome/scaleofspots.h"
#include "core/transcriptome/spotgeometry.h"
#include "core/transcriptome/spotjoin.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

bool isAnnData(const Hdf5File& file)
{
    const auto hasTable = [&](const char* name) { return file.hasGroup(name) || file.hasDataset(name); };
    return file.textAttribute("/", "encoding-type").value_or("") == "anndata" || (hasTable("obs") && hasTable("var"));
}

/// The libraries (sections) of a file: their names, and for each row which it belongs to.
struct Libraries
{
    std::vector<std::string> names;
    std::vector<std::string> ofRow; ///< empty: all rows belong to the one library, or to none that has a name
};

/// A column of `obs` names the library of each row: `library_id`, or whichever has nothing but the names of `uns/spatial`.
Libraries librariesOf(const Hdf5File& file, const AnnDataFrame& obs, size_t rows, const Task& task)
{
    Libraries libraries;
    libraries.names = file.groupsIn("uns/spatial");
    const std::set<std::string> known(libraries.names.begin(), libraries.names.end());
    std::vector<std::string> columns = obs.columns();
    std::stable_partition(columns.begin(), columns.end(), [](const std::string& name) { return name == "library_id"; });
    for (const std::string& column : columns) {
        const bool byName = column == "library_id";
        if (!obs.isText(column) || (!byName && known.size() < 2))
            continue;
        std::vector<std::string> values = obs.texts(column, rows, task);
        const std::set<std::string> found(values.begin(), values.end());
        if (!byName && !std::includes(known.begin(), known.end(), found.begin(), found.end()))
            continue;
        if (found.size() > 1 || known.size() > 1) {
            libraries.names.assign(found.begin(), found.end());
            libraries.ofRow = std::move(values);
        }
        return libraries;
    }
    if (known.size() > 1) {
        throw Error(
            Text(SPACRD_TR("core",
                           "The file holds %1 sections (\"%2\", …), but no column of obs says which spot belongs to which."),
                 {toWord(known.size()), libraries.names.front()}),
            file.path(), SPACRD_TR("core", "write the names of the sections into obs['library_id']"));
    }
    return libraries;
}

/// Which of the libraries to read.
std::string chooseLibrary(const Libraries& libraries, const std::string& wanted, const fs::path& path)
{
    if (!wanted.empty()) {
        if (std::find(libraries.names.begin(), libraries.names.end(), wanted) == libraries.names.end())
            throwNoSuchSection(wanted, libraries.names, path);
        return wanted;
    }
    if (libraries.ofRow.empty() || libraries.names.size() == 1)
        return libraries.names.empty() ? std::string() : libraries.names.front();
    throw Error(
        Text(SPACRD_TR("core", "The file holds %1 sections: %2."), {toWord(libraries.names.size()), listed(libraries.names)}),
        path, SPACRD_TR("core", "name one of them with --library"));
}

/// Places of the rows, and whether they count pixels (else µm).
struct Places
{
    std::vector<double> x;
    std::vector<double> y;
    bool inPixels = true;
};

struct PlaceColumns
{
    const char* x;
    const char* y;
    bool inPixels;
};

// What programs write when there is no obsm['spatial'].
constexpr PlaceColumns placeColumns[] = {
    {"pxl_col_in_fullres", "pxl_row_in_fullres", true},
    {"x_pixel", "y_pixel", true},
    {"pixel_x", "pixel_y", true},
    {"imagecol", "imagerow", true},
    {"x_centroid", "y_centroid", false},
    {"spatial_x", "spatial_y", true},
};

std::optional<Places> placesFromArray(const Hdf5File& file, const std::string& name, size_t rows, const Task& task)
{
    const Hdf5Dataset table(file, name);
    table.requireRank(2);
    if (table.shape()[0] != rows || table.shape()[1] < 2) {
        throw Error(Text(SPACRD_TR("core", "The positions \"%1\" are %2 × %3 numbers where %4 × 2 were expected."),
                         {name, toWord(static_cast<long long>(table.shape()[0])),
                          toWord(static_cast<long long>(table.shape()[1])), toWord(rows)}),
                    file.path());
    }
    std::vector<double> all = table.allocate<double>();
    table.read(std::span(all), task);
    Places places;
    const auto width = static_cast<size_t>(table.shape()[1]);
    for (size_t row = 0; row < rows; ++row) {
        places.x.push_back(all[row * width]);
        places.y.push_back(all[row * width + 1]);
    }
    return places;
}

std::optional<Places> readPlaces(const Hdf5File& file, const AnnDataFrame& obs, size_t rows, const Task& task)
{
    for (const char* name : {"obsm/spatial", "obsm/X_spatial", "obsm/coordinates"}) {
        if (file.hasDataset(name))
            return placesFromArray(file, name, rows, task);
        if (!file.hasGroup(name))
            continue;
        const AnnDataFrame frame(file, name); // a data frame of two columns
        for (const auto& [x, y] : {std::pair("x", "y"), std::pair("0", "1"), std::pair("X", "Y")}) {
            if (frame.has(x) && frame.has(y))
                return Places{frame.numbers(x, rows, task), frame.numbers(y, rows, task)};
        }
    }
    for (const PlaceColumns& columns : placeColumns) {
        if (obs.has(columns.x) && obs.has(columns.y))
            return Places{obs.numbers(columns.x, rows, task), obs.numbers(columns.y, rows, task), columns.inPixels};
    }
    return std::nullopt;
}

std::optional<double> scaleFactor(const Hdf5File& file, const std::string& name, const Task& task)
{
    if (!file.hasDataset(name))
        return std::nullopt;
    const Hdf5Dataset dataset(file, name);
    if (dataset.count() != 1)
        return std::nullopt;
    std::vector<double> value = dataset.allocate<double>();
    dataset.read(std::span(value), task);
    return checkedScaleFactor(value.front(), name, file.path());
}

ScaleFactors readFactors(const Hdf5File& file, const std::string& library, const Task& task)
{
    const std::string group = "uns/spatial/" + library + "/scalefactors/";
    ScaleFactors factors;
    if (library.empty() || !file.hasGroup(group.substr(0, group.size() - 1)))
        return factors;
    factors.spotDiameterFullres = scaleFactor(file, group + "spot_diameter_fullres", task);
    factors.hiresScale = scaleFactor(file, group + "tissue_hires_scalef", task);
    factors.lowresScale = scaleFactor(file, group + "tissue_lowres_scalef", task);
    factors.binSizeUm = scaleFactor(file, group + "bin_size_um", task);
    factors.micronsPerPixel = scaleFactor(file, group + "microns_per_pixel", task);
    return factors;
}

void useImage(SpatialSection& section, const Hdf5File& file, const std::string& library, const ScaleFactors& factors)
{
    const std::string images = "uns/spatial/" + library + "/images/";
    for (const auto& [name, scale] : {std::pair("hires", factors.hiresScale), std::pair("lowres", factors.lowresScale)}) {
        if (scale && !library.empty() && file.hasDataset(images + name)) {
            section.image = file.path();
            section.imageInside = images + name;
            section.imageScale = *scale;
            return;
        }
    }
}

bool allMatch(const std::vector<Spot>& spots, bool (*matches)(std::string_view))
{
    return !spots.empty() && std::all_of(spots.begin(), spots.end(), [&](const Spot& spot) { return matches(spot.barcode); });
}

/// "aaaabbbb-1": eight letters a…p and the number of the run.
bool isXeniumCell(std::string_view name)
{
    return name.size() >= 10 && name[8] == '-'
           && std::all_of(name.begin(), name.begin() + 8, [](char c) { return c >= 'a' && c <= 'p'; });
}

/// "s_008um_00301_00321-1"
bool isHdBin(std::string_view name)
{
    return name.size() > 8 && name.starts_with("s_") && name.substr(5, 3) == "um_";
}

/// "12x7", "11.98x7.04"
bool isStPlace(std::string_view name)
{
    const size_t cross = name.find('x');
    return cross != std::string_view::npos && cross > 0 && cross + 1 < name.size()
           && name.find_first_not_of("0123456789.x") == std::string_view::npos;
}

Platform platformOf(const std::vector<Spot>& spots, const SpotGeometry& geometry, const ScaleFactors& factors)
{
    if (factors.binSizeUm || allMatch(spots, &isHdBin))
        return Platform::visiumHd;
    if (allMatch(spots, &isXeniumCell))
        return Platform::xenium;
    if (allMatch(spots, &isStPlace))
        return Platform::legacySt;
    if (factors.spotDiameterFullres || geometry.lattice == SpotLattice::hexagonal)
        return Platform::visium;
    return Platform::other;
}

struct Obs
{
    std::vector<std::string> names;
    Libraries libraries;
    std::vector<Spot> spots;                      ///< of the chosen library
    std::vector<std::optional<size_t>> spotOfRow; ///< nothing: another library, or a place that is no number
    std::string library;
    bool inPixels = true;
    bool hasArray = false;
};

Obs readObs(const Hdf5File& file, const SectionSources& sources, const Task& task)
{
    const AnnDataFrame frame(file, "obs");
    Obs obs;
    obs.names = frame.index(task);
    const size_t rows = obs.names.size();
    if (rows == 0)
        throw Error(SPACRD_TR("core", "The matrix of counts holds no spot."), file.path());
    obs.libraries = librariesOf(file, frame, rows, task);
    obs.library = chooseLibrary(obs.libraries, sources.library, file.path());
    const std::optional<Places> places = readPlaces(file, frame, rows, task);
    if (!places) {
        throw Error(SPACRD_TR("core", "The AnnData file has no positions of its spots (obsm/spatial)."), file.path(),
                    SPACRD_TR("core", "write x and y in full-resolution pixels into obsm['spatial']"));
    }
    obs.inPixels = places->inPixels;
    obs.hasArray = frame.has("array_row") && frame.has("array_col");
    const auto numbers = [&](const char* column, double otherwise) {
        return frame.has(column) ? frame.numbers(column, rows, task) : std::vector<double>(rows, otherwise);
    };
    const std::vector<double> arrayRow = numbers("array_row", 0.0);
    const std::vector<double> arrayCol = numbers("array_col", 0.0);
    const std::vector<double> inTissue = numbers("in_tissue", 1.0);
    obs.spotOfRow.resize(rows);
    for (size_t row = 0; row < rows; ++row) {
        const bool own = obs.libraries.ofRow.empty() || obs.libraries.ofRow[row] == obs.library;
        const bool placed = std::abs(places->x[row]) < 1e9 && std::abs(places->y[row]) < 1e9; // false for NaN too
        if (!own || !placed || !std::isfinite(arrayRow[row]) || !std::isfinite(arrayCol[row]))
            continue;
        obs.spotOfRow[row] = obs.spots.size();
        obs.spots.push_back(
            {obs.names[row], {places->x[row], places->y[row]}, arrayRow[row], arrayCol[row], inTissue[row] != 0.0});
    }
    return obs;
}

} // namespace

bool recognisesAnnData(const SectionSources& sources)
{
    std::error_code code;
    if (!fs::is_regular_file(sources.path, code))
        return false;
    try {
        return isAnnData(Hdf5File(sources.path));
    } catch (const Error&) {
        return sources.path.extension() == ".h5ad"; // damaged: the reader says how
    }
}

std::vector<std::string> annDataLibraries(const SectionSources& sources)
{
    const Task task;
    const Hdf5File file(sources.path);
    const AnnDataFrame obs(file, "obs");
    return librariesOf(file, obs, obs.index(task).size(), task).names;
}

void lookOverAnnData(const SectionSources& sources, SectionOverview& overview)
{
    if (sources.library.empty() && overview.libraries.size() > 1)
        return; // which one, must be said first
    const Task task;
    const Hdf5File file(sources.path);
    const Obs obs = readObs(file, sources, task);
    const ScaleFactors factors = readFactors(file, obs.library, task);
    overview.library = obs.library;
    overview.platform = platformOf(obs.spots, obs.hasArray ? SpotGeometry() : spotGeometry(obs.spots), factors);
    SpatialSection section;
    useImage(section, file, obs.library, factors);
    overview.image = section.image;
    overview.imageInside = section.imageInside;
}

SpatialSection readAnnData(const SectionSources& sources, Task& task)
{
    const Hdf5File file(sources.path);
    task.stage(SPACRD_TR("core", "Reading spot positions"), 0, SPACRD_TR("core", "spots"));
    Obs obs = readObs(file, sources, task);
    SpatialSection section;
    ExpressionMatrix matrix = readAnnDataMatrix(file, std::move(obs.names), section.warnings, task);
    if (!obs.libraries.ofRow.empty()) { // the rows of the other libraries go without a word
        std::vector<size_t> own;
        for (size_t row = 0; row < matrix.spots(); ++row) {
            if (obs.libraries.ofRow[row] == obs.library)
                own.push_back(row);
        }
        keepRows(matrix, own);
        std::vector<std::optional<size_t>> spotOfRow;
        for (const size_t row : own)
            spotOfRow.push_back(obs.spotOfRow[row]);
        obs.spotOfRow = std::move(spotOfRow);
    }
    checkBarcodes(matrix.barcodes, file.path());
    joinRows(section, std::move(matrix), obs.spots, obs.spotOfRow, file.path());
    const ScaleFactors factors = readFactors(file, obs.library, task);
    const SpotGeometry geometry = obs.hasArray ? SpotGeometry() : spotGeometry(section.spots);
    section.inPixels = obs.inPixels;
    section.outsideTissue = placesOutsideTissue(obs.spots);
    section.platform = platformOf(section.spots, geometry, factors);
    section.lattice = section.platform == Platform::other ? geometry.lattice : arrayFacts(section.platform).lattice;
    useScale(section, obs.spots, factors, obs.hasArray ? std::nullopt : std::optional(geometry));
    useImage(section, file, obs.library, factors);
    return section;
}

} // namespace spacrd
