#pragma once

#include <spdlog/spdlog.h>

/// The program's log is spdlog's default logger, on stderr. Log lines are for developers and are not translated;
/// what a user must know is returned or thrown as well.
namespace spacrd {

/// Sends the log to stderr at the level named by the environment variable SPACRD_LOG (trace … off), else `warn`.
void startLog();

} // namespace spacrd
