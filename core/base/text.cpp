#include "core/base/text.h"

#include <fmt/format.h>

namespace spacrd {

std::string Text::english() const
{
    std::string out;
    out.reserve(m_id.size() + 32);
    for (size_t i = 0; i < m_id.size(); ++i) {
        const bool marker = m_id[i] == '%' && i + 1 < m_id.size() && m_id[i + 1] >= '1' && m_id[i + 1] <= '9';
        const size_t index = marker ? static_cast<size_t>(m_id[i + 1] - '1') : 0;
        if (marker && index < m_arguments.size()) {
            out += m_arguments[index];
            ++i;
        } else {
            out += m_id[i];
        }
    }
    return out;
}

std::string toWord(double value)
{
    return fmt::format("{:.6g}", value);
}

std::string toWord(long long value)
{
    return fmt::format("{}", value);
}

} // namespace spacrd
