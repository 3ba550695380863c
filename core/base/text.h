#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// Marks an English sentence of core for translation. The macro yields its second argument; `lupdate` reads both
/// (packaging/update-translations passes `-tr-function-alias QT_TRANSLATE_NOOP+=SPACRD_TR`). The context is always "core".
#define SPACRD_TR(context, sentence) sentence

namespace spacrd {

/// A sentence for a person: an English template with `%1` … `%9` and the words that fill it.
///
/// Core has no Qt, so it cannot call tr(). It throws and returns `Text` instead; the command line prints english(),
/// the window looks `id()` up in its translations and fills the same arguments in.
///
///     throw Error(Text(SPACRD_TR("core", "The table has no column named %1."), {name}), path);
class Text
{
public:
    Text() = default;
    Text(const char* id)
        : m_id(id)
    {}
    Text(const char* id, std::vector<std::string> arguments)
        : m_id(id)
        , m_arguments(std::move(arguments))
    {}

    bool empty() const { return m_id.empty(); }
    const std::string& id() const { return m_id; }
    const std::vector<std::string>& arguments() const { return m_arguments; }

    /// The English sentence with every `%n` replaced by argument n; a marker without its argument stays as it is.
    std::string english() const;

private:
    std::string m_id;
    std::vector<std::string> m_arguments;
};

/// A number as a word for a sentence: at most six significant digits, always with a decimal point.
std::string toWord(double value);
std::string toWord(long long value);
inline std::string toWord(int value)
{
    return toWord(static_cast<long long>(value));
}
inline std::string toWord(long value)
{
    return toWord(static_cast<long long>(value));
}
inline std::string toWord(unsigned long value)
{
    return toWord(static_cast<long long>(value));
}

} // namespace spacrd
