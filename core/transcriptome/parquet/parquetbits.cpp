#include "core/transcriptome/parquet/parquetbits.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace spacrd {

namespace {

constexpr const char* tooFew = SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do.");

} // namespace

std::uint64_t takeVarint(std::span<const std::uint8_t>& bytes, const ColumnPlace& place)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (bytes.empty())
            place.damaged(tooFew);
        const std::uint64_t next = bytes.front();
        bytes = bytes.subspan(1);
        if (shift == 63 && next > 1)
            break;
        value |= (next & 0x7f) << shift;
        if (next < 0x80)
            return value;
    }
    place.damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" holds a number of more than 64 bits."));
}

std::int64_t takeZigzag(std::span<const std::uint8_t>& bytes, const ColumnPlace& place)
{
    const std::uint64_t value = takeVarint(bytes, place);
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

std::uint32_t takeLength(std::span<const std::uint8_t>& bytes, const ColumnPlace& place)
{
    std::uint32_t length = 0;
    if (bytes.size() < sizeof length)
        place.damaged(tooFew);
    std::memcpy(&length, bytes.data(), sizeof length);
    bytes = bytes.subspan(sizeof length);
    return length;
}

HybridDecoder::HybridDecoder(std::span<const std::uint8_t> bytes, unsigned width, const ColumnPlace& place)
    : m_bytes(bytes)
    , m_width(width)
    , m_place(&place)
{}

void HybridDecoder::nextRun()
{
    if (m_bytes.empty() && m_width == 0) { // some writers leave out what can only be 0
        m_packed = false;
        m_repeated = 0;
        m_left = std::numeric_limits<std::uint64_t>::max();
        return;
    }
    const std::uint64_t head = takeVarint(m_bytes, *m_place);
    m_packed = (head & 1) != 0;
    m_left = head >> 1;
    if (m_left > std::numeric_limits<std::int32_t>::max())
        m_place->damaged(SPACRD_TR("core", "A run in the Parquet column \"%1\" is longer than the format allows."));
    if (m_packed) {
        // The last run may be cut where its values end.
        const std::uint64_t bytes = std::min<std::uint64_t>(m_left * m_width, m_bytes.size());
        m_left = m_width == 0 ? m_left * 8 : std::min(m_left * 8, bytes * 8 / m_width);
        m_packedBytes = m_bytes.first(static_cast<size_t>(bytes));
        m_packedBit = 0;
        m_bytes = m_bytes.subspan(static_cast<size_t>(bytes));
        return;
    }
    const size_t bytes = (m_width + 7) / 8;
    if (m_bytes.size() < bytes)
        m_place->damaged(tooFew);
    m_repeated = 0;
    if (bytes > 0)
        std::memcpy(&m_repeated, m_bytes.data(), bytes);
    m_bytes = m_bytes.subspan(bytes);
}

void HybridDecoder::read(std::span<std::uint32_t> out)
{
    while (!out.empty()) {
        while (m_left == 0)
            nextRun();
        const auto count = static_cast<size_t>(std::min<std::uint64_t>(m_left, out.size()));
        if (m_packed) {
            for (std::uint32_t& value : out.first(count)) {
                value = static_cast<std::uint32_t>(bitsAt(m_packedBytes, m_packedBit, m_width));
                m_packedBit += m_width;
            }
        } else {
            std::fill_n(out.begin(), count, m_repeated);
        }
        m_left -= count;
        out = out.subspan(count);
    }
}

} // namespace spacrd
