#pragma once

#include "core/phantom/programme.h"
#include "core/phantom/spotplan.h"

#include <functional>
#include <span>
#include <vector>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// The genes of a spot that were counted, in the order of the genes.
using SpotVisitor = std::function<void(size_t index, std::span<const GeneCount> counts)>;

/// Draws the counts of the spots `order` names, some hundred at a time on all cores, and hands them to `visit` in that
/// order; `index` points into `order`. `molecules` is layout.h's. Memory does not grow with the number of spots.
void forSpotCounts(const ExpressionModel& model, const std::vector<PlannedSpot>& spots, const std::vector<size_t>& order,
                   double molecules, std::uint64_t seed, Task& task, const SpotVisitor& visit);

} // namespace spacrd::phantom
