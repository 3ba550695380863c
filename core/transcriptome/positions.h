#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/section.h"

namespace spacrd {

/// Spots of a Space Ranger table of positions (`tissue_positions_list.csv` without a header, `tissue_positions.csv` with
/// one; which it is shows the first row, not the name; `tissue_positions.parquet` of Visium HD). Columns: barcode, in_tissue,
/// array_row, array_col, pxl_row_in_fullres, pxl_col_in_fullres: the row (y) stands before the column (x). Positions are pixel
/// centres, kept as they are. Throws Error naming file, line or row and column, also for a barcode that appears twice.
std::vector<Spot> readPositions(const std::filesystem::path& file, const Task& task);

} // namespace spacrd
