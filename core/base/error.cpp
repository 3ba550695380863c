#include "core/base/error.h"

namespace spacrd {

namespace {

/// A file's name and a library's message come from outside: line breaks and control characters in them would break
/// the promise of one line.
std::string onOneLine(std::string line)
{
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    }
    return line;
}

std::string withoutFullStop(std::string sentence)
{
    while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' '))
        sentence.pop_back();
    return sentence;
}

} // namespace

Error::Error(Text what, std::filesystem::path file, Text hint)
    : m_what(std::move(what))
    , m_file(std::move(file))
    , m_hint(std::move(hint))
{
    m_line = withoutFullStop(m_what.english());
    if (!m_file.empty())
        m_line += " — " + m_file.string();
    if (!m_hint.empty())
        m_line += " (" + withoutFullStop(m_hint.english()) + ")";
    m_line = onOneLine(std::move(m_line));
}

} // namespace spacrd
