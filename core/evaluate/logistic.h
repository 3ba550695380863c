#pragma once

#include "core/preprocess/expression.h"
#include "core/preprocess/neighbours.h"

#include <Eigen/Core>

#include <vector>

namespace spacrd {

class Task;

/// p = σ(weights · row + intercept): what any network has to beat.
struct LogisticRegression
{
    Eigen::VectorXd weights; ///< one a feature
    double intercept = 0.0;
    double gradientNorm = 0.0; ///< of what was minimised, at this solution; ≤ 1e-8 unless rounding forbids it
    int steps = 0;             ///< of Newton's method
};

/// Minimises ½‖w‖² + C Σ log-loss, the intercept free: scikit-learn's LogisticRegression(C), but to the minimum instead of to
/// its tolerance. Newton's method with conjugate gradients, so memory is `rows` and a few vectors, however many rows and
/// features there are; double precision. Labels 0/1; −1 leaves the row out. Throws Error on unequal lengths, features that
/// are not finite, C ≤ 0 and labels of one class only; Cancelled.
LogisticRegression fitLogistic(const FeatureMatrix& rows, const std::vector<int>& labels, double inverseRegularisation,
                               Task& task);

/// Mean features of each spot's neighbourhood, itself included. Spots × features, dense.
FeatureMatrix neighbourMean(const FeatureMatrix& features, const NeighbourTable& neighbours);
FeatureMatrix neighbourMean(const Eigen::SparseMatrix<float, Eigen::RowMajor>& features, const NeighbourTable& neighbours);

/// The logit of each spot's neighbourMean, without building that matrix: the mean of the logits of the neighbours.
/// Throws Error when the regression was fitted on another number of features.
std::vector<double> neighbourLogits(const LogisticRegression& regression, const FeatureMatrix& features,
                                    const NeighbourTable& neighbours);
std::vector<double> neighbourLogits(const LogisticRegression& regression,
                                    const Eigen::SparseMatrix<float, Eigen::RowMajor>& features,
                                    const NeighbourTable& neighbours);

} // namespace spacrd
