#include "core/slide/colourtreatment.h"

#include "core/slide/stainmixing.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr double darkest = 3.0; ///< optical density of the last entry of a table of light

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

} // namespace

ColourTables::ColourTables(const ColourTreatment& treatment, const StainProfile& of, std::shared_ptr<const ColourProfile> profile)
    : m_profile(treatment.profiled ? std::move(profile) : nullptr)
    , m_keepsTones(treatment.brightness == 0.0 && treatment.contrast == 0.0 && treatment.gamma == 1.0)
    , m_mixes(treatment.normalised || treatment.stain != ShownStain::all)
{
    for (size_t value = 0; value < m_tone.size(); ++value)
        m_tone[value] = tone(static_cast<double>(value) / 255.0, treatment);
    if (m_mixes)
        mixAnew(treatment, treatment.normalised ? of : standardStains());
}

void ColourTables::mixAnew(const ColourTreatment& treatment, const StainProfile& of)
{
    const StainProfile& to = standardStains();
    Eigen::Vector3d share(to.haematoxylinAmount / of.haematoxylinAmount, to.eosinAmount / of.eosinAmount, 1.0);
    if (treatment.stain == ShownStain::haematoxylin)
        share.tail<2>().setZero();
    if (treatment.stain == ShownStain::eosin)
        share[0] = share[2] = 0.0;
    const Eigen::Matrix3d change = mixingOf(to) * share.asDiagonal() * mixingOf(of).inverse();
    const double entries = static_cast<double>(m_light.size() - 1) / darkest;
    for (size_t from = 0; from < 3; ++from) {
        for (size_t value = 0; value < 256; ++value) {
            const double light = static_cast<double>(std::max<size_t>(value, 1)) / of.glass[from];
            const Eigen::Vector3d density = change.col(static_cast<Eigen::Index>(from)) * (-std::log10(light) * entries);
            for (size_t channel = 0; channel < 3; ++channel)
                m_density[from][value][channel] = static_cast<float>(density[static_cast<Eigen::Index>(channel)]);
        }
    }
    for (size_t i = 0; i < m_light.size(); ++i)
        m_light[i] = m_tone[toByte(std::pow(10.0, -static_cast<double>(i) / entries))];
}

void ColourTables::apply(Image& image) const
{
    if (m_profile)
        m_profile->apply(image);
    if (m_mixes) {
        for (std::uint32_t& pixel : image.pixels)
            pixel = mixed(pixel);
        return;
    }
    if (m_keepsTones)
        return;
    for (std::uint32_t& pixel : image.pixels) {
        pixel = 0xff000000U | std::uint32_t(m_tone[pixel >> 16 & 0xff]) << 16 | std::uint32_t(m_tone[pixel >> 8 & 0xff]) << 8
                | m_tone[pixel & 0xff];
    }
}

std::uint32_t ColourTables::mixed(std::uint32_t pixel) const
{
    const std::array<float, 3>& ofRed = m_density[0][pixel >> 16 & 0xff];
    const std::array<float, 3>& ofGreen = m_density[1][pixel >> 8 & 0xff];
    const std::array<float, 3>& ofBlue = m_density[2][pixel & 0xff];
    const float last = static_cast<float>(m_light.size() - 1);
    std::uint32_t result = 0xff;
    for (size_t channel = 0; channel < 3; ++channel) {
        const float density = ofRed[channel] + ofGreen[channel] + ofBlue[channel] + 0.5F;
        result = result << 8 | m_light[static_cast<size_t>(std::clamp(density, 0.0F, last))];
    }
    return result;
}

} // namespace spacrd
