#pragma once

#include "core/base/geometry.h"
#include "core/transcriptome/section.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace spacrd {

inline constexpr int neighbourhoodSize = 7;

/// The k nearest spots of each spot, itself first, then by rising distance, equal distances by rising index (spec §3).
struct NeighbourTable
{
    int k = neighbourhoodSize;
    std::vector<std::int32_t> indices; ///< spots × k, row by row

    size_t spots() const { return indices.size() / static_cast<size_t>(k); }
    const std::int32_t* row(size_t spot) const { return indices.data() + spot * static_cast<size_t>(k); }
};

/// With fewer than k spots the missing places repeat the spot itself (the reference fails there).
NeighbourTable nearestNeighbours(const std::vector<Point>& points, int k = neighbourhoodSize);

/// The same over the spots' centres at full resolution.
NeighbourTable spotNeighbours(const std::vector<Spot>& spots);

} // namespace spacrd
