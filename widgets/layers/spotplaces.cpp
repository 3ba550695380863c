#include "widgets/layers/spotplaces.h"

#include "widgets/slideview/slidegeometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spacrd {

namespace {

constexpr double spotsPerSquare = 64.0;

std::vector<QPointF> centresOf(const Sample& sample)
{
    std::vector<QPointF> centres;
    centres.reserve(sample.spots().size());
    for (const Spot& spot : sample.spots())
        centres.push_back(toQt(sample.alignment.toLevel0(spot.fullres).plain()));
    return centres;
}

QRectF boundsOf(const std::vector<QPointF>& points)
{
    if (points.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(points, {}, [](const QPointF& p) { return p.x(); });
    const auto [top, bottom] = std::ranges::minmax(points, {}, [](const QPointF& p) { return p.y(); });
    return {QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y())};
}

int clampedIndex(double at, int count)
{
    return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(count)));
}

} // namespace

SpotPlaces::SpotPlaces(const Sample& sample)
    : m_diameter(sample.spotDiameterLevel0Px())
{
    m_grid = binGridOf(sample);
    if (m_grid)
        m_bounds = m_grid->gridToLevel0.mapRect(QRectF(0, 0, m_grid->columns, m_grid->rows));
    else
        sortIntoSquares(centresOf(sample));
}

SpotPlaces::SpotPlaces(std::vector<QPointF> centresLevel0, double diameterLevel0)
    : m_diameter(diameterLevel0)
{
    sortIntoSquares(centresLevel0);
}

SpotPlaces::SpotPlaces(BinGrid grid, double diameterLevel0)
    : m_diameter(diameterLevel0)
    , m_grid(std::move(grid))
{
    m_bounds = m_grid->gridToLevel0.mapRect(QRectF(0, 0, m_grid->columns, m_grid->rows));
}

QPointF SpotPlaces::centreLevel0(size_t spot) const
{
    if (m_grid)
        return m_grid->centreLevel0(spot);
    const size_t place = m_placeOf.at(spot);
    return {m_x[place], m_y[place]};
}

std::vector<float> SpotPlaces::inPlaceOrder(const std::vector<float>& valueOfSpot) const
{
    std::vector<float> values(valueOfSpot.size());
    for (size_t i = 0; i < values.size(); ++i)
        values[m_placeOf.at(i)] = valueOfSpot[i];
    return values;
}

/// Counting sort by square.
void SpotPlaces::sortIntoSquares(const std::vector<QPointF>& centres)
{
    m_bounds = boundsOf(centres);
    const double squares = std::max(1.0, static_cast<double>(centres.size()) / spotsPerSquare);
    const double area = std::max(m_bounds.width(), 1.0) * std::max(m_bounds.height(), 1.0);
    m_squareSide = std::sqrt(area / squares);
    m_squareColumns = static_cast<int>(m_bounds.width() / m_squareSide) + 1;
    m_squareRows = static_cast<int>(m_bounds.height() / m_squareSide) + 1;
    const auto squareOf = [this](const QPointF& at) {
        const int column = std::min(static_cast<int>((at.x() - m_bounds.x()) / m_squareSide), m_squareColumns - 1);
        const int row = std::min(static_cast<int>((at.y() - m_bounds.y()) / m_squareSide), m_squareRows - 1);
        return static_cast<size_t>(row) * static_cast<size_t>(m_squareColumns) + static_cast<size_t>(column);
    };
    m_squareBegin.assign(static_cast<size_t>(m_squareColumns) * static_cast<size_t>(m_squareRows) + 1, 0);
    for (const QPointF& at : centres)
        ++m_squareBegin[squareOf(at) + 1];
    std::partial_sum(m_squareBegin.begin(), m_squareBegin.end(), m_squareBegin.begin());
    std::vector<std::uint32_t> next(m_squareBegin.begin(), m_squareBegin.end() - 1);
    m_x.resize(centres.size());
    m_y.resize(centres.size());
    m_placeOf.resize(centres.size());
    for (size_t i = 0; i < centres.size(); ++i) {
        const std::uint32_t place = next[squareOf(centres[i])]++;
        m_x[place] = centres[i].x();
        m_y[place] = centres[i].y();
        m_placeOf[i] = place;
    }
}

SpotPlaces::Squares SpotPlaces::squaresIn(const QRectF& level0Rect) const
{
    if (m_grid || m_squareBegin.empty() || !level0Rect.isValid())
        return {};
    const auto column = [this](double x) { return clampedIndex((x - m_bounds.x()) / m_squareSide, m_squareColumns); };
    const auto row = [this](double y) { return clampedIndex((y - m_bounds.y()) / m_squareSide, m_squareRows); };
    const auto past = [](double at) { return std::floor(at) + 1.0; };
    return {column(level0Rect.left()), row(level0Rect.top()),
            clampedIndex(past((level0Rect.right() - m_bounds.x()) / m_squareSide), m_squareColumns),
            clampedIndex(past((level0Rect.bottom() - m_bounds.y()) / m_squareSide), m_squareRows)};
}

size_t SpotPlaces::countIn(const QRectF& level0Rect) const
{
    const Squares touched = squaresIn(level0Rect);
    size_t count = 0;
    for (int row = touched.top; row < touched.bottom; ++row) {
        const size_t line = static_cast<size_t>(row) * static_cast<size_t>(m_squareColumns);
        count +=
            m_squareBegin[line + static_cast<size_t>(touched.right)] - m_squareBegin[line + static_cast<size_t>(touched.left)];
    }
    return count;
}

} // namespace spacrd
