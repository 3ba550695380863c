#include "core/fusion/network.h"

#include "core/fusion/absorbedattention.h"

#include <cmath>

namespace spacrd {

namespace nn = torch::nn;

namespace {

/// Whether absorbedattention.h has kernels for such neighbourhoods, B × k × P.
bool hasKernels(const torch::Tensor& neighbourhoods)
{
    return neighbourhoods.is_cpu() && neighbourhoods.scalar_type() == torch::kFloat
           && neighbourhoods.size(1) == neighbourhoodSize;
}

} // namespace

ModalityEncoderImpl::ModalityEncoderImpl(int in, int projection, double dropoutRate)
    : first(in, encoderWidth)
    , second(encoderWidth, encoderNarrow)
    , third(encoderNarrow, projection)
    , firstNorm(encoderWidth)
    , secondNorm(encoderNarrow)
    , dropout(dropoutRate)
    , fc(first, firstNorm, nn::ReLU(), nn::Dropout(dropoutRate), second, secondNorm, nn::ReLU(), nn::Dropout(dropoutRate), third)
{
    register_module("fc", fc);
}

ContrastivePairImpl::ContrastivePairImpl(const NetworkShape& shape, double dropout)
    : image(register_module("img_encoder", ModalityEncoder(shape.image, shape.projection, dropout)))
    , gene(register_module("gene_encoder", ModalityEncoder(shape.genes, shape.projection, dropout)))
{}

CrossAttentionImpl::CrossAttentionImpl(int projection, double dropoutRate)
    : queryProjection(register_module("query_proj", nn::Linear(projection, embeddingWidth)))
    , keyProjection(register_module("key_proj", nn::Linear(projection, embeddingWidth)))
    , valueProjection(register_module("value_proj", nn::Linear(projection, embeddingWidth)))
    , outputProjection(register_module("output_proj", nn::Linear(embeddingWidth, embeddingWidth)))
    , norm(register_module("norm", nn::LayerNorm(nn::LayerNormOptions({embeddingWidth}))))
    , dropout(register_module("dropout", nn::Dropout(dropoutRate)))
{}

Attended CrossAttentionImpl::forward(const torch::Tensor& query, const torch::Tensor& context)
{
    const auto batch = context.size(0);
    const auto keys = context.size(1);
    const int width = embeddingWidth / attentionHeads;
    const auto q = queryProjection(query).view({batch, 1, attentionHeads, width}).transpose(1, 2);
    const auto k = keyProjection(context).view({batch, keys, attentionHeads, width}).transpose(1, 2);
    const auto v = valueProjection(context).view({batch, keys, attentionHeads, width}).transpose(1, 2);
    Attended out;
    out.weights = torch::softmax(torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(width)), -1);
    const auto mixed = torch::matmul(dropout(out.weights), v).transpose(1, 2).reshape({batch, embeddingWidth});
    out.row = norm(outputProjection(mixed));
    return out;
}

BidirectionalAttentionImpl::BidirectionalAttentionImpl(int projection, double dropout)
    : imageQuery(register_module("cross_attention1", CrossAttention(projection, dropout)))
    , geneQuery(register_module("cross_attention2", CrossAttention(projection, dropout)))
    , fusion(register_module("fusion_proj", nn::Linear(2 * embeddingWidth, embeddingWidth)))
    , fusionNorm(register_module("fusion_norm", nn::LayerNorm(nn::LayerNormOptions({embeddingWidth}))))
{}

Fused BidirectionalAttentionImpl::forward(const torch::Tensor& image, const torch::Tensor& gene)
{
    const bool absorbed = hasKernels(image);
    const auto attend = [absorbed](CrossAttention& layer, const torch::Tensor& query, const torch::Tensor& context) {
        return absorbed ? absorbedAttention(*layer, query.select(1, 0), context) : layer(query.select(1, 0), context);
    };
    const Attended first = attend(imageQuery, image, gene);
    const Attended second = attend(geneQuery, gene, image);
    return {fusionNorm(fusion(torch::cat({first.row, second.row}, 1))), first.weights, second.weights};
}

CategoryVaeImpl::CategoryVaeImpl()
    : encoder(nn::Linear(embeddingWidth, 256), nn::ReLU(), nn::Linear(256, 128), nn::ReLU())
    , decoder(nn::Linear(latentWidth, 128), nn::ReLU(), nn::Linear(128, 256), nn::ReLU(), nn::Linear(256, embeddingWidth))
    , mean(register_module("fc_mu", nn::Linear(128, latentWidth)))
    , logVariance(register_module("fc_logvar", nn::Linear(128, latentWidth)))
{
    register_module("encoder", encoder);
    register_module("decoder", decoder);
}

Latent CategoryVaeImpl::encode(const torch::Tensor& multimodal)
{
    const auto hidden = encoder->forward(multimodal);
    return {mean(hidden), logVariance(hidden)};
}

NetworkImpl::NetworkImpl(const NetworkShape& networkShape, const DropoutRates& dropout, const PaperWays& paperWays)
    : shape(networkShape)
    , ways(paperWays)
    , encoders(register_module("CL", ContrastivePair(networkShape, dropout.encoder)))
    , attention(register_module("BCA", BidirectionalAttention(networkShape.projection, dropout.attention)))
    , vae(register_module("vae_error_model", CategoryVae()))
    , classifier(nn::Linear(2 * latentWidth, 64), nn::ReLU(), nn::Linear(64, 1))
{
    register_module("decoder", classifier);
    centre0 = register_parameter("target_mu_0", torch::randn({latentWidth}) * 0.01);
    centre1 = register_parameter("target_mu_1", torch::randn({latentWidth}) * 0.01);
}

NetworkOutput NetworkImpl::forward(const torch::Tensor& imageEncoding, const torch::Tensor& geneEncoding)
{
    NetworkOutput out;
    out.fused = attention(normaliseNeighbours(imageEncoding, ways), normaliseNeighbours(geneEncoding, ways));
    out.latent = vae->encode(out.fused.multimodal);
    const torch::Tensor spread = ways.deviationToClassifier ? torch::exp(out.latent.logVariance / 2) : out.latent.logVariance;
    out.logit = classifier->forward(torch::cat({out.latent.mean, spread}, 1)).squeeze(1);
    return out;
}

torch::Tensor normaliseAxis1(const torch::Tensor& z)
{
    return z / z.norm(2, 1, true).clamp_min(1e-12);
}

torch::Tensor normaliseNeighbours(const torch::Tensor& z, const PaperWays& ways)
{
    if (ways.unitEmbeddings)
        return z / z.norm(2, -1, true).clamp_min(1e-12);
    return hasKernels(z) ? normalisedNeighbourhoods(z) : normaliseAxis1(z);
}

} // namespace spacrd
