#include "core/fusion/train.h"

#include "core/base/error.h"
#include "core/base/mix64.h"
#include "core/base/task.h"
#include "core/evaluate/calibration.h"
#include "core/evaluate/metrics.h"
#include "core/fusion/adam.h"
#include "core/fusion/checkpoint.h"
#include "core/fusion/device.h"
#include "core/fusion/encode.h"
#include "core/fusion/losses.h"
#include "core/fusion/mixedprecision.h"
#include "core/fusion/runsection.h"
#include "core/fusion/trainingcard.h"
#include "core/fusion/trainstep.h"
#include "core/fusion/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace spacrd {

namespace {

using Rows = std::vector<std::int32_t>;

/// The start of the random numbers of one epoch. A stream of its own for each means that a training can be taken up again at
/// any epoch.
std::uint64_t streamOf(std::int64_t seed, int stage, int epoch)
{
    return mixed64(static_cast<std::uint64_t>(seed) * goldenStep64 + static_cast<std::uint64_t>(stage) * 0x100000001u
                   + static_cast<std::uint64_t>(epoch));
}

/// Rows in a new random order. std::shuffle's result is left open by the standard, so the exchange is written out.
void shuffle(Rows& rows, std::mt19937_64& random)
{
    for (size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[random() % i]);
}

/// A validation section, ready to be run.
struct Validation
{
    ModelInput input;
    std::vector<int> labels;
};

/// Both training stages over one network (spec §8).
class Trainer
{
public:
    Trainer(const TrainingSet& set, const TrainOptions& options, const std::vector<Validation>& validation,
            const TrainingEvents& events, Task& task)
        : m_set(set)
        , m_options(options)
        , m_validation(validation)
        , m_events(events)
        , m_task(task)
        , m_batch{torch::Device(resolveDevice(options.device)), options.inputDropout}
    {
        torch::manual_seed(static_cast<std::uint64_t>(options.seed));
        const NetworkShape shape{set.image.cols() > 0 ? static_cast<int>(set.image.cols()) : 1,
                                 static_cast<int>(set.panel.genes.size()),
                                 options.start ? options.start->card().projection : 512};
        m_network = Network(shape, DropoutRates{options.encoderDropout, options.attentionDropout}, options.paperWays);
        if (options.start)
            restore(statesOf(*m_network), statesOf(*options.start->weights().network));
        m_network->to(m_batch.device);
        if (!options.checkpoint.empty() && (options.resume || options.checkpointEvery > 0))
            m_state.fingerprint = trainingFingerprint(set, options); // it reads all the data
    }

    Network run()
    {
        takeUp();
        if (m_state.stage == 1 && !m_set.bothHalves.empty() && !m_options.start)
            contrastiveStage();
        else if (m_state.stage == 1)
            beginReconstruction();
        reconstructionStage();
        const TensorMap& best = m_state.best.empty() ? m_state.average : m_state.best;
        if (!best.empty())
            restore(statesOf(*m_network), best);
        return copyNetwork(*m_network, torch::kCPU);
    }

private:
    /// Goes on from the checkpoint, when that is wanted and there is one.
    void takeUp()
    {
        if (!m_options.resume || m_options.checkpoint.empty())
            return;
        std::optional<TrainingState> found = readCheckpoint(m_options.checkpoint, m_state.fingerprint);
        if (!found)
            return;
        m_state = std::move(*found);
        restore(statesOf(*m_network), m_state.network);
        for (auto& [name, mean] : m_state.average)
            mean = mean.to(m_batch.device);
        note(Text(SPACRD_TR("core", "Went on from the checkpoint after epoch %1 of stage %2."),
                  {toWord(m_state.nextEpoch), toWord(m_state.stage)}));
    }

    void note(const Text& text) const
    {
        if (m_events.onNote)
            m_events.onNote(text);
    }

    /// Adam over the parameters that learn, with the moments of a checkpoint where there are some.
    Adam makeAdam()
    {
        torch::OrderedDict<std::string, torch::Tensor> learning;
        for (const auto& item : m_network->named_parameters()) {
            if (learns(item.key()))
                learning.insert(item.key(), item.value());
        }
        AdamOptions options;
        options.learningRate = m_options.learningRate;
        options.weightDecay = m_options.weightDecay;
        Adam adam(learning, options);
        for (Adam::Slot& slot : adam.slots()) {
            const auto kept =
                std::find_if(m_state.adam.begin(), m_state.adam.end(), [&](auto& s) { return s.name == slot.name; });
            if (kept == m_state.adam.end())
                continue;
            slot.first = kept->first.to(m_batch.device);
            slot.second = kept->second.to(m_batch.device);
            slot.steps = kept->steps;
        }
        return adam;
    }

