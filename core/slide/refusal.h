#pragma once

#include <filesystem>

namespace spacrd {

/// Throws the Error that says why `path` is not there to be read: missing, a folder, empty, … Returns for any other file.
void checkIsFile(const std::filesystem::path& path);

/// True when OpenSlide recognises the file's format, even if it then cannot open it.
bool knownToOpenSlide(const std::filesystem::path& path);

/// True for a tiled TIFF of no maker's own that keeps its smaller levels where OpenSlide does not look.
bool onlyLargestLevelKnownToOpenSlide(const std::filesystem::path& path);

/// Throws the Error that says why OpenSlide does not know the file, and what to do. For a file that passed checkIsFile().
[[noreturn]] void refuseUnknownSlide(const std::filesystem::path& path);

} // namespace spacrd
