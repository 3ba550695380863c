#include "core/phantom/stain.h"

#include "core/phantom/random.h"
#include "core/slide/stainvectors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spacrd::phantom {

namespace {

constexpr int stepsPerUnit = 1024;
constexpr float greatestDensity = 3.0F;

/// 10^−d at steps of 1/1024: three powers a pixel would cost as much as the rest of the painting.
const std::array<float, static_cast<size_t>(greatestDensity) * stepsPerUnit + 2>& transmissions()
{
    static const auto table = [] {
        std::array<float, static_cast<size_t>(greatestDensity) * stepsPerUnit + 2> t{};
        for (size_t i = 0; i < t.size(); ++i)
            t[i] = static_cast<float>(std::pow(10.0, -static_cast<double>(i) / stepsPerUnit));
        return t;
    }();
    return table;
}

} // namespace

StainLook stainLook(double batchEffect, std::uint64_t seed)
{
    Random random(keyOf(seed, 0x57a1));
    const double strength = std::clamp(batchEffect, 0.0, 1.0);
    StainLook look;
    look.hematoxylin = static_cast<float>(std::exp(0.22 * strength * random.uniform(-1.5, 1.5)));
    look.eosin = static_cast<float>(std::exp(0.30 * strength * random.uniform(-1.5, 1.5)));
    for (float& channel : look.glass)
        channel += static_cast<float>(strength * random.uniform(-7.0, 5.0));
    return look;
}

void toRgb(const Stain& stain, const StainLook& look, float rgb[3])
{
    const auto& table = transmissions();
    const float h = look.hematoxylin * stain.hematoxylin;
    const float e = look.eosin * stain.eosin;
    for (int c = 0; c < 3; ++c) {
        const float density = std::clamp(h * haematoxylinVector[c] + e * eosinVector[c], 0.0F, greatestDensity);
        const float place = density * stepsPerUnit;
        const auto index = static_cast<size_t>(place);
        const float part = place - static_cast<float>(index);
        rgb[c] = look.glass[c] * (table[index] + (table[index + 1] - table[index]) * part);
    }
}

} // namespace spacrd::phantom
