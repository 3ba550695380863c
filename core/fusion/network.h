#pragma once

#include "core/fusion/model.h"

#include <torch/torch.h>

/// The SpaCRD network, private to core/fusion.
/// Sections (§) are those of the model specification; module names are the published PyTorch names.
namespace spacrd {

inline constexpr int encoderWidth = 1024;  ///< first hidden layer of the modality encoders
inline constexpr int encoderNarrow = 512;  ///< second hidden layer
inline constexpr int embeddingWidth = 512; ///< E: width of attention, fusion and the VAE's input
inline constexpr int attentionHeads = 8;
inline constexpr int latentWidth = 64;

struct NetworkShape
{
    int image = 0;        ///< D_i; 1 for a model without an image encoder
    int genes = 0;        ///< G
    int projection = 512; ///< P
};

struct DropoutRates
{
    double encoder = 0.2;
    double attention = 0.1;
};

/// One modality encoder (§4): rows × in → rows × P.
struct ModalityEncoderImpl : torch::nn::Module
{
    ModalityEncoderImpl(int in, int projection, double dropout);
    torch::Tensor forward(const torch::Tensor& rows) { return fc->forward(rows); }

    torch::nn::Linear first, second, third;
    torch::nn::BatchNorm1d firstNorm, secondNorm;
    double dropout;
    torch::nn::Sequential fc; ///< of these layers, under the published names fc.0 to fc.8
};
TORCH_MODULE(ModalityEncoder);

/// The two encoders, trained together in stage 1.
struct ContrastivePairImpl : torch::nn::Module
{
    ContrastivePairImpl(const NetworkShape& shape, double dropout);

    ModalityEncoder image;
    ModalityEncoder gene;
};
TORCH_MODULE(ContrastivePair);

struct Attended
{
    torch::Tensor row;     ///< B × E
    torch::Tensor weights; ///< B × heads × 1 × k, the softmax before dropout
};

/// One direction of cross-attention (§6), computed for query row 0 only, since no other row is used.
struct CrossAttentionImpl : torch::nn::Module
{
    CrossAttentionImpl(int projection, double dropout);
    /// `query` B × P (row 0 of the normalised neighbourhood), `context` B × k × P.
    Attended forward(const torch::Tensor& query, const torch::Tensor& context);

    torch::nn::Linear queryProjection, keyProjection, valueProjection, outputProjection;
    torch::nn::LayerNorm norm;
    torch::nn::Dropout dropout;
};
TORCH_MODULE(CrossAttention);

struct Fused
{
    torch::Tensor multimodal;      ///< B × E
    torch::Tensor histologyToGene; ///< B × heads × 1 × k: query image, key/value gene
    torch::Tensor geneToHistology; ///< query gene, key/value image
};

/// Bidirectional cross-attention and the linear fusion after it (§6).
struct BidirectionalAttentionImpl : torch::nn::Module
{
    BidirectionalAttentionImpl(int projection, double dropout);
    /// Both B × k × P, normalised along the neighbour axis.
    Fused forward(const torch::Tensor& image, const torch::Tensor& gene);

    CrossAttention imageQuery, geneQuery;
    torch::nn::Linear fusion;
    torch::nn::LayerNorm fusionNorm;
};
TORCH_MODULE(BidirectionalAttention);

struct Latent
{
    torch::Tensor mean;        ///< B × 64
    torch::Tensor logVariance; ///< B × 64, unclamped
};

/// The category-regularised VAE (§7).
struct CategoryVaeImpl : torch::nn::Module
{
    CategoryVaeImpl();
    Latent encode(const torch::Tensor& multimodal);
    torch::Tensor decode(const torch::Tensor& z) { return decoder->forward(z); }

    torch::nn::Sequential encoder, decoder;
    torch::nn::Linear mean, logVariance;
};
TORCH_MODULE(CategoryVae);

struct NetworkOutput
{
    Fused fused;
    Latent latent;
    torch::Tensor logit; ///< B
};

struct NetworkImpl : torch::nn::Module
{
    explicit NetworkImpl(const NetworkShape& shape, const DropoutRates& dropout = {}, const PaperWays& ways = {});

    /// From encodings of whole neighbourhoods (B × k × P each, not yet normalised) to the logit.
    NetworkOutput forward(const torch::Tensor& imageEncoding, const torch::Tensor& geneEncoding);

    NetworkShape shape;
    PaperWays ways;
    ContrastivePair encoders;
    BidirectionalAttention attention;
    CategoryVae vae;
    torch::nn::Sequential classifier;
    torch::Tensor centre0, centre1; ///< μ₀, μ₁
};
TORCH_MODULE(Network);

/// ẑ = z / max(‖z‖₂ along axis 1, 1e-12) (§5): unit vectors for B × P, the neighbour axis for B × k × P.
torch::Tensor normaliseAxis1(const torch::Tensor& z);

/// ẑ of whole neighbourhoods, B × k × P: along the neighbours as the code does, or along the features as the paper says.
torch::Tensor normaliseNeighbours(const torch::Tensor& z, const PaperWays& ways);

} // namespace spacrd
