#include "core/slide/colourtreatment.h"

#include "core/slide/stainvectors.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr double darkest = 3.0; ///< optical density of the last colour of a stain

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255.0));
}

std::uint8_t tone(double value, const ColourTreatment& treatment)
{
    const double contrast = std::clamp(treatment.contrast, -1.0, 0.999);
    const double slope = contrast >= 0.0 ? 1.0 / (1.0 - contrast) : 1.0 + contrast;
    const double straight = (value - 0.5) * slope + 0.5 + std::clamp(treatment.brightness, -1.0, 1.0) / 2.0;
    return toByte(std::pow(std::clamp(straight, 0.0, 1.0), 1.0 / std::clamp(treatment.gamma, 0.1, 10.0)));
}

/// The row that makes the amount of one dye of the optical densities of red, green and blue.
Eigen::Vector3d unmixing(ShownStain stain)
{
    const auto unit = [](const std::array<float, 3>& vector) {
        return Eigen::Vector3d(vector[0], vector[1], vector[2]).normalized();
    };
    Eigen::Matrix3d mixing;
    mixing << unit(haematoxylinVector), unit(eosinVector), unit(haematoxylinVector).cross(unit(eosinVector)).normalized();
    return mixing.inverse().row(stain == ShownStain::haematoxylin ? 0 : 1);
}

} // namespace

ColourTables::ColourTables(const ColourTreatment& treatment)
    : m_nothing(treatment == ColourTreatment())
    , m_stain(treatment.stain)
{
    for (size_t value = 0; value < m_tone.size(); ++value)
        m_tone[value] = tone(static_cast<double>(value) / 255.0, treatment);
    if (m_stain == ShownStain::all)
        return;
    const double colours = static_cast<double>(m_colour.size() - 1);
    const Eigen::Vector3d row = unmixing(m_stain);
    for (size_t channel = 0; channel < 3; ++channel) {
        for (size_t value = 0; value < 256; ++value) {
            const double density = -std::log10(static_cast<double>(std::max<size_t>(value, 1)) / 255.0);
            m_amount[channel][value] = static_cast<float>(row[static_cast<Eigen::Index>(channel)] * density / darkest * colours);
        }
    }
    const std::array<float, 3>& vector = m_stain == ShownStain::haematoxylin ? haematoxylinVector : eosinVector;
    const double length = Eigen::Vector3d(vector[0], vector[1], vector[2]).norm();
    for (size_t i = 0; i < m_colour.size(); ++i) {
        std::uint32_t pixel = 0xff;
        for (const float density : vector)
            pixel = pixel << 8 | m_tone[toByte(std::pow(10.0, -density / length * darkest * static_cast<double>(i) / colours))];
        m_colour[i] = pixel;
    }
}

void ColourTables::apply(Image& image) const
{
    if (m_nothing)
        return;
    if (m_stain != ShownStain::all) {
        for (std::uint32_t& pixel : image.pixels)
            pixel = ofStain(pixel);
        return;
    }
    for (std::uint32_t& pixel : image.pixels) {
        pixel = 0xff000000U | std::uint32_t(m_tone[pixel >> 16 & 0xff]) << 16 | std::uint32_t(m_tone[pixel >> 8 & 0xff]) << 8
                | m_tone[pixel & 0xff];
    }
}

std::uint32_t ColourTables::ofStain(std::uint32_t pixel) const
{
    const float amount = m_amount[0][pixel >> 16 & 0xff] + m_amount[1][pixel >> 8 & 0xff] + m_amount[2][pixel & 0xff];
    const float last = static_cast<float>(m_colour.size() - 1);
    return m_colour[static_cast<size_t>(std::clamp(amount + 0.5F, 0.0F, last))];
}

} // namespace spacrd
