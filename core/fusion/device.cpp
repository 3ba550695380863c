#include "core/fusion/device.h"

#include "core/base/error.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <thread>

namespace spacrd {

std::vector<std::string> computeDevices()
{
    std::vector<std::string> devices{"cpu"};
    if (torch::cuda::is_available()) {
        for (size_t i = 0; i < static_cast<size_t>(torch::cuda::device_count()); ++i)
            devices.push_back("cuda:" + std::to_string(i));
    }
    return devices;
}

std::string resolveDevice(const std::string& wanted)
{
    if (wanted == "cpu")
        return wanted;
    const std::vector<std::string> devices = computeDevices();
    if (wanted == "auto")
        return devices.size() > 1 ? devices[1] : devices[0];
    const std::string name = wanted == "cuda" ? "cuda:0" : wanted;
    for (const std::string& device : devices) {
        if (device == name)
            return device;
    }
    throw Error(Text(SPACRD_TR("core", "There is no device \"%1\" on this machine."), {wanted}), {},
                devices.size() > 1 ? Text(SPACRD_TR("core", "use auto, cpu or cuda:0 to cuda:%1"), {toWord(devices.size() - 2)})
                                   : Text(SPACRD_TR("core", "use auto or cpu; this build or machine has no usable CUDA device")));
}

void setComputeThreads(int threads)
{
    at::set_num_threads(threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
}

std::string libtorchVersion()
{
    return TORCH_VERSION;
}

} // namespace spacrd
