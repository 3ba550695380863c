#pragma once

// Private to core/transcriptome: the steps every reader of counts shares.

#include "core/transcriptome/expressionmatrix.h"

#include <filesystem>
#include <string>
#include <vector>

namespace spacrd {

/// Fills a CountMatrix (spots × genes) row by row. Zeros are left out; genes of a row may come in any order.
class CountRows
{
public:
    /// `file` is named in errors. Throws Error when there are more genes than a matrix can have.
    CountRows(std::filesystem::path file, size_t genes);

    /// Adds a count to the current row. Throws Error when it is negative, not finite, or the matrix is full.
    void add(size_t gene, double count);
    /// Ends the row. Throws Error when it holds a gene twice.
    void endRow();

    /// The matrix of all ended rows; the builder is empty afterwards.
    CountMatrix take();

private:
    void sortRow(size_t begin);

    std::filesystem::path m_file;
    size_t m_genes;
    bool m_sorted = true;
    std::vector<int> m_starts{0};
    std::vector<int> m_columns;
    std::vector<float> m_values;
};

/// Throws Error naming `file` when a count is negative or not finite.
void requireCount(double count, const std::filesystem::path& file);
/// The Error of a spot with two counts for one gene; both are counted from 0.
[[noreturn]] void throwTwice(size_t spot, int gene, const std::filesystem::path& file);

/// One row of a 10x list of features.
struct Feature
{
    std::string id;
    std::string name;
    std::string type; ///< empty = gene expression
};

/// The features that are genes, and where each feature's counts go.
struct GeneColumns
{
    std::vector<Gene> genes;   ///< symbols made unique
    std::vector<int> columnOf; ///< one a feature: its column, or -1 when it is left out
    std::vector<SetApart> setApart;
};

/// Keeps features of the type "Gene Expression". Throws Error naming `file` when none is.
GeneColumns geneColumns(const std::vector<Feature>& features, const std::filesystem::path& file);

/// Throws Error naming `file` when a barcode is empty or appears twice.
void checkBarcodes(const std::vector<std::string>& barcodes, const std::filesystem::path& file);

/// Leaves only the given rows, which ascend, without a second copy of the matrix.
void keepRows(ExpressionMatrix& matrix, const std::vector<size_t>& rows);

} // namespace spacrd
