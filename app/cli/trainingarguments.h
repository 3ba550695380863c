#pragma once

#include <filesystem>
#include <string>

namespace spacrd::cli {

/// SAMPLE:LABELS taken apart.
struct TrainingArgument
{
    std::filesystem::path sample;
    std::filesystem::path labels;
};

/// Splits at the last colon for which both parts exist, else at the last one, so that paths may hold colons.
/// Both parts are empty when there is no colon.
TrainingArgument splitTrainingArgument(const std::string& argument);

/// What is wrong with the argument, or nothing.
std::string wrongTrainingArgument(const std::string& argument);

} // namespace spacrd::cli
