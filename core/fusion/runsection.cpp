#include "core/fusion/runsection.h"

#include "core/base/task.h"
#include "core/fusion/neighbourhood.h"
#include "core/fusion/parallelloop.h"
#include "core/fusion/sparsebatch.h"
#include "core/fusion/sweep.h"

#include <algorithm>

namespace spacrd {

namespace {

using Spots = std::span<const std::int32_t>;

constexpr std::int64_t chunkSpots = 512; ///< encoded and run together by one thread
constexpr std::int64_t stepSpots = 1024; ///< between two looks at the stop token, some tens of milliseconds

/// The rows named, one after the other in memory, on the CPU.
torch::Tensor denseRows(const FeatureRows& features, Spots spots)
{
    torch::Tensor rows = torch::empty({static_cast<std::int64_t>(spots.size()), features.cols()});
    features.read(spots, rows.data_ptr<float>());
    return rows;
}

SparseRows sparseRows(const SparseFeatures& features, Spots spots)
{
    return {features.outerIndexPtr(), features.innerIndexPtr(), features.valuePtr(), spots};
}

void copyRow(const torch::Tensor& from, std::int64_t row, FeatureMatrix& to, std::int32_t spot)
{
    std::copy_n(from.data_ptr<float>() + row * from.size(1), from.size(1), to.data() + spot * to.cols());
}

/// Spreads the outputs of some spots over the section. `out` is on the CPU.
void keep(const SpotOutputs& out, Spots spots, Detection& detection)
{
    const torch::Tensor latent = out.latentMean.contiguous();
    const torch::Tensor toGene = out.histologyToGene.contiguous();
    const torch::Tensor toHistology = out.geneToHistology.contiguous();
    const torch::Tensor logit = out.logit.contiguous();
    for (size_t i = 0; i < spots.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        detection.logit[static_cast<size_t>(spots[i])] = logit.data_ptr<float>()[row];
        copyRow(latent, row, detection.latentMean, spots[i]);
        copyRow(toGene, row, detection.histologyToGene, spots[i]);
        copyRow(toHistology, row, detection.geneToHistology, spots[i]);
    }
}

/// The CPU's side of a sweep: rings of encodings, and chunks of spots shared among the threads.
class CpuSection
{
public:
    CpuSection(const FoldedNetwork& network, const ModelInput& input, std::int64_t capacity)
        : m_network(network)
        , m_input(input)
        , m_capacity(capacity)
        , m_image(ring(capacity))
        , m_gene(ring(capacity))
    {}

    /// Encodes the spots at places `from` to `to`.
    void encode(const Sweep& sweep, std::int64_t from, std::int64_t to)
    {
        forEachChunk(from, to, [&](std::int64_t first, std::int64_t count) {
            const Spots spots(sweep.order.data() + first, static_cast<size_t>(count));
            encode(spots, m_image.data() + first % m_capacity * projection(), m_gene.data() + first % m_capacity * projection());
        });
    }

    void attend(const Sweep& sweep, std::int64_t from, std::int64_t to, Detection& detection)
    {
        forEachChunk(from, to, [&](std::int64_t first, std::int64_t count) {
            const Spots spots(sweep.attended.data() + first, static_cast<size_t>(count));
            std::vector<NeighbourEncodings> image(spots.size());
            std::vector<NeighbourEncodings> gene(spots.size());
            for (size_t i = 0; i < spots.size(); ++i) {
                const std::int32_t* const row = m_input.neighbours.row(static_cast<size_t>(spots[i]));
                for (int n = 0; n < neighbourhoodSize; ++n) {
                    const std::int64_t at = sweep.place[static_cast<size_t>(row[n])] % m_capacity * projection();
                    image[i].row[n] = m_image.data() + at;
                    gene[i].row[n] = m_gene.data() + at;
                }
            }
            keep(m_network.run(image, gene), spots, detection);
        });
    }

