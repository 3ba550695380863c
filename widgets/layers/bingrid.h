#pragma once

#include "core/sample/sample.h"

#include <QPointF>
#include <QRectF>
#include <QTransform>

#include <cstdint>
#include <optional>
#include <vector>

namespace spacrd {

/// Square bins that touch, in rows and columns: Visium HD. Kept as an array, so that drawing them costs the pixels of the screen
/// and not the number of bins.
struct BinGrid
{
    int columns = 0;
    int rows = 0;
    /// From the grid, where a bin is 1 × 1 and the first has its corner at (0, 0), to level-0 pixels.
    QTransform gridToLevel0;
    /// Of each spot, row · columns + column.
    std::vector<std::uint32_t> cellOfSpot;

    size_t cells() const { return static_cast<size_t>(columns) * static_cast<size_t>(rows); }
    QPointF centreLevel0(size_t spot) const;
};

/// The bins of a sample; nothing when its spots are no such array: they do not touch, two share a place, most places are empty,
/// or some lie beside theirs by more than a twentieth of a bin.
std::optional<BinGrid> binGridOf(const Sample& sample);

} // namespace spacrd
