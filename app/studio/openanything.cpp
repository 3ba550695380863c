#include "app/studio/engine.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/neither.h"
#include "core/slide/import.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

bool isSampleFile(const fs::path& path)
{
    return path.extension() == ".json";
}

bool isThere(const fs::path& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

bool looksLikeSection(const SampleSources& sources)
{
    std::error_code ignored;
    return fs::is_directory(sources.section.path, ignored) || isSection(sources.section);
}

Error noSuchFile(const fs::path& path)
{
    return Error(Text(SPACRD_TR("core", "There is no such file or folder.")), path);
}

} // namespace

SampleSources sourcesOf(const OpenRequest& request)
{
    SampleSources sources = sampleSources(request.path);
    if (!request.slide.empty())
        sources.slide = request.slide;
    if (!request.library.empty())
        sources.section.library = request.library;
    if (!request.positions.empty())
        sources.section.positions = request.positions;
    if (!request.spots.empty())
        sources.section.spots = request.spots;
    if (request.slideScale) {
        sources.slideScale = request.slideScale;
        sources.alignment.reset();
    }
    if (request.alignment) {
        sources.alignment = request.alignment;
        sources.slideScale.reset();
    }
    sources.align = request.align;
    sources.withoutSlide = request.withoutSlide;
    return sources;
}

RequestLook lookAt(const OpenRequest& request, Task& task)
{
    RequestLook look;
    for (const fs::path& part : {request.slide, request.positions, request.spots}) {
        if (!part.empty() && !isThere(part))
            look.missing.push_back(part);
    }
    try {
        if (!isThere(request.path))
            throw noSuchFile(request.path);
        look.sampleFile = isSampleFile(request.path);
        const SampleSources sources = sourcesOf(request);
        task.check();
        if (looksLikeSection(sources)) {
            look.overview = sectionOverview(sources.section);
            look.kind = RequestLook::Kind::section;
            look.choose = look.overview.libraries.size() > 1 && look.overview.library.empty();
            look.named = sources.slide;
        } else {
            refuseNeither(request.path);
            if (!isPlainImage(request.path))
                openSlide(request.path);
            look.kind = RequestLook::Kind::slide;
        }
    } catch (const Error& error) {
        look.problem = error;
    }
    task.check();
    return look;
}

void saveSampleFile(const fs::path& file, const OpenRequest& request, const Sample& sample, const Alignment& alignment)
{
    SampleSources sources = sourcesOf(request);
    // An image that was found is named from now on, so that the alignment stays with the picture it was made for; one inside
    // the data is found there again.
    if (sources.slide.empty() && sample.section.image.inside.empty())
        sources.slide = sample.image;
    sources.slideScale.reset();
    sources.alignment = alignment;
    writeSampleFile(file, sources);
}

Opened openAnything(const OpenRequest& request, Task& task)
{
    Opened opened{request, nullptr, nullptr};
    if (!isThere(request.path))
        throw noSuchFile(request.path);
    const SampleSources sources = sourcesOf(request);
    if (looksLikeSection(sources)) {
        opened.libraries = sectionsToChooseOf(sources.section);
        if (!opened.libraries.empty())
            return opened;
        opened.sample = openSample(sources, task);
        opened.slide = opened.sample->slide;
        return opened;
    }
    refuseNeither(request.path);
    opened.slide = openSlide(isPlainImage(request.path) ? cachedPyramid(request.path, {}, task) : request.path);
    task.check();
    return opened;
}

OpenRequest demoRequest(const fs::path& folder)
{
    return {folder / "outs", folder / "slide.tif", std::nullopt};
}

bool hasDemo(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_directory(folder / "outs", ignored) && fs::is_regular_file(folder / "slide.tif", ignored);
}

} // namespace spacrd
