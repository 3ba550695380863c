#include "widgets/layers/colourvision.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace spacrd {

namespace {

using Matrix = std::array<float, 9>; ///< row by row, of linear red, green, blue

constexpr size_t lightSteps = 4096;

const Matrix& matrixOf(ColourVision vision)
{
    static constexpr Matrix all{1.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 1.0F};
    static constexpr Matrix protanopia{0.152286F, 1.052583F,  -0.204868F, 0.114503F, 0.786281F,
                                       0.099216F, -0.003882F, -0.048116F, 1.051998F};
    static constexpr Matrix deuteranopia{0.367322F, 0.860646F,  -0.227968F, 0.280085F, 0.672501F,
                                         0.047413F, -0.011820F, 0.042940F,  0.968881F};
    static constexpr Matrix tritanopia{1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F,
                                       0.147602F, 0.004733F,  0.691367F,  0.303900F};
    static constexpr Matrix grey{0.2126F, 0.7152F, 0.0722F, 0.2126F, 0.7152F, 0.0722F, 0.2126F, 0.7152F, 0.0722F};
    switch (vision) {
    case ColourVision::protanopia:
        return protanopia;
    case ColourVision::deuteranopia:
        return deuteranopia;
    case ColourVision::tritanopia:
        return tritanopia;
    case ColourVision::grey:
        return grey;
    case ColourVision::all:
        break;
    }
    return all;
}

/// Of a byte of sRGB (IEC 61966-2-1): 0 … 1.
float lightOf(int byte)
{
    static const std::array<float, 256> table = [] {
        std::array<float, 256> made{};
        for (size_t i = 0; i < made.size(); ++i) {
            const double value = static_cast<double>(i) / 255.0;
            made[i] = static_cast<float>(value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        return made;
    }();
    return table[static_cast<size_t>(byte)];
}

int byteOf(float light)
{
    static const std::array<std::uint8_t, lightSteps> table = [] {
        std::array<std::uint8_t, lightSteps> made{};
        for (size_t i = 0; i < made.size(); ++i) {
            const double value = static_cast<double>(i) / (lightSteps - 1);
            const double coded = value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1.0 / 2.4) - 0.055;
            made[i] = static_cast<std::uint8_t>(std::lround(coded * 255.0));
        }
        return made;
    }();
    return table[static_cast<size_t>(std::clamp(light, 0.0F, 1.0F) * (lightSteps - 1) + 0.5F)];
}

QRgb seen(const Matrix& by, QRgb pixel)
{
    const float red = lightOf(qRed(pixel));
    const float green = lightOf(qGreen(pixel));
    const float blue = lightOf(qBlue(pixel));
    return qRgba(byteOf(by[0] * red + by[1] * green + by[2] * blue), byteOf(by[3] * red + by[4] * green + by[5] * blue),
                 byteOf(by[6] * red + by[7] * green + by[8] * blue), qAlpha(pixel));
}

} // namespace

QImage seenBy(ColourVision vision, const QImage& picture)
{
    if (vision == ColourVision::all || picture.isNull())
        return picture;
    QImage result = picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    const Matrix& matrix = matrixOf(vision);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        std::transform(line, line + result.width(), line, [&matrix](QRgb pixel) { return seen(matrix, pixel); });
    }
    return result;
}

QColor seenBy(ColourVision vision, const QColor& colour)
{
    return vision == ColourVision::all ? colour : QColor::fromRgba(seen(matrixOf(vision), colour.rgba()));
}

ColourVisionEffect::ColourVisionEffect(ColourVision vision, QObject* parent)
    : QGraphicsEffect(parent)
    , m_vision(vision)
{}

void ColourVisionEffect::draw(QPainter* painter)
{
    QPoint offset;
    const QPixmap source = sourcePixmap(Qt::LogicalCoordinates, &offset, NoPad);
    painter->drawImage(offset, seenBy(m_vision, source.toImage()));
}

} // namespace spacrd
