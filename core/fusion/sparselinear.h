#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spacrd {

/// Some rows of a compressed sparse matrix, by their numbers.
struct SparseRows
{
    const int* starts = nullptr; ///< the matrix's row starts
    const int* columns = nullptr;
    const float* values = nullptr;
    std::span<const std::int32_t> rows;
};

/// A linear layer over sparse rows, on the CPU. Expression is mostly zeros, and the first gene layer is over half of the
/// encoders' work (spec §12).
///
/// The weights (out × in) are kept in tiles of 64 output columns: a tile of 3,000 genes is 768 kB and stays in the
/// second-level cache while all rows of a batch pass over it, and its 64 sums stay in registers. Measured on AVX-512, this is
/// faster than a dense product below about half filled.
class TiledWeights
{
public:
    static constexpr int tileWidth = 64;

    /// `weights` is out × in, row by row; out must be a multiple of 64.
    TiledWeights(const float* weights, int out, int in);

    int tiles() const { return m_out / tileWidth; }

    /// result (rows × out) = bias + rows · weightsᵀ, of one tile of columns.
    void multiply(const SparseRows& rows, const float* bias, float* result, int tile) const;

private:
    int m_out;
    int m_in;
    std::vector<float> m_values; ///< tile, gene, column of the tile
};

/// The gradient of such a layer's weights, of one tile: gradient (out × in, row by row) = upstreamᵀ · rows, where `upstream`
/// is rows × out. Writes rows tile·64 … tile·64 + 63 of `gradient`, every column of them.
void sparseWeightGradient(const SparseRows& rows, const float* upstream, int out, int in, int tile, float* gradient);

} // namespace spacrd
