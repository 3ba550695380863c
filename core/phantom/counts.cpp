#include "core/phantom/counts.h"

#include "core/phantom/parallel.h"
#include "core/phantom/random.h"

#include <algorithm>

namespace spacrd::phantom {

namespace {

constexpr double fewMolecules = 0.5; ///< of a Visium spot: below, one molecule after the other is drawn

void drawAll(const ExpressionModel& model, const Mixture& cells, std::uint64_t key, std::vector<GeneCount>& counts)
{
    thread_local std::vector<std::int32_t> all;
    model.drawCounts(cells, key, all);
    counts.clear();
    for (size_t gene = 0; gene < all.size(); ++gene) {
        if (all[gene] != 0)
            counts.push_back({static_cast<std::int32_t>(gene), all[gene]});
    }
}

} // namespace

void forSpotCounts(const ExpressionModel& model, const std::vector<PlannedSpot>& spots, const std::vector<size_t>& order,
                   double molecules, std::uint64_t seed, Task& task, const SpotVisitor& visit)
{
    constexpr size_t blockSize = 128;
    task.stage(SPACRD_TR("core", "Writing counts"), static_cast<std::int64_t>(order.size()), SPACRD_TR("core", "spots"));
    std::vector<std::vector<GeneCount>> block(blockSize);
    for (size_t first = 0; first < order.size(); first += blockSize) {
        const size_t count = std::min(blockSize, order.size() - first);
        forEachInParallel(static_cast<int>(count), task, [&](int i) {
            const size_t spot = order[first + static_cast<size_t>(i)];
            const std::uint64_t key = keyOf(seed ^ 0xc0047ULL, static_cast<std::int64_t>(spot));
            std::vector<GeneCount>& counts = block[static_cast<size_t>(i)];
            if (molecules < fewMolecules)
                model.drawFew(spots[spot].cells, molecules, key, counts);
            else
                drawAll(model, spots[spot].cells, key, counts);
        });
        for (size_t i = 0; i < count; ++i)
            visit(first + i, block[i]);
        task.advanceTo(static_cast<std::int64_t>(first + count));
    }
}

} // namespace spacrd::phantom
