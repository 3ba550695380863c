#pragma once

#include <cmath>
#include <optional>

namespace spacrd {

/// The range in which a file's µm per pixel is believed. Light microscopes resolve 0.2 µm and scanners give 0.1–10 µm/px; what
/// image programs write when they do not know (72, 96, 300 or 600 dpi = 353, 265, 85 or 42 µm/px; 0; 1 px/mm) lies outside.
inline constexpr double smallestMpp = 0.01;
inline constexpr double largestMpp = 20.0;

inline std::optional<double> plausibleMpp(double mpp)
{
    return std::isfinite(mpp) && mpp >= smallestMpp && mpp <= largestMpp ? std::optional(mpp) : std::nullopt;
}

} // namespace spacrd
