#pragma once

// Private to core/sample.

#include "core/sample/quality.h"

namespace spacrd {

/// Fills `image`, `blurKnown` and `whyNoImage` of a sample with a slide. Throws Cancelled.
void lookAtImage(const Sample& sample, SampleQuality& quality, Task& task);

} // namespace spacrd
