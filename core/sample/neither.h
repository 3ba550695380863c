#pragma once

#include <filesystem>

namespace spacrd {

/// For a file that is no section. Throws the Error that says what to open instead when its content is no image either: the
/// folder of the sample that it is a part of, or one of what can be opened. Returns for every other file, whose own reader says
/// what is wrong with it.
void refuseNeither(const std::filesystem::path& path);

} // namespace spacrd
