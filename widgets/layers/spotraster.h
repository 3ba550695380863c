#pragma once

#include "widgets/layers/binvalues.h"
#include "widgets/layers/discshape.h"
#include "widgets/layers/spotplaces.h"
#include "widgets/layers/valuecolours.h"

#include <QImage>

#include <span>
#include <vector>

namespace spacrd {

/// Draws discs too small for a shape of their own: every pixel of the image gets the aggregate of the spots whose centres are in
/// it. What it needs for that is kept from frame to frame.
class SpotRaster
{
public:
    /// `image`: Format_ARGB32_Premultiplied, whose pixels `level0ToDevice` maps to. `valueOfPlace`: in the order of
    /// places; NaN = no value.
    void paintPixels(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places,
                     std::span<const float> valueOfPlace, Aggregate aggregate, const ValueColours& colours);

private:
    std::vector<float> m_value;
    std::vector<std::uint32_t> m_count; ///< of spots with a value; the highest bit: some spot has none
};

/// Draws each spot as a disc of `shape` in the colour of its value, with the middle where the spot is, to the next half pixel;
/// one without a value is striped. Transparent elsewhere. `image` and the rest as above.
void paintDiscs(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, const DiscShape& shape,
                std::span<const float> valueOfPlace, const ValueColours& colours);

/// Draws a small premultiplied picture at each spot, with its middle where the spot is, to the next half pixel.
void paintSprites(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, const QImage& sprite);

} // namespace spacrd
