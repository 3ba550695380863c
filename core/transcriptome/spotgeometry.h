#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/section.h"

namespace spacrd {

/// What the places of spots say by themselves, where no array coordinates do.
struct SpotGeometry
{
    SpotLattice lattice = SpotLattice::irregular;
    double pitchPx = 0.0; ///< median distance to the nearest spot; 0 with fewer than two spots
};

/// Regular when most spots have their nearest neighbour at nearly the same distance; then hexagonal or square by the angles
/// between the neighbours of a spot. Looks at some 5,000 spots at most.
SpotGeometry spotGeometry(const std::vector<Spot>& spots);

} // namespace spacrd
