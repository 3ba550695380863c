#pragma once

#include "core/slide/image.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace spacrd {

class Task;

struct ImportOptions
{
    std::optional<double> mpp; ///< µm per pixel to store in the pyramid; nothing = what the image says, or nothing
};

/// True for images that importImage() takes and OpenSlide does not know, or of whose levels it would read the largest alone:
/// JPEG, PNG, flat TIFF/BigTIFF, pyramidal OME-TIFF in RGB. By content, from the header. Throws nothing.
bool isPlainImage(const std::filesystem::path& path);

/// Writes `image` (JPEG, PNG, TIFF, BigTIFF; 8-bit grey or RGB, alpha flattened on white) as a tiled pyramidal TIFF that
/// OpenSlide opens: 256 px tiles, JPEG Q 90, BigTIFF when needed. EXIF orientation is applied, an ICC profile of RGB is
/// kept, other metadata are dropped. The
/// target appears whole or not at all.
/// Throws Error (not an image, damaged, more bands than RGB, more than 8 bits, over 200,000 px a side, an mpp outside 0.01…20,
/// cannot be written) and Cancelled.
void importImage(const std::filesystem::path& image, const std::filesystem::path& target, const ImportOptions& options,
                 Task& task);

/// The pyramid of `image` in the cache folder, made now if it is not there. Keyed on path, size, modification time and content
/// (blocks spread over the file), so a changed image gets a new one; those used longest ago are removed above 20 GB. Throws as
/// importImage().
std::filesystem::path cachedPyramid(const std::filesystem::path& image, const ImportOptions& options, Task& task);

/// The same for a picture that lies inside another file (`part` names it there); `read` is called when it is not in the cache.
std::filesystem::path cachedPyramid(const std::filesystem::path& source, const std::string& part,
                                    const std::function<Image()>& read, Task& task);

/// $SPACRD_CACHE_DIR, else $XDG_CACHE_HOME/spacrd-studio, else ~/.cache/spacrd-studio. Created when missing.
std::filesystem::path cacheFolder();

} // namespace spacrd
