#pragma once

// Private to core/slide, as vips.h is.

#include "core/slide/vips.h"

#include <filesystem>
#include <optional>

namespace spacrd {

/// Opens a JPEG, PNG or TIFF to be read once from top to bottom; reads its header only. The image has 8-bit channels, grey or
/// RGB, with or without alpha, not turned upright yet.
/// Throws Error when it is no such image, too large, damaged at its beginning, or of several channels or sections.
VipsPtr openPlainImage(const std::filesystem::path& path);

/// µm per pixel as an OME-TIFF's description or the image's own resolution says, when plausible.
std::optional<double> mppOfImage(VipsImage* image);

} // namespace spacrd
