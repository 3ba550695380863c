#pragma once

#include <cstdint>

/// The CPU's inner loops of batchNormRelu(), over 64 columns at a time: those of a batch stay in the second-level cache from the
/// first pass to the last, so that memory is read once.
namespace spacrd {

struct NormBlock
{
    std::int64_t rows = 0;
    std::int64_t columns = 0; ///< of the whole matrix: the distance of two rows
    std::int64_t first = 0;   ///< this block's first column
    int width = 0;            ///< this block's columns, at most normBlockWidth
    const float* copies = nullptr;
    float totalCopies = 0.0f;
};
inline constexpr int normBlockWidth = 64;

/// Mean and biased variance of each column of the block (`mean`, `variance` of the whole matrix's length).
void blockStatistics(const NormBlock& block, const float* rows, float* mean, float* variance);

/// out = max(0, (x − mean) · inverse · weight + bias).
void blockForward(const NormBlock& block, const float* rows, const float* mean, const float* inverse, const float* weight,
                  const float* bias, float* out);

/// `upstream` with respect to `out`; gives the gradients of rows, weight and bias. The slope of ReLU is that of out > 0.
void blockBackward(const NormBlock& block, const float* rows, const float* out, const float* upstream, const float* mean,
                   const float* inverse, const float* weight, float* rowGradient, float* weightGradient, float* biasGradient);

} // namespace spacrd
