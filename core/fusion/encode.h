#pragma once

#include "core/histology/encoder.h"

#include <torch/torch.h>

namespace spacrd {

/// Throws Error when features of one encoder would go into a model trained on another's.
void requireSameEncoder(const EncoderIdentity& have, const EncoderIdentity& wanted);

/// Turns a LibTorch exception into an Error; running out of memory says so.
[[noreturn]] void throwTorchError(const c10::Error& error);

} // namespace spacrd
