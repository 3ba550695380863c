#pragma once

// Private to core/slide.

#include "core/slide/slideinfo.h"

#include <cstddef>

namespace spacrd {

/// How many levels, from level 0 on, the linked OpenSlide reads right.
///
/// OpenSlide 3 with libtiff 4.5 or later garbles TIFF levels that are narrower than one tile, except where it decodes the tiles
/// itself (JPEG in three channels, JPEG 2000): it asks libtiff for a raster of a tile's width, and libtiff now fills one of the
/// image's width. No error is reported; the rows are merely sheared. Newer OpenSlide is not affected.
size_t levelsReadRight(openslide_t* handle, const SlideInfo& info);

/// Sends libtiff's messages, which OpenSlide leaves to go to stderr, to our log. Once; thread-safe.
void keepTiffQuiet();

} // namespace spacrd
