#include "core/phantom/spotplan.h"

#include "core/phantom/parallel.h"
#include "core/phantom/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace spacrd::phantom {

namespace {

constexpr double bleedShare = 0.08; ///< of a spot's molecules that come from around it
constexpr double bleedReach = 2.2;  ///< radii
constexpr double smallSpotUm = 20.0;

/// 32 bits that a Feistel network has shuffled: no two indices give the same.
std::uint32_t shuffled(std::uint32_t index, std::uint64_t seed)
{
    std::uint32_t left = index >> 16;
    std::uint32_t right = index & 0xffffU;
    for (int round = 0; round < 4; ++round) {
        const auto turned = static_cast<std::uint32_t>(keyOf(seed, right, round)) & 0xffffU;
        left = std::exchange(right, left ^ turned);
    }
    return (left << 16) | right;
}

/// 16 bases.
std::string barcodeOf(std::uint32_t index, std::uint64_t seed)
{
    const std::uint32_t bits = shuffled(index, seed);
    std::string barcode;
    for (int i = 30; i >= 0; i -= 2)
        barcode += "ACGT"[(bits >> i) & 3U];
    return barcode + "-1";
}

/// Space Ranger's numbering: even rows hold even columns, odd rows odd ones; a column is half a pitch wide.
std::vector<PlannedSpot> visiumPlaces(const Layout& layout, std::uint64_t seed)
{
    const double pitch = layout.pitchPx();
    const double rowPitch = pitch * std::numbers::sqrt3 / 2;
    const int rows = std::max(1, static_cast<int>((layout.height - pitch) / rowPitch) + 1);
    const int columns = std::max(1, static_cast<int>((layout.width - pitch) / (pitch / 2)) + 1);
    const double left = (layout.width - (columns - 1) * pitch / 2) / 2;
    const double top = (layout.height - (rows - 1) * rowPitch) / 2;
    std::vector<PlannedSpot> spots;
    for (int row = 0; row < rows; ++row) {
        for (int column = row % 2; column < columns; column += 2) {
            PlannedSpot spot;
            spot.barcode = barcodeOf(static_cast<std::uint32_t>(spots.size()), seed);
            spot.arrayRow = row;
            spot.arrayCol = column;
            spot.fullres = {left + column * pitch / 2, top + row * rowPitch};
            spots.push_back(spot);
        }
    }
    return spots;
}

/// Eight letters a to p, as Xenium names its cells.
std::string cellNameOf(std::uint32_t index, std::uint64_t seed)
{
    const std::uint32_t bits = shuffled(index, seed);
    std::string name;
    for (int i = 28; i >= 0; i -= 4)
        name += static_cast<char>('a' + ((bits >> i) & 15U));
    return name + "-1";
}

/// Bins side by side over the whole picture.
std::vector<PlannedSpot> binPlaces(const Layout& layout)
{
    const double pitch = layout.pitchPx();
    const int rows = std::max(1, static_cast<int>(layout.height / pitch));
    const int columns = std::max(1, static_cast<int>(layout.width / pitch));
    const int size = static_cast<int>(std::lround(layout.spotUm));
    std::vector<PlannedSpot> spots;
    spots.reserve(static_cast<size_t>(rows) * static_cast<size_t>(columns));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            PlannedSpot spot;
            spot.arrayRow = row;
            spot.arrayCol = column;
            spot.barcode = fmt::format("s_{:03}um_{:05}_{:05}-1", size, row, column);
            spot.fullres = {(column + 0.5) * pitch, (row + 0.5) * pitch};
            spots.push_back(std::move(spot));
        }
    }
    return spots;
}

/// Cells: no two in one square of the pitch, each anywhere in the middle of its own.
std::vector<PlannedSpot> cellPlaces(const Layout& layout, std::uint64_t seed)
{
    const double pitch = layout.pitchPx();
    const int rows = std::max(1, static_cast<int>(layout.height / pitch));
    const int columns = std::max(1, static_cast<int>(layout.width / pitch));
    std::vector<PlannedSpot> spots;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Random random(keyOf(seed ^ 0xce11ULL, column, row));
            PlannedSpot spot;
            spot.arrayRow = row;
            spot.arrayCol = column;
            spot.barcode = cellNameOf(static_cast<std::uint32_t>(spots.size()), seed);
            spot.fullres = {(column + random.uniform(0.15, 0.85)) * pitch, (row + random.uniform(0.15, 0.85)) * pitch};
            spots.push_back(std::move(spot));
        }
    }
    return spots;
}

