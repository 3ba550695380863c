#pragma once

#include <array>
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
    /// So many pixels of the row may be read from any neighbour on: they need not mean anything.
    static constexpr size_t readAtOnce = 8;

    void clear();
    /// Between `first` and `first + 1`.
    void add(int first, unsigned weight);
    /// After the last was added.
    void finish();

    struct Place
    {
        int first = 0;
        unsigned weight = 0;
    };
    const std::vector<Place>& places() const { return m_places; }

    /// Four places whose neighbours are among eight pixels of the row.
    struct alignas(32) Four
    {
        std::array<int, 8> neighbours{};        ///< first and next of each, counted from the base
        std::array<std::uint8_t, 32> weights{}; ///< of first and next by turns, for each of four channels
        int base = 0;                           ///< the first of the eight
    };
    /// An even number, of which the last repeat the last place; none where four lie too far apart (more than twice shrunk).
    const std::vector<Four>& fours() const { return m_fours; }

private:
    std::vector<Place> m_places;
    std::vector<Four> m_fours;
};

/// Likewise along a row: writes a pixel for each place.
void blendColumns(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& columns);

} // namespace spacrd
