#pragma once

#include "tests/fuzz/target.h"

namespace spacrd::fuzz {

/// Tables of tests/transcriptome, right and malformed.
std::vector<std::string> parquetSeeds();

/// Another table: pages are changed in their places, the footer at will. Nothing when the bytes have no footer.
std::optional<std::string> changeTable(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText);

} // namespace spacrd::fuzz
