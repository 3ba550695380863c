#include "core/transcriptome/positions.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/base/textfile.h"
#include "core/transcriptome/cells.h"
#include "core/transcriptome/seenbarcodes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <utility>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 6> columnNames{"barcode",   "in_tissue",          "array_row",
                                                      "array_col", "pxl_row_in_fullres", "pxl_col_in_fullres"};

/// Where each of columnNames stands in a row.
using Columns = std::array<size_t, columnNames.size()>;

bool isParquet(const fs::path& file)
{
    std::array<char, 4> magic{};
    std::ifstream(file, std::ios::binary).read(magic.data(), magic.size());
    return std::string_view(magic.data(), magic.size()) == "PAR1" || file.extension() == ".parquet";
}

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

} // namespace

std::vector<Spot> readPositions(const fs::path& file, const Task& task)
{
    checkReadableFile(file);
    if (isParquet(file)) {
        throw Error(
            SPACRD_TR("core", "The spot positions are a Parquet table, as Visium HD has them; this version does not read it."),
            file, SPACRD_TR("core", "name a CSV table of the same columns with --positions"));
    }
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
    if (spots.empty())
        throw Error(SPACRD_TR("core", "The table of spot positions is empty."), file);
    return spots;
}

} // namespace spacrd
