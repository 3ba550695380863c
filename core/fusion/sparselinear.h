#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spacrd {

/// Some rows of a compressed sparse matrix, by their numbers. Columns ascend within a row.
struct SparseRows
{
    const int* starts = nullptr; ///< the matrix's row starts
    const int* columns = nullptr;
    const float* values = nullptr;
    std::span<const std::int32_t> rows;
};

/// A sparse matrix cut into bands of columns, each band compressed by rows.
///
/// Its product with a table of 64 columns reads the table in an unforeseeable order. A band's part of the table is 32 kB and
/// stays in the first-level cache while all rows pass over it: twice as fast as whole rows over a table in the second-level
/// cache, measured with 256 to 2,400 rows of 3,000 columns, a tenth filled, on AVX-512.
class BandedMatrix
{
public:
    static constexpr int bandWidth = 128;
    static constexpr int tableWidth = 64;

    /// The rows as they are; their columns are 0 … columns−1.
    BandedMatrix(const SparseRows& rows, int columns);
    /// The transpose: columns × rows.
    static BandedMatrix transposed(const SparseRows& rows, int columns);

    int rows() const { return m_rows; }

    /// sums (rows × 64) += matrix · table (columns × 64); both lie without gaps.
    void addProduct(const float* table, float* sums) const;

private:
    explicit BandedMatrix(int rows, size_t entries);

    int m_rows;
    std::vector<int> m_starts; ///< of each row, band after band, and the end of the last
    std::vector<int> m_places; ///< column within the band
    std::vector<float> m_values;
};

/// A linear layer over sparse rows, on the CPU. Expression is mostly zeros, and the first gene layer is over half of the
/// encoders' work (spec §12). The weights (out × in) are kept in tiles of 64 output columns, each in × 64.
class TiledWeights
{
public:
    static constexpr int tileWidth = BandedMatrix::tableWidth;

    /// `weights` is out × in, row by row; out must be a multiple of 64.
    TiledWeights(const float* weights, int out, int in);

    int tiles() const { return m_out / tileWidth; }
    int inputs() const { return m_in; }

    /// result (rows × out) = bias + rows · weightsᵀ, of one tile of columns.
    void multiply(const BandedMatrix& rows, const float* bias, float* result, int tile) const;

private:
    int m_out;
    int m_in;
    std::vector<float> m_values; ///< tile, gene, column of the tile
};

/// The same for weights that are used once, without a copy of all of them.
void multiplyTile(const BandedMatrix& rows, const float* weights, const float* bias, int out, int in, int tile, float* result);

/// The gradient of such a layer's weights, of one tile: gradient (out × in, row by row) = upstreamᵀ · rows, where `upstream`
/// is rows × out. Writes rows tile·64 … tile·64 + 63 of `gradient`, every column of them.
void weightGradientTile(const BandedMatrix& transposedRows, const float* upstream, int rows, int out, int tile, float* gradient);

} // namespace spacrd
