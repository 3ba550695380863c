#include "core/transcriptome/parquet/parquetdelta.h"

#include "core/base/text.h"
#include "core/transcriptome/parquet/parquetbits.h"

#include <algorithm>

namespace spacrd {

namespace {

constexpr std::uint64_t largestBlock = std::uint64_t(1) << 31;

} // namespace

DeltaDecoder::DeltaDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
    : m_bytes(bytes)
    , m_place(&place)
{
    const std::uint64_t block = takeVarint(m_bytes, place);
    m_miniblocks = takeVarint(m_bytes, place);
    m_left = takeVarint(m_bytes, place);
    m_value = static_cast<std::uint64_t>(takeZigzag(m_bytes, place));
    // A miniblock of whole bytes is all that is needed; the format asks for multiples of 128 and 32.
    if (block == 0 || block > largestBlock || m_miniblocks == 0 || block % m_miniblocks != 0 || block / m_miniblocks % 8 != 0)
        place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has blocks of differences of an impossible size."));
    m_perMiniblock = block / m_miniblocks;
}

void DeltaDecoder::nextMiniblock()
{
    if (m_widths.empty()) {
        m_leastDelta = static_cast<std::uint64_t>(takeZigzag(m_bytes, *m_place));
        if (m_miniblocks > m_bytes.size())
            m_place->damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do."));
        m_widths = m_bytes.first(static_cast<size_t>(m_miniblocks));
        m_bytes = m_bytes.subspan(static_cast<size_t>(m_miniblocks));
    }
    m_width = m_widths.front();
    m_widths = m_widths.subspan(1);
    if (m_width > 64)
        m_place->damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" holds a number of more than 64 bits."));
    const std::uint64_t bytes = m_perMiniblock / 8 * m_width;
    if (bytes > m_bytes.size())
        m_place->damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do."));
    m_packed = m_bytes.first(static_cast<size_t>(bytes));
    m_bytes = m_bytes.subspan(static_cast<size_t>(bytes));
    m_bit = 0;
    m_inMiniblock = m_perMiniblock;
}

void DeltaDecoder::read(std::span<std::int64_t> out)
{
    if (out.size() > m_left)
        m_place->damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do."));
    m_left -= out.size();
    if (m_first && !out.empty()) {
        out.front() = static_cast<std::int64_t>(m_value);
        out = out.subspan(1);
        m_first = false;
    }
    while (!out.empty()) {
        if (m_inMiniblock == 0)
            nextMiniblock();
        const auto count = static_cast<size_t>(std::min<std::uint64_t>(m_inMiniblock, out.size()));
        for (std::int64_t& value : out.first(count)) {
            m_value += m_leastDelta + bitsAt(m_packed, m_bit, m_width);
            m_bit += m_width;
            value = static_cast<std::int64_t>(m_value);
        }
        m_inMiniblock -= count;
        out = out.subspan(count);
    }
}

std::span<const std::uint8_t> DeltaDecoder::rest() const
{
    DeltaDecoder walker = *this;
    std::uint64_t left = walker.m_left - std::min<std::uint64_t>(walker.m_left, walker.m_first ? 1 : 0);
    while (left > walker.m_inMiniblock) {
        left -= walker.m_inMiniblock;
        walker.nextMiniblock();
    }
    return walker.m_bytes;
}

} // namespace spacrd
