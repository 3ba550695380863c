#include "app/cli/trainingarguments.h"

namespace spacrd::cli {

namespace fs = std::filesystem;

TrainingArgument splitTrainingArgument(const std::string& argument)
{
    TrainingArgument atLast;
    for (size_t colon = argument.rfind(':'); colon != std::string::npos && colon > 0; colon = argument.rfind(':', colon - 1)) {
        TrainingArgument parts{argument.substr(0, colon), argument.substr(colon + 1)};
        if (fs::exists(parts.sample) && fs::exists(parts.labels))
            return parts;
        if (atLast.sample.empty())
            atLast = parts;
    }
    return atLast;
}

std::string wrongTrainingArgument(const std::string& argument)
{
    const TrainingArgument parts = splitTrainingArgument(argument);
    if (parts.sample.empty() || parts.labels.empty())
        return argument + " names no labels; write SAMPLE:LABELS";
    return {};
}

} // namespace spacrd::cli
