#pragma once

#include "core/preprocess/expression.h"

#include <torch/torch.h>

#include <cstdint>
#include <span>

namespace spacrd {

/// Some rows of a sparse matrix as tensors, so that a backward pass can keep them.
struct SparseBatch
{
    torch::Tensor starts;  ///< rows + 1, int32
    torch::Tensor columns; ///< entries, int32
    torch::Tensor values;  ///< entries
    std::int64_t width = 0;

    std::int64_t rows() const { return starts.size(0) - 1; }
    double density() const
    {
        return static_cast<double>(values.size(0)) / (static_cast<double>(rows()) * static_cast<double>(width));
    }
    torch::Tensor dense() const; ///< rows × width
};

SparseBatch sparseBatch(const SparseFeatures& features, std::span<const std::int32_t> rows);

/// linear(rows): rows × out. On the CPU, and where it pays, without making the rows dense. Differentiable in weight and bias.
torch::Tensor sparseLinear(torch::nn::LinearImpl& linear, const SparseBatch& rows);

} // namespace spacrd
