#include "core/sample/imagestate.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/focusmap.h"
#include "core/sample/tissuemap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spacrd {

namespace {

constexpr double leastTissue = 0.25; // as where the alignment is proved
constexpr double micronsPerPixel = 2.0;
constexpr double pixelsPerSpot = 28.0;  // the same for a spot of 55 µm, where the scale is not known
constexpr double coarsestMicrons = 8.0; // a nucleus is a pixel: nothing tells sharp from blurred
constexpr double leastPixelsPerSpot = 7.0;
// Of the sharper quarter. Of real sections (legacy ST at 0.7 µm per pixel), sharp as they are, 0 to 2 % of the spots lie below;
// blurred with a Gaussian of 4 µm all do, of 2 µm about half.
constexpr double sharpQuantile = 0.75;
constexpr double leastOfSharp = 0.10;
constexpr size_t spotsPerLook = 4096; // between two looks at the task

/// The part of the slide about the spots; nothing where they all lie off it.
std::optional<Rect> partUnder(const std::vector<Level0Point>& centres, double margin, const Rect& bounds)
{
    double left = std::numeric_limits<double>::max();
    double top = left;
    double right = -left;
    double bottom = -left;
    for (const Level0Point& p : centres) {
        if (!bounds.contains(p.plain()))
            continue;
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    if (left > right)
        return std::nullopt;
    left = std::max(left - margin, bounds.x);
    top = std::max(top - margin, bounds.y);
    right = std::min(right + margin, bounds.x + bounds.width);
    bottom = std::min(bottom + margin, bounds.y + bounds.height);
    return Rect{left, top, std::max(right - left, 1.0), std::max(bottom - top, 1.0)};
}

bool tellsBlur(const FocusMap& map, std::optional<double> mpp, double diameter)
{
    return mpp ? map.level0PxPerPixel() * *mpp <= coarsestMicrons : diameter / map.level0PxPerPixel() >= leastPixelsPerSpot;
}

/// Turns tissue that is out of focus into `blurred`.
void judgeFocus(const std::vector<Level0Point>& centres, double diameter, const FocusMap& map, std::vector<ImageState>& states,
                Task& task)
{
    std::vector<std::pair<size_t, double>> focus;
    for (size_t i = 0; i < centres.size(); ++i) {
        if (i % spotsPerLook == 0)
            task.check();
        if (states[i] != ImageState::tissue)
            continue;
        if (const auto here = map.focusAt(centres[i], diameter))
            focus.emplace_back(i, *here);
    }
    if (focus.empty())
        return;
    std::vector<double> sorted;
    for (const auto& [spot, value] : focus)
        sorted.push_back(value);
    const auto sharp = sorted.begin() + static_cast<std::ptrdiff_t>(sharpQuantile * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sharp, sorted.end());
    const double least = leastOfSharp * *sharp;
    for (const auto& [spot, value] : focus) {
        if (value < least)
            states[spot] = ImageState::blurred;
    }
}

void look(const Sample& sample, SampleQuality& quality, Task& task)
{
    const SlideInfo& info = sample.slide->info();
    const double diameter = std::max(sample.spotDiameterLevel0Px(), 1.0);
    std::vector<Level0Point> centres;
    centres.reserve(sample.spots().size());
    for (const Spot& spot : sample.spots())
        centres.push_back(sample.alignment.toLevel0(spot.fullres));

    const TissueMap tissue = readTissueMap(*sample.slide, task);
    std::vector<ImageState> states(centres.size(), ImageState::glass);
    for (size_t i = 0; i < centres.size(); ++i) {
        if (i % spotsPerLook == 0)
            task.check();
        if (tissue.lookAt(centres[i], diameter).tissue >= leastTissue)
            states[i] = ImageState::tissue;
    }
    const std::optional<double> mpp = sample.level0Mpp();
    const double wanted = mpp ? micronsPerPixel / *mpp : diameter / pixelsPerSpot;
    const auto part = partUnder(centres, diameter, info.level0Bounds);
    if (part && isQuickToRead(info, *part, wanted)) {
        const FocusMap map(*sample.slide, *part, wanted, task);
        quality.blurKnown = tellsBlur(map, mpp, diameter);
        if (quality.blurKnown)
            judgeFocus(centres, diameter, map, states, task);
    }
    quality.image = std::move(states);
}

} // namespace

void lookAtImage(const Sample& sample, SampleQuality& quality, Task& task)
{
    if (!isQuickToRead(sample.slide->info())) {
        quality.whyNoImage = SPACRD_TR("core", "The slide has no reduced level, so that looking at all of it would take long.");
        return;
    }
    try {
        look(sample, quality, task);
    } catch (const Error& error) {
        quality.whyNoImage = error.sentence();
    }
}

} // namespace spacrd
