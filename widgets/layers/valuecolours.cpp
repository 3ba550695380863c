#include "widgets/layers/valuecolours.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

ValueColours::ValueColours(const ColourMap& map, const ValueRange& range)
    : m_low(static_cast<float>(range.low))
    , m_perUnit(range.high > range.low ? static_cast<float>((entries - 1) / (range.high - range.low)) : 1e30F)
{
    std::copy_n(map.entries.begin(), entries, m_colours.begin());
    if (!range.logarithmic || !(range.high > range.low))
        return;
    const double all = std::log1p(range.high - range.low);
    for (std::uint32_t bits = one;; ++bits) {
        const double middle = (static_cast<double>(std::bit_cast<float>(bits << shift))
                               + static_cast<double>(std::bit_cast<float>((bits + 1) << shift)))
                              / 2;
        const double place = std::log(middle) / all * (entries - 1);
        if (!(place < entries - 1.0))
            break;
        m_steps.push_back(static_cast<std::uint8_t>(std::lround(place)));
    }
    m_steps.push_back(entries - 1); // never empty
}

} // namespace spacrd
