#pragma once

#include <torch/torch.h>

#include <map>
#include <string>

namespace spacrd {

using TensorMap = std::map<std::string, torch::Tensor>;

/// Parameters and running statistics by name, sharing the network's memory; BatchNorm's step counter is of no use and left out.
TensorMap statesOf(const torch::nn::Module& network);
/// The same, copied where they are.
TensorMap copyOf(const TensorMap& states);
/// Writes `from` over the tensors of the same names.
void restore(const TensorMap& states, const TensorMap& from);

} // namespace spacrd
