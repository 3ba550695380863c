#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// Fills rows [y, y + rows) of a picture: RGB, full width, no padding.
using StripSource = std::function<void(int y, int rows, std::uint8_t* rgb)>;

/// Rows that a source is asked for at once (the last time fewer); one row of tiles.
inline constexpr int stripRows = 256;

/// Writes a pyramidal tiled JPEG TIFF that OpenSlide opens as generic-tiff: 256 px tiles, each level half as wide as the
/// one above, `mpp` µm per pixel in the resolution tags. Memory is a few strips whatever the picture's size: the levels
/// below wait in unnamed files in the folder of `file`. Same pixels, same bytes.
/// Reports rows as `task` items. Throws Error, and what the source throws.
void writePyramid(const std::filesystem::path& file, int width, int height, double mpp, const StripSource& source, Task& task);

} // namespace spacrd::phantom
