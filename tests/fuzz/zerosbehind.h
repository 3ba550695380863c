#pragma once

#include <algorithm>
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string_view>

namespace spacrd::fuzz {

/// Bytes that go on as zeros up to a length: the tensors' 5 MB need not be in the input for their shapes to be right.
class ZerosBehind final : public std::streambuf
{
public:
    ZerosBehind(std::string_view bytes, std::uint64_t length)
        : m_bytes(bytes)
        , m_length(length)
    {}

protected:
    std::streamsize xsgetn(char* to, std::streamsize count) override
    {
        const auto wanted = std::min<std::uint64_t>(static_cast<std::uint64_t>(count), m_length - m_place);
        const std::uint64_t given = m_place < m_bytes.size() ? std::min<std::uint64_t>(wanted, m_bytes.size() - m_place) : 0;
        std::copy_n(m_bytes.data() + (given > 0 ? m_place : 0), given, to);
        std::fill_n(to + given, wanted - given, '\0');
        m_place += wanted;
        return static_cast<std::streamsize>(wanted);
    }

    pos_type seekoff(off_type offset, std::ios::seekdir from, std::ios::openmode) override
    {
        const std::uint64_t start = from == std::ios::beg ? 0 : from == std::ios::end ? m_length : m_place;
        return seekpos(static_cast<off_type>(start) + offset, std::ios::in);
    }

    pos_type seekpos(pos_type place, std::ios::openmode) override
    {
        if (place < 0 || static_cast<std::uint64_t>(place) > m_length)
            return -1;
        m_place = static_cast<std::uint64_t>(place);
        return place;
    }

private:
    std::string_view m_bytes;
    std::uint64_t m_length;
    std::uint64_t m_place = 0;
};

class ZerosBehindStream final : public std::istream
{
public:
    ZerosBehindStream(std::string_view bytes, std::uint64_t length)
        : std::istream(nullptr)
        , m_buffer(bytes, length)
    {
        rdbuf(&m_buffer);
    }

private:
    ZerosBehind m_buffer;
};

} // namespace spacrd::fuzz
