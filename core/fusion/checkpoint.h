#pragma once

#include "core/fusion/adam.h"
#include "core/fusion/states.h"

#include <filesystem>
#include <optional>
#include <string>

namespace spacrd {

/// Where a training stands at the end of an epoch. Random numbers need no place in it: every epoch starts its own stream.
struct TrainingState
{
    std::string fingerprint; ///< of options and data; a checkpoint fits only the training it comes from
    int stage = 1;
    int nextEpoch = 0;
    double bestAuc = -1.0;
    int bestEpoch = -1;
    std::int64_t averagedSteps = 0;
    TensorMap network;
    TensorMap average; ///< empty without averaging
    TensorMap best;    ///< empty before the first validation
    std::vector<Adam::Slot> adam;
};

/// Writes the state as safetensors, whole or not at all. Throws Error.
void writeCheckpoint(const std::filesystem::path& file, const TrainingState& state);

/// Nothing when there is no such file. Throws Error when it is damaged or of another training.
std::optional<TrainingState> readCheckpoint(const std::filesystem::path& file, const std::string& fingerprint);

} // namespace spacrd
