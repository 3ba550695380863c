#pragma once

#include "core/preprocess/neighbours.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spacrd {

/// The neighbourhoods of some spots, every spot in them named once.
struct Neighbourhoods
{
    std::vector<std::int32_t> unique;  ///< rising
    std::vector<std::int64_t> members; ///< spots × 7: which of `unique` each copy is
};

Neighbourhoods neighbourhoodsOf(const NeighbourTable& neighbours, std::span<const std::int32_t> spots);

} // namespace spacrd
