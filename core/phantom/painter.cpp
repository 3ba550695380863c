#include "core/phantom/painter.h"

#include "core/phantom/ground.h"
#include "core/phantom/noise.h"
#include "core/phantom/nuclei.h"
#include "core/phantom/parallel.h"
#include "core/phantom/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace spacrd::phantom {

namespace {

constexpr int blockSide = 256; // pixels; small enough for the second-level cache
constexpr int halo = 2;        // pixels that the blur looks beyond a block

/// Light, three floats a pixel, of a stain field.
std::vector<float> lightOf(const StainField& field, const StainLook& look)
{
    std::vector<float> light(field.stains.size() * 3);
    for (size_t i = 0; i < field.stains.size(); ++i)
        toRgb(field.stains[i], look, light.data() + 3 * i);
    return light;
}

/// The microscope's and the camera's blur: binomial weights over 5 × 5 pixels. The result is `halo` smaller on each side.
std::vector<float> blurred(const std::vector<float>& light, int width, int height)
{
    constexpr float w0 = 0.5F;
    constexpr float w1 = 0.23F;
    constexpr float w2 = 0.02F;
    const int inner = width - 2 * halo;
    const size_t rowLength = static_cast<size_t>(inner) * 3;
    std::vector<float> across(rowLength * static_cast<size_t>(height));
    for (int y = 0; y < height; ++y) {
        const float* in = light.data() + static_cast<size_t>(y) * static_cast<size_t>(width) * 3;
        float* out = across.data() + static_cast<size_t>(y) * rowLength;
        for (size_t i = 0; i < rowLength; ++i)
            out[i] = w0 * in[i + 6] + w1 * (in[i + 3] + in[i + 9]) + w2 * (in[i] + in[i + 12]);
    }
    std::vector<float> both(rowLength * static_cast<size_t>(height - 2 * halo));
    for (size_t i = 0; i < both.size(); ++i) {
        const float* in = across.data() + i;
        both[i] = w0 * in[2 * rowLength] + w1 * (in[rowLength] + in[3 * rowLength]) + w2 * (in[0] + in[4 * rowLength]);
    }
    return both;
}

/// About ±1 grey level of camera noise, the same for the same pixel always.
float cameraNoise(std::uint32_t h)
{
    const auto sum = static_cast<int>((h & 0xffU) + ((h >> 8) & 0xffU) + ((h >> 16) & 0xffU)) - 382;
    return static_cast<float>(sum) * (1.3F / 128.0F);
}

} // namespace

Painter::Painter(const TissuePlan& plan, double mpp, const StainLook& look, std::uint64_t seed)
    : m_plan(plan)
    , m_mpp(mpp)
    , m_look(look)
    , m_seed(mixed(seed ^ 0x9a17))
{}

void Painter::paintStrip(int width, int y, int rows, std::uint8_t* rgb, const Task& task) const
{
    const int blocks = (width + blockSide - 1) / blockSide;
    forEachInParallel(blocks, task, [&](int block) {
        const int x = block * blockSide;
        paintBlock(x, y, std::min(blockSide, width - x), rows, rgb + static_cast<std::ptrdiff_t>(x) * 3,
                   static_cast<std::ptrdiff_t>(width) * 3);
    });
}

void Painter::paintBlock(int x0, int y0, int width, int height, std::uint8_t* rgb, std::ptrdiff_t stride) const
{
    StainField field{x0 - halo, y0 - halo, width + 2 * halo, height + 2 * halo, {}};
    field.stains.resize(static_cast<size_t>(field.width) * static_cast<size_t>(field.height));
    const int margin = static_cast<int>(std::ceil(nucleusReachUm / m_mpp));
    const SiteLattice sites(m_plan, m_mpp, field.x0 - margin, field.y0 - margin, field.x0 + field.width + margin,
                            field.y0 + field.height + margin);
    const bool singleNuclei = m_mpp <= coarsestNucleusMpp;
    const auto seed = static_cast<std::uint32_t>(m_seed);
    for (int y = field.y0; y < field.y0 + field.height; ++y) {
        Stain* row = field.row(y);
        for (int x = field.x0; x < field.x0 + field.width; ++x, ++row) {
            const float px = static_cast<float>(x) + 0.5F;
            const float py = static_cast<float>(y) + 0.5F;
            const Site site = sites.at(px, py);
            if (site.tissue < -6.0F)
                continue;
            *row = groundStain(site, px * static_cast<float>(m_mpp), py * static_cast<float>(m_mpp), seed);
            if (!singleNuclei)
                addMeanNuclei(*row, site);
        }
    }
    if (singleNuclei)
        paintNuclei(field, sites, m_mpp, m_seed);
    const std::vector<float> light = blurred(lightOf(field, m_look), field.width, field.height);
    for (int y = 0; y < height; ++y) {
        std::uint8_t* out = rgb + y * stride;
        const float* in = light.data() + static_cast<size_t>(y) * static_cast<size_t>(width) * 3;
        for (int i = 0; i < 3 * width; ++i) {
            const float grain = cameraNoise(latticeHash(seed + 77, 3 * x0 + i, y0 + y));
            out[i] = static_cast<std::uint8_t>(std::clamp(in[i] + grain + 0.5F, 0.0F, 255.0F));
        }
    }
}

} // namespace spacrd::phantom
