#pragma once

#include <string>
#include <vector>

namespace spacrd {

/// Devices this build and machine can use: "cpu", then "cuda:0", …. Starts LibTorch: not for the GUI thread.
std::vector<std::string> computeDevices();

/// "auto" → the first CUDA device, else "cpu"; "cuda" → "cuda:0". Throws Error when the device is not there.
std::string resolveDevice(const std::string& wanted);

/// Sets the number of threads LibTorch works with; 0 = all cores.
void setComputeThreads(int threads);

/// "1.13.1"
std::string libtorchVersion();

} // namespace spacrd
