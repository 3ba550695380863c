#pragma once

#include "core/fusion/neighbourattention.h"
#include "core/fusion/network.h"
#include "core/fusion/sparselinear.h"

#include <memory>
#include <span>

namespace spacrd {

/// What the network says of some spots; row by row, one a spot.
struct SpotOutputs
{
    torch::Tensor logit;           ///< B
    torch::Tensor latentMean;      ///< B × 64
    torch::Tensor histologyToGene; ///< B × 7, mean over heads
    torch::Tensor geneToHistology; ///< B × 7
};

/// The network in eval mode rearranged for the CPU, with the same results but for rounding (spec §12): BatchNorm folded into
/// the linear layer before it, key and value projections absorbed so that the attention works on the encodings themselves, μ
/// and log σ² from one product, no decoder. Const and without a state of its own: threads may share one.
class FoldedNetwork
{
public:
    explicit FoldedNetwork(const NetworkImpl& network);

    int projection() const { return m_projection; }

    /// Rows × D features to rows × P encodings, written to `to`.
    void encodeImage(const torch::Tensor& features, float* to) const;
    /// The same for rows of expression; uses that most of it is 0 unless `dense`.
    void encodeGenes(const SparseRows& rows, float* to) const;

    /// `image` and `gene`: for each spot, where the encodings of its neighbourhood are.
    SpotOutputs run(std::span<const NeighbourEncodings> image, std::span<const NeighbourEncodings> gene) const;

private:
    struct Layer
    {
        torch::Tensor weightT; ///< in × out
        torch::Tensor bias;
    };
    struct Encoder
    {
        Layer first, second, third;
    };
    struct Direction
    {
        Layer query;
        torch::Tensor key;    ///< heads × 64 × P, divided by 8
        torch::Tensor valueT; ///< heads × P × 64
        torch::Tensor valueBias;
        Layer output;
        torch::Tensor normWeight, normBias;
    };

    static Layer fold(const torch::nn::Linear& linear);
    static Layer fold(const torch::nn::Linear& linear, const torch::nn::BatchNorm1d& norm);
    static Encoder fold(const ModalityEncoder& encoder);
    static Direction fold(const CrossAttention& attention);

    void finishEncoding(const Encoder& encoder, torch::Tensor hidden, float* to) const;
    torch::Tensor direct(const Direction& direction, std::span<const NeighbourEncodings> query,
                         std::span<const NeighbourEncodings> context, torch::Tensor& weights) const;

    int m_projection = 0;
    PaperWays m_ways;
    Encoder m_image, m_gene;
    std::unique_ptr<TiledWeights> m_geneTiles;
    Direction m_imageQuery, m_geneQuery;
    Layer m_fusion, m_hidden1, m_hidden2, m_latent, m_classifier1, m_classifier2;
    torch::Tensor m_fusionNormWeight, m_fusionNormBias;
};

} // namespace spacrd
