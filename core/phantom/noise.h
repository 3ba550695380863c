#pragma once

#include <cmath>
#include <cstdint>

namespace spacrd::phantom {

/// 32 well-mixed bits of a lattice point.
inline std::uint32_t latticeHash(std::uint32_t seed, std::int32_t x, std::int32_t y)
{
    std::uint32_t h = seed ^ (static_cast<std::uint32_t>(x) * 0x8da6b343U) ^ (static_cast<std::uint32_t>(y) * 0xd8163841U);
    h = (h ^ (h >> 15)) * 0x2c1b3c6dU;
    h = (h ^ (h >> 12)) * 0x297a2d39U;
    return h ^ (h >> 15);
}

inline std::int32_t floorOf(float v)
{
    const auto whole = static_cast<std::int32_t>(v);
    return whole - (static_cast<float>(whole) > v ? 1 : 0);
}

/// Gradient noise: smooth, features about 1 unit wide, mean 0, standard deviation about 0.35, within ±1.5.
inline float noise(std::uint32_t seed, float x, float y)
{
    const std::int32_t ix = floorOf(x);
    const std::int32_t iy = floorOf(y);
    const float fx = x - static_cast<float>(ix);
    const float fy = y - static_cast<float>(iy);
    const auto corner = [&](std::int32_t cx, std::int32_t cy, float dx, float dy) {
        const std::uint32_t h = latticeHash(seed, cx, cy);
        const float gx = static_cast<float>(static_cast<std::int32_t>(h & 0xffffU) - 0x8000) * (1.9F / 32768.0F);
        const float gy = static_cast<float>(static_cast<std::int32_t>(h >> 16) - 0x8000) * (1.9F / 32768.0F);
        return gx * dx + gy * dy;
    };
    const float sx = fx * fx * fx * (fx * (fx * 6.0F - 15.0F) + 10.0F);
    const float sy = fy * fy * fy * (fy * (fy * 6.0F - 15.0F) + 10.0F);
    const float a = corner(ix, iy, fx, fy);
    const float b = corner(ix + 1, iy, fx - 1.0F, fy);
    const float c = corner(ix, iy + 1, fx, fy - 1.0F);
    const float d = corner(ix + 1, iy + 1, fx - 1.0F, fy - 1.0F);
    const float top = a + (b - a) * sx;
    const float bottom = c + (d - c) * sx;
    return top + (bottom - top) * sy;
}

/// `octaves` of noise, each half as wide and half as strong as the one before.
inline float fractalNoise(std::uint32_t seed, float x, float y, int octaves)
{
    float sum = 0.0F;
    float weight = 1.0F;
    for (int i = 0; i < octaves; ++i) {
        sum += weight * noise(seed + static_cast<std::uint32_t>(i) * 0x9e3779b9U, x, y);
        x = x * 2.0F + 17.3F;
        y = y * 2.0F - 9.1F;
        weight *= 0.5F;
    }
    return sum;
}

/// 0 below `low`, 1 above `high`, smooth between.
inline float smoothStep(float low, float high, float v)
{
    float t = (v - low) / (high - low);
    t = t < 0.0F ? 0.0F : (t > 1.0F ? 1.0F : t);
    return t * t * (3.0F - 2.0F * t);
}

inline float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}

} // namespace spacrd::phantom
