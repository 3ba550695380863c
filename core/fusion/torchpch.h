#pragma once

// LibTorch's headers take most of the compile time of this folder; precompiled they take half.
#include <torch/torch.h>
