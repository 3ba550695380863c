#pragma once

#include "core/slide/image.h"

#include <array>
#include <cstdint>

namespace spacrd {

/// What is shown of the dyes of a slide.
enum class ShownStain
{
    all,
    haematoxylin, ///< alone, as if there were no eosin
    eosin,
};

/// How the colours of a slide are changed for the eye. The pixels that a model reads are never changed.
struct ColourTreatment
{
    double brightness = 0.0; ///< −1 … 1: half of it is added to every channel of 0 … 1
    double contrast = 0.0;   ///< −1 (all grey) … 1 (black or white): about the middle
    double gamma = 1.0;      ///< 0.1 … 10: more makes the middle brighter
    ShownStain stain = ShownStain::all;

    friend bool operator==(const ColourTreatment&, const ColourTreatment&) = default;
};

/// A treatment as tables, to be applied to any number of pictures on any thread.
///
/// A stain by itself is unmixed by Ruifrok and Johnston's colour deconvolution (Anal. Quant. Cytol. Histol. 23, 2001) with the
/// vectors of stainvectors.h and white glass, and put back in its own colour. Brightness, contrast and gamma come after it.
class ColourTables
{
public:
    explicit ColourTables(const ColourTreatment& treatment);

    void apply(Image& image) const;

private:
    std::uint32_t ofStain(std::uint32_t pixel) const;

    bool m_nothing = false;
    ShownStain m_stain = ShownStain::all;
    std::array<std::uint8_t, 256> m_tone{};
    /// What a value of red, green, blue adds to the amount of the stain, and the colour of so much of it.
    std::array<std::array<float, 256>, 3> m_amount{};
    std::array<std::uint32_t, 1024> m_colour{};
};

} // namespace spacrd
