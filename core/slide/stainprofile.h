#pragma once

#include "core/slide/slide.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace spacrd {

/// How one slide was stained and scanned: its glass, the colours of its two dyes, and how strong they come.
struct StainProfile
{
    std::array<double, 3> glass{255.0, 255.0, 255.0}; ///< red, green, blue where there is no tissue, of 255
    /// Optical densities (log10, against the glass) of red, green and blue of one unit of dye; of length one.
    std::array<double, 3> haematoxylin{};
    std::array<double, 3> eosin{};
    /// Units of dye that one pixel of tissue in a hundred exceeds.
    double haematoxylinAmount = 0.0;
    double eosinAmount = 0.0;
};

/// What a slide is made to look like when its stain is normalised: the vectors of stainvectors.h with the amounts of the
/// reference of Macenko's method in common use (1.9705 and 1.0308 in natural units), on white glass.
const StainProfile& standardStains();

/// Measured from pixels (0xffRRGGBB) by Macenko's method (ISBI 2009): the dyes are the two ends, but for a hundredth at each, of
/// the fan that the optical densities of tissue make in the plane of their largest variances. The glass is the middle of the
/// bright pixels, and white where there are few. Nothing when there is too little stained tissue, or only one colour.
std::optional<StainProfile> measureStains(std::span<const std::uint32_t> pixels);

/// Pixels of a slide to measure its stains from, as one row: of forty places of tissue at about 1 µm per pixel, of a slide
/// without coarse levels from places all over it. `abandoned` is asked between reads; the result is then empty. Places that
/// cannot be read are left out.
Image stainPixels(const Slide& slide, const std::function<bool()>& abandoned);

} // namespace spacrd
