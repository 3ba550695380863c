#include "core/base/printable.h"

#include <algorithm>

namespace spacrd {

namespace {

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

/// Bytes of the UTF-8 character at the start; 0 when it is none.
size_t characterBytes(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text.front());
    const size_t length = byte < 0x80                   ? 1
                          : byte >= 0xc2 && byte < 0xe0 ? 2
                          : byte >= 0xe0 && byte < 0xf0 ? 3
                          : byte >= 0xf0 && byte < 0xf5 ? 4
                                                        : 0;
    if (length > text.size())
        return 0;
    for (size_t i = 1; i < length; ++i) {
        if (!continuesCharacter(text[i]))
            return 0;
    }
    const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0x80;
    const bool overlong = (byte == 0xe0 && second < 0xa0) || (byte == 0xf0 && second < 0x90);
    const bool surrogate = byte == 0xed && second >= 0xa0;
    const bool tooLarge = byte == 0xf4 && second >= 0x90;
    return overlong || surrogate || tooLarge ? 0 : length;
}

} // namespace

std::string printable(std::string_view text, size_t longestBytes)
{
    std::string line;
    for (size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const auto byte = static_cast<unsigned char>(rest.front());
        const size_t length = characterBytes(rest);
        if (i + std::max<size_t>(length, 1) > longestBytes)
            return line + "…";
        // U+0080 to U+009F are control characters too; terminals obey some of them.
        const bool wideControl = length == 2 && byte == 0xc2 && static_cast<unsigned char>(rest[1]) < 0xa0;
        if (length == 0 || byte < 0x20 || byte == 0x7f || wideControl)
            line += '?';
        else
            line += rest.substr(0, length);
        i += std::max<size_t>(length, 1);
    }
    return line;
}

} // namespace spacrd