    /// Spots whose neighbourhoods are encoded for them alone.
    void runApart(Spots spots, Detection& detection)
    {
        const Neighbourhoods all = neighbourhoodsOf(m_input.neighbours, spots);
        std::vector<float> image = ring(static_cast<std::int64_t>(all.unique.size()));
        std::vector<float> gene = image;
        encode(all.unique, image.data(), gene.data());
        std::vector<NeighbourEncodings> imageRows(spots.size());
        std::vector<NeighbourEncodings> geneRows(spots.size());
        for (size_t copy = 0; copy < all.members.size(); ++copy) {
            const size_t spot = copy / neighbourhoodSize;
            imageRows[spot].row[copy % neighbourhoodSize] = image.data() + all.members[copy] * projection();
            geneRows[spot].row[copy % neighbourhoodSize] = gene.data() + all.members[copy] * projection();
        }
        keep(m_network.run(imageRows, geneRows), spots, detection);
    }

private:
    std::int64_t projection() const { return m_network.projection(); }
    std::vector<float> ring(std::int64_t places) const { return std::vector<float>(static_cast<size_t>(places * projection())); }

    template <class Work>
    static void forEachChunk(std::int64_t from, std::int64_t to, Work&& work)
    {
        const std::int64_t chunks = (to - from + chunkSpots - 1) / chunkSpots;
        forEachOnAllThreads(chunks, 1, [&](std::int64_t chunk) {
            const torch::InferenceMode inference; // belongs to the thread
            const std::int64_t first = from + chunk * chunkSpots;
            work(first, std::min(chunkSpots, to - first));
        });
    }

    /// A missing half stays 0.
    void encode(Spots spots, float* image, float* gene) const
    {
        if (m_input.hasImage)
            m_network.encodeImage(denseRows(m_input.image, spots), image);
        if (m_input.hasExpression)
            m_network.encodeGenes(sparseRows(m_input.expression, spots), gene);
    }

