#pragma once

#include <string>
#include <vector>

namespace spacrd {

/// How the logits of a model become probabilities that can be believed; fitted on labels the training has not seen.
struct Calibration
{
    enum class Method
    {
        temperature, ///< p = σ(slope · logit + offset): temperature 1 / slope, with an offset for another prevalence
        isotonic,    ///< p by linear interpolation between knots, constant outside
    };

    Method method = Method::temperature;
    double slope = 1.0;
    double offset = 0.0;
    std::vector<double> knotLogits;        ///< strictly rising
    std::vector<double> knotProbabilities; ///< rising, in [0,1]; one a knot
    long long spots = 0;                   ///< labelled spots it was fitted on

    double probability(double logit) const;
};

/// Maximum likelihood by Newton's method with Platt's targets (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2), which keep the slope finite
/// when the classes do not overlap. Slope ≥ 0. Labels 0/1. Throws Error without spots of both classes or on unequal lengths.
Calibration fitTemperature(const std::vector<double>& logits, const std::vector<int>& labels);

/// Pool-adjacent-violators. Throws Error as fitTemperature.
Calibration fitIsotonic(const std::vector<double>& logits, const std::vector<int>& labels);

} // namespace spacrd
