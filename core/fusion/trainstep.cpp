#include "core/fusion/trainstep.h"

#include "core/fusion/batchnorm.h"
#include "core/fusion/neighbourhood.h"
#include "core/fusion/sparsebatch.h"

#include <algorithm>

namespace spacrd {

namespace {

using Rows = std::span<const std::int32_t>;

torch::Tensor indices(const std::vector<std::int64_t>& values, const torch::Device& device)
{
    return torch::tensor(values, torch::kLong).to(device);
}

/// How often each of `unique` rows is copied.
torch::Tensor countsOf(const std::vector<std::int64_t>& members, size_t unique)
{
    torch::Tensor counts = torch::zeros({static_cast<std::int64_t>(unique)});
    for (const std::int64_t member : members)
        counts.data_ptr<float>()[member] += 1.0f;
    return counts;
}

torch::Tensor imageRows(const FeatureMatrix& image, Rows rows)
{
    torch::Tensor out = torch::empty({static_cast<std::int64_t>(rows.size()), image.cols()});
    float* to = out.data_ptr<float>();
    for (const std::int32_t row : rows)
        to = std::copy_n(image.data() + row * image.cols(), image.cols(), to);
    return out;
}

torch::Tensor geneLayer(ModalityEncoder& encoder, const TrainingSet& set, Rows rows, const BatchOptions& options)
{
    SparseBatch batch = sparseBatch(set.expression, rows);
    if (options.inputDropout > 0.0 && encoder->is_training())
        batch.values = torch::dropout(batch.values, options.inputDropout, true);
    return sparseLinear(*encoder->first, batch);
}

torch::Tensor imageLayer(ModalityEncoder& encoder, const TrainingSet& set, Rows rows, const BatchOptions& options)
{
    return encoder->first(imageRows(set.image, rows).to(options.device));
}

/// The layers after the first linear one, whose output `hidden` has one row a spot; the result has one row a copy.
/// `members` undefined: every row is its only copy.
torch::Tensor finish(ModalityEncoder& encoder, torch::Tensor hidden, const torch::Tensor& counts, const torch::Tensor& members)
{
    const bool drops = encoder->is_training() && encoder->dropout > 0.0;
    const auto spread = [&members](const torch::Tensor& rows) {
        return members.defined() ? torch::embedding(rows, members) : rows; // its backward pass adds up the copies quickly
    };
    hidden = batchNormRelu(*encoder->firstNorm, hidden, counts);
    if (!drops) {
        hidden = batchNormRelu(*encoder->secondNorm, encoder->second(hidden), counts);
        return spread(encoder->third(hidden));
    }
    hidden = torch::dropout(spread(hidden), encoder->dropout, true);
    const torch::Tensor once = torch::ones({hidden.size(0)}, hidden.options().requires_grad(false));
    hidden = batchNormRelu(*encoder->secondNorm, encoder->second(hidden), once);
    return encoder->third(torch::dropout(hidden, encoder->dropout, true));
}

/// The image half of neighbourhoods of which some copies have no image: those stay 0 and out of the statistics.
torch::Tensor imageNeighbourhoods(Network& network, const TrainingSet& set, const Neighbourhoods& all,
                                  const BatchOptions& options)
{
    const auto copies = static_cast<std::int64_t>(all.members.size());
    const torch::Tensor nothing =
        torch::zeros({copies, network->shape.projection}, torch::TensorOptions().device(options.device));
    std::vector<std::int32_t> present;
    std::vector<std::int64_t> newPlace(all.unique.size(), -1);
    for (size_t i = 0; i < all.unique.size(); ++i) {
        if (set.hasImage[static_cast<size_t>(all.unique[i])]) {
            newPlace[i] = static_cast<std::int64_t>(present.size());
            present.push_back(all.unique[i]);
        }
    }
    if (present.size() < 2) // a single row has no statistics
        return nothing;
    std::vector<std::int64_t> members;
    std::vector<std::int64_t> places;
    for (std::int64_t copy = 0; copy < copies; ++copy) {
        const std::int64_t member = newPlace[static_cast<size_t>(all.members[static_cast<size_t>(copy)])];
        if (member >= 0) {
            members.push_back(member);
            places.push_back(copy);
        }
    }
    ModalityEncoder& encoder = network->encoders->image;
    const torch::Tensor encoded = finish(encoder, imageLayer(encoder, set, present, options),
                                         countsOf(members, present.size()).to(options.device), indices(members, options.device));
    return places.size() == static_cast<size_t>(copies) ? encoded
                                                        : nothing.index_copy(0, indices(places, options.device), encoded);
}

} // namespace

torch::Tensor labelsOf(const TrainingSet& set, std::span<const std::int32_t> rows, const torch::Device& device)
{
    torch::Tensor labels = torch::empty({static_cast<std::int64_t>(rows.size())});
    for (size_t i = 0; i < rows.size(); ++i)
        labels.data_ptr<float>()[i] = static_cast<float>(set.labels[static_cast<size_t>(rows[i])]);
    return labels.to(device);
}

BatchEncodings encodeSpots(Network& network, const TrainingSet& set, std::span<const std::int32_t> rows,
                           const BatchOptions& options)
{
    const auto count = static_cast<std::int64_t>(rows.size());
    const torch::Tensor once = torch::ones({count}, torch::TensorOptions().device(options.device));
    ModalityEncoder& image = network->encoders->image;
    ModalityEncoder& gene = network->encoders->gene;
    return {finish(image, imageLayer(image, set, rows, options), once, {}),
            finish(gene, geneLayer(gene, set, rows, options), once, {})};
}

BatchEncodings encodeNeighbourhoods(Network& network, const TrainingSet& set, std::span<const std::int32_t> rows,
                                    const BatchOptions& options)
{
    const Neighbourhoods all = neighbourhoodsOf(set.neighbours, rows);
    const std::vector<std::int64_t> shape{static_cast<std::int64_t>(rows.size()), neighbourhoodSize, network->shape.projection};
    ModalityEncoder& gene = network->encoders->gene;
    const torch::Tensor genes =
        finish(gene, geneLayer(gene, set, all.unique, options), countsOf(all.members, all.unique.size()).to(options.device),
               indices(all.members, options.device));
    return {imageNeighbourhoods(network, set, all, options).view(shape), genes.view(shape)};
}

} // namespace spacrd
