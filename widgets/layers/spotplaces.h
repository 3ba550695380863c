#pragma once

#include "widgets/layers/bingrid.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

/// Where the spots of a sample are drawn, in level-0 pixels: made once and shared by its layers. Either discs, found by where
/// they are, or the bins of a grid.
class SpotPlaces
{
public:
    explicit SpotPlaces(const Sample& sample);
    SpotPlaces(std::vector<QPointF> centresLevel0, double diameterLevel0);
    SpotPlaces(BinGrid grid, double diameterLevel0);

    size_t size() const { return m_grid ? m_grid->cellOfSpot.size() : m_placeOf.size(); }
    QPointF centreLevel0(size_t spot) const;
    double diameterLevel0() const { return m_diameter; }
    /// Nothing for discs.
    const std::optional<BinGrid>& grid() const { return m_grid; }
    QRectF boundsLevel0() const { return m_bounds; }

    /// Values one a spot in the order of places, in which those of neighbours are together. For discs.
    std::vector<float> inPlaceOrder(const std::vector<float>& valueOfSpot) const;

    /// Calls `f(place, x, y)` for each disc whose centre may lie in a rectangle: those of the squares it touches. For bins: none.
    template <typename F>
    void forEachIn(const QRectF& level0Rect, F f) const
    {
        const Squares touched = squaresIn(level0Rect);
        for (int row = touched.top; row < touched.bottom; ++row) {
            const size_t line = static_cast<size_t>(row) * static_cast<size_t>(m_squareColumns);
            const size_t begin = m_squareBegin[line + static_cast<size_t>(touched.left)];
            const size_t end = m_squareBegin[line + static_cast<size_t>(touched.right)];
            for (size_t i = begin; i < end; ++i)
                f(i, m_x[i], m_y[i]);
        }
    }
    /// How many that would be at most.
    size_t countIn(const QRectF& level0Rect) const;

private:
    struct Squares
    {
        int left = 0;
        int top = 0;
        int right = 0; ///< one past the last, as bottom
        int bottom = 0;
    };

    void sortIntoSquares(const std::vector<QPointF>& centres);
    Squares squaresIn(const QRectF& level0Rect) const;

    double m_diameter;
    QRectF m_bounds; ///< of the centres
    std::optional<BinGrid> m_grid;
    // Discs, those of one square of the plane together, squares row by row:
    std::vector<double> m_x; ///< level 0
    std::vector<double> m_y;
    std::vector<std::uint32_t> m_placeOf; ///< of a spot among these
    std::vector<std::uint32_t> m_squareBegin;
    double m_squareSide = 1.0;
    int m_squareColumns = 0;
    int m_squareRows = 0;
};

} // namespace spacrd
