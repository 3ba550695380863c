#include "core/fusion/detect.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/evaluate/sigmoid.h"
#include "core/fusion/device.h"
#include "core/fusion/encode.h"
#include "core/fusion/runsection.h"
#include "core/fusion/shrinkingbatch.h"
#include "core/fusion/weights.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

/// Scores of a section from its logits (spec §10), probabilities as the model's calibration has them.
void scoreLogits(Detection& detection, const std::optional<Calibration>& calibration)
{
    const auto [low, high] = std::minmax_element(detection.logit.begin(), detection.logit.end());
    const double range = *high - *low;
    detection.calibrationSpots = calibration ? calibration->spots : 0;
    for (const double logit : detection.logit) {
        detection.probability.push_back(calibration ? calibration->probability(logit) : sigmoid(logit));
        detection.score.push_back(range > 0.0 ? (logit - *low) / range : 0.0);
    }
}

/// What the sample lacks, and how like the model's training it is.
void warnOfGaps(const ModelInput& input, const ModelCard& card, Detection& detection)
{
    if (!input.hasImage && card.encoder)
        detection.warnings.push_back(SPACRD_TR("core", "The sample has no image; the model used expression alone."));
    if (!input.hasExpression)
        detection.warnings.push_back(SPACRD_TR("core", "The sample has no expression; the model used the image alone."));
    const FamiliarityReport report =
        judgeFamiliarity(card.familiarity.value_or(Familiarity{}), detection.latentMean, input.unlikeImages,
                         detection.probability, input.genes.missing.size(), card.panel.size());
    detection.warnings.insert(detection.warnings.end(), report.warnings.begin(), report.warnings.end());
}

/// The network over the section, in smaller batches or on the processor where memory runs out.
void runNetwork(const Model& model, const ModelInput& input, const DetectOptions& options, Detection& detection, Task& task)
{
    const auto run = [&](int batch, const std::string& name) {
        const torch::Device device(name);
        task.stage(SPACRD_TR("core", "Detecting"), static_cast<std::int64_t>(input.neighbours.spots()),
                   SPACRD_TR("core", "spots"));
        if (device.is_cpu())
            runOnCpu(model.weights().folded(), input, detection, task);
        else
            runOnDevice(copyNetwork(*model.weights().network, device), device, input, batch, detection, task);
    };
    withShrinkingBatch({std::max(1, options.batch), resolveDevice(options.device)}, run,
                       [&](Text note) { detection.warnings.push_back(std::move(note)); });
}

} // namespace

void throwTorchError(const c10::Error& error)
{
    const std::string message = error.what_without_backtrace();
    if (message.find("out of memory") != std::string::npos || message.find("can't allocate memory") != std::string::npos) {
        throw Error(SPACRD_TR("core", "There is not enough memory for this computation."), {},
                    SPACRD_TR("core", "use a smaller batch or the CPU"));
    }
    throw Error(Text(SPACRD_TR("core", "The computation failed inside LibTorch: %1."), {message.substr(0, message.find('\n'))}));
}

void requireSameEncoder(const EncoderIdentity& have, const EncoderIdentity& wanted)
{
    if (have.id != wanted.id || have.sha256 != wanted.sha256 || have.dimension != wanted.dimension) {
        throw Error(
            Text(SPACRD_TR("core", "The model was trained on the image encoder \"%1\", not on \"%2\"."), {wanted.id, have.id}),
            {}, SPACRD_TR("core", "give the encoder file the model was trained with"));
    }
}

