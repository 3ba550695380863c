#pragma once

#include "core/slide/slide.h"
#include "widgets/slideview/camera.h"

#include <vector>

namespace spacrd::bench {

inline constexpr QSize benchScreen(1920, 1080);
inline constexpr int framesPerSecond = 60;

/// The cameras of a path over a slide, one a frame: what a pathologist does with one, in some twenty seconds.
std::vector<Camera> scriptedPath(const SlideInfo& info);

/// The value that a part of the values, 0…1, does not exceed.
double percentile(std::vector<double> values, double part);

} // namespace spacrd::bench
