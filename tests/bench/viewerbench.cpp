// The benchmarks of the slide view are a program of their own, so that spacrd itself starts without Qt.

#include "core/base/error.h"
#include "core/base/task.h"
#include "tests/bench/benches.h"
#include "tests/bench/reading.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace spacrd::bench {

void benchViewer(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task)
{
    namespace fs = std::filesystem;
    const fs::path program = fs::read_symlink("/proc/self/exe").parent_path() / "spacrd-viewerbench";
    if (!fs::exists(program))
        throw Error(SPACRD_TR("core", "The benchmarks of the slide view are not there."), program,
                    SPACRD_TR("core", "build the program with its window (SPACRD_GUI) and Google Benchmark"));
    const int status = readLines("'" + program.string() + "'" + (options.quick ? " --quick" : ""), [&](const std::string& line) {
        task.check();
        const nlohmann::json said = nlohmann::json::parse(line, nullptr, false);
        if (said.is_object())
            onFigure({said.at("figure"), said.at("value"), said.at("unit"), said.at("detail")});
    });
    if (status != 0)
        throw Error(Text(SPACRD_TR("core", "The benchmarks of the slide view ended with status %1."), {toWord(status)}), program,
                    SPACRD_TR("core", "run that program alone to see why"));
}

} // namespace spacrd::bench
