#include "tests/bench/memory.h"

#include <fstream>
#include <string>

#include <malloc.h>

namespace spacrd::bench {

void restartPeakMemory()
{
    malloc_trim(0); // what earlier work freed
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
