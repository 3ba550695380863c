#pragma once

#include "core/base/geometry.h"
#include "core/transcriptome/section.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// A connected area of spots of one class, in full-resolution pixels.
struct Region
{
    std::string name; ///< "CTR 1", … by falling area
    Polygon fullres;
    int spots = 0;
    double meanScore = 0.0;
    double meanProbability = 0.0;
    double areaPx2 = 0.0;
    std::optional<double> areaUm2; ///< when µm per pixel is known
};

/// Unites the cells of the spots whose class is 1 (GEOS): a hexagon of the pitch for a hexagonal lattice, a square for a
/// square one, so that neighbouring spots join and a missing spot leaves a hole. Cells are turned with the lattice.
/// One Region per connected part, by falling area, then by top-left corner.
std::vector<Region> regionsOf(const SpatialSection& section, const std::vector<int>& classes, const std::vector<double>& score,
                              const std::vector<double>& probability);

/// The cell of one spot, for drawing bins and for tests.
Ring spotCell(const SpatialSection& section, size_t spot);

} // namespace spacrd
