#pragma once

#include "core/transcriptome/expressionmatrix.h"

#include <span>
#include <vector>

namespace spacrd {

/// The seurat_v3 statistics of each gene (spec §2.4), in float64.
struct GeneVariability
{
    std::vector<double> mean;
    std::vector<double> variance;           ///< n − 1 denominator
    std::vector<double> loessLog10Variance; ///< fitted log10 variance; 0 where the variance is 0
    std::vector<double> normalisedVariance;
    std::vector<int> order; ///< gene indices, most variable first; equal values in index order
};

/// Ranks the columns of `values` as scanpy's seurat_v3 does, with an exact ("direct") local quadratic fit in place of
/// scikit-misc's interpolated loess (99.7 % the same top 3,000 on her2st A1).
/// The published SpaCRD gives log1p values here, scanpy's documentation asks for raw counts; the caller chooses.
GeneVariability seuratV3(const CountMatrix& values);

/// Gene indices by the variance of their columns over the spots of all `sections` taken together, largest first; equal ones in
/// index order. Every matrix has the same columns.
std::vector<int> byPooledVariance(std::span<const CountMatrix> sections);

} // namespace spacrd
