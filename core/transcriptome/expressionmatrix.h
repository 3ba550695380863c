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
///
/// Eigen 3.4's sparse matrix cannot be moved: what looks like a move copies every count. This one swaps.
class CountMatrix : public Eigen::SparseMatrix<float, Eigen::RowMajor>
{
public:
    using Base = Eigen::SparseMatrix<float, Eigen::RowMajor>;
    using Base::Base;
    using Base::operator=;

    CountMatrix() = default;
    CountMatrix(const Base& other) // NOLINT(google-explicit-constructor): it is one
        : Base(other)
    {}
    CountMatrix(const CountMatrix&) = default;
    CountMatrix& operator=(const CountMatrix&) = default;
    CountMatrix(CountMatrix&& other) noexcept { swap(other); }
    CountMatrix& operator=(CountMatrix&& other) noexcept
    {
        swap(other);
        return *this;
    }
    ~CountMatrix() = default;
};

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
