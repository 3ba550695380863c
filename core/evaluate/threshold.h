#pragma once

#include "core/base/text.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// A two-component one-dimensional Gaussian mixture; component 0 has the lower mean.
struct GaussianMixture
{
    double mean[2] = {0, 0};
    double deviation[2] = {0, 0};
    double weight[2] = {0.5, 0.5};
    int iterations = 0;
    double threshold = 0.0; ///< root of w₀N₀ − w₁N₁ between the means, or their midpoint when none is bracketed
    bool bracketed = false;
    double valley = 1.0;    ///< lowest density between the means, in units of the lower of the two peaks beside it; 1 = one peak
    bool twoGroups = false; ///< a crossing, a valley of at most 0.85, and likelier than one Gaussian by the BIC
};

/// EM to convergence from a k-means start and five quantiles, variances + 1e-6; the likeliest fit wins, but one with a
/// component on nearly a single value (an outlier, a heap of zeros) only where there is no other. Components in rising
/// order of their means (spec §10, the sorted version). Throws Error with fewer than 2 values or one that is not finite.
GaussianMixture fitGaussianMixture(const std::vector<double>& values);

/// How spots become classes: class = value ≥ threshold.
struct Decision
{
    std::string method;     ///< "probability", "gmm", "percentile:Q"
    double threshold = 0.5; ///< on the score for gmm and percentile, on the probability otherwise
    bool onProbability = true;
    std::vector<int> classes; ///< 1 cancer, 0 not, one a spot
    std::vector<Text> notes;
};

/// `rule` is the command line's: "auto" = 0.5 on the probability; "gmm" on the score; "percentile:Q" on the score;
/// a number 0…1 on the probability. Throws Error on any other rule, without spots, on lists of different length and on
/// values that are not finite.
///
/// `notes` says when no spot or every spot comes out as cancer; when the scores do not fall into two groups, so that the
/// mixture's threshold cuts through one; and when a threshold on the section's own scores, which finds "cancer" in any section,
/// marks spots of which not one reaches a probability of 0.5.
Decision decide(const std::string& rule, const std::vector<double>& score, const std::vector<double>& probability);

} // namespace spacrd
