#include "core/sample/join.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/hypotheses.h"
#include "core/sample/orientation.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr double leastOnImage = 0.5;

size_t spotsOnImage(const std::vector<Spot>& spots, const SlideInfo& info, const Alignment& alignment)
{
    const Rect image{0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())};
    return static_cast<size_t>(std::count_if(
        spots.begin(), spots.end(), [&](const Spot& spot) { return image.contains(alignment.toLevel0(spot.fullres).plain()); }));
}

bool puts(const std::vector<Spot>& spots, const SlideInfo& info, double scale)
{
    return static_cast<double>(spotsOnImage(spots, info, Alignment::scaled(scale)))
           >= leastOnImage * static_cast<double>(spots.size());
}

/// True when the image has the size that Space Ranger gives its reduced copy of this scale; or where nothing tells the size.
bool hasSizeOf(double scale, const SpatialSection& section, const SlideInfo& info)
{
    constexpr double tolerated = 0.02;
    const std::optional<double> bySize = scaleBySize(section, info);
    return !bySize || std::abs(*bySize / scale - 1.0) <= tolerated;
}

/// A smaller scale that puts the spots on the image, or nothing: the one Space Ranger wrote for its own reduced image,
/// else the largest with which the outermost spots just fall on it (so the true one is at most that).
std::optional<Text> scaleHint(const SpatialSection& section, const SlideInfo& info, double tried)
{
    for (const double scale : {section.image.scale, section.hiresScale.value_or(1.0), section.lowresScale.value_or(1.0)}) {
        if (scale < tried && hasSizeOf(scale, section, info) && puts(section.spots, info, scale)) {
            return Text(SPACRD_TR("core", "if the image is the reduced copy of Space Ranger, say --slide-scale %1"),
                        {toWord(scale)});
        }
    }
    double right = 0.0;
    double bottom = 0.0;
    for (const Spot& spot : section.spots) {
        right = std::max(right, spot.fullres.x);
        bottom = std::max(bottom, spot.fullres.y);
    }
    if (right <= 0.0 || bottom <= 0.0)
        return std::nullopt;
    const double largest =
        0.999 * std::min(static_cast<double>(info.width()) / right, static_cast<double>(info.height()) / bottom);
    if (largest >= tried || !puts(section.spots, info, largest))
        return std::nullopt;
    return Text(SPACRD_TR("core",
                          "if the image is a reduced copy, give its pixels per full-resolution pixel with --slide-scale; it is "
                          "at most %1"),
                {toWord(std::floor(largest * 1e4) / 1e4)});
}

/// The alignment that `options` ask for by name.
Alignment chosenAlignment(const Sample& sample, const JoinOptions& options)
{
    for (const AlignmentFinding& finding : sample.proof.findings) {
        if (finding.fix && (options.align == "suggested" || options.align == finding.fixName))
            return *finding.fix;
    }
    if (options.align == "suggested" || options.align == orientationName(Orientation::asItIs))
        return sample.alignment;
    const auto named = alignmentNamed(options.align, sample.section, sample.slide->info(), sample.alignment);
    if (!named) {
        throw Error(Text(SPACRD_TR("core", "There is no way named \"%1\" to align this section and slide."), {options.align}),
                    options.image,
                    SPACRD_TR("core",
                              "there are suggested, rotate-90, rotate-180, rotate-270, flip-x, flip-y, transpose, transverse, "
                              "and those that a warning names"));
    }
    return *named;
}

void prove(Sample& sample, const JoinOptions& options, Task& task)
{
    sample.proof = proveAlignment(sample.section, *sample.slide, sample.alignment, task);
    if (options.align.empty())
        return;
    const Alignment chosen = chosenAlignment(sample, options);
    if (chosen == sample.alignment)
        return;
    sample.alignment = chosen;
    sample.proof = proveAlignment(sample.section, *sample.slide, sample.alignment, task);
}

void checkPlaces(const Sample& sample, const fs::path& image)
{
    const std::vector<Spot>& spots = sample.spots();
    const SlideInfo& info = sample.slide->info();
    const size_t inside = spotsOnImage(spots, info, sample.alignment);
    if (static_cast<double>(inside) >= leastOnImage * static_cast<double>(spots.size()))
        return;
    Text hint = scaleHint(sample.section, info, sample.alignment.scale())
                    .value_or(SPACRD_TR("core", "check that the slide and the spots belong to the same section"));
    for (const AlignmentFinding& finding : sample.proof.findings) {
        if (finding.fix) {
            hint = Text(SPACRD_TR("core", "they lie on its tissue with --align %1"), {finding.fixName});
            break;
        }
    }
    throw Error(Text(SPACRD_TR("core", "Only %1 of %2 spots lie on the image of %3 × %4 pixels."),
                     {toWord(inside), toWord(spots.size()), toWord(info.width()), toWord(info.height())}),
                image, hint);
}

