#pragma once

#include "core/fusion/detect.h"
#include "core/fusion/model.h"

#include <filesystem>
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
    bool replay = false;     ///< a section of the model's earlier training, shown again so that it is not forgotten
};

/// Which genes a new model reads.
enum class PanelChoice
{
    firstSection, ///< the most variable of the first section (spec §2.3), as published
    allSections,  ///< those of the largest variance over the spots of all sections together
};

/// What a fine-tuning leaves as it is.
enum class Frozen
{
    nothing,
    encoders,   ///< the two modality encoders, their BatchNorm statistics too
    allButHead, ///< everything but the classifier
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
    PanelChoice panel = PanelChoice::firstSection;
    bool rawCountHvg = false; ///< rank genes on raw counts (as scanpy means it) instead of log1p (as the reference runs it)
    PaperWays paperWays;

    // What the published training does not do; each is off by default and named in the card when it is on.
    double encoderDropout = 0.2; ///< the published rates
    double attentionDropout = 0.1;
    double inputDropout = 0.0;   ///< share of the expression entries of a batch set to 0, the others scaled up
    double weightDecay = 0.0;    ///< decoupled (AdamW)
    double clipNorm = 0.0;       ///< largest gradient norm; 0 = no clipping
    double averageDecay = 0.0;   ///< of a moving average of the weights of stage 2, which the model then is; 0 = none
    bool mixedPrecision = false; ///< bfloat16 products, on CUDA only

    /// Sections never trained on: their mean AUC chooses the epoch when `patience` > 0, their labels the calibration.
    std::vector<TrainingSection> validation;
    int patience = 0; ///< stop after so many epochs without a better validation AUC, and keep the best; 0 = train to the end

    /// A checkpoint of everything the training needs to go on, every so many epochs; 0 = none. It stays when the training is
    /// done: whoever saves the model removes it then.
    std::filesystem::path checkpoint;
    int checkpointEvery = 0;
    bool resume = false; ///< go on from `checkpoint` when it is there; the result is that of a training never interrupted

    // Fine-tuning.
    std::shared_ptr<const Model>
        start; ///< continue from this model: its panel and encoder; stage 2 only, classifier from the start
    Frozen frozen = Frozen::nothing;
    double replayShare = 1.0; ///< spots of replayed sections an epoch, per spot of the others
};

/// One finished epoch; losses are means over its batches.
struct EpochReport
{
    int stage = 1; ///< 1 contrastive, 2 reconstruction and classification
    int epoch = 0;
    double loss = 0.0;
    double accuracy = -1.0;      ///< of the classifier on the epoch's batches; −1 while it is not trained
    double validationAuc = -1.0; ///< mean over the validation sections; −1 when not measured
};

/// Called while the training runs, on its thread.
struct TrainingEvents
{
    std::function<void(const EpochReport&)> onEpoch;
    std::function<void(const Text&)> onNote; ///< stopped early, stopped at a loss that is not finite, went on from a checkpoint
};

/// Trains both stages (spec §8). The panel is chosen among the genes all sections share.
/// Sections without a slide take part with an image encoding of 0 and are left out of the contrastive stage, which is
/// skipped when no section has both halves.
/// A loss that is not finite ends the training with the weights of the last good epoch, or as an Error when there is none.
/// Same sections, options, device and threads: same bytes. Throws Error (no positives or no negatives, a checkpoint of another
/// training), Cancelled.
std::shared_ptr<const Model> trainModel(const std::vector<TrainingSection>& sections, const TrainOptions& options,
                                        const TrainingEvents& events, Task& task);

} // namespace spacrd
