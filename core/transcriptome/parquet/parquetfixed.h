#pragma once

#include "core/base/text.h"
#include "core/transcriptome/parquet/parquetvalues.h"

#include <cmath>
#include <cstring>

namespace spacrd {

/// A number of 16 bits, as IEEE 754 has it.
struct Half
{
    std::uint16_t bits;
    explicit operator double() const
    {
        const int exponent = bits >> 10 & 0x1f;
        const int fraction = bits & 0x3ff;
        double value = 0.0;
        if (exponent == 0x1f)
            value = fraction == 0 ? HUGE_VAL : std::nan("");
        else
            value = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 0x400, exponent - 25);
        return (bits & 0x8000) != 0 ? -value : value;
    }
};

/// Values of a fixed size, one after another.
template <typename Value, typename Stored>
class PlainDecoder : public ValueDecoder<Value>
{
public:
    PlainDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_bytes(bytes)
        , m_place(&place)
    {}

    void read(std::span<Value> out) override
    {
        if (out.size() > m_bytes.size() / sizeof(Stored))
            m_place->damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do."));
        for (size_t i = 0; i < out.size(); ++i) {
            Stored stored;
            std::memcpy(&stored, m_bytes.data() + i * sizeof(Stored), sizeof(Stored));
            out[i] = static_cast<Value>(stored);
        }
        m_bytes = m_bytes.subspan(out.size() * sizeof(Stored));
    }

private:
    std::span<const std::uint8_t> m_bytes;
    const ColumnPlace* m_place;
};

/// All first bytes of the values, then all second ones, …
template <typename Value, typename Stored>
class SplitDecoder : public ValueDecoder<Value>
{
public:
    SplitDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_bytes(bytes)
        , m_place(&place)
        , m_count(bytes.size() / sizeof(Stored))
    {}

    void read(std::span<Value> out) override
    {
        if (out.size() > m_count - m_next || m_bytes.size() % sizeof(Stored) != 0)
            m_place->damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do."));
        for (Value& value : out) {
            std::uint8_t raw[sizeof(Stored)];
            for (size_t i = 0; i < sizeof(Stored); ++i)
                raw[i] = m_bytes[i * m_count + m_next];
            Stored stored;
            std::memcpy(&stored, raw, sizeof stored);
            value = static_cast<Value>(stored);
            ++m_next;
        }
    }

private:
    std::span<const std::uint8_t> m_bytes;
    const ColumnPlace* m_place;
    size_t m_count;
    size_t m_next = 0;
};

} // namespace spacrd
