#pragma once

#include "core/transcriptome/parquet/parquetfile.h"

#include <bit>
#include <cstring>

namespace spacrd {

static_assert(std::endian::native == std::endian::little, "Parquet stores little-endian values, which are copied as they are");

/// `width` ≤ 64 bits from bit `bit` on, lowest first; bits behind the end are 0.
inline std::uint64_t bitsAt(std::span<const std::uint8_t> bytes, std::uint64_t bit, unsigned width)
{
    const std::uint64_t first = bit / 8;
    if (width == 0 || first >= bytes.size())
        return 0;
    std::uint64_t value = 0;
    const auto left = static_cast<size_t>(bytes.size() - first);
    std::memcpy(&value, bytes.data() + first, left < sizeof value ? left : sizeof value);
    const auto shift = static_cast<unsigned>(bit % 8);
    value >>= shift;
    if (shift + width > 64 && left > sizeof value)
        value |= std::uint64_t(bytes[static_cast<size_t>(first) + sizeof value]) << (64 - shift);
    return width == 64 ? value : value & ((std::uint64_t(1) << width) - 1);
}

/// The next number of ULEB128 in `bytes`, which are then the rest. Throws Error.
std::uint64_t takeVarint(std::span<const std::uint8_t>& bytes, const ColumnPlace& place);
/// The same of a number with a sign, in zigzag.
std::int64_t takeZigzag(std::span<const std::uint8_t>& bytes, const ColumnPlace& place);
/// The next four bytes as a length. Throws Error.
std::uint32_t takeLength(std::span<const std::uint8_t>& bytes, const ColumnPlace& place);

/// Reads the hybrid of runs and packed bits that Parquet calls RLE: levels, indices of a dictionary, truth values.
/// Format: https://parquet.apache.org/docs/file-format/data-pages/encodings/ (RLE = 3)
class HybridDecoder
{
public:
    /// Values of `width` ≤ 32 bits. `place` must outlive the decoder, as must the bytes.
    HybridDecoder(std::span<const std::uint8_t> bytes, unsigned width, const ColumnPlace& place);

    /// Throws Error when there are not so many values.
    void read(std::span<std::uint32_t> out);

private:
    void nextRun();

    std::span<const std::uint8_t> m_bytes; ///< behind the run at hand
    unsigned m_width;
    const ColumnPlace* m_place;
    std::uint64_t m_left = 0; ///< values of the run at hand
    bool m_packed = false;
    std::uint32_t m_repeated = 0;
    std::span<const std::uint8_t> m_packedBytes;
    std::uint64_t m_packedBit = 0;
};

} // namespace spacrd
