#pragma once

#include <cstdint>

namespace spacrd {

inline constexpr std::uint64_t goldenStep64 = 0x9e3779b97f4a7c15ULL; ///< 2⁶⁴ / golden ratio: SplitMix64's step

/// Mixes 64 bits so that every input bit reaches every output bit: the finaliser of SplitMix64 (Steele, Lea & Flood 2014),
/// whose n-th output is mixed64(seed + n · goldenStep64).
constexpr std::uint64_t mixed64(std::uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace spacrd
