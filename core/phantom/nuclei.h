#pragma once

#include "core/phantom/sitelattice.h"
#include "core/phantom/stain.h"

#include <cstdint>
#include <vector>

namespace spacrd::phantom {

/// Dye over a rectangle of pixels, row by row; the rectangle may lie partly outside the picture.
struct StainField
{
    int x0 = 0;
    int y0 = 0;
    int width = 0;
    int height = 0;
    std::vector<Stain> stains;

    Stain* row(int y) { return stains.data() + static_cast<std::ptrdiff_t>(y - y0) * width; }
};

/// How far, in µm, a nucleus may reach from the grid cell that owns it: the lattice must cover the field and this margin.
inline constexpr double nucleusReachUm = 26.0;

/// Paints the nuclei and red blood cells of the field. Each belongs to a cell of a hashed grid and is painted from that
/// cell's numbers and the plan alone, always in the same order, so neighbouring fields agree to the bit.
void paintNuclei(StainField& field, const SiteLattice& sites, double mpp, std::uint64_t seed);

/// Pixels above this are too coarse for single nuclei; their mean dye is added instead.
inline constexpr double coarsestNucleusMpp = 1.6;
void addMeanNuclei(Stain& stain, const Site& site);

} // namespace spacrd::phantom
