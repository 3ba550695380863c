#pragma once

#include "core/transcriptome/expressionmatrix.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace spacrd {

/// Row-major dense features: one row a spot.
using FeatureMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Row-major features of which most are 0.
using SparseFeatures = Eigen::SparseMatrix<float, Eigen::RowMajor>;

/// Counts per 10,000 of the spot's total over *these* columns, then ln(1 + x) (spec §2.2). A spot with total 0 stays 0.
/// float32 throughout, as scanpy's float32 path.
CountMatrix libraryLog1p(const CountMatrix& counts);

/// Columns of `matrix` in the order of `symbols`; a symbol that is not there gives an empty column.
/// `missing`, when not null, gets the symbols that were not found.
CountMatrix selectGenes(const ExpressionMatrix& matrix, const std::vector<std::string>& symbols,
                        std::vector<std::string>* missing);

/// Per column (x − min) / ((max − min) + 1e-12), so a constant column becomes 0 (spec §2.5). In place.
void minMaxColumns(FeatureMatrix& features);
/// The same where most entries are 0: an entry that is not stored counts as 0 for its column's extremes, and stays 0 because a
/// column with such an entry has the minimum 0. Entries must be ≥ 0, as log1p of counts is.
void minMaxColumns(SparseFeatures& features);

/// Genes present in every section, in the first section's order (spec §2.1). Throws Error when there are none.
std::vector<std::string> commonGenes(const std::vector<const ExpressionMatrix*>& sections);

/// Panel-ordered model input of a section: library size and log1p over `universe` (the genes shared by the training
/// sections, spec §2.2), then the panel's columns, then min-max per column. N × panel.
SparseFeatures expressionFeatures(const ExpressionMatrix& matrix, const std::vector<std::string>& universe,
                                  const std::vector<std::string>& panel, std::vector<std::string>* missing);

} // namespace spacrd
