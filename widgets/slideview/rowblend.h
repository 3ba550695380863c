#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace spacrd {

/// Weights of two neighbours add up to this.
inline constexpr unsigned wholeWeight = 128;

/// (above · (128 − weight) + below · weight) / 128, rounded, channel by channel. With AVX2 where the processor has it, and the
/// same to the bit where not.
void blendRows(std::uint32_t* out, const std::uint32_t* above, const std::uint32_t* below, unsigned weight, size_t count);

/// Between which two neighbours of a row each pixel of another lies.
class ColumnPlaces
{
public:
    void clear();
    /// Between `first` and `first + 1`.
    void add(int first, unsigned weight);
    /// Rounds up to what blendColumns() does at once, with pixels that mean nothing.
    void finish();

    /// Pixels, those of finish() among them.
    size_t size() const { return m_first.size(); }
    const int* first() const { return m_first.data(); }
    const std::uint64_t* weights() const { return m_weights.data(); }

private:
    std::vector<int> m_first;
    std::vector<std::uint64_t> m_weights; ///< bytes: of the first, of the next, for each of four channels
};

/// Likewise along a row: writes `places.size()` pixels.
void blendColumns(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& places);

} // namespace spacrd
