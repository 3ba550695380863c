#pragma once

#include "core/fusion/detect.h"
#include "core/fusion/model.h"

#include <functional>
#include <memory>
#include <vector>

namespace spacrd {

class Task;

/// A section with labels: 1 cancer, 0 not, −1 no label. Unlabelled spots serve as neighbours only.
struct TrainingSection
{
    std::shared_ptr<const Sample> sample;
    std::vector<int> labels; ///< one a spot
};

struct TrainOptions
{
    std::string name;                ///< of the model, for its card
    std::string encoder = "builtin"; ///< "builtin", "none" or a TorchScript file
    int genes = 3000;
    int epochs = 100;             ///< of each stage
    int classifierFromEpoch = 50; ///< stage-2 epoch from which the classifier is trained (spec §8: a constant of the reference)
    int batch = 512;
    double learningRate = 1e-5;
    std::int64_t seed = 42;
    std::string device = "auto";
    bool rawCountHvg = false; ///< rank genes on raw counts (as scanpy means it) instead of log1p (as the reference runs it)
};

/// One finished epoch; losses are means over its batches.
struct EpochReport
{
    int stage = 1; ///< 1 contrastive, 2 reconstruction and classification
    int epoch = 0;
    double loss = 0.0;
    double accuracy = -1.0; ///< of the classifier on the epoch's batches; −1 while it is not trained
};

/// Trains both stages (spec §8). The panel is the top `genes` of the first section among the genes all sections share.
/// Sections without a slide take part with an image encoding of 0 and are left out of the contrastive stage, which is
/// skipped when no section has both halves.
/// Same sections, options, device and threads: same bytes. Throws Error (no positives or no negatives, a loss that is not
/// finite), Cancelled.
std::shared_ptr<const Model> trainModel(const std::vector<TrainingSection>& sections, const TrainOptions& options,
                                        const std::function<void(const EpochReport&)>& onEpoch, Task& task);

} // namespace spacrd
