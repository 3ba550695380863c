#include "core/phantom/ground.h"

#include "core/phantom/noise.h"

#include <algorithm>
#include <cmath>

namespace spacrd::phantom {

namespace {

/// Noises that several tissues use, once a pixel.
struct Grain
{
    float speck; ///< about 1.5 µm
    float cell;  ///< about 5 µm
};

Stain over(const Stain& below, const Stain& above, float weight)
{
    return {mix(below.hematoxylin, above.hematoxylin, weight), mix(below.eosin, above.eosin, weight)};
}

/// Wavy collagen: bundles, fibrils in them, and the white clefts that shrinkage leaves between.
Stain stromaStain(const Site& site, const Grain& grain, std::uint32_t seed)
{
    // Fibres are crimped, and the crimp of neighbours differs.
    const float across = site.across + 3.2F * noise(seed + 10, site.across / 26.0F, site.along / 19.0F) + 0.9F * grain.cell;
    const float bundle = noise(seed + 1, across / 12.0F, site.along / 75.0F);
    const float fibril = noise(seed + 2, across / 3.3F, site.along / 27.0F);
    const float thread = noise(seed + 3, across / 1.5F, site.along / 9.0F);
    const float gap = std::abs(noise(seed + 4, across / 15.0F, site.along / 60.0F) + 0.15F * fibril);
    const float dense = 1.0F - 0.42F * site.loose;
    const float open = smoothStep(0.0F, 0.13F, gap - 0.1F * site.loose + 0.02F + 0.08F * grain.cell);
    const float eosin =
        dense * (0.35F + 0.15F * bundle + 0.14F * fibril + 0.13F * thread) + 0.07F * grain.speck + 0.04F * grain.cell;
    return {0.035F + 0.012F * site.loose + 0.03F * grain.cell, std::max(0.02F, eosin) * mix(0.16F, 1.0F, open)};
}

/// Fat cells: white, with thin pink walls; stroma comes between the cells where the fat ends.
Stain fatStain(const Site& site, const Stain& stroma, float x, float y, const Grain& grain, std::uint32_t seed)
{
    const float wall = fatWallDistance(x, y, seed);
    const float between = 0.9F + 0.35F * grain.cell + 0.7F * std::max(0.0F, 22.0F - site.fat);
    const float filled = 1.0F - smoothStep(-0.9F, 0.9F, wall - between);
    const float solid = smoothStep(1.0F, 5.0F, between);
    const Stain membrane{0.05F, 0.3F + 0.12F * grain.cell};
    return over({0.006F, 0.012F}, over(membrane, stroma, solid), filled);
}

Stain glandStain(const Site& site, const Stain& stroma, const Grain& grain, float x, float y, std::uint32_t seed)
{
    const Stain sheath{0.05F, 0.42F + 0.6F * (stroma.eosin - 0.35F)};
    const Stain wall{0.16F + 0.05F * grain.cell, 0.31F + 0.08F * grain.cell + 0.05F * grain.speck};
    const float milk = smoothStep(0.15F, 0.4F, noise(seed + 9, x / 90.0F, y / 90.0F)); // secretion in some lumens
    const Stain lumen{0.01F, 0.012F + milk * (0.17F + 0.03F * grain.cell)};
    Stain stain = over(stroma, sheath, 0.8F * smoothStep(-11.0F, -5.0F, site.gland));
    stain = over(stain, wall, smoothStep(-0.9F, 0.9F, site.gland + 0.5F * grain.cell));
    return over(stain, lumen, smoothStep(-1.3F, 1.0F, site.gland - epitheliumUm + 2.2F * grain.cell));
}

Stain vesselStain(const Site& site, const Stain& around, const Grain& grain)
{
    const Stain wall{0.09F, 0.46F + 0.1F * grain.cell};
    const Stain lumen{0.006F, 0.02F};
    const Stain stain = over(around, wall, smoothStep(-3.0F, -0.5F, site.vessel));
    return over(stain, lumen, smoothStep(-0.7F, 0.7F, site.vessel - vesselWallUm));
}

/// Islands of cells with white slits between them, in strands of bluish stroma, with pink necrosis deep inside.
Stain tumourStain(const Site& site, const Stain& stroma, const Grain& grain, float x, float y, std::uint32_t seed)
{
    const float ridge = std::abs(noise(seed + 5, x / 10.5F, y / 10.5F) + 0.1F * grain.cell);
    const float slit = smoothStep(0.015F, 0.07F, ridge + 0.03F);
    const float tone = noise(seed + 6, x / 70.0F, y / 70.0F);
    Stain cells{0.17F + 0.06F * tone + 0.04F * grain.cell, 0.31F + 0.08F * tone + 0.08F * grain.cell + 0.06F * grain.speck};
    cells.hematoxylin *= mix(0.45F, 1.0F, slit);
    cells.eosin *= mix(0.45F, 1.0F, slit);
    const Stain strand{stroma.hematoxylin + 0.05F, 0.1F + 0.75F * stroma.eosin};
    // Islands come loose from the stroma at part of their border.
    const float shrunk = smoothStep(0.02F, 0.2F, noise(seed + 7, x / 55.0F, y / 55.0F));
    const float retraction = shrunk * smoothStep(-6.0F, -3.0F, site.island) * (1.0F - smoothStep(-1.0F, 1.0F, site.island));
    Stain stain = over(strand, {0.01F, 0.03F}, 0.85F * retraction);
    stain = over(stain, cells, smoothStep(-1.2F, 1.2F, site.island + 2.0F * grain.cell));
    const float crumb = noise(seed + 8, x / 2.6F, y / 2.6F);
    const Stain necrosis{0.07F + 0.05F * crumb, 0.38F + 0.2F * crumb + 0.1F * grain.cell};
    return over(stain, necrosis, smoothStep(-6.0F, 8.0F, site.necrosis + 8.0F * grain.cell));
}

} // namespace

float fatWallDistance(float x, float y, std::uint32_t seed)
{
    constexpr float pitch = 62.0F;
    const float px = x / pitch + 0.1F * noise(seed + 11, x / 34.0F, y / 34.0F);
    const float py = y / pitch + 0.1F * noise(seed + 12, x / 34.0F, y / 34.0F);
    const int column = floorOf(px);
    const int row = floorOf(py);
    float dx[9];
    float dy[9];
    int nearest = 0;
    for (int i = 0; i < 9; ++i) {
        const int cellColumn = column - 1 + i % 3;
        const int cellRow = row - 1 + i / 3;
        const std::uint32_t h = latticeHash(seed + 0xfa7, cellColumn, cellRow);
        dx[i] = static_cast<float>(cellColumn) + 0.15F + 0.7F * static_cast<float>(h & 0xffffU) / 65535.0F - px;
        dy[i] = static_cast<float>(cellRow) + 0.15F + 0.7F * static_cast<float>(h >> 16) / 65535.0F - py;
        if (dx[i] * dx[i] + dy[i] * dy[i] < dx[nearest] * dx[nearest] + dy[nearest] * dy[nearest])
            nearest = i;
    }
    // The distances to the walls are joined by a power mean, which rounds the corners as fat cells do.
    float sum = 0.0F;
    for (int i = 0; i < 9; ++i) {
        if (i == nearest)
            continue;
        const float ex = dx[i] - dx[nearest];
        const float ey = dy[i] - dy[nearest];
        const float along = 0.5F * (dx[i] * dx[i] + dy[i] * dy[i] - dx[nearest] * dx[nearest] - dy[nearest] * dy[nearest]);
        const float wall = std::max(1e-3F, along / std::sqrt(ex * ex + ey * ey + 1e-6F));
        sum += 1.0F / (wall * wall * wall);
    }
    return pitch / std::cbrt(sum);
}

Stain groundStain(const Site& site, float x, float y, std::uint32_t seed)
{
    const Grain grain{noise(seed + 20, x / 1.5F, y / 1.5F), noise(seed + 21, x / 5.2F, y / 5.2F)};
    Stain stain = stromaStain(site, grain, seed);
    const Stain stroma = stain;
    if (site.fat > -30.0F)
        stain = fatStain(site, stroma, x, y, grain, seed);
    if (site.vessel > -4.0F)
        stain = vesselStain(site, stain, grain);
    if (site.gland > -12.0F)
        stain = glandStain(site, stain, grain, x, y, seed);
    const Stain lymph{0.13F + 0.05F * grain.cell, 0.15F + 0.12F * grain.cell};
    stain = over(stain, lymph, 0.85F * smoothStep(-14.0F, 8.0F, site.immune + 12.0F * grain.cell));
    if (site.tumour > -3.0F)
        stain =
            over(stain, tumourStain(site, stroma, grain, x, y, seed), smoothStep(-1.5F, 1.5F, site.tumour + 2.0F * grain.cell));

    const float thickness =
        1.0F + 0.1F * noise(seed + 22, x / 700.0F, y / 700.0F) + 0.3F * std::exp(-std::max(0.0F, site.tissue) / 6.0F);
    const float present = smoothStep(-1.2F, 1.2F, site.tissue + 2.5F * grain.cell);
    return {present * thickness * std::max(0.0F, stain.hematoxylin), present * thickness * std::max(0.0F, stain.eosin)};
}

} // namespace spacrd::phantom
