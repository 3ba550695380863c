#include "tests/bench/reading.h"

#include <array>
#include <cstdio>
#include <exception>

#include <sys/wait.h>

namespace spacrd::bench {

int readLines(const std::string& command, const std::function<void(const std::string&)>& onLine)
{
    FILE* const pipe = popen(command.c_str(), "r");
    if (!pipe)
        return -1;
    std::exception_ptr failure;
    std::string line;
    std::array<char, 4096> part{};
    while (!failure && std::fgets(part.data(), part.size(), pipe)) {
        line += part.data();
        if (line.back() != '\n')
            continue;
        line.pop_back();
        try {
            onLine(line);
        } catch (...) { // after the pipe is closed
            failure = std::current_exception();
        }
        line.clear();
    }
    const int status = pclose(pipe);
    if (failure)
        std::rethrow_exception(failure);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace spacrd::bench
