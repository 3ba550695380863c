#pragma once

#include <algorithm>
#include <cmath>

namespace spacrd {

/// 1 / (1 + e⁻ˣ) without overflow.
inline double sigmoid(double x)
{
    const double e = std::exp(-std::abs(x));
    return (x >= 0.0 ? 1.0 : e) / (1.0 + e);
}

/// ln(1 + eˣ) without overflow: the log-loss of logit x under label 0; under label 1 it is softplus(−x).
inline double softplus(double x)
{
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

} // namespace spacrd
