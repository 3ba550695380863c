#include "core/base/task.h"
#include "core/fusion/adam.h"
#include "core/fusion/device.h"
#include "core/fusion/losses.h"
#include "core/fusion/runsection.h"
#include "core/fusion/sparsebatch.h"
#include "core/fusion/states.h"
#include "core/fusion/trainstep.h"
#include "core/fusion/weights.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/memory.h"
#include "tests/bench/straightforward.h"
#include "tests/bench/syntheticinput.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace spacrd::bench {

namespace {

constexpr int batchSpots = 512;             // the published batch
constexpr double absorbedMflop = 17.236096; // per spot with everything folded (model specification §12)

const NetworkShape fullShape{imageFeatures, genes, 512};

/// Random weights, and running statistics as if it had seen data.
Network randomNetwork()
{
    torch::manual_seed(1);
    Network network(fullShape, DropoutRates{0.0, 0.0});
    const torch::NoGradGuard noGradient;
    for (auto& item : network->named_buffers()) {
        if (item.key().ends_with("running_mean"))
            item.value().normal_(0.0, 0.1);
        if (item.key().ends_with("running_var"))
            item.value().uniform_(0.5, 1.5);
    }
    return network;
}

Network copyFor(const Network& network, const torch::Device& device)
{
    Network copy(network->shape, DropoutRates{0.0, 0.0});
    restore(statesOf(*copy), statesOf(*network));
    copy->to(device);
    return copy;
}

/// The section as the straightforward way holds it: dense, on the device.
struct DenseSection
{
    torch::Tensor image, gene, neighbours;

    DenseSection(const ModelInput& input, const torch::Device& device)
    {
        const auto spots = static_cast<std::int64_t>(input.neighbours.spots());
        std::vector<std::int32_t> all(static_cast<size_t>(spots));
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::int32_t>(i);
        image = torch::empty({spots, input.image.cols()});
        input.image.read(all, image.data_ptr<float>());
        gene = sparseBatch(input.expression, all).dense();
        neighbours = torch::tensor(std::vector<std::int64_t>(input.neighbours.indices.begin(), input.neighbours.indices.end()))
                         .view({spots, neighbourhoodSize});
        image = image.to(device);
        gene = gene.to(device);
        neighbours = neighbours.to(device);
    }

    /// B × 7 × features of the spots from `first` on.
    static torch::Tensor stacked(const torch::Tensor& features, const torch::Tensor& rows)
    {
        return features.index_select(0, rows.reshape({-1})).view({rows.size(0), neighbourhoodSize, features.size(1)});
    }
};

class FusionBench
{
public:
    FusionBench(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task)
        : m_options(options)
        , m_onFigure(onFigure)
        , m_task(task)
        , m_device(options.device)
        , m_small(options.quick ? 600 : 4000)
        , m_network(randomNetwork())
    {}

    void run()
    {
        inference();
        largeSections();
        trainingEpochs();
    }

private:
    void figure(const std::string& name, double value, const std::string& unit, std::map<std::string, double> detail = {}) const
    {
        m_onFigure({"fusion." + name, value, unit, std::move(detail)});
    }

    Detection detectAll(const FoldedNetwork& folded, const Network& onDevice, const ModelInput& input)
    {
        Detection detection;
        makeRoom(detection, input.neighbours.spots());
        if (m_device.is_cpu())
            runOnCpu(folded, input, detection, m_task);
        else
            runOnDevice(onDevice, m_device, input, 8 * batchSpots, detection, m_task);
        return detection;
    }

    std::vector<double> straightforwardLogits(const Network& network, const DenseSection& section)
    {
        const torch::InferenceMode inference;
        Straightforward plain(network);
        std::vector<double> logits;
        for (std::int64_t first = 0; first < section.image.size(0); first += batchSpots) {
            m_task.check();
            const torch::Tensor rows = section.neighbours.slice(0, first, first + batchSpots);
            const torch::Tensor logit =
                plain.forward(DenseSection::stacked(section.image, rows), DenseSection::stacked(section.gene, rows)).logit.cpu();
            logits.insert(logits.end(), logit.data_ptr<float>(), logit.data_ptr<float>() + logit.numel());
        }
        return logits;
    }

