#pragma once

// Private to core/sample.

#include "core/sample/proof.h"

namespace spacrd {

/// The score of the given alignment, and the findings that comparing section and picture under every hypothesis gives.
AlignmentProof picturedProof(const SpatialSection& section, const Slide& slide, const Alignment& given, Task& task);

} // namespace spacrd
