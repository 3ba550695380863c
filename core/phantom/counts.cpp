#include "core/phantom/counts.h"

#include "core/phantom/parallel.h"
#include "core/phantom/random.h"

#include <algorithm>

namespace spacrd::phantom {

void forSpotCounts(const ExpressionModel& model, const std::vector<PlannedSpot>& spots, const std::vector<size_t>& order,
                   std::uint64_t seed, Task& task, const std::function<void(size_t, const std::vector<std::int32_t>&)>& visit)
{
    constexpr size_t blockSize = 128;
    task.stage(SPACRD_TR("core", "Writing counts"), static_cast<std::int64_t>(order.size()), SPACRD_TR("core", "spots"));
    std::vector<std::vector<std::int32_t>> block(blockSize);
    for (size_t first = 0; first < order.size(); first += blockSize) {
        const size_t count = std::min(blockSize, order.size() - first);
        forEachInParallel(static_cast<int>(count), task, [&](int i) {
            const size_t spot = order[first + static_cast<size_t>(i)];
            model.drawCounts(spots[spot].cells, keyOf(seed ^ 0xc0047ULL, static_cast<std::int64_t>(spot)),
                             block[static_cast<size_t>(i)]);
        });
        for (size_t i = 0; i < count; ++i)
            visit(first + i, block[i]);
        task.advanceTo(static_cast<std::int64_t>(first + count));
    }
}

} // namespace spacrd::phantom