/// The name a person gave the sample: that of the folder, or of the counts where it says more than "counts".
std::string nameOf(const fs::path& path)
{
    const fs::path normal = fs::absolute(path).lexically_normal();
    const fs::path named = normal.has_filename() ? normal : normal.parent_path();
    std::string name = named.filename().string();
    for (const char* ending : {".gz", ".tsv", ".csv", ".txt", ".json", ".h5", ".mtx"}) {
        if (name.ends_with(ending))
            name.resize(name.size() - std::char_traits<char>::length(ending));
    }
    for (const char* part : {"counts", "filtered_feature_bc_matrix", "raw_feature_bc_matrix"}) {
        if (name.ends_with(part))
            name.resize(name.size() - std::char_traits<char>::length(part));
    }
    while (name.ends_with('_') || name.ends_with('.'))
        name.pop_back();
    const bool says = !name.empty() && name != "outs" && name != "spatial" && name != "matrix" && name != "sample";
    return says || !named.has_relative_path() || !named.parent_path().has_filename() ? name : nameOf(named.parent_path());
}

/// Lays the slide under the spots. Throws Error where that cannot be right.
void placeOnSlide(Sample& sample, const JoinOptions& options, Task& task)
{
    if (!sample.section.inPixels) {
        throw Error(SPACRD_TR("core", "The spots have no pixel positions, so they cannot be placed on a slide."), options.path,
                    SPACRD_TR("core", "give a table of spots with pixel_x and pixel_y, or leave the slide out"));
    }
    sample.alignment = options.alignment ? *options.alignment : Alignment::scaled(options.scale.value_or(1.0));
    prove(sample, options, task);
    checkPlaces(sample, options.image);
}

/// A section that can be read, and yet says nothing.
void warnOfEmptiness(SpatialSection& section)
{
    const auto doubt = [&](const Text& sentence) {
        const auto same = [&](const Text& said) { return said.english() == sentence.english(); };
        if (std::ranges::none_of(section.doubts, same)) // it may have been joined before
            section.doubt(sentence);
    };
    const std::vector<Spot>& spots = section.spots;
    if (!section.expression.genes.empty() && section.expression.counts.nonZeros() == 0)
        doubt(SPACRD_TR("core", "No gene has a count in any spot."));
    const auto elsewhere = [&](const Spot& spot) { return !(spot.fullres == spots.front().fullres); };
    if (spots.size() > 1 && std::ranges::none_of(spots, elsewhere)) {
        doubt(Text(SPACRD_TR("core", "All %1 spots lie at one place, so the positions are not those of a section."),
                   {toWord(spots.size())}));
    }
}

/// What is left of a sample whose image does not belong to it.
void leaveSlide(Sample& sample, const Error& why)
{
    const auto add = [&](Text sentence) {
        sample.imageWarnings.push_back(sentence);
        sample.warnings.push_back(std::move(sentence));
    };
    add(Text(SPACRD_TR("core", "The image that came with the data (%1) cannot be used, so the expression is used alone."),
             std::vector<std::string>{sample.image.filename().string()}));
    add(why.sentence());
    bool told = false;
    for (const AlignmentFinding& finding : sample.proof.findings) {
        if (!finding.fix && finding.kind != AlignmentFinding::Kind::scaleSlip)
            continue;
        sample.warnings.push_back(finding.explanation); // tells the way to a place on the image
        told = true;
    }
    if (!told && !why.hint().empty())
        add(why.hint());
    sample.slide = nullptr;
    sample.image.clear();
    sample.alignment = Alignment();
}

} // namespace

std::shared_ptr<const Sample> joinSample(SpatialSection section, std::shared_ptr<const Slide> slide, const JoinOptions& options,
                                         Task& task)
{
    auto sample = std::make_shared<Sample>();
    sample->name = nameOf(options.path);
    sample->path = options.path;
    sample->slide = std::move(slide);
    sample->section = std::move(section);
    warnOfEmptiness(sample->section);
    sample->warnings = sample->section.warnings;
    sample->imageWarnings = options.imageWarnings;
    sample->warnings.insert(sample->warnings.end(), options.imageWarnings.begin(), options.imageWarnings.end());
    if (!sample->slide) {
        if (options.imageWarnings.empty() && !options.withoutSlide && sample->section.inPixels) {
            sample->warnings.emplace_back(SPACRD_TR("core",
                                                    "No image was found beside the data, so the expression is used alone; "
                                                    "name the section's slide with --slide."));
        }
        return sample;
    }
    sample->image = options.image;
    try {
        placeOnSlide(*sample, options, task);
    } catch (const Error& error) {
        if (!options.mayLeaveSlide || !sample->hasExpression())
            throw;
        leaveSlide(*sample, error);
        return sample;
    }
    if (options.reducedCopy && sample->alignment.scale() < 1.0) {
        sample->warnings.emplace_back(
            SPACRD_TR(
                "core",
                "The image is a reduced copy (%1 of the full resolution); name the full-resolution slide to see and use more."),
            std::vector<std::string>{toWord(sample->alignment.scale())});
    }
    for (const AlignmentFinding& finding : sample->proof.findings)
        sample->warnings.push_back(finding.explanation);
    return sample;
}

std::shared_ptr<const Sample> realigned(const Sample& sample, const Alignment& alignment, Task& task)
{
    if (!sample.slide)
        throw Error(SPACRD_TR("core", "The sample has no slide to align its spots with."), sample.path);
    JoinOptions options;
    options.path = sample.path;
    options.image = sample.image;
    options.alignment = alignment;
    options.reducedCopy = sample.image == sample.section.image.file && sample.section.image.scale != 1.0;
    return joinSample(sample.section, sample.slide, options, task);
}

} // namespace spacrd
