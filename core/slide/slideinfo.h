#pragma once

// Private to core/slide.

#include "core/slide/slide.h"

typedef struct _openslide openslide_t; // NOLINT: OpenSlide's own name

namespace spacrd {

/// Reads levels and properties of an open, healthy OpenSlide handle, without coarse levels that it would read wrongly (see
/// narrowlevels.h). Throws Error when the levels make no sense.
///
/// µm per pixel are those of `openslide.mpp-x/y`; for "generic-tiff", where OpenSlide 3 gives none, the TIFF's own resolution
/// with its unit. Values outside plausible.h's range are treated as not given.
SlideInfo readSlideInfo(openslide_t* handle, const std::filesystem::path& path);

} // namespace spacrd
