#include "core/sample/sample.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/join.h"
#include "core/slide/import.h"

#include <cmath>

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
std::shared_ptr<const Slide> openBeside(const SpatialSection& section, Task& task)
{
    if (section.imageInside.empty())
        return openImage(section.image, task);
    return openSlide(cachedPyramid(
        section.image, section.imageInside, [&] { return readEmbeddedImage(section.image, section.imageInside, task); }, task));
}

/// The same; null, with the reason in `leftOut`, when it cannot be opened.
std::shared_ptr<const Slide> openFound(const SpatialSection& section, std::vector<Text>& leftOut, Task& task)
{
    try {
        return openBeside(section, task);
    } catch (const Error& error) {
        leftOut.emplace_back(
            SPACRD_TR("core", "The image beside the data (%1) cannot be opened, so the expression is used alone."),
            std::vector<std::string>{section.image.filename().string()});
        leftOut.push_back(error.sentence());
        return nullptr;
    }
}

std::shared_ptr<const Slide> openFor(const SpatialSection& section, const fs::path& image, bool named, std::vector<Text>& leftOut,
                                     Task& task)
{
    if (image.empty())
        return nullptr;
    if (section.expression.genes.empty()) // there is nothing to go on with
        return named ? openImage(image, task) : openBeside(section, task);
    return named ? openNamed(image, task) : openFound(section, leftOut, task);
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
    if (!sources.withoutSlide)
        options.image = sources.slide.empty() ? section.image : sources.slide;
    if (options.image.empty() && section.expression.genes.empty()) {
        throw Error(SPACRD_TR("core", "The sample has neither an expression matrix nor an image."), options.path,
                    SPACRD_TR("core", "name its slide with --slide, or open the folder that holds the matrix"));
    }
    if (!options.scale && !options.alignment && section.imageAlignment)
        options.alignment = Alignment(*section.imageAlignment);
    std::error_code code;
    if (sources.slide.empty() || fs::equivalent(sources.slide, section.image, code)) {
        options.reducedCopy = section.imageScale != 1.0;
        if (!options.scale && !options.alignment)
            options.scale = section.imageScale;
    }
    // What a person says of the alignment is about the image that was found, which is then as good as named.
    options.mayLeaveSlide = sources.slide.empty() && !sources.slideScale && !sources.alignment
                            && (sources.align.empty() || sources.align == "suggested");
    std::shared_ptr<const Slide> slide = openFor(section, options.image, !sources.slide.empty(), options.imageLeftOut, task);
    return joinSample(std::move(section), std::move(slide), options, task);
}

} // namespace spacrd
