#pragma once

#include "core/phantom/stain.h"
#include "core/phantom/tissueplan.h"

#include <cstdint>

namespace spacrd::phantom {

// Thicknesses that the ground and the nuclei share, µm.
inline constexpr float epitheliumUm = 15.0F;
inline constexpr float vesselWallUm = 3.5F;

/// Dye of everything but nuclei at a place: fibres, fat, cytoplasm, lumens. `x`, `y` in µm.
Stain groundStain(const Site& site, float x, float y, std::uint32_t seed);

/// µm to the nearest wall between two fat cells.
float fatWallDistance(float x, float y, std::uint32_t seed);

} // namespace spacrd::phantom
