#pragma once

#include <cstdint>

namespace spacrd::phantom {

/// Mixes 64 bits so that every input bit reaches every output bit (the output function of SplitMix64).
constexpr std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
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
