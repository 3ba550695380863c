#include "widgets/layers/bingrid.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr double mostBeside = 0.05; ///< of a bin
constexpr size_t mostCellsPerSpot = 8;
constexpr double wholeNumber = 1e-9;

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < wholeNumber;
}

struct Extent
{
    double firstRow = 0.0;
    double lastRow = 0.0;
    double firstColumn = 0.0;
    double lastColumn = 0.0;
};

std::optional<Extent> extentOf(const std::vector<Spot>& spots)
{
    if (!std::ranges::all_of(spots, [](const Spot& s) { return isWhole(s.arrayRow) && isWhole(s.arrayCol); }))
        return std::nullopt;
    const auto [top, bottom] = std::ranges::minmax(spots, {}, &Spot::arrayRow);
    const auto [left, right] = std::ranges::minmax(spots, {}, &Spot::arrayCol);
    return Extent{top.arrayRow, bottom.arrayRow, left.arrayCol, right.arrayCol};
}

/// Least squares of level-0 places on places in the grid.
QTransform fitted(const Sample& sample, const Extent& extent)
{
    Eigen::Matrix3d normal = Eigen::Matrix3d::Zero();
    Eigen::Matrix<double, 3, 2> right = Eigen::Matrix<double, 3, 2>::Zero();
    for (const Spot& spot : sample.spots()) {
        const Point level0 = sample.alignment.toLevel0(spot.fullres).plain();
        const Eigen::Vector3d place(spot.arrayCol - extent.firstColumn + 0.5, spot.arrayRow - extent.firstRow + 0.5, 1.0);
        normal += place * place.transpose();
        right += place * Eigen::RowVector2d(level0.x, level0.y);
    }
    const Eigen::Matrix<double, 3, 2> map = normal.ldlt().solve(right);
    return {map(0, 0), map(0, 1), map(1, 0), map(1, 1), map(2, 0), map(2, 1)};
}

bool fits(const Sample& sample, const BinGrid& grid)
{
    const double bin = std::sqrt(std::abs(grid.gridToLevel0.determinant()));
    if (!(bin > 0.0))
        return false;
    for (size_t i = 0; i < sample.spots().size(); ++i) {
        const Point level0 = sample.alignment.toLevel0(sample.spots()[i].fullres).plain();
        const QPointF beside = grid.centreLevel0(i) - QPointF(level0.x, level0.y);
        if (!(std::hypot(beside.x(), beside.y()) <= mostBeside * bin))
            return false;
    }
    return true;
}

} // namespace

QPointF BinGrid::centreLevel0(size_t spot) const
{
    const auto across = static_cast<std::uint32_t>(columns);
    return gridToLevel0.map(QPointF(cellOfSpot[spot] % across + 0.5, cellOfSpot[spot] / across + 0.5));
}

std::optional<BinGrid> binGridOf(const Sample& sample)
{
    const std::vector<Spot>& spots = sample.spots();
    if (sample.section.platform != Platform::visiumHd || spots.size() < 4)
        return std::nullopt;
    const std::optional<Extent> extent = extentOf(spots);
    if (!extent)
        return std::nullopt;
    const double across = extent->lastColumn - extent->firstColumn + 1.0;
    const double down = extent->lastRow - extent->firstRow + 1.0;
    if (across < 2.0 || down < 2.0 || across * down > static_cast<double>(spots.size() * mostCellsPerSpot))
        return std::nullopt;
    BinGrid grid{static_cast<int>(across), static_cast<int>(down), fitted(sample, *extent), {}};
    grid.cellOfSpot.reserve(spots.size());
    std::vector<bool> taken(grid.cells());
    for (const Spot& spot : spots) {
        const auto cell = static_cast<size_t>((spot.arrayRow - extent->firstRow) * across + spot.arrayCol - extent->firstColumn);
        if (taken[cell])
            return std::nullopt;
        taken[cell] = true;
        grid.cellOfSpot.push_back(static_cast<std::uint32_t>(cell));
    }
    if (!fits(sample, grid))
        return std::nullopt;
    return grid;
}

} // namespace spacrd
