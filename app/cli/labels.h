#pragma once

#include "core/evaluate/metrics.h"
#include "core/exchange/labels.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spacrd::cli {

/// What the values of a label table mean.
struct LabelOptions
{
    std::string positive;                  ///< class names that count as cancer, with commas between
    std::string leaveOut = "undetermined"; ///< class names that count as no label

    /// As readLabels().
    std::vector<int> read(const std::filesystem::path& file, const std::vector<std::string>& barcodes, const Task& task) const;
};

void addLabelOptions(CLI::App& command, LabelOptions& options);

/// evaluateScores() over the spots that have a label; labels as readLabels() gives them. Throws Error when none has.
Metrics evaluateLabelled(const std::vector<double>& score, const std::vector<double>& probability,
                         const std::vector<int>& labels);

} // namespace spacrd::cli
