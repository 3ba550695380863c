#include "app/cli/command.h"
#include "core/base/error.h"
#include "core/fusion/device.h"
#ifdef SPACRD_BENCH
#include "tests/bench/benches.h"
#endif

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace spacrd::cli {

namespace {

struct Options
{
    std::string name;
    bool quick = false;
};

#ifdef SPACRD_BENCH

void show(const std::string& name, const bench::Figure& figure, const Session& session)
{
    session.progress.clear();
    if (session.general.json) {
        Json detail = Json::object();
        for (const auto& [key, value] : figure.detail)
            detail[key] = value;
        const Json line{
            {"bench", name}, {"figure", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"detail", detail}};
        std::cout << line.dump() << std::endl;
    } else {
        std::cout << fmt::format("{:<32} {:.6g} {}\n", figure.name, figure.value, figure.unit);
        for (const auto& [key, value] : figure.detail)
            std::cout << fmt::format("    {:<36} {:.6g}\n", key, value);
        std::cout << std::flush;
    }
}

std::string wrongName(const std::string& name)
{
    if (bench::benches().count(name) != 0)
        return {};
    std::string known;
    for (const auto& [other, work] : bench::benches())
        known += known.empty() ? other : ", " + other;
    return fmt::format("there is no benchmark named {}; there are {}", name, known);
}

void run(const Options& options, Session& session)
{
    const bench::BenchOptions how{resolveDevice(session.general.device == "auto" ? "cpu" : session.general.device),
                                  session.general.threads, options.quick};
    for (const auto& [name, work] : bench::benches()) {
        if (options.name.empty() || options.name == name)
            work(
                how, [&](const bench::Figure& figure) { show(name, figure, session); }, session.task);
    }
}

#else

std::string wrongName(const std::string& /*name*/)
{
    return {};
}

void run(const Options& /*options*/, Session& /*session*/)
{
    throw Error(SPACRD_TR("core", "This build has no benchmarks."), {},
                SPACRD_TR("core", "build it where Google Benchmark is installed"));
}

#endif

} // namespace

void addBench(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("bench", "Measure the speed of the program's main parts");
    const auto options = std::make_shared<Options>();
    command->add_option("NAME", options->name, "Which benchmark: fusion, open, viewer; all when none is named")
        ->type_name("")
        ->check(CLI::Validator([](std::string& name) { return wrongName(name); }, ""));
    command->add_flag("--quick", options->quick, "Small sizes, to see that it runs; the figures are then of no use");
    addGeneralOptions(*command, line.general, Uses::device);
    command->footer("With --json one line a figure. Every figure that compares has both sides measured in the same run.\n"
                    "The device is the CPU unless one is named.");
    command->callback([options, &line] { line.work = [options](Session& session) { run(*options, session); }; });
}

} // namespace spacrd::cli