    bool learns(const std::string& parameter) const
    {
        switch (m_options.frozen) {
        case Frozen::nothing:
            return true;
        case Frozen::encoders:
            return !parameter.starts_with("CL.");
        case Frozen::allButHead:
            return parameter.starts_with("decoder.");
        }
        return true;
    }

    /// Train mode for what learns; what is frozen keeps its statistics and drops nothing.
    void trainMode()
    {
        m_network->train();
        if (m_options.frozen != Frozen::nothing)
            m_network->encoders->eval();
        if (m_options.frozen == Frozen::allButHead) {
            m_network->attention->eval();
            m_network->vae->eval();
        }
    }

    /// Runs `step(rows of a batch) → (loss, hits or −1)` over all rows. False when a loss is not finite.
    template <class Step>
    bool runBatches(const Rows& rows, EpochReport& report, Step&& step)
    {
        double seen = 0.0;
        double correct = -1.0;
        const auto batch = static_cast<size_t>(std::max(2, m_options.batch));
        for (size_t first = 0; first < rows.size(); first += batch) {
            const std::span<const std::int32_t> picked(rows.data() + first, std::min(batch, rows.size() - first));
            const auto [loss, hits] = step(picked);
            if (!std::isfinite(loss))
                return false;
            const auto count = static_cast<double>(picked.size());
            report.loss += loss * count;
            seen += count;
            if (hits >= 0)
                correct = std::max(correct, 0.0) + hits;
            m_task.advanceTo(++m_batchesDone);
        }
        report.loss /= seen;
        if (correct >= 0)
            report.accuracy = correct / seen;
        return true;
    }

    void beginStage(const char* name, size_t rows)
    {
        const auto batch = static_cast<size_t>(std::max(2, m_options.batch));
        const auto perEpoch = static_cast<std::int64_t>((rows + batch - 1) / batch);
        m_batchesDone = perEpoch * m_state.nextEpoch;
        m_task.stage(name, perEpoch * m_options.epochs, SPACRD_TR("core", "batches"));
    }

    void beginReconstruction()
    {
        m_state.stage = 2;
        m_state.nextEpoch = 0;
        m_state.adam.clear();
    }

    /// One optimiser step; the loss as a number.
    double descend(Adam& adam, const torch::Tensor& loss)
    {
        adam.clearGradients();
        loss.backward();
        m_task.check();
        const double value = loss.item<double>();
        if (!std::isfinite(value))
            return value;
        if (m_options.clipNorm > 0.0)
            clip(adam);
        adam.step();
        average();
        return value;
    }

    void clip(Adam& adam) const
    {
        std::vector<torch::Tensor> learning;
        for (Adam::Slot& slot : adam.slots()) {
            if (slot.parameter.grad().defined())
                learning.push_back(slot.parameter);
        }
        torch::nn::utils::clip_grad_norm_(learning, m_options.clipNorm);
    }

    void average()
    {
        if (m_options.averageDecay <= 0.0 || m_state.stage != 2)
            return;
        const torch::NoGradGuard noGradient;
        const TensorMap now = statesOf(*m_network);
        if (m_state.average.empty())
            m_state.average = copyOf(now);
        // The mean is over ever more steps until it reaches the wanted span, so that the first weights are soon forgotten.
        const auto steps = static_cast<double>(++m_state.averagedSteps);
        const double decay = std::min(m_options.averageDecay, steps / (steps + 9.0));
        for (auto& [name, mean] : m_state.average)
            mean.lerp_(now.at(name).detach(), 1.0 - decay);
    }

    void endEpoch(Adam& adam, int index)
    {
        m_state.nextEpoch = index + 1;
        if (m_options.checkpointEvery <= 0 || m_options.checkpoint.empty() || m_state.nextEpoch % m_options.checkpointEvery != 0)
            return;
        m_state.network = statesOf(*m_network);
        m_state.adam = adam.slots();
        writeCheckpoint(m_options.checkpoint, m_state);
        m_state.network.clear();
    }

    void contrastiveStage()
    {
        Adam adam = makeAdam();
        beginStage(SPACRD_TR("core", "Training: aligning image and expression"), m_set.bothHalves.size());
        m_network->train();
        for (int index = m_state.nextEpoch; index < m_options.epochs; ++index) {
            EpochReport report{1, index};
            const bool finite =
                runBatches(rowsOf(1, index, m_set.bothHalves, {}), report, [&](std::span<const std::int32_t> picked) {
                    if (picked.size() < 2) // a batch of one has no statistics and no negatives
                        return std::pair(0.0, -1.0);
                    const MixedPrecision half(m_options.mixedPrecision && m_batch.device.is_cuda());
                    const BatchEncodings z = encodeSpots(m_network, m_set, picked, m_batch);
                    return std::pair(descend(adam, contrastiveLoss(z.image, z.gene).total), -1.0);
                });
            if (!finite)
                throwNotFinite(index);
            tell(report);
            endEpoch(adam, index);
        }
        beginReconstruction();
    }

