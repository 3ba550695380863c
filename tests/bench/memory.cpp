#include "tests/bench/memory.h"

#include <fstream>
#include <string>

namespace spacrd::bench {

void restartPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

double peakMemoryMb()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            double kibibytes = 0.0;
            status >> kibibytes;
            return kibibytes * 1024.0 / 1e6;
        }
    }
    return 0.0;
}

} // namespace spacrd::bench
