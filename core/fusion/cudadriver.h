#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace spacrd {

struct CudaCard
{
    std::string name; ///< "NVIDIA H100 80GB HBM3"
    std::uint64_t bytes = 0;
};

/// What NVIDIA's driver says about this machine. It is asked through its own library, for which neither a CUDA toolkit nor a
/// LibTorch with CUDA is needed: the driver alone can tell why a graphics card cannot be used.
struct CudaDriver
{
    bool found = false;          ///< its library is installed
    int version = 0;             ///< newest CUDA it can run: 12040 = 12.4; 0 = it does not say
    std::string error;           ///< its own name of what keeps it from starting ("CUDA_ERROR_NO_DEVICE"); empty = it runs
    std::vector<CudaCard> cards; ///< those this program may see, in the order of cuda:0, cuda:1, …
};

/// Throws nothing. The library stays loaded: the driver has threads of its own.
CudaDriver askCudaDriver(const char* library = "libcuda.so.1");

} // namespace spacrd
