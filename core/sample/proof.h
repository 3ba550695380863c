#pragma once

#include "core/base/text.h"
#include "core/sample/alignment.h"
#include "core/slide/slide.h"
#include "core/transcriptome/section.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// Something that speaks against an alignment.
struct AlignmentFinding
{
    enum class Kind
    {
        scaleSlip,       ///< spots or image are in reduced pixels
        orientation,     ///< spots are turned or mirrored against the image
        boundsOffset,    ///< spots are measured from the corner of the slide's scanned part
        shift,           ///< spots lie right when they are all moved
        offImage,        ///< spots lie outside the image
        noTissue,        ///< the image shows no tissue at all
        onGlass,         ///< spots in tissue lie where the image shows glass
        noMatch,         ///< neither outline nor expression fits the image, however the spots are put: another section's
        micronsDisagree, ///< the slide's µm per pixel is not that of the spot pitch
    };

    Kind kind = Kind::offImage;
    Text explanation;             ///< one sentence: what seems wrong
    std::string fixName;          ///< what `--align` calls the fix: "rotate-90", "spots-in-hires", …; empty without one
    Text fixLabel;                ///< the same for a button
    std::optional<Alignment> fix; ///< nothing where no single fix is sure
    /// How much better the fix makes section and image agree, in units of the standard error between parts of the section (0
    /// where there is none, or where it follows from numbers in the files rather than from the image).
    double sigmas = 0.0;
};

/// How well section and image agree under an alignment. Every value is finite.
struct AlignmentScore
{
    double onImage = 0.0;         ///< share of the spots on the scanned part of the slide
    double onTissue = 0.0;        ///< share of the spots where the image shows tissue
    double outsideOnTissue = 0.0; ///< share of the places outside the tissue where it does nevertheless
    double tissueAgreement = 0.0; ///< 1 = tissue just where the section has it, 0 = no better than a blank image
    double expressionR2 = 0.0;    ///< share of the expression's variance that the local image predicts, cross-validated; ≤ 1
};

/// What can be said of an alignment. No finding means that nothing speaks against it, not that it is right.
struct AlignmentProof
{
    std::vector<AlignmentFinding> findings; ///< most important first
    std::optional<AlignmentScore> score;    ///< nothing when the image was not looked at (its smallest level is too large)
};

/// Compares a section with a slide at a low resolution. Every hypothesis (the eight orientations about the image, reduced
/// pixels, the bounds offset, a shift) is judged by the same two measures: is there tissue where the section has it and glass
/// where it has none; and does the local colour and texture predict library size and the first principal components of the
/// expression (ridge regression, cross-validated), which tells symmetrical outlines apart. A hypothesis becomes a finding
/// when it beats the given alignment by a margin that the scatter between parts of the section sets, and the other hypotheses
/// likewise. The spots must be in pixels, and there must be one. Typically a quarter of a second. Throws Error as
/// Slide::readRegion, Cancelled.
AlignmentProof proveAlignment(const SpatialSection& section, const Slide& slide, const Alignment& given, Task& task);

/// The alignment that `name` makes of the given one, evidence or not: the name of an orientation, "spots-in-hires", …, joined
/// by "+"; nothing when there is no such way for this section and slide.
std::optional<Alignment> alignmentNamed(const std::string& name, const SpatialSection& section, const SlideInfo& info,
                                        const Alignment& given);

} // namespace spacrd
