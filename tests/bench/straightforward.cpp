#include "tests/bench/straightforward.h"

#include <cmath>

namespace spacrd::bench {

namespace {

/// All seven rows of the output of one direction, B × 7 × E, and the weights of row 0.
Attended attendAll(CrossAttentionImpl& layer, const torch::Tensor& query, const torch::Tensor& context)
{
    const auto batch = query.size(0);
    const int width = embeddingWidth / attentionHeads;
    const auto heads = [&](const torch::Tensor& rows) { return rows.view({batch, -1, attentionHeads, width}).transpose(1, 2); };
    const auto q = heads(layer.queryProjection(query));
    const auto k = heads(layer.keyProjection(context));
    const auto v = heads(layer.valueProjection(context));
    const auto weights = torch::softmax(torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(width)), -1);
    const auto mixed = torch::matmul(layer.dropout(weights), v).transpose(1, 2).reshape({batch, -1, embeddingWidth});
    return {layer.norm(layer.outputProjection(mixed)), weights.narrow(2, 0, 1)};
}

torch::Tensor encodeAll(ModalityEncoderImpl& encoder, const torch::Tensor& neighbourhoods)
{
    const torch::Tensor rows = neighbourhoods.reshape({-1, neighbourhoods.size(2)});
    return encoder.fc->forward(rows).view({neighbourhoods.size(0), neighbourhoods.size(1), -1});
}

} // namespace

NetworkOutput Straightforward::forward(const torch::Tensor& image, const torch::Tensor& gene)
{
    NetworkImpl& network = *m_network;
    const auto zImage = normaliseAxis1(encodeAll(*network.encoders->image, image));
    const auto zGene = normaliseAxis1(encodeAll(*network.encoders->gene, gene));
    const Attended first = attendAll(*network.attention->imageQuery, zImage, zGene);
    const Attended second = attendAll(*network.attention->geneQuery, zGene, zImage);
    const auto both = torch::cat({first.row, second.row}, 2);
    NetworkOutput out;
    out.fused = {network.attention->fusionNorm(network.attention->fusion(both)).select(1, 0), first.weights, second.weights};
    out.latent = network.vae->encode(out.fused.multimodal);
    out.logit = network.classifier->forward(torch::cat({out.latent.mean, out.latent.logVariance}, 1)).squeeze(1);
    return out;
}

} // namespace spacrd::bench
