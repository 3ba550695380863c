#include "core/slide/slide.h"

#include "core/slide/jpegtiffsource.h"
#include "core/slide/openslidesource.h"

namespace spacrd {

std::shared_ptr<const Slide> openSlide(const std::filesystem::path& path)
{
    return JpegTiffSource::over(std::make_shared<const OpenSlideSource>(path));
}

int bestLevelFor(const SlideInfo& info, double downsample)
{
    constexpr double tolerance = 1.0 + 1e-9; // for quotients that should have been whole numbers
    int best = 0;
    for (size_t i = 1; i < info.levels.size(); ++i) {
        const double candidate = info.levels[i].downsample;
        if (candidate <= downsample * tolerance && candidate >= info.levels[static_cast<size_t>(best)].downsample)
            best = static_cast<int>(i);
    }
    return best;
}

} // namespace spacrd
