#include "app/cli/labels.h"

#include <CLI/CLI.hpp>

namespace spacrd::cli {

std::vector<int> LabelOptions::read(const std::filesystem::path& file, const std::vector<std::string>& barcodes,
                                    const Task& task) const
{
    return readLabels(file, barcodes, splitNames(positive), splitNames(leaveOut), task);
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

Metrics evaluateLabelled(const std::vector<double>& score, const std::vector<double>& probability, const std::vector<int>& labels)
{
    std::vector<double> labelledScore;
    std::vector<double> labelledProbability;
    std::vector<int> known;
    for (size_t spot = 0; spot < labels.size(); ++spot) {
        if (labels[spot] < 0)
            continue;
        labelledScore.push_back(score[spot]);
        labelledProbability.push_back(probability[spot]);
        known.push_back(labels[spot]);
    }
    return evaluateScores(labelledScore, labelledProbability, known);
}

} // namespace spacrd::cli
