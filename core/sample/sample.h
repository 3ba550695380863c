#pragma once

#include "core/sample/proof.h"
#include "core/slide/slide.h"
#include "core/transcriptome/section.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// One tissue section: slide, spots and expression, joined. Immutable once made, shared between threads.
struct Sample
{
    std::string name;
    std::filesystem::path path;         ///< what the user opened
    std::shared_ptr<const Slide> slide; ///< null: expression only
    std::filesystem::path image;        ///< the file behind `slide` as the user knows it (before import); empty without one
    SpatialSection section;
    Alignment alignment;
    AlignmentProof proof;            ///< of `alignment`; without a slide, of the image that was left out, if any
    std::vector<Text> warnings;      ///< the section's, and those of joining, one for each finding of `proof` among them
    std::vector<Text> imageWarnings; ///< those of the warnings that say why an image that was found is not used

    const std::vector<Spot>& spots() const { return section.spots; }
    const ExpressionMatrix& expression() const { return section.expression; }
    /// False: spots and image only; expression() then has no genes.
    bool hasExpression() const { return !section.expression.genes.empty(); }

    /// µm per level-0 pixel: the slide's own, else from the spot pitch; nothing when neither is known.
    std::optional<double> level0Mpp() const;
    /// Spot diameter in level-0 pixels; falls back to 0.55 × pitch (hexagonal) or 0.5 × pitch (square).
    double spotDiameterLevel0Px() const;
    double spotPitchLevel0Px() const;
    /// Index of the spot whose disc of `spotDiameter` covers the point, or nothing.
    std::optional<size_t> spotAt(Level0Point level0) const;
};

struct SampleSources
{
    SectionSources section;
    std::filesystem::path slide;      ///< empty: the image found beside the data, if any
    std::optional<double> slideScale; ///< slide level-0 pixels per full-resolution pixel, where the slide is a reduced copy
    bool withoutSlide = false;        ///< do not look for an image
    std::optional<Alignment> alignment = {}; ///< in place of a scale: all of the way from the spots to the slide
    /// A change to the alignment by its name: "suggested" (the first fix that the proof finds, none if it finds none), the
    /// name of a fix, or one that alignmentNamed() knows; empty: the alignment is taken as it is, whatever the proof says.
    std::string align = {};
};

/// What a `.json` sample file or any other SAMPLE argument names. A sample file is a JSON object with the keys `counts`
/// (required), `spots`, `positions`, `scalefactors`, `library` (which of the sections of the counts), `slide`, paths relative to
/// the file, and either `slide_scale` or `alignment`: six numbers [a, b, c, d, e, f] that take the full-resolution pixel (x, y)
/// of a spot to the slide's level-0 pixel (a·x + b·y + c, d·x + e·y + f). Throws Error.
SampleSources sampleSources(const std::filesystem::path& path);

/// Writes a sample file that sampleSources() reads back, paths relative to its folder where that is possible. Throws Error.
void writeSampleFile(const std::filesystem::path& file, const SampleSources& sources);

/// Reads the section, finds or opens the slide (a plain image is imported to the cache first), and proves that the two
/// belong together (proof.h): Error when less than half of the spots fall on the image that was named, with the fix or the
/// `--slide-scale` that would put them there, else a warning for each finding. The alignment given is kept unless
/// `align` asks for another.
///
/// Half of a sample may be missing. What a person named is never dropped, what was merely found may be:
///  - no expression matrix: a sample of spots and slide, with a warning (readSection);
///  - `slide` cannot be opened: Error, which offers --no-slide where there is expression to go on with;
///  - the image found beside or in the data cannot be opened: the smaller one that lies with it, with a warning;
///  - none of them can be opened, or less than half of the spots lie on it and nothing was said of its scale or alignment: a
///    sample of expression alone, with the reason among the warnings;
///  - neither expression nor image: Error.
std::shared_ptr<const Sample> openSample(const SampleSources& sources, Task& task);

} // namespace spacrd
