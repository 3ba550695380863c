#pragma once

#include "core/fusion/device.h"

namespace spacrd::cli {

struct Session;

/// The device that --device names, chosen and told on stderr, with a warning where a build with CUDA cannot use it.
/// A command calls this once and passes the name on. Throws Error when the device is not there or does not work.
ComputeDevice deviceFor(const Session& session);

/// The line of --version: "devices: cpu, cuda:0 (NVIDIA H100 80GB HBM3, 79.1 GiB)", or why there is no more than the
/// processor where the build could use CUDA.
std::string devicesLine();

} // namespace spacrd::cli
