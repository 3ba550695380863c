#pragma once

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace spacrd {

/// While it lives, products on CUDA are computed in bfloat16, whose range needs no scaling of the loss.
class MixedPrecision
{
public:
    explicit MixedPrecision(bool on)
        : m_on(on)
    {
        if (m_on)
            set(true);
    }
    ~MixedPrecision()
    {
        if (m_on) {
            at::autocast::clear_cache();
            set(false);
        }
    }
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    static void set(bool on)
    {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
        at::autocast::set_autocast_dtype(at::kCUDA, at::kBFloat16);
        at::autocast::set_autocast_enabled(at::kCUDA, on);
#else
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
        at::autocast::set_enabled(on);
#endif
    }

    bool m_on;
};

} // namespace spacrd
