#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/section.h"

#include <unordered_map>

namespace spacrd {

/// A legacy-ST spot table.
struct StSpots
{
    std::vector<Spot> spots;
    std::unordered_map<std::string, size_t> byName; ///< "XxY" of the rounded array position, and the `spot` column's name
    bool inPixels = true;                           ///< false: no pixel columns; positions are the array's × 200 (µm)
};

/// Reads `spots.tsv` or a `*_selection.tsv`: columns x, y (array), and where present pixel_x, pixel_y (full-resolution
/// pixels), selected (0 = not in tissue), spot or barcode (a name of its own). Throws Error naming file, line and column,
/// and when two rows have the same place.
StSpots readStSpots(const std::filesystem::path& file, const Task& task);

/// "12x7" of the rounded numbers in "12x7" or "11.98x7.04"; the name itself when it is not of that form.
std::string stSpotKey(const std::string& name);

} // namespace spacrd
