#pragma once

#include <Eigen/SparseCore>

#include <string>
#include <vector>

namespace spacrd {

struct Gene
{
    std::string symbol; ///< made unique within a matrix by "-1", "-2", … as scanpy does
    std::string id;     ///< Ensembl id, empty where the format has none
};

/// Raw counts: rows = spots, columns = genes, compressed by row. Values are ≥ 0.
using CountMatrix = Eigen::SparseMatrix<float, Eigen::RowMajor>;

/// Features of a matrix that are no genes ("Antibody Capture", "Negative Control Probe") and were left out of the counts.
struct SetApart
{
    std::string type;
    size_t features = 0;
};

struct ExpressionMatrix
{
    std::vector<std::string> barcodes; ///< one a row, unique, in the file's order
    std::vector<Gene> genes;           ///< one a column
    CountMatrix counts;
    std::vector<SetApart> setApart; ///< one a type, in the file's order

    size_t spots() const { return barcodes.size(); }
};

/// Appends "-1", "-2", … to the second and later occurrences of a symbol, skipping names already taken (anndata's rule).
void makeSymbolsUnique(std::vector<Gene>& genes);

/// log1p of counts per 10,000 of one gene at each spot (spec §2, library size over all genes); 0 for an empty spot.
std::vector<float> geneLogExpression(const ExpressionMatrix& matrix, size_t gene);

} // namespace spacrd
