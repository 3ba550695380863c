#pragma once

#include "widgets/layers/bingrid.h"

#include <limits>
#include <span>
#include <vector>

namespace spacrd {

/// How several spots that fall together on the screen are shown as one.
enum class Aggregate
{
    mean,
    maximum,
};

/// What a place of a grid holds that has no number.
inline constexpr float noBin = -std::numeric_limits<float>::infinity();   ///< no bin is there
inline constexpr float noValue = std::numeric_limits<float>::quiet_NaN(); ///< a bin without a value

/// One value a bin, and of blocks of 2 × 2, 4 × 4, … bins up to the whole grid the aggregate of those that have a value: exact,
/// since it is taken over the bins and not over the blocks before.
class BinValues
{
public:
    struct Level
    {
        int columns = 0;
        int rows = 0;
        std::vector<float> values; ///< row by row; noBin, noValue (bins, none of them with one), or a number
    };

    BinValues() = default;
    /// `valueOfSpot` as many as the grid has spots; NaN = no value.
    BinValues(const BinGrid& grid, std::span<const float> valueOfSpot, Aggregate aggregate);

    /// Other values of the same grid, in the memory of those before.
    void setValues(const BinGrid& grid, std::span<const float> valueOfSpot, Aggregate aggregate);
    /// The same bins taken together in another way.
    void aggregateBy(Aggregate aggregate);

    /// Level k holds blocks of 2^k × 2^k bins.
    const std::vector<Level>& levels() const { return m_levels; }

private:
    std::vector<Level> m_levels;
};

} // namespace spacrd