    void inference()
    {
        m_network->eval();
        const ModelInput input = syntheticInput(m_small, true);
        const FoldedNetwork folded(*m_network);
        const Network onDevice = copyFor(m_network, m_device);
        Network(onDevice)->eval();
        const DenseSection dense(input, m_device);
        const torch::Tensor square = torch::rand({2048, 2048}).to(m_device);

        const auto seconds = measure({{"ours", 9, [&] { detectAll(folded, onDevice, input); }},
                                      {"straightforward", 3, [&] { straightforwardLogits(onDevice, dense); }},
                                      {"gemm", 9, [&] { torch::mm(square, square).sum().item<float>(); }}});
        const double ours = fastest(seconds.at("ours"));
        const double plain = fastest(seconds.at("straightforward"));
        m_secondsPerSpot = ours / m_small;
        figure("speedup_4000", plain / ours, "x",
               {{"spots", m_small},
                {"ours_spots_per_s", m_small / ours},
                {"straightforward_spots_per_s", m_small / plain},
                {"expression_density", expressionDensity}});

        const std::vector<double> expected = straightforwardLogits(onDevice, dense);
        const Detection detection = detectAll(folded, onDevice, input);
        double worst = 0.0;
        for (size_t spot = 0; spot < expected.size(); ++spot)
            worst = std::max(worst, std::abs(expected[spot] - detection.logit[spot]));
        figure("max_abs_dlogit", worst, "", {{"spots", m_small}});

        const double peak = 2.0 * std::pow(2048.0, 3) / fastest(seconds.at("gemm"));
        figure("gemm_fraction", absorbedMflop * 1e6 / m_secondsPerSpot / peak, "fraction",
               {{"gemm_gflop_per_s", peak / 1e9}, {"mflop_per_spot", absorbedMflop}});
    }

    /// Time and memory must not grow with the section.
    void largeSections()
    {
        const FoldedNetwork folded(*m_network);
        const Network onDevice = copyFor(m_network, m_device);
        Network(onDevice)->eval();
        std::map<std::string, double> memory;
        double perSpot = 0.0;
        for (const int spots : {10 * m_small, 100 * m_small}) {
            const ModelInput input = syntheticInput(spots, false);
            restartPeakMemory();
            const double before = peakMemoryMb();
            const auto seconds = measure({{"ours", 1, [&] { detectAll(folded, onDevice, input); }}});
            perSpot = fastest(seconds.at("ours")) / spots;
            const std::string which = std::to_string(spots) + "_spots";
            memory["us_per_spot_" + which] = perSpot * 1e6;
            memory["peak_rss_mb_" + which] = peakMemoryMb();
            memory["of_which_input_mb_" + which] = before;
        }
        memory["us_per_spot_" + std::to_string(m_small) + "_spots"] = m_secondsPerSpot * 1e6;
        figure("scaling_400k_vs_4k", perSpot / m_secondsPerSpot, "x", memory);
        figure("peak_rss_mb", memory.at("peak_rss_mb_" + std::to_string(100 * m_small) + "_spots"), "MB", memory);
    }

    /// The same spots as a training set.
    static TrainingSet trainingSet(const ModelInput& input)
    {
        TrainingSet set;
        const auto spots = static_cast<std::int32_t>(input.neighbours.spots());
        set.expression = input.expression;
        set.neighbours = input.neighbours;
        set.image = FeatureMatrix(spots, input.image.cols());
        for (std::int32_t spot = 0; spot < spots; ++spot) {
            set.labelled.push_back(spot);
            set.labels.push_back((spot / 40) % 2);
            set.hasImage.push_back(1);
        }
        input.image.read(set.labelled, set.image.data());
        set.bothHalves = set.labelled;
        return set;
    }

    /// An epoch in an order as after a shuffle, the same for both sides.
    std::vector<std::int32_t> shuffled() const
    {
        std::vector<std::int32_t> order(static_cast<size_t>(m_small));
        const torch::Tensor random = torch::randperm(m_small, torch::kLong);
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<std::int32_t>(random.data_ptr<std::int64_t>()[i]);
        return order;
    }

    template <class Loss, class Step>
    std::vector<double> epoch(const std::vector<std::int32_t>& order, const Loss& loss, const Step& step)
    {
        std::vector<double> losses;
        for (size_t first = 0; first < order.size(); first += batchSpots) {
            m_task.check();
            const torch::Tensor value = loss(std::span(order).subspan(first, std::min<size_t>(batchSpots, order.size() - first)));
            step(value);
            losses.push_back(value.item<double>());
        }
        return losses;
    }

    static double largestRelativeDifference(const std::vector<double>& a, const std::vector<double>& b)
    {
        double worst = 0.0;
        for (size_t i = 0; i < a.size(); ++i)
            worst = std::max(worst, std::abs(a[i] - b[i]) / std::abs(b[i]));
        return worst;
    }

