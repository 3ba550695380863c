#include "core/fusion/sparselinear.h"

#include "core/fusion/simd.h"

#include <algorithm>

namespace spacrd {

namespace {

constexpr int tileWidth = TiledWeights::tileWidth;
constexpr int lanes = tileWidth / laneWidth;
static_assert(lanes == 4);

SPACRD_EVERY_CPU
void multiplyTile(const SparseRows& rows, const float* weights, const float* bias, float* result, int out)
{
    Lane start[lanes];
    for (int lane = 0; lane < lanes; ++lane)
        load(start[lane], bias + lane * laneWidth);
    for (size_t row = 0; row < rows.rows.size(); ++row) {
        Lane total0 = start[0];
        Lane total1 = start[1];
        Lane total2 = start[2];
        Lane total3 = start[3];
        const int end = rows.starts[rows.rows[row] + 1];
        for (int entry = rows.starts[rows.rows[row]]; entry < end; ++entry) {
            const float* const line = weights + static_cast<std::ptrdiff_t>(rows.columns[entry]) * tileWidth;
            const float value = rows.values[entry];
            Lane part;
            load(part, line);
            total0 += part * value;
            load(part, line + laneWidth);
            total1 += part * value;
            load(part, line + 2 * laneWidth);
            total2 += part * value;
            load(part, line + 3 * laneWidth);
            total3 += part * value;
        }
        float* const to = result + static_cast<std::ptrdiff_t>(row) * out;
        store(to, total0);
        store(to + laneWidth, total1);
        store(to + 2 * laneWidth, total2);
        store(to + 3 * laneWidth, total3);
    }
}

/// sums (in × 64) += rowsᵀ · the tile's columns of `upstream`.
SPACRD_EVERY_CPU
void addOuterProducts(const SparseRows& rows, const float* upstream, int out, float* sums)
{
    for (size_t row = 0; row < rows.rows.size(); ++row) {
        const float* const from = upstream + static_cast<std::ptrdiff_t>(row) * out;
        Lane slope[lanes];
        for (int lane = 0; lane < lanes; ++lane)
            load(slope[lane], from + lane * laneWidth);
        const int end = rows.starts[rows.rows[row] + 1];
        for (int entry = rows.starts[rows.rows[row]]; entry < end; ++entry) {
            float* const line = sums + static_cast<std::ptrdiff_t>(rows.columns[entry]) * tileWidth;
            const float value = rows.values[entry];
            for (int lane = 0; lane < lanes; ++lane) {
                Lane part;
                load(part, line + lane * laneWidth);
                part += slope[lane] * value;
                store(line + lane * laneWidth, part);
            }
        }
    }
}

} // namespace

TiledWeights::TiledWeights(const float* weights, int out, int in)
    : m_out(out)
    , m_in(in)
    , m_values(static_cast<size_t>(out) * static_cast<size_t>(in))
{
    constexpr int block = 64; // square blocks keep both sides of the transposition in the first-level cache
    for (int tile = 0; tile < tiles(); ++tile) {
        float* const to = m_values.data() + static_cast<std::ptrdiff_t>(tile) * tileWidth * in;
        const float* const from = weights + static_cast<std::ptrdiff_t>(tile) * tileWidth * in;
        for (int first = 0; first < in; first += block) {
            for (int gene = first; gene < std::min(in, first + block); ++gene) {
                for (int column = 0; column < tileWidth; ++column)
                    to[static_cast<std::ptrdiff_t>(gene) * tileWidth + column] =
                        from[static_cast<std::ptrdiff_t>(column) * in + gene];
            }
        }
    }
}

void TiledWeights::multiply(const SparseRows& rows, const float* bias, float* result, int tile) const
{
    const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(tile) * tileWidth;
    multiplyTile(rows, m_values.data() + first * m_in, bias + first, result + first, m_out);
}

void sparseWeightGradient(const SparseRows& rows, const float* upstream, int out, int in, int tile, float* gradient)
{
    const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(tile) * tileWidth;
    std::vector<float> sums(static_cast<size_t>(in) * tileWidth);
    addOuterProducts(rows, upstream + first, out, sums.data());
    constexpr int block = 64;
    for (int from = 0; from < in; from += block) {
        for (int column = 0; column < tileWidth; ++column) {
            float* const line = gradient + (first + column) * in;
            for (int gene = from; gene < std::min(in, from + block); ++gene)
                line[gene] = sums[static_cast<size_t>(gene) * tileWidth + static_cast<size_t>(column)];
        }
    }
}

} // namespace spacrd
