#pragma once

#include "core/base/text.h"
#include "core/fusion/cudadriver.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace spacrd {

/// Something a model can run on.
struct ComputeDevice
{
    std::string name;        ///< "cpu", "cuda:0": what LibTorch and the command line call it
    std::string model;       ///< "NVIDIA H100 80GB HBM3"; empty for the processor, and where the driver does not say
    std::uint64_t bytes = 0; ///< memory of its own; 0 for the processor, and where the driver does not say

    /// "cpu", "cuda:0 (NVIDIA H100 80GB HBM3, 79.1 GiB)"
    std::string title() const;
};

/// The device of one run, chosen once.
struct DeviceChoice
{
    ComputeDevice device;
    /// Why a LibTorch with CUDA works on the processor all the same, where that was not asked for: a warning to be shown.
    /// Empty otherwise.
    Text reason;
};

/// True for what --device takes: "auto", "cpu", "cuda", "cuda:N". Says nothing about whether the device is there.
bool isDeviceName(const std::string& word);

/// Devices this build and machine can use: the processor, then the CUDA devices. Starts LibTorch: not for the GUI thread.
std::vector<ComputeDevice> computeDevices();

/// Why CUDA cannot be used; empty when it can. Starts LibTorch.
Text whyNoCuda();

/// "auto" → the first CUDA device that can run a sum, else the processor, with the reason where the build could have used
/// CUDA; "cuda" → cuda:0. Throws Error with the reason when the device named is not there or does not work. Starts LibTorch.
DeviceChoice chooseDevice(const std::string& wanted);

/// The name of what chooseDevice() chooses. Throws as it.
std::string resolveDevice(const std::string& wanted);

/// Sets the number of threads LibTorch works with; 0 = all cores.
void setComputeThreads(int threads);

/// "1.13.1"
std::string libtorchVersion();

/// What chooseDevice() decides upon.
struct CudaFacts
{
    bool compiledIn = false; ///< LibTorch was built with CUDA
    int builtFor = 0;        ///< the CUDA it was built with, 12040 = 12.4
    int devices = 0;         ///< as LibTorch counts them
    std::string complaint;   ///< LibTorch's own words when it could not start CUDA
    CudaDriver driver;
};

/// The same decisions on given facts. `tryOut` computes something on a CUDA device and gives what went wrong, or nothing.
Text whyNoCuda(const CudaFacts& facts);
DeviceChoice chooseDevice(const std::string& wanted, const CudaFacts& facts,
                          const std::function<std::string(const std::string& device)>& tryOut);

} // namespace spacrd
