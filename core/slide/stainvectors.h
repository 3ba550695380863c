#pragma once

#include <array>

namespace spacrd {

/// Optical densities (log10) of red, green and blue of the two dyes of brightfield H&E, as QuPath's StainVector.java has them.
inline constexpr std::array<float, 3> haematoxylinVector{0.65F, 0.70F, 0.29F};
inline constexpr std::array<float, 3> eosinVector{0.2159F, 0.8012F, 0.5581F};

} // namespace spacrd
