// Stands in for NVIDIA's libcuda.so.1 on machines without one. Environment: FAKE_CUDA_ERROR is what cuInit gives.

#include <cstddef>
#include <cstdio>
#include <cstdlib>

extern "C" {

int cuInit(unsigned)
{
    const char* error = std::getenv("FAKE_CUDA_ERROR");
    return error ? std::atoi(error) : 0;
}

int cuDriverGetVersion(int* version)
{
    *version = 12040;
    return 0;
}

int cuGetErrorName(int error, const char** name)
{
    *name = "CUDA_ERROR_NO_DEVICE";
    return error == 100 ? 0 : 1;
}

int cuDeviceGetCount(int* count)
{
    *count = 2;
    return 0;
}

int cuDeviceGetName(char* name, int length, int device)
{
    std::snprintf(name, static_cast<size_t>(length), "Fake Card %d", device);
    return 0;
}

int cuDeviceTotalMem_v2(size_t* bytes, int device)
{
    *bytes = device == 0 ? size_t(80) << 30 : size_t(0);
    return device == 0 ? 0 : 1;
}
}
