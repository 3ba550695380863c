#pragma once

#include <cstring>

// Private to the CPU kernels of core/fusion.

/// Compiles a function several times, for AVX-512, AVX2 and any x86-64, and picks at start-up. The sanitisers' run-time is not
/// up yet when that choice is made, so their builds keep to the plain version.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)                            \
    && !defined(__SANITIZE_THREAD__)
#define SPACRD_EVERY_CPU __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SPACRD_EVERY_CPU
#endif

namespace spacrd {

inline constexpr int laneWidth = 16;
/// Sixteen floats; a CPU with narrower registers uses several.
using Lane = float __attribute__((vector_size(laneWidth * sizeof(float))));

// By reference: a Lane has no calling convention on a CPU without AVX-512.
__attribute__((always_inline)) inline void load(Lane& lane, const float* from)
{
    std::memcpy(&lane, from, sizeof lane);
}
__attribute__((always_inline)) inline void store(float* to, const Lane& lane)
{
    std::memcpy(to, &lane, sizeof lane);
}
__attribute__((always_inline)) inline float sum(const Lane& lane)
{
    float parts[laneWidth];
    store(parts, lane);
    float total = 0.0f;
    for (const float part : parts)
        total += part;
    return total;
}

} // namespace spacrd
