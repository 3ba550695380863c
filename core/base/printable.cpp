#include "core/base/printable.h"

namespace spacrd {

namespace {

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

} // namespace

std::string printable(std::string_view text, size_t longestBytes)
{
    const bool cut = text.size() > longestBytes;
    size_t length = cut ? longestBytes : text.size();
    while (cut && length > 0 && continuesCharacter(text[length]))
        --length;
    std::string line(text.substr(0, length));
    for (size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        // U+0080 to U+009F are control characters too; terminals obey some of them.
        const bool wideControl = byte == 0xc2 && i + 1 < line.size() && static_cast<unsigned char>(line[i + 1]) < 0xa0;
        if (wideControl)
            line.erase(i + 1, 1);
        if (byte < 0x20 || byte == 0x7f || wideControl)
            line[i] = '?';
    }
    return cut ? line + "…" : line;
}

} // namespace spacrd
