#pragma once

#include <vector>

namespace spacrd {

/// Figures of a binary score against labels (1 positive, 0 negative), by scikit-learn's definitions (spec §10).
struct Metrics
{
    double auc = 0.0;       ///< half credit for ties; NaN when one class is missing
    double ap = 0.0;        ///< average precision; NaN without positives
    double f1 = 0.0;        ///< at `threshold`, prediction = score ≥ threshold
    double threshold = 0.0; ///< the 100·negatives/n percentile of the scores (the reference's true-prevalence threshold)
    long long n = 0;
    long long positives = 0;
    double brier = 0.0; ///< of `probabilities`
    double ece = 0.0;   ///< expected calibration error of `probabilities`, 10 equal-width bins
    double precision = 0.0;
    double recall = 0.0;
};

double areaUnderRoc(const std::vector<double>& scores, const std::vector<int>& labels);
double averagePrecision(const std::vector<double>& scores, const std::vector<int>& labels);

/// q in 0…100, linear interpolation between order statistics (numpy's default). Scores must not be empty.
double percentile(std::vector<double> values, double q);

/// `scores` rank, `probabilities` in [0,1] feed brier and ece. Same lengths, labels 0/1. Throws Error on mismatch or when empty.
Metrics evaluateScores(const std::vector<double>& scores, const std::vector<double>& probabilities,
                       const std::vector<int>& labels);

/// The values of the spots that have a label (−1 is none), and those labels.
struct LabelledValues
{
    std::vector<double> values;
    std::vector<int> labels;
};
LabelledValues labelledOnly(const std::vector<double>& values, const std::vector<int>& labels);

/// The same over the spots that have a label; −1 is none. Throws Error also when no spot has one.
Metrics evaluateLabelled(const std::vector<double>& scores, const std::vector<double>& probabilities,
                         const std::vector<int>& labels);

} // namespace spacrd
