#include "core/fusion/detect.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/fusion/device.h"
#include "core/fusion/encode.h"
#include "core/fusion/weights.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

/// Encodings of every spot once (row-wise in eval mode, spec §12), rows × P on the device; zeros for a missing modality.
torch::Tensor encodeSpots(ModalityEncoder& encoder, const FeatureMatrix& features, std::int64_t spots, std::int64_t projection,
                          const torch::Device& device, int batch, Task& task)
{
    torch::Tensor out = torch::zeros({spots, projection}, torch::TensorOptions().device(device));
    if (features.cols() == 0)
        return out;
    const torch::Tensor rows = tensorOver(features);
    for (std::int64_t first = 0; first < spots; first += batch) {
        task.check();
        const std::int64_t count = std::min<std::int64_t>(batch, spots - first);
        out.narrow(0, first, count).copy_(encoder(rows.narrow(0, first, count).to(device)));
    }
    return out;
}

void copyRows(const torch::Tensor& from, FeatureMatrix& to, std::int64_t first)
{
    const torch::Tensor flat = from.to(torch::kCPU).contiguous();
    std::copy_n(flat.data_ptr<float>(), flat.numel(), to.data() + first * to.cols());
}

/// Scores of a section from its logits (spec §10).
void scoreLogits(Detection& detection)
{
    const auto [low, high] = std::minmax_element(detection.logit.begin(), detection.logit.end());
    const double range = *high - *low;
    for (const double logit : detection.logit) {
        detection.probability.push_back(1.0 / (1.0 + std::exp(-logit)));
        detection.score.push_back(range > 0.0 ? (logit - *low) / range : 0.0);
    }
}

void runNetwork(Network network, const torch::Device& device, const ModelInput& input, int batch, Detection& detection,
                Task& task)
{
    const auto spots = static_cast<std::int64_t>(input.neighbours.spots());
    const std::int64_t projection = network->shape.projection;
    task.stage(SPACRD_TR("core", "Detecting"), spots, SPACRD_TR("core", "spots"));
    const torch::Tensor image = encodeSpots(network->encoders->image, input.image, spots, projection, device, batch, task);
    const torch::Tensor gene = encodeSpots(network->encoders->gene, input.expression, spots, projection, device, batch, task);
    const torch::Tensor table =
        torch::from_blob(const_cast<std::int32_t*>(input.neighbours.indices.data()), {spots * neighbourhoodSize}, torch::kInt);
    for (std::int64_t first = 0; first < spots; first += batch) {
        const std::int64_t count = std::min<std::int64_t>(batch, spots - first);
        const torch::Tensor rows = table.narrow(0, first * neighbourhoodSize, count * neighbourhoodSize).to(device);
        const std::vector<std::int64_t> shape{count, neighbourhoodSize, projection};
        const NetworkOutput out =
            network->forward(image.index_select(0, rows).view(shape), gene.index_select(0, rows).view(shape));
        const torch::Tensor logit = out.logit.to(torch::kCPU).contiguous();
        detection.logit.insert(detection.logit.end(), logit.data_ptr<float>(), logit.data_ptr<float>() + count);
        copyRows(out.latent.mean, detection.latentMean, first);
        copyRows(out.fused.histologyToGene.mean(1), detection.histologyToGene, first);
        copyRows(out.fused.geneToHistology.mean(1), detection.geneToHistology, first);
        task.advanceTo(first + count);
    }
}

void warnOfGaps(const ModelInput& input, const ModelCard& card, Detection& detection)
{
    const double missing = static_cast<double>(input.missingGenes.size()) / static_cast<double>(card.panel.size());
    if (missing > 0.0) {
        detection.warnings.push_back(Text(SPACRD_TR("core", "%1 of the model's %2 genes are not in this sample and count as 0."),
                                          {toWord(input.missingGenes.size()), toWord(card.panel.size())}));
    }
    if (card.encoder && !input.hasImage)
        detection.warnings.push_back(SPACRD_TR("core", "The sample has no image; the model used expression alone."));
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

ModelInput prepareInput(const Sample& sample, const ModelCard& card, Encoder* encoder, Task& task)
{
    ModelInput input;
    task.stage(SPACRD_TR("core", "Preparing expression"));
    input.expression = expressionFeatures(sample.expression(), card.universe, card.panel, &input.missingGenes);
    if (input.missingGenes.size() == card.panel.size()) {
        throw Error(SPACRD_TR("core", "None of the model's genes is in the sample."), sample.path,
                    SPACRD_TR("core", "the model needs a sample of the same species with genes named by symbol"));
    }
    input.hasExpression = true;
    input.neighbours = spotNeighbours(sample.spots());
    if (card.encoder && sample.slide) {
        if (!encoder)
            throw Error(Text(SPACRD_TR("core", "The model needs the image encoder \"%1\"."), {card.encoder->id}), sample.path);
        const EncoderIdentity& have = encoder->identity();
        if (have.id != card.encoder->id || have.sha256 != card.encoder->sha256 || have.dimension != card.encoder->dimension) {
            throw Error(Text(SPACRD_TR("core", "The model was trained on the image encoder \"%1\", not on \"%2\"."),
                             {card.encoder->id, have.id}),
                        sample.path, SPACRD_TR("core", "give the encoder file the model was trained with"));
        }
        input.image = imageFeatures(sample, *encoder, task);
        minMaxColumns(input.image);
        input.hasImage = true;
    }
    return input;
}

Detection detect(const Model& model, const ModelInput& input, const DetectOptions& options, Task& task)
{
    Detection detection;
    detection.neighbours = input.neighbours;
    detection.usedImage = input.hasImage;
    detection.usedExpression = input.hasExpression;
    const auto spots = static_cast<Eigen::Index>(input.neighbours.spots());
    detection.latentMean = FeatureMatrix::Zero(spots, latentWidth);
    detection.histologyToGene = FeatureMatrix::Zero(spots, neighbourhoodSize);
    detection.geneToHistology = FeatureMatrix::Zero(spots, neighbourhoodSize);
    if (spots == 0)
        throw Error(SPACRD_TR("core", "There is no spot to run the model on."));
    const torch::InferenceMode inference;
    try {
        const torch::Device device(resolveDevice(options.device));
        const Network network = device.is_cpu() ? model.weights().network : copyNetwork(*model.weights().network, device);
        runNetwork(network, device, input, std::max(1, options.batch), detection, task);
    } catch (const c10::Error& error) {
        throwTorchError(error);
    }
    if (!std::all_of(detection.logit.begin(), detection.logit.end(), [](double v) { return std::isfinite(v); }))
        throw Error(SPACRD_TR("core", "The model gave a value that is not a number."), {},
                    SPACRD_TR("core", "check the model file with: spacrd model MODEL --check"));
    scoreLogits(detection);
    warnOfGaps(input, model.card(), detection);
    return detection;
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
