#pragma once

#include "core/transcriptome/parquet/parquetfile.h"

namespace spacrd {

/// Reads whole numbers that are kept as packed differences.
/// Format: https://parquet.apache.org/docs/file-format/data-pages/encodings/ (DELTA_BINARY_PACKED = 5)
class DeltaDecoder
{
public:
    /// `place` must outlive the decoder, as must the bytes.
    DeltaDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place);

    /// Sums wrap around at 64 bits. Throws Error when there are not so many values.
    void read(std::span<std::int64_t> out);

    /// What follows the values: goes over them from where reading is now, without keeping any.
    std::span<const std::uint8_t> rest() const;

private:
    void nextMiniblock();

    std::span<const std::uint8_t> m_bytes; ///< behind the miniblock at hand
    const ColumnPlace* m_place;
    std::uint64_t m_miniblocks = 0; ///< in a block
    std::uint64_t m_perMiniblock = 0;
    std::uint64_t m_left = 0; ///< values not read yet
    bool m_first = true;      ///< the first value stands by itself
    std::uint64_t m_value = 0;
    std::uint64_t m_leastDelta = 0;
    std::span<const std::uint8_t> m_widths; ///< of the block's miniblocks still to come
    unsigned m_width = 0;
    std::span<const std::uint8_t> m_packed;
    std::uint64_t m_bit = 0;
    std::uint64_t m_inMiniblock = 0; ///< values of the miniblock at hand not read yet
};

} // namespace spacrd
