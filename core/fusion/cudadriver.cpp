#include "core/fusion/cudadriver.h"

#include <array>
#include <cstddef>
#include <dlfcn.h>

namespace spacrd {

namespace {

// Of the driver's interface, which is C and has not changed since CUDA 3.2. Its functions give 0 for success.
using Init = int (*)(unsigned flags);
using DriverVersion = int (*)(int* version);
using ErrorName = int (*)(int error, const char** name);
using DeviceCount = int (*)(int* count);
using DeviceName = int (*)(char* name, int length, int device);
using DeviceMemory = int (*)(size_t* bytes, int device);

constexpr int mostCards = 128; // as many as LibTorch can number

template <class Function>
Function find(void* library, const char* name)
{
    return reinterpret_cast<Function>(dlsym(library, name));
}

std::string nameOf(void* library, int error)
{
    const auto ask = find<ErrorName>(library, "cuGetErrorName");
    const char* name = nullptr;
    return ask && ask(error, &name) == 0 && name ? std::string(name) : "error " + std::to_string(error);
}

std::vector<CudaCard> cardsOf(void* library)
{
    const auto count = find<DeviceCount>(library, "cuDeviceGetCount");
    const auto name = find<DeviceName>(library, "cuDeviceGetName");
    const auto memory = find<DeviceMemory>(library, "cuDeviceTotalMem_v2");
    int found = 0;
    if (!count || !name || !memory || count(&found) != 0)
        return {};
    std::vector<CudaCard> cards;
    for (int device = 0; device < found && device < mostCards; ++device) {
        std::array<char, 256> text{};
        size_t bytes = 0;
        if (name(text.data(), static_cast<int>(text.size()) - 1, device) != 0)
            text[0] = '\0';
        if (memory(&bytes, device) != 0)
            bytes = 0;
        cards.push_back({text.data(), bytes});
    }
    return cards;
}

} // namespace

CudaDriver askCudaDriver(const char* libraryName)
{
    CudaDriver driver;
    void* const library = dlopen(libraryName, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return driver;
    driver.found = true;
    const auto version = find<DriverVersion>(library, "cuDriverGetVersion");
    if (!version || version(&driver.version) != 0)
        driver.version = 0;
    const auto init = find<Init>(library, "cuInit");
    const int error = init ? init(0) : -1;
    if (error != 0)
        driver.error = nameOf(library, error);
    else
        driver.cards = cardsOf(library);
    return driver;
}

} // namespace spacrd
