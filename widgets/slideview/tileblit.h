#pragma once

#include "core/slide/image.h"
#include "widgets/slideview/bands.h"

namespace spacrd {

enum class Sampling
{
    nearest, ///< pixels of the tile are seen as squares
    smooth,  ///< bilinear
};

/// Draws a tile over all of `target` (pixels of the frame, may reach beyond it), of which only what is in `clip` and the band is
/// written. The frame is Format_RGB32. The same size is copied as it is. A pixel's middle is mapped to the tile; at its edges the
/// tile goes on as its last pixels.
void blitTile(const Band& frame, const QRect& target, const QRect& clip, const Image& tile, Sampling sampling);

} // namespace spacrd
