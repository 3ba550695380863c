#include "core/transcriptome/anndataobs.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/hdf5dataset.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// Which of the libraries to read.
std::string chooseLibrary(const AnnDataLibraries& libraries, const std::string& wanted, const fs::path& path)
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

} // namespace

AnnDataLibraries librariesOf(const Hdf5File& file, const AnnDataFrame& obs, size_t rows, const Task& task)
{
    AnnDataLibraries libraries;
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

AnnDataObs readAnnDataObs(const Hdf5File& file, const std::string& library, const Task& task)
{
    const AnnDataFrame frame(file, "obs");
    AnnDataObs obs;
    obs.names = frame.index(task);
    const size_t rows = obs.names.size();
    if (rows == 0)
        throw Error(SPACRD_TR("core", "The matrix of counts holds no spot."), file.path());
    obs.libraries = librariesOf(file, frame, rows, task);
    obs.library = chooseLibrary(obs.libraries, library, file.path());
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

} // namespace spacrd
