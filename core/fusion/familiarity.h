#pragma once

#include "core/base/text.h"
#include "core/preprocess/expression.h"

#include <optional>
#include <vector>

namespace spacrd {

/// What the training data looked like to the model, so that a section unlike it can be told. Lives in the model card.
struct Familiarity
{
    std::vector<float> imageMean; ///< of the encoder's features over the training spots, before min-max; empty without images
    std::vector<float> imageDeviation; ///< standard deviation of each; 0 where the feature did not vary and is not looked at
    double imageDistance = 0.0; ///< 99th percentile over training spots of the root mean square of (f − mean) / deviation

    std::vector<float> latentMean[2];   ///< μ of the healthy [0] and the cancer [1] training spots, 64 each
    std::vector<float> latentDeviation; ///< within-class standard deviation, 64
    std::vector<float> latentWhitening; ///< 64 × 64, row by row: C^−½ of the within-class correlation C
    double latentDistance = 0.0;        ///< 99th percentile of a training spot's distance to the nearer class mean: the root mean
                                        ///< square of C^−½ (μ − mean) / deviation
    double positiveShare = 0.0;         ///< share of the labelled training spots that were cancer
};

/// Measures what a model has seen. `latentMean` (N × 64) and `labels` (1 cancer, 0 not, −1 left out; N) come from the finished
/// model in eval mode; `imageFeatures` are the encoder's, before min-max, of all spots that have an image (any number of rows,
/// none without images). Spots held out of the training are the better measure where there are enough of them: the model
/// knows its training spots too well. Throws Error on unequal lengths, without spots of both classes, and on values that
/// are not finite.
Familiarity measureFamiliarity(const FeatureMatrix& latentMean, const std::vector<int>& labels,
                               const FeatureMatrix& imageFeatures);

/// Share of the rows (the encoder's features, before min-max) that lie further from the training's mean than 99 % of the
/// training spots; nothing when the model was trained without images, or there is no row. Throws Error on another
/// number of features.
std::optional<double> shareOfUnlikeImages(const Familiarity& familiarity, const FeatureMatrix& imageFeatures);

/// How like the training a section is. A share is empty when it could not be judged.
struct FamiliarityReport
{
    double geneOverlap = 1.0;            ///< part of the model's genes that the sample has
    std::optional<double> unlikeImages;  ///< share of spots, see shareOfUnlikeImages
    std::optional<double> unlikeLatents; ///< share of spots further from both class means than 99 % of the training spots
    std::optional<double> nearerCancer;  ///< share of spots whose latent lies nearer the cancer mean than the healthy one
    std::vector<Text> warnings;
};

/// Five rules, each a sentence in `warnings`:
///
/// 1. Genes. A missing gene counts as not expressed. Below 90 % of the panel: a note (other sections of the same laboratory
///    lack up to 3 %, another laboratory's 11 %). Below 50 %: the result cannot be relied on (on HER2ST F1 the AUC falls from
///    0.90 to 0.89 with 13 % of the genes missing, 0.86 with 31 %, 0.65 with 52 %).
/// 2. Image. More than half of the spots look unlike the training's: another stain, scanner, magnification or tissue.
/// 3. Latent. More than 55 % of the spots lie further from both classes than 99 % of the training spots did.
/// 4. No cancer expected. At most 1 % of the spots reach a (calibrated) probability of 0.5 and at most 1 % lie nearer the cancer
///    mean. Both, because a model whose probabilities are all too low still tells the classes apart in its latent space. Said
///    only where 1 to 3 are content: a model that does not know the tissue knows of no cancer either.
/// 5. Cancer everywhere. At least 99 % of the spots reach a probability of 0.5. A model may take all unknown tissue for cancer,
///    and its latent for that of a cancer it knows, so that rule 3 sees nothing.
///
/// What they do on real sections is in core/fusion/README.md. They do not see everything: expression is scaled within the
/// section, so healthy tissue alone, of a patient the model does not know, can look half like cancer.
///
/// `familiarity` without latent means or image means (an older card: Familiarity{}) leaves rules 2 and 3 out and rule 4 to
/// the probabilities. Throws Error on unequal lengths and on a panel of no genes.
FamiliarityReport judgeFamiliarity(const Familiarity& familiarity, const FeatureMatrix& latentMean,
                                   std::optional<double> unlikeImages, const std::vector<double>& probabilities,
                                   size_t missingGenes, size_t panelSize);

} // namespace spacrd
