#pragma once

#include "app/cli/options.h"
#include "app/cli/progress.h"
#include "core/base/task.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace spacrd::cli {

using Json = nlohmann::ordered_json;

/// What a command works with once the command line is read.
struct Session
{
    const GeneralOptions& general;
    Task& task;
    ProgressPrinter& progress;
    const StageClock& clock;

    /// The command's result on stdout: the object with --json, else the text.
    void print(const Json& object, const std::string& text) const;
    /// Lines "warning: …" on stderr.
    void warn(const std::vector<Text>& warnings) const;
};

/// The command line as read: options of every command, and the work of the one that was named.
struct CommandLine
{
    GeneralOptions general;
    std::function<void(Session&)> work;
};

/// One a file; each tells CLI11 its name, options and help, and sets `work` when it is the one named.
void addInfo(CLI::App& program, CommandLine& line);
void addImport(CLI::App& program, CommandLine& line);
void addPhantom(CLI::App& program, CommandLine& line);
void addFeatures(CLI::App& program, CommandLine& line);
void addTrain(CLI::App& program, CommandLine& line);
void addFinetune(CLI::App& program, CommandLine& line);
void addDetect(CLI::App& program, CommandLine& line);
void addEvaluate(CLI::App& program, CommandLine& line);
void addModel(CLI::App& program, CommandLine& line);
void addBench(CLI::App& program, CommandLine& line);

} // namespace spacrd::cli
