#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/section.h"

namespace spacrd {

/// Distance of neighbouring spots in full-resolution pixels: the median over pairs that are next to each other on the
/// array, so that holes in the tissue do not widen it. Where no two are, pairs further apart are scaled by their distance
/// on the array. 0 when nothing tells (fewer than two spots, no array coordinates).
double spotPitch(const std::vector<Spot>& spots, SpotLattice lattice);

} // namespace spacrd
