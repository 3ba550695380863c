#pragma once

#include "core/slide/colourprofile.h"
#include "core/slide/image.h"
#include "core/slide/stainprofile.h"

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
    bool profiled = false;   ///< by the slide's own colour profile, where it has one
    bool normalised = false; ///< in the colours of standardStains(), whatever the laboratory

    friend bool operator==(const ColourTreatment&, const ColourTreatment&) = default;
};

/// A treatment as tables, to be applied to any number of pictures of one slide on any thread.
///
/// Dyes are unmixed by Ruifrok and Johnston's colour deconvolution (Anal. Quant. Cytol. Histol. 23, 2001), with the vectors of
/// `of` where the slide's stain is normalised, else with those of standardStains(), and put back in the colours of these: what is
/// neither dye stays as it is, and a dye by itself is all there is. Brightness, contrast and gamma come after it.
class ColourTables
{
public:
    /// `profile`: the slide's own, applied before all else where the treatment asks for it; may be null.
    explicit ColourTables(const ColourTreatment& treatment, const StainProfile& of = standardStains(),
                          std::shared_ptr<const ColourProfile> profile = nullptr);

    void apply(Image& image) const;

private:
    void mixAnew(const ColourTreatment& treatment, const StainProfile& of);
    std::uint32_t mixed(std::uint32_t pixel) const;

    std::shared_ptr<const ColourProfile> m_profile; ///< null: the colours are those of the file
    bool m_keepsTones = false;
    bool m_mixes = false;
    std::array<std::uint8_t, 256> m_tone{};
    /// [from][value][to]: what a value of a channel adds to the density of red, green, blue, in entries of m_light.
    std::array<std::array<std::array<float, 3>, 256>, 3> m_density{};
    std::array<std::uint8_t, 4096> m_light{};
};

} // namespace spacrd
