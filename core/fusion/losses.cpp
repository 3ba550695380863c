#include "core/fusion/losses.h"

namespace spacrd {

ContrastiveLoss contrastiveLoss(const torch::Tensor& imageEncoding, const torch::Tensor& geneEncoding)
{
    const auto similarity =
        torch::matmul(normaliseAxis1(imageEncoding), normaliseAxis1(geneEncoding).t()) / contrastiveTemperature;
    const auto matching =
        torch::arange(similarity.size(0), torch::TensorOptions().dtype(torch::kLong).device(similarity.device()));
    ContrastiveLoss loss;
    loss.imageToGene = torch::nn::functional::cross_entropy(similarity, matching);
    loss.geneToImage = torch::nn::functional::cross_entropy(similarity.t(), matching);
    loss.total = 0.5 * loss.imageToGene + 0.5 * loss.geneToImage;
    return loss;
}

ReconstructionLoss reconstructionLoss(NetworkImpl& network, const NetworkOutput& output, const torch::Tensor& labels,
                                      const torch::Tensor& noise)
{
    const auto& [mean, logVariance] = output.latent;
    const auto z = mean + torch::exp(logVariance / 2) * noise;
    const auto reconstruction = network.vae->decode(z);
    const auto cancer = labels.unsqueeze(1);
    const auto centre = cancer * network.centre1 + (1 - cancer) * network.centre0;

    ReconstructionLoss loss;
    // The gradient flows into both sides, as in the reference.
    loss.mse = torch::mse_loss(reconstruction, output.fused.multimodal);
    if (network.ways.summedReconstruction)
        loss.mse = loss.mse * static_cast<double>(embeddingWidth);
    loss.categoryKl = 0.5 * (torch::exp(logVariance) + (mean - centre).pow(2) - logVariance - 1).sum(1).mean();
    loss.separation = -(network.centre0 - network.centre1).norm();
    loss.vaeTotal = loss.mse + klWeight * loss.categoryKl;
    if (!network.ways.noSeparation)
        loss.vaeTotal = loss.vaeTotal + separationWeight * loss.separation;
    loss.bce = torch::binary_cross_entropy_with_logits(output.logit, labels);
    loss.classifierTotal = loss.bce + vaeWeight * loss.vaeTotal;
    return loss;
}

} // namespace spacrd
