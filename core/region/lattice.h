#pragma once

#include "core/transcriptome/section.h"

#include <vector>

namespace spacrd {

/// A spot's place on the lattice. Places of different parts are not comparable: parts are groups of spots whose
/// relation is not known.
struct LatticePlace
{
    int part = 0;
    int i = 0;
    int j = 0;

    friend bool operator==(const LatticePlace&, const LatticePlace&) = default;
};

/// The regular array behind the spots of a section: neighbours are at ±u, ±v and, hexagonal, at ±(v − u).
/// Steps in full-resolution pixels. Hexagonal: u and v stand at about 60°; square: at about 90°.
struct Lattice
{
    Point u;
    Point v;
    std::vector<LatticePlace> places; ///< one a spot
};

/// Fits the lattice to the spots: by least squares on the array coordinates where these are informative, else from the
/// vectors between nearest neighbours. Throws Error when there is nothing to tell the size of a step.
Lattice latticeOf(const SpatialSection& section);

} // namespace spacrd
