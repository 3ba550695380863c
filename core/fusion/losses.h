#pragma once

#include "core/fusion/network.h"

namespace spacrd {

inline constexpr double contrastiveTemperature = 0.07; ///< what the reference runs with; its class default 0.15 is never used
inline constexpr double klWeight = 0.5;                ///< β
inline constexpr double separationWeight = 0.1;        ///< of −‖μ₀ − μ₁‖, in the code and not in the paper
inline constexpr double vaeWeight = 0.1;               ///< γ: of the VAE loss once the classifier is trained

/// Stage 1 (§8): symmetric cross-entropy over cosine similarities of matching spots. Encodings B × P.
struct ContrastiveLoss
{
    torch::Tensor imageToGene;
    torch::Tensor geneToImage;
    torch::Tensor total;
};
ContrastiveLoss contrastiveLoss(const torch::Tensor& imageEncoding, const torch::Tensor& geneEncoding);

/// Stage 2 (§8); the network's paper ways change the reconstruction and the separation as they say.
struct ReconstructionLoss
{
    torch::Tensor mse;
    torch::Tensor categoryKl;
    torch::Tensor separation;
    torch::Tensor vaeTotal; ///< mse + 0.5 KL + 0.1 separation: epochs 0…49
    torch::Tensor bce;
    torch::Tensor classifierTotal; ///< bce + 0.1 vaeTotal: from epoch 50
};

/// `noise` is the N(0,1) draw of z = μ + σ·ε (B × 64), `labels` float 0/1 (B).
ReconstructionLoss reconstructionLoss(NetworkImpl& network, const NetworkOutput& output, const torch::Tensor& labels,
                                      const torch::Tensor& noise);

} // namespace spacrd