    /// The rows of an epoch in their random order, which depends on seed, stage and epoch alone.
    Rows rowsOf(int stage, int index, Rows rows, Rows replayed) const
    {
        const std::uint64_t stream = streamOf(m_options.seed, stage, index);
        torch::manual_seed(stream);
        std::mt19937_64 random(stream);
        if (!replayed.empty()) {
            shuffle(replayed, random);
            const auto wanted = static_cast<size_t>(std::llround(m_options.replayShare * static_cast<double>(rows.size())));
            rows.insert(rows.end(), replayed.begin(),
                        replayed.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, replayed.size())));
        }
        shuffle(rows, random);
        return rows;
    }

    void reconstructionStage()
    {
        Adam adam = makeAdam();
        beginStage(SPACRD_TR("core", "Training: fusion and classifier"), m_set.labelled.size());
        trainMode();
        TensorMap lastGood;
        for (int index = m_state.nextEpoch; index < m_options.epochs; ++index) {
            const bool classify = m_options.start || index >= m_options.classifierFromEpoch;
            EpochReport report{2, index};
            const bool finite =
                runBatches(rowsOf(2, index, m_set.labelled, m_set.replayed), report, [&](std::span<const std::int32_t> picked) {
                    const MixedPrecision half(m_options.mixedPrecision && m_batch.device.is_cuda());
                    const BatchEncodings z = encodeNeighbourhoods(m_network, m_set, picked, m_batch);
                    const NetworkOutput out = m_network->forward(z.image, z.gene);
                    m_task.check();
                    const torch::Tensor truth = labelsOf(m_set, picked, m_batch.device);
                    const torch::Tensor noise = torch::randn({truth.size(0), latentWidth}).to(m_batch.device);
                    const ReconstructionLoss loss = reconstructionLoss(*m_network, out, truth, noise);
                    const double hits = classify ? ((out.logit > 0) == (truth > 0.5)).sum().item<double>() : -1.0;
                    return std::pair(descend(adam, classify ? loss.classifierTotal : loss.vaeTotal), hits);
                });
            if (!finite) {
                if (lastGood.empty())
                    throwNotFinite(index);
                note(Text(SPACRD_TR("core", "The loss of epoch %1 is not a finite number; the model is that of epoch %2."),
                          {toWord(index + 1), toWord(index)}));
                restore(statesOf(*m_network), lastGood);
                m_state.average.clear();
                return;
            }
            if (classify)
                lastGood = copyOf(m_state.average.empty() ? statesOf(*m_network) : m_state.average);
            const bool goOn = !classify || validate(lastGood, report);
            tell(report);
            endEpoch(adam, index);
            if (!goOn)
                return;
        }
    }

    /// Measures the validation AUC of the epoch's weights and keeps the best. False when the patience is at its end.
    bool validate(const TensorMap& weights, EpochReport& report)
    {
        if (m_validation.empty())
            return true;
        Network trial(m_network->shape, DropoutRates{}, m_network->ways);
        restore(statesOf(*trial), weights);
        trial->eval();
        const FoldedNetwork folded(*trial);
        report.validationAuc = 0.0;
        for (const Validation& section : m_validation) {
            Task quiet(m_task.stopToken());
            const LabelledValues logits = labelledOnly(runAlone(folded, section.input, quiet).logit, section.labels);
            report.validationAuc += areaUnderRoc(logits.values, logits.labels) / static_cast<double>(m_validation.size());
        }
        if (m_options.patience <= 0)
            return true;
        if (report.validationAuc > m_state.bestAuc) {
            m_state.bestAuc = report.validationAuc;
            m_state.bestEpoch = report.epoch;
            m_state.best = weights;
        }
        if (report.epoch - m_state.bestEpoch < m_options.patience)
            return true;
        note(Text(SPACRD_TR("core", "Stopped after epoch %1; epoch %2 had the best validation AUC, %3."),
                  {toWord(report.epoch + 1), toWord(m_state.bestEpoch + 1), fmt::format("{:.4f}", m_state.bestAuc)}));
        return false;
    }

    void tell(const EpochReport& report) const
    {
        if (m_events.onEpoch)
            m_events.onEpoch(report);
    }

    [[noreturn]] static void throwNotFinite(int index)
    {
        throw Error(Text(SPACRD_TR("core", "The loss of epoch %1 is not a finite number."), {toWord(index + 1)}), {},
                    SPACRD_TR("core", "use a lower learning rate"));
    }

    const TrainingSet& m_set;
    const TrainOptions& m_options;
    const std::vector<Validation>& m_validation;
    const TrainingEvents& m_events;
    Task& m_task;
    BatchOptions m_batch;
    Network m_network{nullptr};
    TrainingState m_state;
    std::int64_t m_batchesDone = 0;
};

