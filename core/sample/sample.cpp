#include "core/sample/sample.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/imagesbeside.h"
#include "core/sample/join.h"
#include "core/slide/import.h"

#include <cmath>
#include <utility>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

// Spot diameter ÷ pitch: 55/100 µm (Visium), 100/200 µm (legacy ST).
constexpr double hexagonalDiameter = 0.55;
constexpr double squareDiameter = 0.5;

std::shared_ptr<const Slide> openImage(const fs::path& image, Task& task)
{
    if (!isPlainImage(image))
        return openSlide(image);
    return openSlide(cachedPyramid(image, ImportOptions{}, task));
}

/// The slide that a person named. Its error tells the way on without it.
std::shared_ptr<const Slide> openNamed(const fs::path& image, Task& task)
{
    try {
        return openImage(image, task);
    } catch (const Error& error) {
        const Text wayOn = error.hint().empty() ? Text(SPACRD_TR("core", "use the expression alone with --no-slide"))
                                                : Text(SPACRD_TR("core", "%1; or use the expression alone with --no-slide"),
                                                       {error.hint().english()});
        throw Error(error.sentence(), error.file(), wayOn);
    }
}

/// The image that lay beside the data, or the picture that the data file itself holds.
std::shared_ptr<const Slide> openBeside(const FoundImage& found, Task& task)
{
    if (found.inside.empty())
        return openImage(found.file, task);
    return openSlide(cachedPyramid(
        found.file, found.inside, [&] { return readEmbeddedImage(found.file, found.inside, task); }, task));
}

std::string nameOf(const FoundImage& found)
{
    return found.file.filename().string() + (found.inside.empty() ? "" : ": " + found.inside);
}

/// The best image that was found; where it cannot be opened the smaller one, which then takes its place, with the reason in
/// `warnings`. Throws the first one's Error when neither opens.
std::shared_ptr<const Slide> openBest(SpatialSection& section, std::vector<Text>& warnings, Task& task)
{
    try {
        return openBeside(section.image, task);
    } catch (const Error& error) {
        if (section.smallerImage.file.empty())
            throw;
        std::shared_ptr<const Slide> slide;
        try {
            slide = openBeside(section.smallerImage, task);
        } catch (const Error&) {
            throw error;
        }
        warnings.emplace_back(
            SPACRD_TR("core", "The image beside the data (%1) cannot be opened, so the smaller one (%2) is used."),
            std::vector<std::string>{nameOf(section.image), nameOf(section.smallerImage)});
        warnings.push_back(error.sentence());
        section.image = std::exchange(section.smallerImage, {});
        return slide;
    }
}

/// The same; null, with the reason in `warnings`, when none can be opened and there is expression to go on with.
std::shared_ptr<const Slide> openFound(SpatialSection& section, std::vector<Text>& warnings, Task& task)
{
    try {
        return openBest(section, warnings, task);
    } catch (const Error& error) {
        if (section.expression.genes.empty())
            throw;
        warnings.emplace_back(
            SPACRD_TR("core", "The image beside the data (%1) cannot be opened, so the expression is used alone."),
            std::vector<std::string>{nameOf(section.image)});
        warnings.push_back(error.sentence());
        return nullptr;
    }
}

/// Without an image of the section's own name, what could be it is told, so that nobody wonders.
void warnOfUnusedImages(const fs::path& path, std::vector<Text>& warnings)
{
    const std::vector<std::string> names = imagesBeside(path);
    if (names.empty())
        return;
    if (names.size() == 1)
        warnings.emplace_back(
            SPACRD_TR("core", "No image is used. The folder has %1; if that is this section's, name it with --slide."),
            std::vector<std::string>{names.front()});
    else
        warnings.emplace_back(
            SPACRD_TR("core", "No image is used. The folder has %1 images (%2, …); name this section's with --slide."),
            std::vector<std::string>{toWord(names.size()), names.front()});
}

} // namespace

std::optional<double> Sample::level0Mpp() const
{
    if (slide && slide->info().mppX)
        return slide->info().mppX;
    if (!section.mpp)
        return std::nullopt;
    return *section.mpp / alignment.scale();
}

double Sample::spotDiameterLevel0Px() const
{
    if (section.spotDiameterFullresPx > 0.0)
        return section.spotDiameterFullresPx * alignment.scale();
    return spotPitchLevel0Px() * (section.lattice == SpotLattice::hexagonal ? hexagonalDiameter : squareDiameter);
}

double Sample::spotPitchLevel0Px() const
{
    return section.spotPitchFullresPx * alignment.scale();
}

std::optional<size_t> Sample::spotAt(Level0Point level0) const
{
    const FullresPoint at = alignment.toFullres(level0);
    std::optional<size_t> nearest;
    double least = spotDiameterLevel0Px() / alignment.scale() / 2;
    for (size_t i = 0; i < section.spots.size(); ++i) {
        const FullresPoint centre = section.spots[i].fullres;
        if (std::abs(centre.x - at.x) > least || std::abs(centre.y - at.y) > least)
            continue;
        const double distance = std::hypot(centre.x - at.x, centre.y - at.y);
        if (nearest ? distance < least : distance <= least) {
            nearest = i;
            least = distance;
        }
    }
    return nearest;
}

std::shared_ptr<const Sample> openSample(const SampleSources& sources, Task& task)
{
    SpatialSection section = readSection(sources.section, task);
    JoinOptions options;
    options.path = sources.section.path;
    options.scale = sources.slideScale;
    options.alignment = sources.alignment;
    options.align = sources.align;
    options.withoutSlide = sources.withoutSlide;
    if (!sources.withoutSlide)
        options.image = sources.slide.empty() ? section.image.file : sources.slide;
    if (options.image.empty() && section.expression.genes.empty()) {
        throw Error(SPACRD_TR("core", "The sample has neither an expression matrix nor an image."), options.path,
                    SPACRD_TR("core", "name its slide with --slide, or open the folder that holds the matrix"));
    }
    std::shared_ptr<const Slide> slide;
    if (!options.image.empty() && !sources.slide.empty())
        slide = section.expression.genes.empty() ? openImage(sources.slide, task) : openNamed(sources.slide, task);
    else if (!options.image.empty())
        slide = openFound(section, options.imageWarnings, task);
    else if (!sources.withoutSlide && section.inPixels)
        warnOfUnusedImages(options.path, options.imageWarnings);
    if (slide && sources.slide.empty())
        options.image = section.image.file;
    if (!options.scale && !options.alignment && section.imageAlignment)
        options.alignment = Alignment(*section.imageAlignment);
    std::error_code code;
    if (sources.slide.empty() || fs::equivalent(sources.slide, section.image.file, code)) {
        options.reducedCopy = section.image.scale != 1.0;
        if (!options.scale && !options.alignment)
            options.scale = section.image.scale;
    }
    // What a person says of the alignment is about the image that was found, which is then as good as named.
    options.mayLeaveSlide = sources.slide.empty() && !sources.slideScale && !sources.alignment
                            && (sources.align.empty() || sources.align == "suggested");
    return joinSample(std::move(section), std::move(slide), options, task);
}

} // namespace spacrd
