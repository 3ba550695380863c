#pragma once

#include "core/phantom/programme.h"
#include "core/phantom/spotplan.h"

#include <filesystem>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// counts.tsv.gz: spots "XxY" × gene symbols, as the legacy ST pipeline wrote them. Throws Error, Cancelled.
void writeStCounts(const std::filesystem::path& file, const ExpressionModel& model, const std::vector<PlannedSpot>& spots,
                   const std::vector<size_t>& order, std::uint64_t seed, Task& task);

/// spots.tsv: x, y, new_x, new_y (array), pixel_x, pixel_y, selected (1 = in tissue).
void writeStSpots(const std::filesystem::path& file, const Layout& layout, const std::vector<PlannedSpot>& spots);

} // namespace spacrd::phantom
