#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/section.h"

#include <unordered_map>

namespace spacrd {

/// Gives every row of `matrix` its spot and puts both into `section`, with the places outside tissue: rows without a spot and
/// rows outside tissue are dropped, each kind with a warning. `positions` are moved, not copied: in it stay those that are not
/// the section's. `spotOf` maps a barcode to its index in `positions`. Throws Error naming `table` (the file of positions) when
/// no barcode has a position, or none of them lies in tissue.
void joinSpots(SpatialSection& section, ExpressionMatrix matrix, std::vector<Spot>& positions,
               const std::unordered_map<std::string, size_t>& spotOf, const std::filesystem::path& table);

/// The same where the positions carry the matrix's barcodes. Quick where both list them in one order, as Space Ranger does.
void joinByBarcode(SpatialSection& section, ExpressionMatrix matrix, std::vector<Spot>& positions,
                   const std::filesystem::path& table);

/// The same where every row's spot is known without its barcode: an index into `positions`, or nothing.
void joinRows(SpatialSection& section, ExpressionMatrix matrix, std::vector<Spot>& positions,
              const std::vector<std::optional<size_t>>& spotOfRow, const std::filesystem::path& table);

} // namespace spacrd