/// A square lattice whose spots were printed a little off their places.
std::vector<PlannedSpot> stPlaces(const Layout& layout, std::uint64_t seed)
{
    const double pitch = layout.pitchPx();
    const int rows = std::max(1, static_cast<int>((layout.height - pitch) / pitch) + 1);
    const int columns = std::max(1, static_cast<int>((layout.width - pitch) / pitch) + 1);
    const double left = (layout.width - (columns - 1) * pitch) / 2;
    const double top = (layout.height - (rows - 1) * pitch) / 2;
    std::vector<PlannedSpot> spots;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Random random(keyOf(seed, column, row));
            PlannedSpot spot;
            spot.arrayRow = row + 2; // the frame of a real array takes the first places
            spot.arrayCol = column + 2;
            spot.barcode = std::to_string(spot.arrayCol) + "x" + std::to_string(spot.arrayRow);
            spot.fullres = {left + (column + std::clamp(0.03 * random.normal(), -0.1, 0.1)) * pitch,
                            top + (row + std::clamp(0.03 * random.normal(), -0.1, 0.1)) * pitch};
            spots.push_back(spot);
        }
    }
    return spots;
}

std::vector<PlannedSpot> placesOf(const Layout& layout, std::uint64_t seed)
{
    switch (layout.platform) {
    case Platform::visiumHd:
        return binPlaces(layout);
    case Platform::xenium:
        return cellPlaces(layout, seed);
    case Platform::legacySt:
        return stPlaces(layout, seed);
    default:
        return visiumPlaces(layout, seed);
    }
}

/// Places spread evenly over a disc of radius 1 (Vogel's spiral).
std::vector<Point> discPlaces(int count)
{
    std::vector<Point> places;
    for (int i = 0; i < count; ++i) {
        const double radius = std::sqrt((i + 0.5) / count);
        const double angle = i * std::numbers::pi * (3.0 - std::sqrt(5.0));
        places.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return places;
}

Cells cellsOf(const Region& region)
{
    if (region.tissue == Tissue::tumour)
        return region.nest == NestKind::imageOnly ? Cells::quietTumour : Cells::tumour;
    if (region.proliferating && region.tissue != Tissue::fat)
        return Cells::growingBenign;
    switch (region.tissue) {
    case Tissue::fat:
        return Cells::fat;
    case Tissue::gland:
        return Cells::gland;
    case Tissue::immune:
        return Cells::immune;
    default:
        return Cells::stroma;
    }
}

void addCells(Mixture& cells, const Region& region, double share)
{
    if (region.tissue != Tissue::glass)
        cells[static_cast<size_t>(cellsOf(region))] += share;
}

void lookUnder(PlannedSpot& spot, const TissuePlan& plan, const Layout& layout)
{
    const bool small = layout.spotUm < smallSpotUm; // and many of them
    static const std::vector<Point> placesOfSpot = discPlaces(61);
    static const std::vector<Point> aroundSpot = discPlaces(23);
    static const std::vector<Point> placesOfBin = discPlaces(7);
    static const std::vector<Point> aroundBin = discPlaces(3);
    const std::vector<Point>& places = small ? placesOfBin : placesOfSpot;
    const std::vector<Point>& around = small ? aroundBin : aroundSpot;
    const Point centre{spot.fullres.x * layout.mpp, spot.fullres.y * layout.mpp};
    const double radius = 0.5 * layout.spotUm;
    std::array<int, 6> tissues{};
    std::array<int, 3> nests{};
    for (const Point& place : places) {
        const Region region = plan.region({centre.x + radius * place.x, centre.y + radius * place.y});
        ++tissues[static_cast<size_t>(region.tissue)];
        if (region.tissue == Tissue::tumour)
            ++nests[static_cast<size_t>(region.nest)];
        addCells(spot.cells, region, (1.0 - bleedShare) / static_cast<double>(places.size()));
    }
    const auto all = static_cast<int>(places.size());
    const int tissue = all - tissues[static_cast<size_t>(Tissue::glass)];
    spot.inTissue = 2 * tissue >= all;
    if (!spot.inTissue)
        return;
    int& tumour = tissues[static_cast<size_t>(Tissue::tumour)];
    spot.tumour = 2 * tumour >= tissue;
    tumour = spot.tumour ? all : 0; // the label decides: a spot of less than half tumour is named for the rest
    spot.tissue = static_cast<Tissue>(std::max_element(tissues.begin() + 1, tissues.end()) - tissues.begin());
    spot.nest = static_cast<NestKind>(std::max_element(nests.begin(), nests.end()) - nests.begin());
    for (const Point& place : around) {
        const double reach = radius * bleedReach;
        addCells(spot.cells, plan.region({centre.x + reach * place.x, centre.y + reach * place.y}),
                 bleedShare / static_cast<double>(around.size()));
    }
}

} // namespace

std::vector<PlannedSpot> planSpots(const TissuePlan& plan, const Layout& layout, std::uint64_t seed, const Task& task)
{
    std::vector<PlannedSpot> spots = placesOf(layout, seed);
    forEachInParallel(static_cast<int>(spots.size()), task,
                      [&](int i) { lookUnder(spots[static_cast<size_t>(i)], plan, layout); });
    return spots;
}

std::vector<size_t> matrixOrder(const std::vector<PlannedSpot>& spots, Platform platform)
{
    std::vector<size_t> order;
    for (size_t i = 0; i < spots.size(); ++i) {
        if (spots[i].inTissue)
            order.push_back(i);
    }
    if (platform != Platform::legacySt)
        std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return spots[a].barcode < spots[b].barcode; });
    return order;
}

} // namespace spacrd::phantom
