#pragma once

#include "core/fusion/network.h"
#include "core/preprocess/expression.h"

namespace spacrd {

/// A tensor that shares the memory of `features`, which must outlive it.
inline torch::Tensor tensorOver(const FeatureMatrix& features)
{
    return torch::from_blob(const_cast<float*>(features.data()), {features.rows(), features.cols()}, torch::kFloat);
}

/// Turns a LibTorch exception into an Error; running out of memory says so.
[[noreturn]] void throwTorchError(const c10::Error& error);

} // namespace spacrd
