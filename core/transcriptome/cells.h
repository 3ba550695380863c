#pragma once

// Private to core/transcriptome.

#include <filesystem>
#include <string_view>

namespace spacrd {

/// Beyond ± this no number of a table is believed: no position or count of a section is.
constexpr double largestCellNumber = 1e9;

/// The number in a table's cell. Throws Error naming the file, the line and the column when it is none, with a hint when a
/// decimal comma is the likely reason, and when it is beyond ±largestCellNumber.
double numberIn(std::string_view cell, std::string_view column, long line, const std::filesystem::path& file);

/// 0 or 1 as a truth value. Throws Error as numberIn.
bool flagIn(std::string_view cell, std::string_view column, long line, const std::filesystem::path& file);

} // namespace spacrd