ModelInput prepareInput(const Sample& sample, const ModelCard& card, Encoder* encoder, Task& task)
{
    ModelInput input;
    task.stage(SPACRD_TR("core", "Preparing expression"));
    input.hasImage = card.encoder && sample.slide;
    input.hasExpression = !sample.expression().genes.empty();
    if (!input.hasImage && !input.hasExpression) {
        throw Error(card.encoder ? SPACRD_TR("core", "The sample has neither expression nor an image.")
                                 : SPACRD_TR("core", "The sample has no expression, and the model knows nothing else."),
                    sample.path, SPACRD_TR("core", "name its matrix or its image, or use a model trained with images"));
    }
    if (input.hasExpression) {
        const PanelGenes panel = panelOf(card);
        input.expression = expressionFeatures(sample.expression(), panel, &input.genes);
        requireEnoughGenes(input.genes, panel, sample.expression().genes, sample.path);
    }
    input.neighbours = spotNeighbours(sample.spots());
    for (const Spot& spot : sample.spots())
        input.centres.push_back(spot.fullres.plain());
    if (input.hasImage) {
        if (!encoder)
            throw Error(Text(SPACRD_TR("core", "The model needs the image encoder \"%1\"."), {card.encoder->id}), sample.path);
        requireSameEncoder(encoder->identity(), *card.encoder);
        FeatureMatrix features = imageFeatures(sample, *encoder, task);
        if (card.familiarity)
            input.unlikeImages = shareOfUnlikeImages(*card.familiarity, features);
        minMaxColumns(features);
        input.image = FeatureRows(std::move(features));
    }
    return input;
}

Detection detect(const Model& model, const ModelInput& input, const DetectOptions& options, Task& task)
{
    Detection detection;
    detection.neighbours = input.neighbours;
    detection.usedImage = input.hasImage;
    detection.usedExpression = input.hasExpression;
    detection.genes = input.genes;
    makeRoom(detection, input.neighbours.spots());
    if (input.neighbours.spots() == 0)
        throw Error(SPACRD_TR("core", "There is no spot to run the model on."));
    const torch::InferenceMode inference;
    try {
        runNetwork(model, input, options, detection, task);
    } catch (const c10::Error& error) {
        throwTorchError(error);
    }
    if (!std::all_of(detection.logit.begin(), detection.logit.end(), [](double v) { return std::isfinite(v); }))
        throw Error(SPACRD_TR("core", "The model gave a value that is not a number."), {},
                    SPACRD_TR("core", "check the model file with: spacrd model MODEL --check"));
    scoreLogits(detection, model.card().calibration);
    warnOfGaps(input, model.card(), detection);
    return detection;
}

HeadAttention attentionOf(const Model& model, const ModelInput& input, const std::vector<std::int32_t>& spots, Task& task)
{
    constexpr size_t batch = 512;
    const auto count = static_cast<std::int32_t>(input.neighbours.spots());
    for (const std::int32_t spot : spots) {
        if (spot < 0 || spot >= count)
            throw Error(Text(SPACRD_TR("core", "There is no spot %1; the section has %2."), {toWord(spot), toWord(count)}));
    }
    HeadAttention attention;
    const auto append = [](std::vector<float>& to, const torch::Tensor& weights) {
        const torch::Tensor flat = weights.contiguous();
        to.insert(to.end(), flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
    };
    const torch::InferenceMode inference;
    try {
        for (size_t first = 0; first < spots.size(); first += batch) {
            task.check();
            const NetworkOutput out =
                runSpots(model.weights().network, input, std::span(spots).subspan(first, std::min(batch, spots.size() - first)));
            append(attention.histologyToGene, out.fused.histologyToGene);
            append(attention.geneToHistology, out.fused.geneToHistology);
        }
    } catch (const c10::Error& error) {
        throwTorchError(error);
    }
    return attention;
}

Detection detectSample(const Sample& sample, const Model& model, const DetectOptions& options, Task& task)
{
    const ModelCard& card = model.card();
    std::unique_ptr<Encoder> encoder;
    if (card.encoder && sample.slide)
        encoder = makeEncoder(options.encoder.empty() ? std::string("builtin") : options.encoder);
    return detect(model, prepareInput(sample, card, encoder.get(), task), options, task);
}

} // namespace spacrd
