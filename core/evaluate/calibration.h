#pragma once

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

    /// Never falls as the logit rises. Throws Error for an isotonic calibration whose lists of knots are empty or unequal.
    double probability(double logit) const;
};

enum class CalibrationOffset
{
    zero,   ///< temperature alone (Guo et al. 2017): logit 0 stays probability 0.5
    fitted, ///< Platt scaling (Platt 1999): also takes on the prevalence of the labels
};

/// Maximum likelihood by Newton's method with backtracking (Lin, Lin & Weng 2007) and Platt's targets (n₊ + 1)/(n₊ + 2) and
/// 1/(n₋ + 2), which keep the slope finite when the classes do not overlap. The slope is never negative: 0, all spots
/// alike, where the logits rank the labels the wrong way round. Labels 0/1. Throws Error without spots of both
/// classes, on unequal lengths and on logits that are not finite.
///
/// The offset is 0 by default, and temperature is what a model should get unless somebody asked for something else: the share
/// of cancer differs from section to section (23 % to 89 % in HER2ST), so what a held-out section teaches beyond the
/// temperature is mostly its own. Logistic regression over its six sections, each left out once, calibrated on one other and
/// applied to a third (30 pairs), log-loss with probabilities cut at 0.001: as it comes 1.15, temperature 0.71, with a fitted
/// offset 1.17, isotonic 1.44; calibrated on all five others: 0.74, 1.02, 1.11. The shipped network, C1 → F1 and F1 → C1: 0.45
/// and 0.57 as it comes, 0.26 and 0.50, 0.28 and 0.75, 0.31 and 1.46. A fitted offset is for logits that are off as a whole
/// (nearly all on one side of 0 whatever the tissue: training was too short), which a temperature cannot mend.
Calibration fitTemperature(const std::vector<double>& logits, const std::vector<int>& labels,
                           CalibrationOffset offset = CalibrationOffset::zero);

/// Pool-adjacent-violators: the rising step function of least squared error, as scikit-learn's IsotonicRegression; a block of
/// pooled logits becomes a knot at each of its ends. It follows any rising curve, and the noise of its spots too: for labels
/// of many sections, with a thousand spots of each class and more. Throws Error as fitTemperature.
Calibration fitIsotonic(const std::vector<double>& logits, const std::vector<int>& labels);

} // namespace spacrd
