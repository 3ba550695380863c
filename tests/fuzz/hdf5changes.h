#pragma once

#include "tests/fuzz/target.h"

namespace spacrd::fuzz {

/// HDF5 is full of lengths, counts and addresses, and says little to libFuzzer, which cannot see into it: a field of 1 to 8 bytes
/// gets a number that is next to a limit, or next to what was there.
std::optional<std::string> changeHdf5(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText);

} // namespace spacrd::fuzz
