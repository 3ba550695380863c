#pragma once

#include <cstdint>

namespace spacrd::phantom {

/// Amounts of dye at one place: optical density (log10) of each along its unit stain vector.
struct Stain
{
    float hematoxylin = 0.0F;
    float eosin = 0.0F;
};

/// How one laboratory and scanner render dye: a factor on each and the colour of bare glass.
struct StainLook
{
    float hematoxylin = 1.0F;
    float eosin = 1.0F;
    float glass[3] = {243.0F, 242.0F, 245.0F};
};

/// The laboratory of a section: the standard look, shifted at random by `batchEffect` (0 none … 1 strong).
StainLook stainLook(double batchEffect, std::uint64_t seed);

/// Light through the dyes by Beer and Lambert's law: red, green, blue of 0…255. Vectors as QuPath's brightfield H&E.
void toRgb(const Stain& stain, const StainLook& look, float rgb[3]);

} // namespace spacrd::phantom
