#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/base/textfile.h"
#include "core/transcriptome/cells.h"
#include "core/transcriptome/filenames.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/heimage.h"
#include "core/transcriptome/parquet/parquet.h"
#include "core/transcriptome/spotgeometry.h"
#include "core/transcriptome/spotjoin.h"
#include "core/transcriptome/tenx.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_set>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t largestExperiment = 1 << 20;

/// The parts of a Xenium output folder; a path is empty where there is no such part.
struct XeniumFiles
{
    fs::path matrix; ///< an HDF5 file, or a folder with matrix.mtx
    fs::path cells;
    fs::path experiment;
    HeImage he;
};

XeniumFiles filesIn(const fs::path& folder)
{
    XeniumFiles files;
    files.matrix = oneOf(filesNamed(folder, "cell_feature_matrix.h5"), "cell_feature_matrix.h5");
    if (files.matrix.empty()) {
        files.matrix = oneOf(foldersNamed(folder, "cell_feature_matrix"), "cell_feature_matrix");
        if (!files.matrix.empty() && !isTenxMtx(files.matrix))
            files.matrix.clear();
    }
    files.cells = oneOf(filesNamed(folder, "cells.csv"), "cells.csv"); // also .gz
    if (files.cells.empty())
        files.cells = oneOf(filesNamed(folder, "cells.parquet"), "cells.parquet");
    files.experiment = oneOf(filesNamed(folder, "experiment.xenium"), "experiment.xenium");
    files.he = findHeImage(folder);
    return files;
}

/// The parts of the sample that the path names: a folder, the folder above it, or one of its files.
XeniumFiles findFiles(const fs::path& path)
{
    std::error_code code;
    if (!fs::is_directory(path, code)) {
        const std::string name = path.filename().string();
        const bool part = name.ends_with("experiment.xenium") || name.ends_with("cell_feature_matrix.h5");
        return part ? filesIn(fs::absolute(path).parent_path()) : XeniumFiles();
    }
    XeniumFiles files = filesIn(path);
    return files.matrix.empty() && files.experiment.empty() ? filesIn(path / "outs") : files;
}

/// µm per pixel of the morphology image, which is the full-resolution frame of Xenium.
std::optional<double> pixelSizeOf(const fs::path& experiment)
{
    if (experiment.empty())
        return std::nullopt;
    const nlohmann::json object = nlohmann::json::parse(readText(experiment, largestExperiment), nullptr, false);
    if (!object.is_object())
        throw Error(SPACRD_TR("core", "The description of the Xenium run is not a JSON object."), experiment);
    const auto size = object.find("pixel_size");
    if (size == object.end() || !size->is_number() || !(size->get<double>() > 0.01) || size->get<double>() > 20.0)
        throw Error(SPACRD_TR("core", "The description of the Xenium run has no \"pixel_size\" of 0.01 to 20 µm."), experiment);
    return size->get<double>();
}

struct Cells
{
    std::vector<Spot> spots;
    std::vector<double> areasUm2; ///< of the cells whose area the table tells
};

/// Collects the cells of a table, whatever it is written in.
class CellList
{
public:
    CellList(const fs::path& file, double pixelSize)
        : m_file(file)
        , m_pixelSize(pixelSize)
    {}

    /// `row` counts from 1.
    void add(std::string name, double xUm, double yUm, double areaUm2, long row)
    {
        if (!m_seen.insert(name).second)
            throw Error(Text(SPACRD_TR("core", "Row %1: the cell \"%2\" appears twice."), {toWord(row), printable(name)}),
                        m_file);
        if (!(std::abs(xUm) < farthestUm) || !(std::abs(yUm) < farthestUm))
            throw Error(Text(SPACRD_TR("core", "Row %1: the position of the cell \"%2\" is no number of µm."),
                             {toWord(row), printable(name)}),
                        m_file);
        Spot spot;
        spot.barcode = std::move(name);
        spot.fullres = {xUm / m_pixelSize, yUm / m_pixelSize};
        m_cells.spots.push_back(std::move(spot));
        if (areaUm2 > 0.0 && areaUm2 < farthestUm)
            m_cells.areasUm2.push_back(areaUm2);
    }

    Cells take()
    {
        if (m_cells.spots.empty())
            throw Error(SPACRD_TR("core", "The table of cells is empty."), m_file);
        return std::move(m_cells);
    }

private:
    static constexpr double farthestUm = 1e6;

    const fs::path& m_file;
    double m_pixelSize;
    Cells m_cells;
    std::unordered_set<std::string> m_seen;
};

void readTextCells(const fs::path& file, CellList& cells, const Task& task)
{
    std::vector<size_t> columns;
    std::optional<size_t> area;
    readTable(file, task, [&](const std::vector<std::string_view>& row, long line) {
        if (columns.empty()) {
            for (const std::string_view name : {"cell_id", "x_centroid", "y_centroid"}) {
                const auto found = std::find(row.begin(), row.end(), name);
                if (found == row.end())
                    throw Error(Text(SPACRD_TR("core", "The table has no column named \"%1\"."), {std::string(name)}), file);
                columns.push_back(static_cast<size_t>(found - row.begin()));
            }
            if (const auto found = std::find(row.begin(), row.end(), "cell_area"); found != row.end())
                area = static_cast<size_t>(found - row.begin());
            columns.push_back(row.size());
            return true;
        }
        if (row.size() != columns.back()) {
            throw Error(Text(SPACRD_TR("core", "Line %1 has %2 cells where the header has %3."),
                             {toWord(line), toWord(row.size()), toWord(columns.back())}),
                        file);
        }
        cells.add(std::string(row[columns[0]]), numberIn(row[columns[1]], "x_centroid", line, file),
                  numberIn(row[columns[2]], "y_centroid", line, file), area ? toDouble(row[*area]).value_or(0.0) : 0.0, line);
        return true;
    });
}

