#include "core/transcriptome/linereader.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstring>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t longestLine = 1 << 20;

} // namespace

LineReader::LineReader(fs::path path)
    : m_path(std::move(path))
    , m_file(m_path)
    , m_buffer(longestLine)
{
    fill();
    if (m_end >= 3 && std::memcmp(m_buffer.data(), "\xEF\xBB\xBF", 3) == 0)
        m_begin = 3;
}

bool LineReader::fill()
{
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    if (m_atEnd)
        return false;
    const size_t count = m_file.read(m_buffer.data() + m_end, m_buffer.size() - m_end);
    if (const void* nul = std::memchr(m_buffer.data() + m_end, 0, count))
        throwNulByte(m_number + 1 + std::count<const char*>(m_buffer.data(), static_cast<const char*>(nul), '\n'), m_path);
    m_end += count;
    m_atEnd = count == 0;
    return count > 0;
}

bool LineReader::next(std::string_view& line)
{
    const char* newline = nullptr;
    for (;;) {
        const char* begin = m_buffer.data() + m_begin;
        newline = static_cast<const char*>(std::memchr(begin, '\n', m_end - m_begin));
        if (newline || m_atEnd)
            break;
        if (m_begin == 0 && m_end == m_buffer.size())
            throw Error(Text(SPACRD_TR("core", "Line %1 is too long for such a file."), {toWord(m_number + 1)}), m_path);
        fill();
    }
    if (!newline && m_begin == m_end)
        return false;
    const char* begin = m_buffer.data() + m_begin;
    size_t length = newline ? static_cast<size_t>(newline - begin) : m_end - m_begin;
    m_begin += length + (newline ? 1 : 0);
    if (length > 0 && begin[length - 1] == '\r')
        --length;
    line = {begin, length};
    ++m_number;
    return true;
}

} // namespace spacrd
