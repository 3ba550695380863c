#pragma once

#include "core/fusion/detect.h"

namespace spacrd::bench {

inline constexpr int imageFeatures = 1024;
inline constexpr int genes = 3000;
inline constexpr double expressionDensity = 0.1; ///< a real Visium section fills 6 % of its 3,000 most variable genes

/// A section of random numbers on a square lattice. Image features are made when they are asked for, as a very large section
/// would read them from its cache; the same spot always gets the same.
ModelInput syntheticInput(std::int32_t spots, bool imageInMemory);

} // namespace spacrd::bench
