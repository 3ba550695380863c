#include "widgets/layers/binvalues.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

/// What blocks of one level hold: sums in double, so that the mean of ten million bins is that of these.
struct Sums
{
    std::vector<double> sum;
    std::vector<std::uint32_t> count;
};

/// What a block has gathered of the up to four places of the finer level that it covers.
struct Block
{
    double sum = 0.0;
    std::uint32_t count = 0;
    float highest = noBin;
    bool hasBins = false;

    void add(float value, double valueSum, std::uint32_t valueCount)
    {
        if (value > noBin) { // a number: what has none compares with nothing
            sum += valueSum;
            count += valueCount;
            highest = std::max(highest, value);
        }
        hasBins |= value != noBin; // NaN differs from all
    }
    float value(Aggregate aggregate) const
    {
        if (count == 0)
            return hasBins ? noValue : noBin;
        return aggregate == Aggregate::maximum ? highest : static_cast<float>(sum / count);
    }
};

/// `sums` are of the finer level (empty: of single bins) and become those of the new one.
void fillLevel(const BinValues::Level& finer, BinValues::Level& level, Sums& sums, Aggregate how)
{
    const size_t size = static_cast<size_t>(level.columns) * static_cast<size_t>(level.rows);
    Sums next{std::vector<double>(size), std::vector<std::uint32_t>(size)};
    const bool single = sums.sum.empty();
    const auto gather = [&](Block& block, size_t at, bool two) {
        for (size_t i = at; i < at + (two ? 2 : 1); ++i) {
            const float value = finer.values[i];
            block.add(value, single ? double{value} : sums.sum[i], single ? 1 : sums.count[i]);
        }
    };
    size_t at = 0;
    for (int row = 0; row < level.rows; ++row) {
        const size_t upper = static_cast<size_t>(row) * 2 * static_cast<size_t>(finer.columns);
        const bool twoRows = row * 2 + 1 < finer.rows;
        for (int column = 0; column < level.columns; ++column, ++at) {
            const size_t left = upper + static_cast<size_t>(column) * 2;
            const bool twoColumns = column * 2 + 1 < finer.columns;
            Block block;
            gather(block, left, twoColumns);
            if (twoRows)
                gather(block, left + static_cast<size_t>(finer.columns), twoColumns);
            level.values[at] = block.value(how);
            next.sum[at] = block.sum;
            next.count[at] = block.count;
        }
    }
    sums = std::move(next);
}

BinValues::Level emptyLevel(int columns, int rows)
{
    return {columns, rows, std::vector<float>(static_cast<size_t>(columns) * static_cast<size_t>(rows), noBin)};
}

} // namespace

BinValues::BinValues(const BinGrid& grid, std::span<const float> valueOfSpot, Aggregate aggregate)
{
    setValues(grid, valueOfSpot, aggregate);
}

void BinValues::setValues(const BinGrid& grid, std::span<const float> valueOfSpot, Aggregate aggregate)
{
    if (m_levels.empty() || m_levels.front().columns != grid.columns || m_levels.front().rows != grid.rows) {
        m_levels.assign(1, emptyLevel(grid.columns, grid.rows));
        while (m_levels.back().columns > 1 || m_levels.back().rows > 1)
            m_levels.push_back(emptyLevel((m_levels.back().columns + 1) / 2, (m_levels.back().rows + 1) / 2));
    }
    std::vector<float>& bins = m_levels.front().values;
    for (size_t i = 0; i < valueOfSpot.size(); ++i) {
        const float value = valueOfSpot[i];
        bins[grid.cellOfSpot[i]] = std::isfinite(value) ? value : noValue;
    }
    aggregateBy(aggregate);
}

void BinValues::aggregateBy(Aggregate aggregate)
{
    Sums sums;
    for (size_t k = 1; k < m_levels.size(); ++k)
        fillLevel(m_levels[k - 1], m_levels[k], sums, aggregate);
}

} // namespace spacrd
