#pragma once

#include <torch/torch.h>

namespace spacrd {

/// BatchNorm followed by ReLU over rows that each stand for several copies of themselves.
///
/// A batch of neighbourhoods holds most spots more than once. What happens to all copies alike may be computed once a spot, if
/// the statistics count every copy: mean = Σ cᵤxᵤ / Σ cᵤ, and so the variance and the gradients (spec §4: the reference
/// normalises over all 7B rows).
///
/// `rows` U × C, `copies` U (float; all 1 for plain BatchNorm). In training mode the running statistics of `norm` move, with
/// the unbiased variance over the copies; in eval mode they are used. Differentiable in rows, weight and bias.
torch::Tensor batchNormRelu(torch::nn::BatchNorm1dImpl& norm, const torch::Tensor& rows, const torch::Tensor& copies);

} // namespace spacrd
