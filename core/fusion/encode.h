#pragma once

#include "core/fusion/network.h"
#include "core/histology/encoder.h"
#include "core/preprocess/expression.h"

namespace spacrd {

/// A tensor that shares the memory of `features`, which must outlive it.
inline torch::Tensor tensorOver(const FeatureMatrix& features)
{
    return torch::from_blob(const_cast<float*>(features.data()), {features.rows(), features.cols()}, torch::kFloat);
}

/// Throws Error when features of one encoder would go into a model trained on another's.
void requireSameEncoder(const EncoderIdentity& have, const EncoderIdentity& wanted);

/// Turns a LibTorch exception into an Error; running out of memory says so.
[[noreturn]] void throwTorchError(const c10::Error& error);

} // namespace spacrd
