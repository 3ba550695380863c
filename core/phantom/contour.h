#pragma once

#include "core/base/geometry.h"

#include <vector>

namespace spacrd::phantom {

/// Values at the points of a square grid: point (c, r) lies at (c · step, r · step).
struct Grid
{
    int columns = 0;
    int rows = 0;
    double step = 1.0;
    std::vector<float> values; ///< row by row
};

/// The areas where the grid is positive, by marching squares with linear interpolation; what is positive at the grid's
/// border is closed along it. Rings of less than `smallestArea` (square units) are left out.
std::vector<Polygon> positiveAreas(const Grid& grid, double smallestArea);

} // namespace spacrd::phantom
