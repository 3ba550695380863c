#pragma once

#include "core/fusion/network.h"

namespace spacrd {

/// One direction of cross-attention on the CPU with the key and value projections absorbed (spec §12), differentiable in
/// everything. Same result as CrossAttentionImpl::forward but for rounding; the key's bias, whose gradient is exactly 0, gets
/// none. `query` B × P, `context` B × 7 × P.
Attended absorbedAttention(CrossAttentionImpl& layer, const torch::Tensor& query, const torch::Tensor& context);

} // namespace spacrd
