#pragma once

#include "core/base/mix64.h"

#include <cstdint>

namespace spacrd::phantom {

/// SplitMix64's output after the state `x`.
constexpr std::uint64_t mixed(std::uint64_t x)
{
    return mixed64(x + goldenStep64);
}

/// The key of one thing of the phantom (a cell of a grid, a spot, a gene): what is drawn from it depends on nothing else,
/// so neither the order of the work nor the number of threads changes a byte.
constexpr std::uint64_t keyOf(std::uint64_t seed, std::int64_t a, std::int64_t b = 0)
{
    return mixed(mixed(seed ^ static_cast<std::uint64_t>(a)) + static_cast<std::uint64_t>(b));
}

/// Random numbers whose algorithms are fixed here: the std:: distributions differ between standard libraries.
class Random
{
public:
    explicit Random(std::uint64_t key)
        : m_state(key)
    {}

    std::uint64_t next() { return mixed(m_state++); }
    /// In (0, 1).
    double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Mean 0, variance 1 (Box and Muller).
    double normal();
    /// Mean `shape`, variance `shape` (Marsaglia and Tsang 2000).
    double gamma(double shape);
    /// Inversion by sequential search; large means are split, since sums of Poisson numbers are Poisson.
    std::int64_t poisson(double mean);
    /// Mean `mean`, variance mean + dispersion · mean² (a Poisson number whose mean is gamma distributed).
    std::int64_t negativeBinomial(double mean, double dispersion);

private:
    std::uint64_t m_state;
};

} // namespace spacrd::phantom
