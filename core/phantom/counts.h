#pragma once

#include "core/phantom/programme.h"
#include "core/phantom/spotplan.h"

#include <functional>
#include <vector>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// Draws the counts of the spots `order` names, some hundred at a time on all cores, and hands them to `visit` in that
/// order: (index into `order`, one count a gene). Memory does not grow with the number of spots.
void forSpotCounts(const ExpressionModel& model, const std::vector<PlannedSpot>& spots, const std::vector<size_t>& order,
                   std::uint64_t seed, Task& task, const std::function<void(size_t, const std::vector<std::int32_t>&)>& visit);

} // namespace spacrd::phantom
