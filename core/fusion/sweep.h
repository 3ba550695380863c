#pragma once

#include "core/base/geometry.h"
#include "core/preprocess/neighbours.h"

#include <cstdint>
#include <vector>

namespace spacrd {

/// The way through a section that encodes every spot once and holds few encodings at a time.
///
/// Spots are taken in the order of the longer axis of the section; a neighbourhood then spans few places of that order (about
/// two columns of bins), so a ring of the last encodings is enough, however large the section is. The few spots whose
/// neighbours lie far away (a stray spot off the tissue) are left to the end and encoded with their neighbours a second time.
struct Sweep
{
    /// Encode places up to `encodeTo`, then run `attended` up to `attendTo`; both begin where the last step ended.
    struct Step
    {
        std::int64_t encodeTo = 0;
        std::int64_t attendTo = 0;
    };

    std::vector<std::int32_t> order;    ///< spot at each place
    std::vector<std::int32_t> place;    ///< place of each spot
    std::vector<std::int32_t> attended; ///< spots in the order they are run, all but the stragglers
    std::vector<std::int32_t> stragglers;
    std::vector<Step> steps;
    std::int64_t capacity = 0; ///< places the ring must hold; a multiple of the chunk
};

/// `chunk`: spots encoded together, which must lie side by side in the ring. `step`: spots run per step, a multiple of the chunk.
/// Without centres (an empty list) the order is that of the spots. The plan is of the size of the neighbour table.
Sweep planSweep(const NeighbourTable& neighbours, const std::vector<Point>& centres, std::int64_t chunk, std::int64_t step);

} // namespace spacrd
