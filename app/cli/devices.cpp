#include "app/cli/devices.h"

#include "app/cli/command.h"

#include <iostream>

namespace spacrd::cli {

ComputeDevice deviceFor(const Session& session)
{
    DeviceChoice choice = chooseDevice(session.general.device);
    if (!choice.reason.empty())
        session.warn({choice.reason});
    if (!session.general.quiet) {
        session.progress.clear();
        std::cerr << "Running on " << choice.device.title() << std::endl;
    }
    return std::move(choice.device);
}

std::string devicesLine()
{
    std::string line = "devices:";
    const char* separator = " ";
    for (const ComputeDevice& device : computeDevices()) {
        line += separator + device.title();
        separator = ", ";
    }
    // A build without CUDA has nothing to explain here.
    const DeviceChoice choice = chooseDevice("auto");
    return choice.reason.empty() ? line : line + " (" + choice.reason.english() + ")";
}

} // namespace spacrd::cli
