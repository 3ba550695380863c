#include "app/cli/labels.h"

#include <CLI/CLI.hpp>

namespace spacrd::cli {

std::vector<int> LabelOptions::read(const std::filesystem::path& file, const std::vector<std::string>& barcodes,
                                    const Task& task) const
{
    return readLabels(file, barcodes, splitNames(positive), splitNames(leaveOut), task);
}

void warnOfUnknownClasses(const LabelOptions& options, const std::vector<std::filesystem::path>& tables, Session& session)
{
    const std::vector<std::string> positive = splitNames(options.positive);
    if (positive.empty())
        return;
    std::set<std::string> classes;
    for (const std::filesystem::path& table : tables)
        classes.merge(labelClasses(table, positive, session.task));
    const Text sentence = unknownClasses(positive, classes);
    if (!sentence.empty())
        session.warn({sentence});
}

void addLabelOptions(CLI::App& command, LabelOptions& options)
{
    command
        .add_option("--positive", options.positive, "Class names that count as cancer, like \"invasive cancer,cancer in situ\"")
        ->type_name("NAMES");
    command
        .add_option("--leave-out", options.leaveOut,
                    "Class names that count as no label; of no effect on labels 0/1 and true/false [undetermined]")
        ->type_name("NAMES");
}

} // namespace spacrd::cli
