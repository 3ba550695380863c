#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spacrd {

/// Text from a file for one line of a message or of a terminal: control characters and bytes that are no UTF-8 become '?', long
/// text is cut with "…".
std::string printable(std::string_view text, size_t longestBytes = 80);

} // namespace spacrd
