#include "core/fusion/foldednetwork.h"

#include <cmath>

namespace spacrd {

namespace nn = torch::nn;

namespace {

constexpr int headWidth = embeddingWidth / attentionHeads;
static_assert(attentionHeads == kernelHeads);

torch::Tensor apply(const torch::Tensor& weightT, const torch::Tensor& bias, const torch::Tensor& rows)
{
    return torch::addmm(bias, rows, weightT);
}

nn::Linear linearAt(const nn::Sequential& layers, size_t index)
{
    return nn::Linear(layers->ptr<nn::LinearImpl>(index));
}

} // namespace

FoldedNetwork::FoldedNetwork(const NetworkImpl& network)
    : m_projection(network.shape.projection)
    , m_ways(network.ways)
{
    const torch::NoGradGuard noGradient;
    m_image = fold(network.encoders->image);
    m_gene = fold(network.encoders->gene);
    const torch::Tensor genes = m_gene.first.weightT.t().contiguous();
    m_geneTiles = std::make_unique<TiledWeights>(genes.data_ptr<float>(), encoderWidth, network.shape.genes);
    m_gene.first.weightT.reset(); // the tiles hold them now
    m_imageQuery = fold(network.attention->imageQuery);
    m_geneQuery = fold(network.attention->geneQuery);
    m_fusion = fold(network.attention->fusion);
    m_fusionNormWeight = network.attention->fusionNorm->weight.detach();
    m_fusionNormBias = network.attention->fusionNorm->bias.detach();
    m_hidden1 = fold(linearAt(network.vae->encoder, 0));
    m_hidden2 = fold(linearAt(network.vae->encoder, 2));
    const Layer mean = fold(network.vae->mean);
    const Layer logVariance = fold(network.vae->logVariance);
    m_latent = {torch::cat({mean.weightT, logVariance.weightT}, 1), torch::cat({mean.bias, logVariance.bias})};
    m_classifier1 = fold(linearAt(network.classifier, 0));
    m_classifier2 = fold(linearAt(network.classifier, 2));
}

FoldedNetwork::Layer FoldedNetwork::fold(const nn::Linear& linear)
{
    return {linear->weight.detach().t().contiguous(), linear->bias.detach()};
}

FoldedNetwork::Layer FoldedNetwork::fold(const nn::Linear& linear, const nn::BatchNorm1d& norm)
{
    // In double: the fold is done once and should cost no accuracy.
    const auto exact = torch::kDouble;
    const torch::Tensor scale = norm->weight.detach().to(exact) / torch::sqrt(norm->running_var.to(exact) + norm->options.eps());
    const torch::Tensor weight = linear->weight.detach().to(exact) * scale.unsqueeze(1);
    const torch::Tensor bias =
        (linear->bias.detach().to(exact) - norm->running_mean.to(exact)) * scale + norm->bias.detach().to(exact);
    return {weight.t().to(torch::kFloat).contiguous(), bias.to(torch::kFloat)};
}

FoldedNetwork::Encoder FoldedNetwork::fold(const ModalityEncoder& encoder)
{
    return {fold(encoder->first, encoder->firstNorm), fold(encoder->second, encoder->secondNorm), fold(encoder->third)};
}

FoldedNetwork::Direction FoldedNetwork::fold(const CrossAttention& attention)
{
    Direction direction;
    direction.query = fold(attention->queryProjection);
    const std::int64_t projection = attention->keyProjection->weight.size(1);
    const std::vector<std::int64_t> perHead{attentionHeads, headWidth, projection};
    // The key's bias adds the same to every neighbour's product and cancels in the softmax.
    direction.key = (attention->keyProjection->weight.detach() / std::sqrt(double(headWidth))).view(perHead).contiguous();
    direction.valueT = attention->valueProjection->weight.detach().view(perHead).transpose(1, 2).contiguous();
    direction.valueBias = attention->valueProjection->bias.detach();
    direction.output = fold(attention->outputProjection);
    direction.normWeight = attention->norm->weight.detach();
    direction.normBias = attention->norm->bias.detach();
    return direction;
}

void FoldedNetwork::finishEncoding(const Encoder& encoder, torch::Tensor hidden, float* to) const
{
    hidden = apply(encoder.second.weightT, encoder.second.bias, hidden.relu_()).relu_();
    torch::Tensor out = torch::from_blob(to, {hidden.size(0), m_projection}, torch::kFloat);
    torch::addmm_out(out, encoder.third.bias, hidden, encoder.third.weightT);
    if (m_ways.unitEmbeddings)
        out.copy_(normaliseAxis1(out));
}

void FoldedNetwork::encodeImage(const torch::Tensor& features, float* to) const
{
    finishEncoding(m_image, apply(m_image.first.weightT, m_image.first.bias, features), to);
}

void FoldedNetwork::encodeGenes(const SparseRows& rows, float* to) const
{
    const BandedMatrix banded(rows, m_geneTiles->inputs());
    torch::Tensor hidden = torch::empty({banded.rows(), encoderWidth});
    for (int tile = 0; tile < m_geneTiles->tiles(); ++tile)
        m_geneTiles->multiply(banded, m_gene.first.bias.data_ptr<float>(), hidden.data_ptr<float>(), tile);
    finishEncoding(m_gene, hidden, to);
}

torch::Tensor FoldedNetwork::direct(const Direction& direction, std::span<const NeighbourEncodings> query,
                                    std::span<const NeighbourEncodings> context, torch::Tensor& weights) const
{
    const auto batch = static_cast<std::int64_t>(query.size());
    torch::Tensor queries = torch::empty({batch, m_projection});
    for (size_t spot = 0; spot < query.size(); ++spot) {
        float* const to = queries.data_ptr<float>() + static_cast<std::int64_t>(spot) * m_projection;
        if (m_ways.unitEmbeddings)
            std::copy_n(query[spot].row[0], m_projection, to);
        else
            normalisedQuery(query[spot], m_projection, to);
    }
    queries = apply(direction.query.weightT, direction.query.bias, queries);

    torch::Tensor absorbed = torch::empty({batch, attentionHeads, m_projection});
    for (int head = 0; head < attentionHeads; ++head) {
        torch::Tensor part = absorbed.select(1, head);
        torch::mm_out(part, queries.narrow(1, head * headWidth, headWidth), direction.key[head]);
    }
    weights = torch::empty({batch, attentionHeads, neighbourhoodSize});
    std::vector<float> normalised(static_cast<size_t>(neighbourhoodSize) * static_cast<size_t>(m_projection));
    for (size_t spot = 0; spot < context.size(); ++spot) {
        if (m_ways.unitEmbeddings) {
            for (int n = 0; n < neighbourhoodSize; ++n)
                std::copy_n(context[spot].row[n], m_projection,
                            normalised.data() + static_cast<std::ptrdiff_t>(n) * m_projection);
        } else {
            normaliseNeighbourhood(context[spot], m_projection, normalised.data());
        }
        float* const heads = absorbed.data_ptr<float>() + static_cast<std::int64_t>(spot) * attentionHeads * m_projection;
        float* const softmax = weights.data_ptr<float>() + static_cast<std::int64_t>(spot) * attentionHeads * neighbourhoodSize;
        attend(normalised.data(), heads, m_projection, softmax, heads);
    }
    torch::Tensor values = torch::empty({batch, embeddingWidth});
    for (int head = 0; head < attentionHeads; ++head) {
        torch::Tensor part = values.narrow(1, head * headWidth, headWidth);
        torch::mm_out(part, absorbed.select(1, head), direction.valueT[head]);
    }
    values.add_(direction.valueBias);
    return torch::layer_norm(apply(direction.output.weightT, direction.output.bias, values), {embeddingWidth},
                             direction.normWeight, direction.normBias);
}

SpotOutputs FoldedNetwork::run(std::span<const NeighbourEncodings> image, std::span<const NeighbourEncodings> gene) const
{
    torch::Tensor toGene;
    torch::Tensor toHistology;
    const torch::Tensor first = direct(m_imageQuery, image, gene, toGene);
    const torch::Tensor second = direct(m_geneQuery, gene, image, toHistology);
    const torch::Tensor multimodal = torch::layer_norm(apply(m_fusion.weightT, m_fusion.bias, torch::cat({first, second}, 1)),
                                                       {embeddingWidth}, m_fusionNormWeight, m_fusionNormBias);
    const torch::Tensor hidden = apply(m_hidden1.weightT, m_hidden1.bias, multimodal).relu_();
    const torch::Tensor latent = apply(m_latent.weightT, m_latent.bias, apply(m_hidden2.weightT, m_hidden2.bias, hidden).relu_());
    SpotOutputs out;
    out.latentMean = latent.narrow(1, 0, latentWidth);
    torch::Tensor seen = latent;
    if (m_ways.deviationToClassifier)
        seen = torch::cat({out.latentMean, torch::exp(latent.narrow(1, latentWidth, latentWidth) / 2)}, 1);
    out.logit = apply(m_classifier2.weightT, m_classifier2.bias, apply(m_classifier1.weightT, m_classifier1.bias, seen).relu_())
                    .squeeze(1);
    out.histologyToGene = toGene.mean(1);
    out.geneToHistology = toHistology.mean(1);
    return out;
}

} // namespace spacrd
