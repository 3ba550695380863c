#pragma once

// Private to core/sample.

#include "core/transcriptome/expressionmatrix.h"

#include <Eigen/Core>

#include <vector>

namespace spacrd {

class Task;

/// What the expression of some spots varies by most: one row for each entry of `rows`, the first column the logarithm of the
/// library size, the others the first principal components of log1p(counts per 10,000) of the genes that vary most. Every
/// column has mean 0 and variance 1; columns that do not vary are left out, so that the result may have none. Deterministic.
Eigen::MatrixXd expressionAxes(const ExpressionMatrix& matrix, const std::vector<size_t>& rows, Task& task);

} // namespace spacrd
