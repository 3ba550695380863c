#pragma once

#include "core/exchange/results.h"

#include <optional>
#include <string>

namespace spacrd {

/// Where things lie in the overlay picture: a band for the title, the map, a band for the legend. Picture pixels.
struct OverlayLayout
{
    int width = 0;
    int height = 0;
    double fontPx = 0.0;
    Rect source;        ///< the part shown, in level-0 pixels with a slide, else in full-resolution pixels
    Rect map;           ///< where it is shown; whole pixels
    double scale = 1.0; ///< picture pixels per source pixel
    double legendTop = 0.0;
    double perFullres = 1.0;              ///< picture pixels per full-resolution pixel
    std::optional<double> umPerPicturePx; ///< for the scale bar; nothing when the size of a pixel is not known

    Point toPicture(Point sourcePoint) const
    {
        return {map.x + (sourcePoint.x - source.x) * scale, map.y + (sourcePoint.y - source.y) * scale};
    }
};

/// The layout of the picture with the given longest side. Throws Error when it would be too small to read.
OverlayLayout overlayLayout(const Result& result, int pixels);

/// Everything drawn over the tissue and beside it, as an SVG document of the layout's size on a transparent ground.
std::string overlaySvg(const Result& result, const OverlayLayout& layout);

} // namespace spacrd
