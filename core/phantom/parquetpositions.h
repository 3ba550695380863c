#pragma once

#include "core/phantom/spotplan.h"

#include <string>
#include <vector>

namespace spacrd::phantom {

/// tissue_positions.parquet as Space Ranger writes it for Visium HD: six required columns, plain values under snappy, a page a
/// column in row groups of 100,000 bins (https://parquet.apache.org/docs/file-format/).
std::string positionsParquet(const std::vector<PlannedSpot>& spots);

} // namespace spacrd::phantom
