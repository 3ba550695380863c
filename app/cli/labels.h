#pragma once

#include "app/cli/command.h"
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

/// Warns of a positive class that is in none of the tables: most likely it is misspelt.
void warnOfUnknownClasses(const LabelOptions& options, const std::vector<std::filesystem::path>& tables, Session& session);

void addLabelOptions(CLI::App& command, LabelOptions& options);

} // namespace spacrd::cli
