#pragma once

#include "widgets/layers/layer.h"

#include <algorithm>
#include <array>

namespace spacrd {

/// From values to the colours of a map over a range, quick enough to be asked for every pixel of a screen.
class ValueColours
{
public:
    /// [low, high] as in colourIndex().
    ValueColours(const ColourMap& map, double low, double high)
        : m_low(static_cast<float>(low))
        , m_perUnit(high > low ? static_cast<float>((entries - 1) / (high - low)) : 1e30F)
    {
        std::copy_n(map.entries.begin(), entries, m_colours.begin());
    }

    /// Opaque. `value` is a number.
    QRgb of(float value) const { return m_colours[index(value)]; }
    size_t index(float value) const
    {
        const float place = (value - m_low) * m_perUnit + 0.5F;
        return place > 0.0F ? static_cast<size_t>(place < entries - 1.0F ? place : entries - 1.0F) : 0;
    }

private:
    static constexpr int entries = 256;

    std::array<QRgb, entries> m_colours{};
    float m_low;
    float m_perUnit;
};

} // namespace spacrd