    void compareEpochs(const std::string& name, const std::function<std::vector<double>(Network&, bool first)>& ours,
                       const std::function<std::vector<double>(Network&, bool first)>& plain)
    {
        Network mine = copyFor(m_network, m_device);
        Network theirs = copyFor(m_network, m_device);
        mine->train();
        theirs->train();
        const std::vector<double> ourLosses = ours(mine, true);
        const std::vector<double> plainLosses = plain(theirs, true);
        const auto seconds =
            measure({{"ours", 4, [&] { ours(mine, false); }}, {"straightforward", 2, [&] { plain(theirs, false); }}});
        figure(name, fastest(seconds.at("straightforward")) / fastest(seconds.at("ours")), "x",
               {{"spots", m_small},
                {"batch", batchSpots},
                {"ours_seconds", fastest(seconds.at("ours"))},
                {"straightforward_seconds", fastest(seconds.at("straightforward"))},
                {"largest_relative_loss_difference", largestRelativeDifference(ourLosses, plainLosses)}});
    }

    void trainingEpochs()
    {
        const ModelInput input = syntheticInput(m_small, true);
        const TrainingSet set = trainingSet(input);
        const DenseSection dense(input, m_device);
        const std::vector<std::int32_t> order = shuffled();
        const BatchOptions batch{m_device, 0.0};
        const torch::Tensor noise = torch::randn({batchSpots, latentWidth}).to(m_device);
        const auto rowsOf = [&](std::span<const std::int32_t> picked) {
            return torch::tensor(std::vector<std::int64_t>(picked.begin(), picked.end())).to(m_device);
        };
        const auto lossOf = [&](Network& network, const NetworkOutput& out, std::span<const std::int32_t> picked) {
            return reconstructionLoss(*network, out, labelsOf(set, picked, m_device),
                                      noise.slice(0, 0, static_cast<std::int64_t>(picked.size())))
                .classifierTotal;
        };
        std::optional<Adam> adam;
        std::optional<torch::optim::Adam> plainAdam;
        const auto ourEpoch = [&](const auto& lossFor) {
            return [&, lossFor](Network& network, bool first) {
                if (first)
                    adam.emplace(network->named_parameters(), AdamOptions{});
                return epoch(
                    order, [&](auto picked) { return lossFor(network, picked); },
                    [&](const torch::Tensor& loss) {
                        adam->clearGradients();
                        loss.backward();
                        adam->step();
                    });
            };
        };
        const auto plainEpoch = [&](const auto& lossFor) {
            return [&, lossFor](Network& network, bool first) {
                if (first)
                    plainAdam.emplace(network->parameters(), torch::optim::AdamOptions(AdamOptions{}.learningRate));
                return epoch(
                    order, [&](auto picked) { return lossFor(network, picked); },
                    [&](const torch::Tensor& loss) {
                        plainAdam->zero_grad();
                        loss.backward();
                        plainAdam->step();
                    });
            };
        };
        compareEpochs("train_epoch_speedup", ourEpoch([&](Network& network, auto picked) {
                          const BatchEncodings z = encodeNeighbourhoods(network, set, picked, batch);
                          return lossOf(network, network->forward(z.image, z.gene), picked);
                      }),
                      plainEpoch([&](Network& network, auto picked) {
                          const torch::Tensor rows = dense.neighbours.index_select(0, rowsOf(picked));
                          return lossOf(network,
                                        Straightforward(network).forward(DenseSection::stacked(dense.image, rows),
                                                                         DenseSection::stacked(dense.gene, rows)),
                                        picked);
                      }));
        compareEpochs("contrastive_epoch_speedup", ourEpoch([&](Network& network, auto picked) {
                          const BatchEncodings z = encodeSpots(network, set, picked, batch);
                          return contrastiveLoss(z.image, z.gene).total;
                      }),
                      plainEpoch([&](Network& network, auto picked) {
                          const torch::Tensor rows = rowsOf(picked);
                          return contrastiveLoss(network->encoders->image(dense.image.index_select(0, rows)),
                                                 network->encoders->gene(dense.gene.index_select(0, rows)))
                              .total;
                      }));
    }

    const BenchOptions& m_options;
    const std::function<void(const Figure&)>& m_onFigure;
    Task& m_task;
    torch::Device m_device;
    int m_small;
    Network m_network;
    double m_secondsPerSpot = 0.0;
};

} // namespace

void benchFusion(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task)
{
    setComputeThreads(options.threads);
    FusionBench(options, onFigure, task).run();
}

} // namespace spacrd::bench
