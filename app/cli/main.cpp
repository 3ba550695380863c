#include "app/cli/cancellation.h"
#include "app/cli/command.h"
#include "app/cli/devices.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/slide/version.h"
#include "core/transcriptome/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <new>

namespace spacrd::cli {

namespace {

constexpr int done = 0;
constexpr int workFailed = 1;
constexpr int wrongCommandLine = 2;

int fail(int exitCode, const std::string& line)
{
    std::cerr << "error: " << line << std::endl;
    return exitCode;
}

std::string versions()
{
    return "spacrd " SPACRD_VERSION "\nLibTorch " + libtorchVersion() + "\nOpenSlide " + openslideVersion() + "\nHDF5 "
           + hdf5Version() + "\n" + devicesLine();
}

/// CLI11 may use several lines and no full stop; a mistake is told in one line that says where to read on.
std::string lineOf(const CLI::App& program, const CLI::ParseError& mistake)
{
    std::string line = mistake.what();
    for (char& c : line) {
        if (c == '\n' || c == '\r')
            c = ' ';
    }
    // It leaves out the name of an option that the command's help does not list, but not the colon behind it.
    if (line.starts_with(": "))
        line.erase(0, 2);
    while (!line.empty() && (line.back() == ' ' || line.back() == '.'))
        line.pop_back();
    const auto chosen = program.get_subcommands();
    return line + " (see spacrd " + (chosen.empty() ? "" : chosen.front()->get_name() + " ") + "--help)";
}

void addCommands(CLI::App& program, CommandLine& line)
{
    addInfo(program, line);
    addDetect(program, line);
    addTrain(program, line);
    addFinetune(program, line);
    addEvaluate(program, line);
    addModel(program, line);
    addBench(program, line);
    addFeatures(program, line);
    addImport(program, line);
    addPhantom(program, line);
}

bool hasCommand(CLI::App& program, const std::string& name)
{
    return !program.get_subcommands([&name](const CLI::App* command) { return command->get_name() == name; }).empty();
}

void work(const CommandLine& line, const Cancellation& cancellation)
{
    ProgressPrinter progress(line.general.quiet ? ProgressPrinter::Style::nothing : ProgressPrinter::styleOfStderr());
    StageClock clock;
    Task task(cancellation.token(), [&progress, &clock](const Progress& now) {
        progress.show(now);
        clock.see(now);
    });
    Session session{line.general, task, progress, clock};
    line.work(session);
}

/// Reads the command line; the exit code when there is nothing left to do.
std::optional<int> read(CLI::App& program, CommandLine& line, int argc, char** argv)
{
    program.set_version_flag("--version", &versions, "Print the versions of the program and its libraries, and the devices");
    program.require_subcommand(1);
    program.footer("Exit codes: 0 done, 1 the work failed, 2 the command line was wrong, 130 cancelled.\n"
                   "spacrd COMMAND --help tells more.");
    addCommands(program, line);
    // CLI11 would only say that a command is missing.
    if (argc > 1 && *argv[1] != '-' && !hasCommand(program, argv[1]))
        return fail(wrongCommandLine, std::string("There is no command named ") + argv[1] + " (see spacrd --help)");
    try {
        program.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::Success& help) {
        program.exit(help, std::cout, std::cerr);
        return done;
    } catch (const CLI::ParseError& mistake) {
        return fail(wrongCommandLine, lineOf(program, mistake));
    }
}

int readAndWork(int argc, char** argv)
{
    const Cancellation cancellation;
    CLI::App program("SpaCRD on the command line: finds cancer tissue regions in spatial transcriptomics and histology.",
                     "spacrd");
    CommandLine line;
    if (const std::optional<int> code = read(program, line, argc, argv))
        return *code;
    work(line, cancellation);
    return done;
}

/// The one place where what was thrown becomes a line and an exit code.
int run(int argc, char** argv)
{
    try {
        startLog();
        return readAndWork(argc, argv);
    } catch (const Cancelled&) {
        return Cancellation::exitCode;
    } catch (const Error& error) {
        return fail(workFailed, error.what());
    } catch (const std::bad_alloc&) {
        return fail(workFailed,
                    "The memory of this computer is not enough for this (close other programs, or take a smaller sample)");
    } catch (const std::exception& error) {
        return fail(workFailed, std::string("Something unforeseen went wrong: ") + error.what());
    }
}

} // namespace

void Session::print(const Json& object, const std::string& text) const
{
    progress.clear();
    // File names need not be UTF-8; JSON must be.
    std::cout << (general.json ? object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n" : text) << std::flush;
    if (!std::cout)
        throw Error(SPACRD_TR("core", "The result could not be written to the standard output."));
}

void Session::warn(const std::vector<Text>& warnings) const
{
    progress.clear();
    for (const Text& warning : warnings)
        std::cerr << "warning: " << warning.english() << std::endl;
}

} // namespace spacrd::cli

// Nothing is left to throw but a stream that was never told to.
int main(int argc, char** argv) // NOLINT(bugprone-exception-escape)
{
    return spacrd::cli::run(argc, argv);
}
