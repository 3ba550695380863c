#include "core/fusion/sparselinear.h"

#include "core/fusion/simd.h"

#include <algorithm>
#include <utility>

namespace spacrd {

namespace {

constexpr int width = BandedMatrix::tableWidth;
static_assert(width == 4 * laneWidth);

/// sums[row] += Σ value · table[place], over the entries of each row.
SPACRD_EVERY_CPU
void addBand(const int* starts, const int* places, const float* values, int rows, const float* table, float* sums)
{
    for (int row = 0; row < rows; ++row) {
        if (starts[row] == starts[row + 1])
            continue;
        float* const to = sums + static_cast<std::ptrdiff_t>(row) * width;
        Lane total0;
        Lane total1;
        Lane total2;
        Lane total3;
        load(total0, to);
        load(total1, to + laneWidth);
        load(total2, to + 2 * laneWidth);
        load(total3, to + 3 * laneWidth);
        for (int entry = starts[row]; entry < starts[row + 1]; ++entry) {
            const float* const line = table + static_cast<std::ptrdiff_t>(places[entry]) * width;
            const float value = values[entry];
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
        store(to, total0);
        store(to + laneWidth, total1);
        store(to + 2 * laneWidth, total2);
        store(to + 3 * laneWidth, total3);
    }
}

constexpr int block = 64; // square blocks keep both sides of a transposition in the first-level cache

/// to (count × 64) = the transpose of 64 rows of `count` values each.
void transposeTile(const float* rows, int count, float* to)
{
    for (int first = 0; first < count; first += block) {
        for (int at = first; at < std::min(count, first + block); ++at) {
            for (int column = 0; column < width; ++column)
                to[static_cast<std::ptrdiff_t>(at) * width + column] = rows[static_cast<std::ptrdiff_t>(column) * count + at];
        }
    }
}

/// result (rows × out), from column `first` on = bias + rows · table.
void multiplyTable(const BandedMatrix& rows, const float* table, const float* bias, int out, int first, float* result)
{
    // Lines without gaps: lines that are a multiple of 4 kB apart would contend for few places of the cache.
    std::vector<float> sums(static_cast<size_t>(rows.rows()) * width);
    for (int row = 0; row < rows.rows(); ++row)
        std::copy_n(bias + first, width, sums.data() + static_cast<std::ptrdiff_t>(row) * width);
    rows.addProduct(table, sums.data());
    for (int row = 0; row < rows.rows(); ++row)
        std::copy_n(sums.data() + static_cast<std::ptrdiff_t>(row) * width, width,
                    result + static_cast<std::ptrdiff_t>(row) * out + first);
}

size_t entriesOf(const SparseRows& rows)
{
    size_t entries = 0;
    for (const std::int32_t row : rows.rows)
        entries += static_cast<size_t>(rows.starts[row + 1] - rows.starts[row]);
    return entries;
}

} // namespace

BandedMatrix::BandedMatrix(int rows, size_t entries)
    : m_rows(rows)
    , m_places(entries)
    , m_values(entries)
{}

BandedMatrix::BandedMatrix(const SparseRows& rows, int columns)
    : BandedMatrix(static_cast<int>(rows.rows.size()), entriesOf(rows))
{
    std::vector<int> next;
    for (const std::int32_t row : rows.rows)
        next.push_back(rows.starts[row]);
    int to = 0;
    for (int band = 0; band < columns; band += bandWidth) {
        for (size_t row = 0; row < next.size(); ++row) {
            m_starts.push_back(to);
            const int end = rows.starts[rows.rows[row] + 1];
            int& entry = next[row];
            for (; entry < end && rows.columns[entry] < band + bandWidth; ++entry, ++to) {
                m_places[static_cast<size_t>(to)] = rows.columns[entry] - band;
                m_values[static_cast<size_t>(to)] = rows.values[entry];
            }
        }
    }
    m_starts.push_back(to);
}

BandedMatrix BandedMatrix::transposed(const SparseRows& rows, int columns)
{
    BandedMatrix out(columns, entriesOf(rows));
    const auto bandOf = [&](size_t first) {
        return rows.rows.subspan(first, std::min<size_t>(bandWidth, rows.rows.size() - first));
    };
    std::vector<int> next(static_cast<size_t>(columns));
    int to = 0;
    for (size_t first = 0; first < rows.rows.size(); first += bandWidth) {
        std::fill(next.begin(), next.end(), 0);
        for (const std::int32_t row : bandOf(first)) {
            for (int entry = rows.starts[row]; entry < rows.starts[row + 1]; ++entry)
                ++next[static_cast<size_t>(rows.columns[entry])];
        }
        for (int& count : next) {
            out.m_starts.push_back(to);
            to += std::exchange(count, to);
        }
        int place = 0;
        for (const std::int32_t row : bandOf(first)) {
            for (int entry = rows.starts[row]; entry < rows.starts[row + 1]; ++entry) {
                const auto at = static_cast<size_t>(next[static_cast<size_t>(rows.columns[entry])]++);
                out.m_places[at] = place;
                out.m_values[at] = rows.values[entry];
            }
            ++place;
        }
    }
    out.m_starts.push_back(to);
    return out;
}

void BandedMatrix::addProduct(const float* table, float* sums) const
{
    for (size_t first = 0; first + 1 < m_starts.size(); first += static_cast<size_t>(m_rows)) {
        addBand(m_starts.data() + first, m_places.data(), m_values.data(), m_rows, table, sums);
        table += static_cast<std::ptrdiff_t>(bandWidth) * width;
    }
}

TiledWeights::TiledWeights(const float* weights, int out, int in)
    : m_out(out)
    , m_in(in)
    , m_values(static_cast<size_t>(out) * static_cast<size_t>(in))
{
    for (std::ptrdiff_t tile = 0; tile < tiles(); ++tile)
        transposeTile(weights + tile * width * in, in, m_values.data() + tile * width * in);
}

void TiledWeights::multiply(const BandedMatrix& rows, const float* bias, float* result, int tile) const
{
    const int first = tile * width;
    multiplyTable(rows, m_values.data() + static_cast<std::ptrdiff_t>(first) * m_in, bias, m_out, first, result);
}

void multiplyTile(const BandedMatrix& rows, const float* weights, const float* bias, int out, int in, int tile, float* result)
{
    const int first = tile * width;
    std::vector<float> table(static_cast<size_t>(in) * width);
    transposeTile(weights + static_cast<std::ptrdiff_t>(first) * in, in, table.data());
    multiplyTable(rows, table.data(), bias, out, first, result);
}

void weightGradientTile(const BandedMatrix& transposedRows, const float* upstream, int rows, int out, int tile, float* gradient)
{
    const int in = transposedRows.rows();
    const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(tile) * width;
    std::vector<float> table(static_cast<size_t>(rows) * width);
    for (int row = 0; row < rows; ++row)
        std::copy_n(upstream + static_cast<std::ptrdiff_t>(row) * out + first, width,
                    table.data() + static_cast<std::ptrdiff_t>(row) * width);
    std::vector<float> sums(static_cast<size_t>(in) * width);
    transposedRows.addProduct(table.data(), sums.data());
    for (int from = 0; from < in; from += block) {
        for (int column = 0; column < width; ++column) {
            float* const line = gradient + (first + column) * in;
            for (int gene = from; gene < std::min(in, from + block); ++gene)
                line[gene] = sums[static_cast<size_t>(gene) * width + static_cast<size_t>(column)];
        }
    }
}

} // namespace spacrd
