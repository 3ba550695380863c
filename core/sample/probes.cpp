#include "core/sample/probes.h"

#include "core/base/mix64.h"
#include "core/base/task.h"
#include "core/sample/expressionaxes.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace spacrd {

namespace {

constexpr size_t mostInside = 1500;
constexpr size_t mostOutside = 1500;
constexpr int halvings = 5; ///< 2⁵ blocks where there are enough probes
constexpr size_t leastInBlock = 4;
constexpr int aroundSpots = 2; ///< empty rows and columns of the array outside the outermost spots
constexpr long mostPlaces = 100'000;
// A standard Visium array has 78 rows and 128 columns; there is no place beyond, so none is outside the tissue there.
constexpr long visiumLastRow = 77;
constexpr long visiumLastColumn = 127;

/// The first `most` of 0…count − 1 in an order that is random and always the same; sorted again.
std::vector<size_t> chosen(size_t count, size_t most)
{
    std::vector<size_t> order(count);
    std::iota(order.begin(), order.end(), size_t{0});
    if (count <= most)
        return order;
    std::sort(order.begin(), order.end(),
              [](size_t a, size_t b) { return mixed64((a + 1) * goldenStep64) < mixed64((b + 1) * goldenStep64); });
    order.resize(most);
    std::sort(order.begin(), order.end());
    return order;
}

/// Places of the array that no spot has, from the affine map that takes array places to positions; empty when the array's
/// coordinates do not tell.
std::vector<FullresPoint> emptyPlaces(const SpatialSection& section)
{
    const std::vector<Spot>& spots = section.spots;
    if (spots.size() < 4)
        return {};
    Eigen::MatrixXd array(static_cast<Eigen::Index>(spots.size()), 3);
    Eigen::MatrixXd places(static_cast<Eigen::Index>(spots.size()), 2);
    std::set<std::pair<long, long>> taken;
    for (size_t i = 0; i < spots.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        if (!(std::abs(spots[i].arrayRow) < 1e6 && std::abs(spots[i].arrayCol) < 1e6))
            return {};
        array.row(row) << spots[i].arrayCol, spots[i].arrayRow, 1.0;
        places.row(row) << spots[i].fullres.x, spots[i].fullres.y;
        taken.emplace(std::lround(spots[i].arrayCol), std::lround(spots[i].arrayRow));
    }
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(array);
    if (qr.rank() < 3)
        return {};
    const Eigen::MatrixXd map = qr.solve(places);
    if (!map.allFinite())
        return {};
    const long columnStep = section.lattice == SpotLattice::hexagonal ? 2 : 1; // of one row: Space Ranger numbers half pitches
    const auto [left, right] = std::minmax_element(taken.begin(), taken.end());
    const auto rowLess = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto [top, bottom] = std::minmax_element(taken.begin(), taken.end(), rowLess);
    const bool visium = section.lattice == SpotLattice::hexagonal;
    const long firstPlace = visium ? 0 : 1; // the numbers of legacy ST begin at 1
    const long endColumn = visium ? std::max(right->first, visiumLastColumn) : right->first + aroundSpots;
    const long endRow = visium ? std::max(bottom->second, visiumLastRow) : bottom->second + aroundSpots;
    const long firstColumn = std::max(left->first - aroundSpots * columnStep, std::min(left->first, firstPlace));
    const long lastColumn = std::min(right->first + aroundSpots * columnStep, endColumn);
    const long firstRow = std::max(top->second - aroundSpots, std::min(top->second, firstPlace));
    const long lastRow = std::min(bottom->second + aroundSpots, endRow);
    if ((lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > mostPlaces)
        return {};
    std::vector<FullresPoint> empty;
    for (long row = firstRow; row <= lastRow; ++row) {
        for (long column = firstColumn; column <= lastColumn; ++column) {
            if ((columnStep == 2 && (row + column) % 2 != 0) || taken.contains({column, row}))
                continue;
            const auto c = static_cast<double>(column);
            const auto r = static_cast<double>(row);
            empty.push_back({map(0, 0) * c + map(1, 0) * r + map(2, 0), map(0, 1) * c + map(1, 1) * r + map(2, 1)});
        }
    }
    return empty;
}

struct Place
{
    Point at;
    int* block;
};

/// Halves the places along their longer extent until the parts are small; numbers the parts from `block` on.
void divide(std::vector<Place>::iterator first, std::vector<Place>::iterator last, int depth, int& block)
{
    const auto count = static_cast<size_t>(last - first);
    if (depth == 0 || count < 2 * leastInBlock) {
        std::for_each(first, last, [&](Place& place) { *place.block = block; });
        ++block;
        return;
    }
    const auto [left, right] = std::minmax_element(first, last, [](const Place& a, const Place& b) { return a.at.x < b.at.x; });
    const auto [top, bottom] = std::minmax_element(first, last, [](const Place& a, const Place& b) { return a.at.y < b.at.y; });
    const bool wide = right->at.x - left->at.x > bottom->at.y - top->at.y;
    const auto middle = first + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(first, middle, last, [wide](const Place& a, const Place& b) {
        const Point p = wide ? a.at : Point{a.at.y, a.at.x};
        const Point q = wide ? b.at : Point{b.at.y, b.at.x};
        return p.x != q.x ? p.x < q.x : p.y < q.y;
    });
    divide(first, middle, depth - 1, block);
    divide(middle, last, depth - 1, block);
}

void makeBlocks(Probes& probes)
{
    probes.blockOfInside.assign(probes.inside.size(), 0);
    probes.blockOfOutside.assign(probes.outside.size(), 0);
    std::vector<Place> places;
    for (size_t i = 0; i < probes.inside.size(); ++i)
        places.push_back({probes.inside[i].plain(), &probes.blockOfInside[i]});
    for (size_t i = 0; i < probes.outside.size(); ++i)
        places.push_back({probes.outside[i].plain(), &probes.blockOfOutside[i]});
    divide(places.begin(), places.end(), halvings, probes.blocks);
}

} // namespace

Probes probesOf(const SpatialSection& section, Task& task)
{
    Probes probes;
    probes.pitchPx = section.spotPitchFullresPx;
    probes.spotPx = section.spotDiameterFullresPx > 0.0 ? section.spotDiameterFullresPx : 0.5 * section.spotPitchFullresPx;
    std::vector<size_t> rows;
    for (const size_t row : chosen(section.spots.size(), mostInside)) {
        const FullresPoint place = section.spots[row].fullres;
        if (!std::isfinite(place.x) || !std::isfinite(place.y))
            continue;
        rows.push_back(row);
        probes.inside.push_back(place);
    }
    if (rows.empty())
        return probes;
    const std::vector<FullresPoint> outside = section.outsideTissue.empty() ? emptyPlaces(section) : section.outsideTissue;
    for (const size_t place : chosen(outside.size(), mostOutside)) {
        if (std::isfinite(outside[place].x) && std::isfinite(outside[place].y))
            probes.outside.push_back(outside[place]);
    }
    const auto byX = [](FullresPoint a, FullresPoint b) { return a.x < b.x; };
    const auto byY = [](FullresPoint a, FullresPoint b) { return a.y < b.y; };
    const auto [left, right] = std::minmax_element(probes.inside.begin(), probes.inside.end(), byX);
    const auto [top, bottom] = std::minmax_element(probes.inside.begin(), probes.inside.end(), byY);
    if (probes.pitchPx > 0.0)
        probes.extentPitches = std::max(right->x - left->x, bottom->y - top->y) / probes.pitchPx;
    task.check();
    probes.axes = section.expression.genes.empty() ? Eigen::MatrixXd(static_cast<Eigen::Index>(rows.size()), 0)
                                                   : expressionAxes(section.expression, rows, task);
    makeBlocks(probes);
    return probes;
}

} // namespace spacrd
