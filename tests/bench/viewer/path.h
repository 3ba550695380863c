#pragma once

#include "core/slide/slide.h"
#include "widgets/slideview/camera.h"

#include <vector>

namespace spacrd::bench {

inline constexpr QSize benchScreen(1920, 1080);
inline constexpr int framesPerSecond = 60;

/// The cameras of a path over a slide, one a frame: what a pathologist does with one, in some twenty seconds.
std::vector<Camera> scriptedPath(const SlideInfo& info);

/// Views to be looked at one after the other until each is complete: all of the slide, then from far to near at some places of
/// it, and a little to the side.
std::vector<Camera> walk(const SlideInfo& info);

/// The value that a part of the values, 0…1, does not exceed.
double percentile(std::vector<double> values, double part);

} // namespace spacrd::bench
