#pragma once

// Private to core/transcriptome.

#include <cstddef>
#include <cstdint>

namespace spacrd {

/// Fields of a block of bytes, little endian; reading beyond the end gives 0 and makes it bad.
class Hdf5Fields
{
public:
    Hdf5Fields(const unsigned char* data, size_t size)
        : m_data(data)
        , m_size(size)
    {}

    std::uint64_t next(size_t width)
    {
        std::uint64_t value = 0;
        if (width > left()) {
            m_good = false;
            m_at = m_size;
            return 0;
        }
        for (size_t i = 0; i < width; ++i)
            value |= static_cast<std::uint64_t>(m_data[m_at + i]) << (8 * i);
        m_at += width;
        return value;
    }

    const unsigned char* skip(size_t count)
    {
        const unsigned char* here = m_data + m_at;
        if (count > left()) {
            m_good = false;
            count = left();
        }
        m_at += count;
        return here;
    }

    size_t left() const { return m_size - m_at; }
    bool good() const { return m_good; }

private:
    const unsigned char* m_data;
    size_t m_size;
    size_t m_at = 0;
    bool m_good = true;
};

} // namespace spacrd
