#include "core/fusion/train.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/fusion/device.h"
#include "core/fusion/encode.h"
#include "core/fusion/losses.h"
#include "core/fusion/trainingset.h"
#include "core/fusion/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace spacrd {

namespace {

/// Rows in a new random order. std::shuffle's result is left open by the standard, so the exchange is written out.
void shuffle(std::vector<std::int64_t>& rows, std::mt19937_64& random)
{
    for (size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[random() % i]);
}

/// Both training stages over one network (spec §8).
class Trainer
{
public:
    Trainer(const TrainingSet& set, const TrainOptions& options, const std::function<void(const EpochReport&)>& onEpoch,
            Task& task)
        : m_set(set)
        , m_options(options)
        , m_onEpoch(onEpoch)
        , m_task(task)
        , m_device(resolveDevice(options.device))
        , m_random(static_cast<std::uint64_t>(options.seed))
    {
        torch::manual_seed(static_cast<std::uint64_t>(options.seed));
        m_network = Network(NetworkShape{set.image.defined() ? static_cast<int>(set.image.size(1)) : 1,
                                         static_cast<int>(set.expression.size(1)), 512});
        m_network->to(m_device);
        m_network->train();
    }

    Network run()
    {
        if (!m_set.bothHalves.empty())
            contrastiveStage();
        reconstructionStage();
        return copyNetwork(*m_network, torch::kCPU);
    }

private:
    template <class Step>
    EpochReport epoch(std::vector<std::int64_t>& rows, int stage, int index, Step&& step)
    {
        shuffle(rows, m_random);
        EpochReport report{stage, index, 0.0, -1.0};
        double seen = 0.0;
        double correct = -1.0;
        const auto batch = static_cast<size_t>(std::max(2, m_options.batch));
        for (size_t first = 0; first < rows.size(); first += batch) {
            const size_t count = std::min(batch, rows.size() - first);
            const torch::Tensor picked =
                torch::from_blob(rows.data() + first, {static_cast<std::int64_t>(count)}, torch::kLong).to(m_device);
            const auto [loss, hits] = step(picked);
            if (!std::isfinite(loss)) {
                throw Error(Text(SPACRD_TR("core", "The loss of epoch %1 is not a finite number."), {toWord(index + 1)}), {},
                            SPACRD_TR("core", "use a lower learning rate"));
            }
            report.loss += loss * static_cast<double>(count);
            if (hits >= 0)
                correct = std::max(correct, 0.0) + hits;
            seen += static_cast<double>(count);
            m_task.advanceTo(++m_batchesDone);
        }
        report.loss /= seen;
        if (correct >= 0)
            report.accuracy = correct / seen;
        if (m_onEpoch)
            m_onEpoch(report);
        return report;
    }

    void beginStage(const char* name, size_t rows)
    {
        const auto batch = static_cast<size_t>(std::max(2, m_options.batch));
        m_batchesDone = 0;
        m_task.stage(name, static_cast<std::int64_t>((rows + batch - 1) / batch) * m_options.epochs,
                     SPACRD_TR("core", "batches"));
    }

    void contrastiveStage()
    {
        const torch::Tensor image = m_set.image.to(m_device);
        const torch::Tensor gene = m_set.expression.to(m_device);
        torch::optim::Adam adam(m_network->encoders->parameters(), torch::optim::AdamOptions(m_options.learningRate));
        std::vector<std::int64_t> rows = m_set.bothHalves;
        beginStage(SPACRD_TR("core", "Training: aligning image and expression"), rows.size());
        for (int index = 0; index < m_options.epochs; ++index) {
            epoch(rows, 1, index, [&](const torch::Tensor& picked) {
                if (picked.size(0) < 2) // a batch of one has no statistics and no negatives
                    return std::pair(0.0, -1.0);
                adam.zero_grad();
                const ContrastiveLoss loss = contrastiveLoss(m_network->encoders->image(image.index_select(0, picked)),
                                                             m_network->encoders->gene(gene.index_select(0, picked)));
                loss.total.backward();
                m_task.check();
                adam.step();
                return std::pair(loss.total.item<double>(), -1.0);
            });
        }
    }

