#pragma once

#include "core/fusion/network.h"

namespace spacrd {

/// B × 7 × P normalised along the neighbours (spec §5) on the CPU, differentiable: normaliseAxis1() in one pass.
torch::Tensor normalisedNeighbourhoods(const torch::Tensor& rows);

/// One direction of cross-attention on the CPU with the key and value projections absorbed (spec §12), differentiable in
/// everything. Same result as CrossAttentionImpl::forward but for rounding; the key's bias, whose gradient is exactly 0, gets
/// none. `query` B × P, `context` B × 7 × P.
Attended absorbedAttention(CrossAttentionImpl& layer, const torch::Tensor& query, const torch::Tensor& context);

} // namespace spacrd
