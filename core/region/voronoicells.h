#pragma once

// Private to core/region.

#include "core/base/geometry.h"
#include "core/transcriptome/section.h"

#include <vector>

namespace spacrd {

/// Cells for spots that lie on no array: of each spot the places that are nearer to it than to any other, as far as the spots
/// around it lie apart (1.25 of the mean distance of its six nearest, one to five pitches). So the cells of a tissue join
/// without gaps, and its edge and its holes stay. Spots at one place share a cell. Full-resolution pixels, one ring a spot, on a
/// grid of 0.01 px. Throws Error when there is nothing to tell how far apart spots lie.
std::vector<Ring> voronoiCells(const SpatialSection& section);

} // namespace spacrd
