#pragma once

#include "widgets/layers/layer.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace spacrd {

/// From values to the colours of a map over a range, quick enough to be asked for every pixel of a screen.
class ValueColours
{
public:
    ValueColours(const ColourMap& map, const ValueRange& range);

    /// Opaque. `value` is a number.
    QRgb of(float value) const { return m_colours[index(value)]; }
    size_t index(float value) const
    {
        if (!m_steps.empty())
            return logarithmicIndex(value);
        const float place = (value - m_low) * m_perUnit + 0.5F;
        return place > 0.0F ? static_cast<size_t>(place < entries - 1.0F ? place : entries - 1.0F) : 0;
    }

private:
    static constexpr int entries = 256;
    static constexpr int mantissaBits = 8; ///< of a number that are looked at: to 0.4 % of it
    static constexpr int shift = 23 - mantissaBits;
    static constexpr std::uint32_t one = 0x3f800000U >> shift; ///< 1.0

    size_t logarithmicIndex(float value) const
    {
        const float above = value - m_low;
        if (!(above > 0.0F))
            return 0;
        const std::uint32_t step = (std::bit_cast<std::uint32_t>(1.0F + above) >> shift) - one;
        return step < m_steps.size() ? m_steps[step] : entries - 1;
    }

    std::array<QRgb, entries> m_colours{};
    float m_low;
    float m_perUnit;
    std::vector<std::uint8_t> m_steps; ///< of a logarithmic range: the entry for 1, 1 + 1/256, … 2, 2 + 1/128, …
};

} // namespace spacrd
