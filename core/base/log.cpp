#include "core/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>

#include <cstdlib>

namespace spacrd {

void startLog()
{
    const char* level = std::getenv("SPACRD_LOG");
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("spacrd", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    spdlog::set_level(level ? spdlog::level::from_str(level) : spdlog::level::warn);
}

} // namespace spacrd
