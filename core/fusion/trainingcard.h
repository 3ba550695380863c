#pragma once

#include "core/fusion/train.h"
#include "core/fusion/trainingset.h"

#include <string>
#include <vector>

namespace spacrd {

/// One way in which a training is not the published one.
struct Departure
{
    std::string words; ///< for the card
    TrainOptions without;
};

/// All of them; nothing for the published training.
std::vector<Departure> departuresOf(const TrainOptions& options);

/// The card of a model trained so: what it was trained on and how, each departure from the published training in a line.
ModelCard trainingCard(const std::vector<TrainingSection>& sections, const TrainingSet& set, const TrainOptions& options,
                       const Encoder* encoder);

/// SHA-256 of everything the result of a training depends on: its options, its data and the model it starts from.
std::string trainingFingerprint(const TrainingSet& set, const TrainOptions& options);

} // namespace spacrd
