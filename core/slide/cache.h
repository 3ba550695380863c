#pragma once

// Private to core/slide.

#include <cstdint>
#include <filesystem>

namespace spacrd {

/// Removes the files of `folder` used longest ago (by modification time) until they hold at most `maximumBytes`; `keep` stays.
/// Temporaries that a crashed program left more than a day ago go as well. Throws nothing.
void trimFolder(const std::filesystem::path& folder, const std::filesystem::path& keep, std::uintmax_t maximumBytes);

} // namespace spacrd
