#include "core/fusion/batchnormkernel.h"

#include "core/fusion/simd.h"

#include <algorithm>

namespace spacrd {

namespace {

/// A line of a block in the caller's registers; columns past the block's width are left alone.
struct Line
{
    float value[normBlockWidth] = {};
};

} // namespace

SPACRD_EVERY_CPU
void blockStatistics(const NormBlock& block, const float* rows, float* mean, float* variance)
{
    Line total;
    for (std::int64_t row = 0; row < block.rows; ++row) {
        const float* const x = rows + row * block.columns + block.first;
        for (int i = 0; i < block.width; ++i)
            total.value[i] += block.copies[row] * x[i];
    }
    Line centre;
    for (int i = 0; i < block.width; ++i)
        centre.value[i] = total.value[i] / block.totalCopies;
    Line square;
    for (std::int64_t row = 0; row < block.rows; ++row) {
        const float* const x = rows + row * block.columns + block.first;
        for (int i = 0; i < block.width; ++i)
            square.value[i] += block.copies[row] * (x[i] - centre.value[i]) * (x[i] - centre.value[i]);
    }
    for (int i = 0; i < block.width; ++i) {
        mean[block.first + i] = centre.value[i];
        variance[block.first + i] = square.value[i] / block.totalCopies;
    }
}

SPACRD_EVERY_CPU
void blockForward(const NormBlock& block, const float* rows, const float* mean, const float* inverse, const float* weight,
                  const float* bias, float* out)
{
    Line scale;
    Line shift;
    for (int i = 0; i < block.width; ++i) {
        scale.value[i] = inverse[block.first + i] * weight[block.first + i];
        shift.value[i] = bias[block.first + i];
    }
    for (std::int64_t row = 0; row < block.rows; ++row) {
        const float* const x = rows + row * block.columns + block.first;
        float* const y = out + row * block.columns + block.first;
        for (int i = 0; i < block.width; ++i)
            y[i] = std::max(0.0f, (x[i] - mean[block.first + i]) * scale.value[i] + shift.value[i]);
    }
}

SPACRD_EVERY_CPU
void blockBackward(const NormBlock& block, const float* rows, const float* out, const float* upstream, const float* mean,
                   const float* inverse, const float* weight, float* rowGradient, float* weightGradient, float* biasGradient)
{
    Line slope;      // Σ g
    Line correlated; // Σ g x̂
    for (std::int64_t row = 0; row < block.rows; ++row) {
        const std::int64_t at = row * block.columns + block.first;
        for (int i = 0; i < block.width; ++i) {
            const float g = out[at + i] > 0.0f ? upstream[at + i] : 0.0f;
            slope.value[i] += g;
            correlated.value[i] += g * (rows[at + i] - mean[block.first + i]) * inverse[block.first + i];
        }
    }
    for (int i = 0; i < block.width; ++i) {
        weightGradient[block.first + i] = correlated.value[i];
        biasGradient[block.first + i] = slope.value[i];
    }
    for (std::int64_t row = 0; row < block.rows; ++row) {
        const std::int64_t at = row * block.columns + block.first;
        const float share = block.copies[row] / block.totalCopies; // of this row in the statistics
        for (int i = 0; i < block.width; ++i) {
            const float g = out[at + i] > 0.0f ? upstream[at + i] : 0.0f;
            const float normalised = (rows[at + i] - mean[block.first + i]) * inverse[block.first + i];
            rowGradient[at + i] = weight[block.first + i] * inverse[block.first + i]
                                  * (g - share * (slope.value[i] + normalised * correlated.value[i]));
        }
    }
}

} // namespace spacrd