void readParquetCells(const fs::path& file, CellList& cells, const Task& task)
{
    std::vector<std::string> columns{"cell_id", "x_centroid", "y_centroid"};
    for (const ParquetColumn& column : parquetColumns(file)) {
        if (column.name == "cell_area" && column.kind == ParquetKind::number)
            columns.push_back(column.name);
    }
    readParquet(file, columns, task, [&](const ParquetBatch& batch) {
        const ParquetValues& names = batch.columns[0];
        if ((names.kind != ParquetKind::text && names.kind != ParquetKind::integer)
            || batch.columns[1].kind != ParquetKind::number || batch.columns[2].kind != ParquetKind::number) {
            throw Error(SPACRD_TR("core", "The columns cell_id, x_centroid and y_centroid are not a name and two numbers."),
                        file);
        }
        for (size_t row = 0; row < batch.rows; ++row) {
            std::string name = names.kind == ParquetKind::text ? std::string(names.texts[row])
                                                               : std::to_string(names.integers[row]); // the first Xenium runs
            cells.add(std::move(name), batch.columns[1].numbers[row], batch.columns[2].numbers[row],
                      columns.size() > 3 ? batch.columns[3].numbers[row] : 0.0,
                      static_cast<long>(batch.firstRow) + static_cast<long>(row) + 1);
        }
        return true;
    });
}

Cells readCells(const fs::path& file, double pixelSize, const Task& task)
{
    checkReadableFile(file);
    CellList cells(file, pixelSize);
    if (isParquet(file))
        readParquetCells(file, cells, task);
    else
        readTextCells(file, cells, task);
    return cells.take();
}

/// The H&E image, when it is known how it lies; a named slide lies so too.
void takeHeImage(const HeImage& he, SpatialSection& section, const Task& task)
{
    if (!he.alignment.empty()) {
        section.imageAlignment = readHeAlignment(he.alignment, task);
        section.image.file = he.image;
    } else if (!he.image.empty()) {
        section.warnings.emplace_back(SPACRD_TR("core",
                                                "The H&E image %1 is not taken, since its alignment (…_he_imagealignment.csv, "
                                                "exported from Xenium Explorer) does not lie beside it."),
                                      std::vector<std::string>{he.image.filename().string()});
    }
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

bool recognisesXenium(const SectionSources& sources)
{
    const XeniumFiles files = findFiles(sources.path);
    return !files.matrix.empty() || !files.experiment.empty();
}

void lookOverXenium(const SectionSources& sources, SectionOverview& overview)
{
    overview.platform = Platform::xenium;
    const XeniumFiles files = findFiles(sources.path);
    overview.positions = sources.positions.empty() ? files.cells : sources.positions;
    if (!files.he.alignment.empty() && !files.experiment.empty())
        overview.image.file = files.he.image;
}

SpatialSection readXenium(const SectionSources& sources, Task& task)
{
    XeniumFiles files = findFiles(sources.path);
    if (!sources.positions.empty())
        files.cells = sources.positions;
    if (files.matrix.empty()) {
        throw Error(SPACRD_TR("core", "The Xenium folder has no matrix of cells and features (cell_feature_matrix.h5)."),
                    sources.path, SPACRD_TR("core", "copy it there from the output of the run"));
    }
    if (files.cells.empty()) {
        throw Error(SPACRD_TR("core", "The Xenium folder has no table of its cells (cells.csv.gz)."), files.matrix,
                    SPACRD_TR("core", "name it with --positions"));
    }
    task.stage(SPACRD_TR("core", "Reading spot positions"), 0, SPACRD_TR("core", "spots"));
    const std::optional<double> pixelSize = pixelSizeOf(files.experiment);
    Cells cells = readCells(files.cells, pixelSize.value_or(1.0), task);
    SpatialSection section;
    section.platform = Platform::xenium;
    section.lattice = SpotLattice::irregular;
    section.inPixels = pixelSize.has_value();
    section.mpp = pixelSize.value_or(1.0);
    if (pixelSize) {
        takeHeImage(files.he, section, task);
    } else {
        section.doubt(SPACRD_TR("core", "No experiment.xenium was found, so positions stay in µm and no image is shown."));
    }
    std::error_code code;
    ExpressionMatrix matrix =
        fs::is_directory(files.matrix, code) ? readTenxMtx(files.matrix, task) : readTenxHdf5(files.matrix, task);
    joinByBarcode(section, std::move(matrix), cells.spots, files.cells);
    section.spotPitchFullresPx = spotGeometry(section.spots).pitchPx;
    const double area = cells.areasUm2.empty() ? 0.0 : median(std::move(cells.areasUm2));
    section.spotDiameterFullresPx =
        area > 0.0 ? 2.0 * std::sqrt(area / std::numbers::pi) / *section.mpp : section.spotPitchFullresPx;
    return section;
}

} // namespace spacrd
