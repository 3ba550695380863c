#pragma once

#include "core/fusion/train.h"

namespace spacrd {

/// What each departure from the published training is worth: the mean AUC on `heldOut` of the training without it, everything
/// else as in `options`, one line each. The first line is `trainedAuc`, of the training with all of them. Trains as many models
/// as there are departures (their checkpoints are not used). Throws as trainModel().
std::vector<AblationLine> ablate(const std::vector<TrainingSection>& sections, const std::vector<TrainingSection>& heldOut,
                                 const TrainOptions& options, const DetectOptions& how, double trainedAuc, Task& task);

} // namespace spacrd
