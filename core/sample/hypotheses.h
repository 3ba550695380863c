#pragma once

// Private to core/sample.

#include "core/base/text.h"
#include "core/sample/orientation.h"
#include "core/slide/slide.h"
#include "core/transcriptome/section.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// How numbers can be right and in the wrong unit.
enum class ScaleSlip
{
    none,
    spotsInHires, ///< the spots are given in pixels of the reduced image
    spotsInLowres,
    imageIsHires, ///< the image is this one and was taken for another
    imageIsLowres,
    imageIsFullres,
    imageSize, ///< neither, but the size of the image asks for another scale: the lowres one tells that of the full resolution
    pitch,     ///< neither, but the pitch of the spots and the slide's µm per pixel ask for another scale
};

/// One way in which an alignment may be wrong, and the alignment that would put it right.
struct Hypothesis
{
    ScaleSlip slip = ScaleSlip::none;
    bool cropped = false; ///< the spots are measured from the corner of the scanned part, not of the whole slide
    Orientation orientation = Orientation::asItIs;
    Alignment alignment;
    double factor = 1.0;   ///< what the scale changes by
    bool foretold = false; ///< numbers in the files ask for just this scale, whatever the picture shows

    /// Of its parts, joined by "+": "spots-in-hires", "bounds+rotate-90"; empty when nothing is wrong.
    std::string name() const;
    /// How many things are wrong at once.
    int parts() const { return (slip != ScaleSlip::none) + cropped + (orientation != Orientation::asItIs); }
    bool isNothing() const { return parts() == 0; }
};

/// Image pixels per full-resolution pixel that the size of the image tells, if it shows all that Space Ranger's lowres image
/// does, whose size is known; nothing without the lowres scale factor.
std::optional<double> scaleBySize(const SpatialSection& section, const SlideInfo& info);

/// The given alignment first, then everything that can be wrong with it.
std::vector<Hypothesis> hypothesesAbout(const Alignment& given, const SpatialSection& section, const SlideInfo& info);

/// What is wrong by this hypothesis, where `name` is that of the fix, and what would be done about it.
Text explanationOf(const Hypothesis& hypothesis, const std::string& name);
Text labelOf(const Hypothesis& hypothesis);

} // namespace spacrd
