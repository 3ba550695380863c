#include "core/fusion/neighbourhood.h"

#include <algorithm>

namespace spacrd {

Neighbourhoods neighbourhoodsOf(const NeighbourTable& neighbours, std::span<const std::int32_t> spots)
{
    std::vector<std::int32_t> copies;
    copies.reserve(spots.size() * static_cast<size_t>(neighbours.k));
    for (const std::int32_t spot : spots) {
        const std::int32_t* const row = neighbours.row(static_cast<size_t>(spot));
        copies.insert(copies.end(), row, row + neighbours.k);
    }
    Neighbourhoods all;
    all.unique = copies;
    std::sort(all.unique.begin(), all.unique.end());
    all.unique.erase(std::unique(all.unique.begin(), all.unique.end()), all.unique.end());
    all.members.reserve(copies.size());
    for (const std::int32_t copy : copies)
        all.members.push_back(std::lower_bound(all.unique.begin(), all.unique.end(), copy) - all.unique.begin());
    return all;
}

} // namespace spacrd
