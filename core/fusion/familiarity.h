#pragma once

#include <vector>

namespace spacrd {

/// What the training data looked like to the model, so that a section unlike it can be told. Lives in the model card.
struct Familiarity
{
    std::vector<float> imageMean; ///< of the encoder's features over the training spots, before min-max; empty without images
    std::vector<float> imageDeviation; ///< standard deviation of each
    double imageDistance = 0.0; ///< 99th percentile over training spots of the root mean square of (f − mean) / deviation

    std::vector<float> latentMean[2];   ///< μ of the healthy [0] and the cancer [1] training spots, 64 each
    std::vector<float> latentDeviation; ///< within-class standard deviation, 64
    double latentDistance = 0.0;        ///< 99th percentile of a training spot's distance (as above) to the nearer class mean
    double positiveShare = 0.0;         ///< share of the labelled training spots that were cancer
};

} // namespace spacrd
