#include "core/transcriptome/positions.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/base/textfile.h"
#include "core/transcriptome/cells.h"
#include "core/transcriptome/parquet/parquet.h"
#include "core/transcriptome/seenbarcodes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 6> columnNames{"barcode",   "in_tissue",          "array_row",
                                                      "array_col", "pxl_row_in_fullres", "pxl_col_in_fullres"};

/// Where each of columnNames stands in a row.
using Columns = std::array<size_t, columnNames.size()>;

bool isHeader(const std::vector<std::string_view>& cells)
{
    std::string first(cells.front());
    std::transform(first.begin(), first.end(), first.begin(), [](unsigned char c) { return std::tolower(c); });
    return first == "barcode" || first == "barcodes" || std::find(cells.begin(), cells.end(), "in_tissue") != cells.end();
}

Columns columnsOf(const std::vector<std::string_view>& header, const fs::path& file)
{
    Columns columns{};
    for (size_t i = 1; i < columnNames.size(); ++i) {
        const auto found = std::find(header.begin(), header.end(), columnNames[i]);
        if (found == header.end())
            throw Error(Text(SPACRD_TR("core", "The table has no column named \"%1\"."), {std::string(columnNames[i])}), file);
        columns[i] = static_cast<size_t>(found - header.begin());
    }
    return columns;
}

void refuseRepeated(const std::vector<Spot>& spots, const fs::path& file)
{
    std::vector<std::string_view> barcodes;
    barcodes.reserve(spots.size());
    for (const Spot& spot : spots)
        barcodes.emplace_back(spot.barcode);
    if (!std::is_sorted(barcodes.begin(), barcodes.end())) // as a rule they are
        std::sort(barcodes.begin(), barcodes.end());
    const auto twice = std::adjacent_find(barcodes.begin(), barcodes.end());
    if (twice != barcodes.end())
        throw Error(Text(SPACRD_TR("core", "The barcode \"%1\" appears twice."), {printable(*twice)}), file);
}

std::vector<Spot> readTextPositions(const fs::path& file, const Task& task)
{
    std::vector<Spot> spots;
    SeenBarcodes seen(file);
    Columns columns{0, 1, 2, 3, 4, 5};
    size_t width = columnNames.size();
    bool first = true;
    readTable(file, task, [&](const std::vector<std::string_view>& cells, long line) {
        if (std::exchange(first, false) && isHeader(cells)) {
            columns = columnsOf(cells, file);
            width = cells.size();
            return true;
        }
        if (cells.size() != width) {
            throw Error(Text(SPACRD_TR("core", "Line %1 has %2 cells where a table of spot positions has %3."),
                             {toWord(line), toWord(cells.size()), toWord(width)}),
                        file, cells.size() > width ? SPACRD_TR("core", "write decimals with a point, not a comma") : "");
        }
        const auto number = [&](size_t i) { return numberIn(cells[columns[i]], columnNames[i], line, file); };
        Spot spot;
        spot.barcode = std::string(cells[columns[0]]);
        seen.add(spot.barcode, line);
        spot.inTissue = flagIn(cells[columns[1]], columnNames[1], line, file);
        spot.arrayRow = number(2);
        spot.arrayCol = number(3);
        spot.fullres = {number(5), number(4)};
        spots.push_back(std::move(spot));
        return true;
    });
    return spots;
}

/// The rows of one batch of a Parquet table, cell by cell.
class BatchCells
{
public:
    BatchCells(const ParquetBatch& batch, const fs::path& file)
        : m_batch(batch)
        , m_file(file)
    {
        for (size_t i = 0; i < columnNames.size(); ++i) {
            if ((m_batch.columns[i].kind == ParquetKind::text) == (i == 0))
                continue;
            throw Error(Text(i == 0 ? SPACRD_TR("core", "The Parquet column \"%1\" does not hold text.")
                                    : SPACRD_TR("core", "The Parquet column \"%1\" does not hold numbers."),
                             {std::string(columnNames[i])}),
                        m_file);
        }
    }

    Spot spot(size_t row) const
    {
        Spot spot;
        spot.inTissue = flag(row, 1);
        spot.arrayRow = number(row, 2);
        spot.arrayCol = number(row, 3);
        spot.fullres = {number(row, 5), number(row, 4)};
        if (m_batch.columns[0].isNull(row))
            refuse(SPACRD_TR("core", "Row %1, column \"%2\": there is no value."), row, 0);
        spot.barcode = std::string(m_batch.columns[0].texts[row]);
        return spot;
    }

private:
    double number(size_t row, size_t column) const
    {
        const ParquetValues& values = m_batch.columns[column];
        if (values.isNull(row))
            refuse(SPACRD_TR("core", "Row %1, column \"%2\": there is no value."), row, column);
        const double number =
            values.kind == ParquetKind::integer ? static_cast<double>(values.integers[row]) : values.numbers[row];
        if (!(std::abs(number) <= largestCellNumber)) {
            refuse(SPACRD_TR("core", "Row %1, column \"%2\": the number %3 is out of range."), row, column,
                   std::isnan(number) ? "NaN" : toWord(number));
        }
        return number;
    }

    bool flag(size_t row, size_t column) const
    {
        const double value = number(row, column);
        if (value != 0.0 && value != 1.0)
            refuse(SPACRD_TR("core", "Row %1, column \"%2\": %3 is neither 0 nor 1."), row, column, toWord(value));
        return value == 1.0;
    }

    [[noreturn]] void refuse(const char* sentence, size_t row, size_t column, const std::string& value = {}) const
    {
        const std::string place = toWord(m_batch.firstRow + static_cast<std::int64_t>(row) + 1);
        throw Error(Text(sentence, {place, std::string(columnNames[column]), value}), m_file);
    }

    const ParquetBatch& m_batch;
    const fs::path& m_file;
};

std::vector<Spot> readParquetPositions(const fs::path& file, const Task& task)
{
    std::vector<Spot> spots;
    // A few bytes can stand for any number of equal rows, so that they are not first collected and then found to be equal.
    size_t nextCheck = size_t(1) << 17;
    readParquet(file, {columnNames.begin(), columnNames.end()}, task, [&](const ParquetBatch& batch) {
        const BatchCells cells(batch, file);
        for (size_t row = 0; row < batch.rows; ++row)
            spots.push_back(cells.spot(row));
        if (spots.size() >= nextCheck) {
            refuseRepeated(spots, file);
            nextCheck = 2 * spots.size();
        }
        return true;
    });
    refuseRepeated(spots, file);
    return spots;
}

} // namespace

std::vector<Spot> readPositions(const fs::path& file, const Task& task)
{
    checkReadableFile(file);
    std::vector<Spot> spots =
        isParquet(file) || file.extension() == ".parquet" ? readParquetPositions(file, task) : readTextPositions(file, task);
    if (spots.empty())
        throw Error(SPACRD_TR("core", "The table of spot positions is empty."), file);
    return spots;
}

} // namespace spacrd
