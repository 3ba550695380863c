#pragma once

#include "core/fusion/model.h"
#include "core/preprocess/featurerows.h"
#include "core/sample/sample.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// What the network sees of one section: N rows each, already min-max scaled; neighbours of each spot.
/// A missing modality has no columns here; the network then takes its encoding as 0 at every spot.
struct ModelInput
{
    FeatureRows image;         ///< N × encoder dimension
    SparseFeatures expression; ///< N × panel
    NeighbourTable neighbours;
    std::vector<Point> centres; ///< of the spots, in any one frame; only the order of the work depends on them
    bool hasImage = false;
    bool hasExpression = false;
    GeneReport genes;                   ///< how the panel's genes were found in the sample
    std::optional<double> unlikeImages; ///< share of spots whose image is unlike the training's (familiarity.h)
};

/// Prepares a sample for a model: expression in the panel's order, image features by the model's encoder (skipped when the
/// model has none), neighbour graph. A half the sample lacks is left out, not guessed: the network takes its encoding as 0 at
/// every spot, so that its direction of the attention says the same everywhere. Throws Error (neither half, too few of the
/// panel's genes, encoder needed is not `encoder`), Cancelled. `encoder` may be null when the model needs none or the sample has
/// no slide.
ModelInput prepareInput(const Sample& sample, const ModelCard& card, Encoder* encoder, Task& task);

/// The network's output for one section, one entry per spot.
struct Detection
{
    std::vector<double> logit;
    std::vector<double> probability; ///< as the model's calibration has it; σ(logit) for a model without one
    std::vector<double> score;       ///< min-max of the logits over the section (spec §10); 0 where all logits are equal
    long long calibrationSpots = 0;  ///< labelled spots of other sections behind the probability; 0: the model's own
    FeatureMatrix latentMean;        ///< N × 64
    FeatureMatrix histologyToGene;   ///< N × 7, mean over heads: which neighbours' expression the spot's morphology attends to
    FeatureMatrix geneToHistology;   ///< N × 7: which neighbours' morphology the spot's expression attends to
    NeighbourTable neighbours;
    bool usedImage = false;
    bool usedExpression = false;
    GeneReport genes; ///< how the model's genes were found; all 0 without expression
    std::vector<Text> warnings;
};

struct DetectOptions
{
    std::string device = "auto";
    int batch = 512;     ///< spots at a time on a CUDA device; on the CPU the batch is that which fits the cache
    std::string encoder; ///< TorchScript file of a model that needs one; empty = the built-in encoder
};

/// Runs the network over a section (spec §4–§10, eval mode). Same model, input, device and threads: same numbers.
/// On the CPU the numbers are also the same for any number of threads. Memory beside the input and the result does not grow
/// with the section. Throws Error, Cancelled (within one batch).
Detection detect(const Model& model, const ModelInput& input, const DetectOptions& options, Task& task);

/// Both attentions of some spots, head by head: the softmax weights of query row 0 (spec §6), before any averaging.
struct HeadAttention
{
    int heads = 8;
    std::vector<float> histologyToGene; ///< spots × heads × 7, neighbours in the order of the neighbour table
    std::vector<float> geneToHistology;
};

/// Attention of the named spots only, which encodes no more than their neighbourhoods. Throws Error (a spot that is not there).
HeadAttention attentionOf(const Model& model, const ModelInput& input, const std::vector<std::int32_t>& spots, Task& task);

/// Everything from a sample to a detection: prepare, then detect. What the window and the command line both call.
Detection detectSample(const Sample& sample, const Model& model, const DetectOptions& options, Task& task);

} // namespace spacrd
