#pragma once

#include "app/cli/command.h"
#include "app/cli/encoders.h"
#include "app/cli/labels.h"
#include "core/fusion/heldout.h"
#include "core/fusion/train.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spacrd::cli {

/// What `train` and `finetune` have in common.
struct TeachingOptions
{
    std::vector<std::string> sections; ///< SAMPLE:LABELS each, as the next two
    std::vector<std::string> validation;
    std::vector<std::string> heldOut;
    std::filesystem::path output;
    LabelOptions labels;
    EncoderOptions encoder{"builtin", {}};
    TrainOptions train;
    int checkpointEvery = 0;
    bool resume = false;
    bool halfPrecision = false;
    bool ablate = false;
};

/// Adds sections, --validate, --holdout, --output, labels, encoder, --half and the checkpoints.
void addTeachingOptions(CLI::App& command, TeachingOptions& options, const std::string& encoders);

/// Adds an option that takes sections like --holdout; repeatable.
void addSections(CLI::App& command, const std::string& name, std::vector<std::string>& sections, const std::string& what);

/// Refuses a section that is named twice, or is to judge a model that it teaches. `replayed` as the sections of --replay.
void requireApart(const TeachingOptions& options, const std::vector<std::string>& replayed);

/// Adds --epochs, --batch and --lr; `epochs` and `learningRate` say the defaults.
void addSchedule(CLI::App& command, TrainOptions& train, const std::string& epochs, const std::string& learningRate);

/// The heading of those options in --help.
inline constexpr const char* departuresGroup =
    "Departures from the published training; off by default, named in the model's card";

/// Adds what the published training does not do; each is off unless named.
void addMethods(CLI::App& command, TrainOptions& train);

/// warnOfUnknownClasses() for the label tables of all sections together. `replayed` as the sections of --replay.
void checkClasses(const TeachingOptions& options, const std::vector<std::string>& replayed, Session& session);

/// Reads SAMPLE:LABELS arguments; without slides when the encoder is "none".
std::vector<TrainingSection> openSections(const std::vector<std::string>& arguments, const TeachingOptions& options,
                                          Session& session);

/// Trains as told, measures on the held-out sections beside the logistic regression, saves and reports. `train` is
/// options.train with what only the command knows; `sections` may hold replayed ones.
void teach(const TeachingOptions& options, TrainOptions train, const std::vector<TrainingSection>& sections, Session& session);

} // namespace spacrd::cli
