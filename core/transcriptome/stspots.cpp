#include "core/transcriptome/stspots.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/transcriptome/cells.h"

#include <cmath>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr double pitchMicrons = 200.0;

std::string keyOf(double x, double y)
{
    return std::to_string(std::llround(x)) + "x" + std::to_string(std::llround(y));
}

struct Columns
{
    size_t x = 0;
    size_t y = 0;
    std::optional<size_t> pixelX;
    std::optional<size_t> pixelY;
    std::optional<size_t> selected;
    std::optional<size_t> name;
};

Columns columnsOf(const Table& table)
{
    Columns columns;
    columns.x = table.requiredColumn("x");
    columns.y = table.requiredColumn("y");
    columns.pixelX = table.column("pixel_x");
    columns.pixelY = table.column("pixel_y");
    columns.selected = table.column("selected");
    columns.name = table.column("spot");
    if (!columns.name)
        columns.name = table.column("barcode");
    if (columns.pixelX.has_value() != columns.pixelY.has_value())
        table.requiredColumn(columns.pixelX ? "pixel_y" : "pixel_x");
    return columns;
}

} // namespace

std::string stSpotKey(const std::string& name)
{
    const size_t cross = name.find('x');
    if (cross == std::string::npos)
        return name;
    const auto x = toDouble(std::string_view(name).substr(0, cross));
    const auto y = toDouble(std::string_view(name).substr(cross + 1));
    return x && y && std::abs(*x) < 1e9 && std::abs(*y) < 1e9 ? keyOf(*x, *y) : name;
}

StSpots readStSpots(const fs::path& file, const Task& task)
{
    StSpots result;
    std::optional<Columns> columns;
    const Table heading = readTableRows(file, task, [&](const Table& table, const std::vector<std::string_view>& row, long line) {
        if (!columns)
            columns = columnsOf(table);
        const auto number = [&](size_t column) { return numberIn(row[column], table.header[column], line, file); };
        Spot spot;
        spot.arrayCol = number(columns->x);
        spot.arrayRow = number(columns->y);
        spot.fullres = columns->pixelX ? FullresPoint{number(*columns->pixelX), number(*columns->pixelY)}
                                       : FullresPoint{spot.arrayCol * pitchMicrons, spot.arrayRow * pitchMicrons};
        spot.inTissue = !columns->selected || flagIn(row[*columns->selected], "selected", line, file);
        spot.barcode = columns->name ? stSpotKey(std::string(row[*columns->name])) : keyOf(spot.arrayCol, spot.arrayRow);
        if (!result.byName.emplace(spot.barcode, result.spots.size()).second) {
            throw Error(Text(SPACRD_TR("core", "Line %1: the spot %2 appears twice."), {toWord(line), printable(spot.barcode)}),
                        file);
        }
        result.spots.push_back(std::move(spot));
    });
    result.inPixels = columnsOf(heading).pixelX.has_value();
    if (result.spots.empty())
        throw Error(SPACRD_TR("core", "The table of spots is empty."), file);
    return result;
}

} // namespace spacrd
