#pragma once

#include "core/preprocess/genepanel.h"

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

/// Columns of `counts` in the order of the matches; a gene that is missing gives an empty column.
CountMatrix selectGenes(const CountMatrix& counts, const std::vector<GeneMatch>& matches);

/// Per column (x − min) / ((max − min) + 1e-12), so a constant column becomes 0 (spec §2.5). In place.
void minMaxColumns(FeatureMatrix& features);
/// The same where most entries are 0: an entry that is not stored counts as 0 for its column's extremes, and stays 0 because a
/// column with such an entry has the minimum 0. Entries must be ≥ 0, as log1p of counts is.
void minMaxColumns(SparseFeatures& features);

/// Genes present in every section (matchGenes), in the first section's order and by its symbols (spec §2.1), with the Ensembl id
/// of the first section that knows one. Throws Error when there are none.
std::vector<Gene> commonGenes(const std::vector<const ExpressionMatrix*>& sections);

/// Panel-ordered model input of a section: library size and log1p over the panel's universe (the genes shared by the training
/// sections, spec §2.2), then the panel's columns, then min-max per column. N × panel.
/// `report`, when not null, gets how the panel's genes were found.
SparseFeatures expressionFeatures(const ExpressionMatrix& matrix, const PanelGenes& panel, GeneReport* report);

} // namespace spacrd