/// Below this slope (a temperature above 20) the logits say next to nothing of the labels, and all probabilities would be 0.5.
constexpr double leastSlope = 0.05;

/// The temperature of the model's logits on the validation sections; nothing when these do not have both classes, or when their
/// labels contradict the model.
std::optional<Calibration> calibrate(const FoldedNetwork& network, const std::vector<Validation>& validation,
                                     const TrainingEvents& events, Task& task)
{
    std::vector<double> logits;
    std::vector<int> labels;
    for (const Validation& section : validation) {
        const LabelledValues known = labelledOnly(runAlone(network, section.input, task).logit, section.labels);
        logits.insert(logits.end(), known.values.begin(), known.values.end());
        labels.insert(labels.end(), known.labels.begin(), known.labels.end());
    }
    const auto positives = std::count(labels.begin(), labels.end(), 1);
    if (positives == 0 || positives == static_cast<std::ptrdiff_t>(labels.size()))
        return std::nullopt;
    Calibration calibration = fitTemperature(logits, labels);
    if (calibration.slope >= leastSlope)
        return calibration;
    if (events.onNote)
        events.onNote(SPACRD_TR("core", "The labels of the validation sections do not bear the model out; its probability is not "
                                        "calibrated on them."));
    return std::nullopt;
}

/// What the finished model makes of its own training sections, by which it will know others like them.
Familiarity remember(const FoldedNetwork& network, const std::vector<TrainingSection>& sections, const TrainingSet& set,
                     const ModelCard& card, Encoder* encoder, Task& task)
{
    FeatureMatrix latents(static_cast<Eigen::Index>(set.rows()), latentWidth);
    std::vector<int> labels;
    for (const TrainingSection& section : sections) {
        const ModelInput input = prepareInput(*section.sample, card, encoder, task);
        const FeatureMatrix latent = runAlone(network, input, task).latentMean;
        latents.middleRows(static_cast<Eigen::Index>(labels.size()), latent.rows()) = latent;
        labels.insert(labels.end(), section.labels.begin(), section.labels.end());
    }
    FeatureMatrix images(static_cast<Eigen::Index>(set.bothHalves.size()), set.rawImage.cols());
    for (size_t i = 0; i < set.bothHalves.size(); ++i)
        images.row(static_cast<Eigen::Index>(i)) = set.rawImage.row(set.bothHalves[i]);
    return measureFamiliarity(latents, labels, images);
}

/// The encoder a training needs: that of the model it continues, else the one asked for, unless no section has a slide.
std::unique_ptr<Encoder> encoderFor(const std::vector<TrainingSection>& sections, const TrainOptions& options)
{
    const bool anySlide = std::any_of(sections.begin(), sections.end(), [](const auto& s) { return s.sample->slide != nullptr; });
    if (options.start && !options.start->card().encoder)
        return nullptr;
    if (!options.start && (options.encoder == "none" || !anySlide))
        return nullptr;
    std::unique_ptr<Encoder> encoder = makeEncoder(options.encoder == "none" ? "builtin" : options.encoder);
    if (options.start)
        requireSameEncoder(encoder->identity(), *options.start->card().encoder);
    return encoder;
}

} // namespace

std::shared_ptr<const Model> trainModel(const std::vector<TrainingSection>& sections, const TrainOptions& options,
                                        const TrainingEvents& events, Task& task)
{
    if (sections.empty())
        throw Error(SPACRD_TR("core", "Training needs at least one section."));
    const std::unique_ptr<Encoder> encoder = encoderFor(sections, options);
    try {
        const TrainingSet set = makeTrainingSet(sections, options, encoder.get(), task);
        ModelCard card = trainingCard(sections, set, options, encoder.get());
        std::vector<Validation> validation;
        for (const TrainingSection& section : options.validation)
            validation.push_back({prepareInput(*section.sample, card, encoder.get(), task), section.labels});
        auto weights = std::make_shared<Model::Weights>();
        weights->network = Trainer(set, options, validation, events, task).run();
        card.calibration = calibrate(weights->folded(), validation, events, task);
        card.familiarity = remember(weights->folded(), sections, set, card, encoder.get(), task);
        return std::make_shared<const Model>(std::move(card), std::move(weights));
    } catch (const c10::Error& error) {
        throwTorchError(error);
    }
}

} // namespace spacrd
