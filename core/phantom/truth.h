#pragma once

#include "core/phantom/spotplan.h"

#include <filesystem>
#include <vector>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// truth.csv: barcode,tissue,label,visible_in_image,visible_in_genes of the spots in tissue, in the matrix's order.
void writeTruthTable(const std::filesystem::path& file, const std::vector<PlannedSpot>& spots, const std::vector<size_t>& order);

/// truth.geojson: the tumour as QuPath annotations of class Tumor, full-resolution pixels; each polygon is of one kind of
/// nest, and its measurements say where the nest can be seen (1) and where not (0).
void writeTruthRegions(const std::filesystem::path& file, const TissuePlan& plan, const Layout& layout, std::uint64_t seed,
                       const Task& task);

} // namespace spacrd::phantom
