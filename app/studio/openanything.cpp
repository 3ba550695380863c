#include "app/studio/engine.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/slide/import.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

bool isSampleFile(const fs::path& path)
{
    return path.extension() == ".json";
}

} // namespace

Opened openAnything(const OpenRequest& request, Task& task)
{
    Opened opened{request, nullptr, nullptr};
    if (!fs::exists(request.path))
        throw Error(Text(SPACRD_TR("core", "There is no such file or folder.")), request.path);
    SectionSources section;
    section.path = request.path;
    if (fs::is_directory(request.path) || isSampleFile(request.path) || isSection(section)) {
        SampleSources sources = sampleSources(request.path);
        if (!request.slide.empty())
            sources.slide = request.slide;
        if (request.slideScale)
            sources.slideScale = request.slideScale;
        opened.sample = openSample(sources, task);
        opened.slide = opened.sample->slide;
        return opened;
    }
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
