#pragma once

#include <functional>
#include <string>

namespace spacrd::bench {

/// Runs a command of the shell and calls `onLine` with each line it writes, as it comes. Its exit status; -1 when it cannot be
/// started.
int readLines(const std::string& command, const std::function<void(const std::string&)>& onLine);

} // namespace spacrd::bench
