#pragma once

#include "core/phantom/spotplan.h"

#include <filesystem>

namespace spacrd::phantom {

/// cells.csv.gz (cell_id, centroids in µm, areas in µm²) and experiment.xenium (the pixel size) as a Xenium run writes them, of
/// the cells that `order` names. Throws Error.
void writeXeniumCells(const std::filesystem::path& folder, const Layout& layout, const std::vector<PlannedSpot>& spots,
                      const std::vector<size_t>& order);

} // namespace spacrd::phantom