    /// Encodings of the picked rows' neighbourhoods, B × 7 × P. Every copy of a spot is encoded, as in the reference: the
    /// BatchNorm statistics run over the copies. Rows without an image get 0 and stay out of the statistics.
    torch::Tensor encode(ModalityEncoder& encoder, const torch::Tensor& features, const torch::Tensor& copies, bool image)
    {
        const std::int64_t projection = m_network->shape.projection;
        const std::vector<std::int64_t> shape{copies.size(0) / neighbourhoodSize, neighbourhoodSize, projection};
        if (!image || m_set.allHaveImages)
            return encoder(features.index_select(0, copies)).view(shape);
        torch::Tensor encoded = torch::zeros({copies.size(0), projection}, torch::TensorOptions().device(m_device));
        if (!features.defined())
            return encoded.view(shape);
        const torch::Tensor present = torch::nonzero(m_set.hasImage.to(m_device).index_select(0, copies)).squeeze(1);
        if (present.size(0) > 1)
            encoded = encoded.index_copy(0, present, encoder(features.index_select(0, copies.index_select(0, present))));
        return encoded.view(shape);
    }

    void reconstructionStage()
    {
        const torch::Tensor image = m_set.image.defined() ? m_set.image.to(m_device) : torch::Tensor();
        const torch::Tensor gene = m_set.expression.to(m_device);
        const torch::Tensor neighbours = m_set.neighbours.to(m_device);
        const torch::Tensor labels = m_set.labels.to(m_device);
        torch::optim::Adam adam(m_network->parameters(), torch::optim::AdamOptions(m_options.learningRate));
        std::vector<std::int64_t> rows = m_set.labelled;
        beginStage(SPACRD_TR("core", "Training: fusion and classifier"), rows.size());
        for (int index = 0; index < m_options.epochs; ++index) {
            const bool classify = index >= m_options.classifierFromEpoch;
            epoch(rows, 2, index, [&](const torch::Tensor& picked) {
                adam.zero_grad();
                const torch::Tensor copies = neighbours.index_select(0, picked).view({-1});
                const NetworkOutput out = m_network->forward(encode(m_network->encoders->image, image, copies, true),
                                                             encode(m_network->encoders->gene, gene, copies, false));
                m_task.check();
                const torch::Tensor truth = labels.index_select(0, picked);
                const torch::Tensor noise = torch::randn({picked.size(0), latentWidth}).to(m_device);
                const ReconstructionLoss loss = reconstructionLoss(*m_network, out, truth, noise);
                const torch::Tensor& total = classify ? loss.classifierTotal : loss.vaeTotal;
                total.backward();
                m_task.check();
                adam.step();
                const double hits = classify ? ((out.logit > 0) == (truth > 0.5)).sum().item<double>() : -1.0;
                return std::pair(total.item<double>(), hits);
            });
        }
    }

    const TrainingSet& m_set;
    const TrainOptions& m_options;
    const std::function<void(const EpochReport&)>& m_onEpoch;
    Task& m_task;
    torch::Device m_device;
    std::mt19937_64 m_random;
    Network m_network{nullptr};
    std::int64_t m_batchesDone = 0;
};

ModelCard cardFor(const std::vector<TrainingSection>& sections, const TrainingSet& set, const TrainOptions& options,
                  const Encoder* encoder)
{
    ModelCard card;
    card.name = options.name;
    card.panel = set.panel;
    card.universe = set.universe;
    if (encoder)
        card.encoder = encoder->identity();
    for (const TrainingSection& section : sections)
        card.trainedOn.push_back(section.sample->name);
    card.trainingSpots = static_cast<long long>(set.labelled.size());
    card.trainingPositives = set.positives;
    card.seed = options.seed;
    card.schedule = fmt::format("{} + {} epochs, classifier from epoch {}, batch {}, Adam, learning rate {}",
                                set.bothHalves.empty() ? 0 : options.epochs, options.epochs, options.classifierFromEpoch,
                                options.batch, options.learningRate);
    card.licence = "as agreed with the owner of the training data";
    card.intendedUse = "Research use only; not a medical device. Marks candidate cancer regions for review by a pathologist.";
    return card;
}

} // namespace

std::shared_ptr<const Model> trainModel(const std::vector<TrainingSection>& sections, const TrainOptions& options,
                                        const std::function<void(const EpochReport&)>& onEpoch, Task& task)
{
    if (sections.empty())
        throw Error(SPACRD_TR("core", "Training needs at least one section."));
    const bool anySlide = std::any_of(sections.begin(), sections.end(), [](const auto& s) { return s.sample->slide != nullptr; });
    std::unique_ptr<Encoder> encoder;
    if (options.encoder != "none" && anySlide)
        encoder = makeEncoder(options.encoder);
    try {
        const TrainingSet set = makeTrainingSet(sections, options, encoder.get(), task);
        auto weights = std::make_shared<Model::Weights>();
        weights->network = Trainer(set, options, onEpoch, task).run();
        return std::make_shared<const Model>(cardFor(sections, set, options, encoder.get()), std::move(weights));
    } catch (const c10::Error& error) {
        throwTorchError(error);
    }
}

} // namespace spacrd