    const FoldedNetwork& m_network;
    const ModelInput& m_input;
    std::int64_t m_capacity;
    std::vector<float> m_image;
    std::vector<float> m_gene;
};

torch::Tensor encodeOrZero(ModalityEncoder& encoder, bool present, const torch::Tensor& rows, std::int64_t count,
                           std::int64_t projection, const torch::Device& device)
{
    return present ? encoder(rows.to(device)) : torch::zeros({count, projection}, torch::TensorOptions().device(device));
}

/// Encodings of some spots on a device.
struct Encodings
{
    torch::Tensor image;
    torch::Tensor gene;
};

Encodings encodeOn(Network& network, const torch::Device& device, const ModelInput& input, Spots spots)
{
    const auto count = static_cast<std::int64_t>(spots.size());
    const std::int64_t projection = network->shape.projection;
    const auto image = input.hasImage ? denseRows(input.image, spots) : torch::Tensor();
    const auto gene = input.hasExpression ? sparseBatch(input.expression, spots).dense() : torch::Tensor();
    return {encodeOrZero(network->encoders->image, input.hasImage, image, count, projection, device),
            encodeOrZero(network->encoders->gene, input.hasExpression, gene, count, projection, device)};
}

NetworkOutput forwardRows(Network& network, const Encodings& from, const std::vector<std::int64_t>& members)
{
    const auto copies = static_cast<std::int64_t>(members.size());
    const torch::Tensor rows =
        torch::from_blob(const_cast<std::int64_t*>(members.data()), {copies}, torch::kLong).to(from.image.device());
    const std::vector<std::int64_t> shape{copies / neighbourhoodSize, neighbourhoodSize, network->shape.projection};
    return network->forward(from.image.index_select(0, rows).view(shape), from.gene.index_select(0, rows).view(shape));
}

SpotOutputs outputsOf(const NetworkOutput& out)
{
    return {out.logit.cpu(), out.latent.mean.cpu(), out.fused.histologyToGene.mean(1).cpu(),
            out.fused.geneToHistology.mean(1).cpu()};
}

} // namespace

void runOnCpu(const FoldedNetwork& network, const ModelInput& input, Detection& detection, Task& task)
{
    const Sweep sweep = planSweep(input.neighbours, input.centres, chunkSpots, stepSpots);
    CpuSection section(network, input, sweep.capacity);
    Sweep::Step done;
    for (const Sweep::Step& step : sweep.steps) {
        task.check();
        section.encode(sweep, done.encodeTo, step.encodeTo);
        section.attend(sweep, done.attendTo, step.attendTo, detection);
        done = step;
        task.advanceTo(done.attendTo);
    }
    const Spots apart(sweep.stragglers);
    for (size_t first = 0; first < apart.size(); first += chunkSpots) {
        task.check();
        const torch::InferenceMode inference;
        section.runApart(apart.subspan(first, std::min<size_t>(chunkSpots, apart.size() - first)), detection);
        task.advanceTo(done.attendTo + static_cast<std::int64_t>(first));
    }
}

void makeRoom(Detection& detection, size_t spots)
{
    const auto rows = static_cast<Eigen::Index>(spots);
    detection.logit.assign(spots, 0.0);
    detection.latentMean = FeatureMatrix::Zero(rows, latentWidth);
    detection.histologyToGene = FeatureMatrix::Zero(rows, neighbourhoodSize);
    detection.geneToHistology = FeatureMatrix::Zero(rows, neighbourhoodSize);
}

Detection runAlone(const FoldedNetwork& network, const ModelInput& input, Task& task)
{
    Detection detection;
    makeRoom(detection, input.neighbours.spots());
    runOnCpu(network, input, detection, task);
    return detection;
}

void runOnDevice(Network network, const torch::Device& device, const ModelInput& input, int batch, Detection& detection,
                 Task& task)
{
    const torch::InferenceMode inference;
    const Sweep sweep = planSweep(input.neighbours, input.centres, batch, batch);
    const std::int64_t projection = network->shape.projection;
    const auto on = torch::TensorOptions().device(device);
    Encodings ring{torch::zeros({sweep.capacity, projection}, on), torch::zeros({sweep.capacity, projection}, on)};
    const auto ringPlaces = [&](Spots spots) {
        std::vector<std::int64_t> members;
        for (const std::int32_t spot : spots) {
            const std::int32_t* const row = input.neighbours.row(static_cast<size_t>(spot));
            for (int n = 0; n < neighbourhoodSize; ++n)
                members.push_back(sweep.place[static_cast<size_t>(row[n])] % sweep.capacity);
        }
        return members;
    };
    Sweep::Step done;
    for (const Sweep::Step& step : sweep.steps) {
        for (; done.encodeTo < step.encodeTo; done.encodeTo = std::min(step.encodeTo, done.encodeTo + batch)) {
            task.check();
            const std::int64_t count = std::min<std::int64_t>(batch, step.encodeTo - done.encodeTo);
            const Encodings fresh =
                encodeOn(network, device, input, Spots(sweep.order.data() + done.encodeTo, static_cast<size_t>(count)));
            ring.image.narrow(0, done.encodeTo % sweep.capacity, count).copy_(fresh.image);
            ring.gene.narrow(0, done.encodeTo % sweep.capacity, count).copy_(fresh.gene);
        }
        const Spots spots(sweep.attended.data() + done.attendTo, static_cast<size_t>(step.attendTo - done.attendTo));
        keep(outputsOf(forwardRows(network, ring, ringPlaces(spots))), spots, detection);
        done = step;
        task.advanceTo(done.attendTo);
    }
    const Spots apart(sweep.stragglers);
    for (size_t first = 0; first < apart.size(); first += static_cast<size_t>(batch)) {
        task.check();
        const Spots spots = apart.subspan(first, std::min(static_cast<size_t>(batch), apart.size() - first));
        const Neighbourhoods all = neighbourhoodsOf(input.neighbours, spots);
        keep(outputsOf(forwardRows(network, encodeOn(network, device, input, all.unique), all.members)), spots, detection);
    }
}

NetworkOutput runSpots(Network network, const ModelInput& input, std::span<const std::int32_t> spots)
{
    const Neighbourhoods all = neighbourhoodsOf(input.neighbours, spots);
    return forwardRows(network, encodeOn(network, torch::kCPU, input, all.unique), all.members);
}

} // namespace spacrd
