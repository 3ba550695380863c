#include "widgets/slideview/scalebar.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestBar = 140.0;
constexpr double leastBar = 40.0;
constexpr int plateMargin = 10;
constexpr double platePadding = 8.0;
/// So that the plate does not change with every step of the zoom.
constexpr double widthStep = 40.0;
constexpr double tickHeight = 7.0;

QString tr(const char* sentence)
{
    return QCoreApplication::translate("spacrd", sentence); // the context that lupdate gives them
}

double roundLengthUpTo(double longest)
{
    const double decade = std::pow(10.0, std::floor(std::log10(longest)));
    const double mantissa = longest / decade;
    return decade * (mantissa >= 5.0 ? 5.0 : mantissa >= 2.0 ? 2.0 : 1.0);
}

QSize pixelsOf(const QSizeF& size, double pixelRatio)
{
    const QSizeF pixels = size * pixelRatio;
    return {static_cast<int>(std::ceil(pixels.width())), static_cast<int>(std::ceil(pixels.height()))};
}

void paintBar(QPainter& painter, QPointF left, double length)
{
    painter.drawLine(left, left + QPointF(length, 0));
    painter.drawLine(left - QPointF(0, tickHeight), left);
    painter.drawLine(left + QPointF(length, -tickHeight), left + QPointF(length, 0));
}

} // namespace

QString lengthText(double length, bool inMicrometres)
{
    const bool millimetres = inMicrometres && std::abs(length) >= 1000.0;
    const QString number = QLocale().toString(millimetres ? length / 1000.0 : length, 'g', 6);
    const QString unit = !inMicrometres ? tr("px") : millimetres ? tr("mm") : tr("µm");
    return number + u' ' + unit;
}

ScaleBar scaleBarFor(double downsample, std::optional<double> mpp, double longestScreenLength)
{
    const double unitsPerScreenPixel = downsample * mpp.value_or(1.0);
    const double longest = longestScreenLength * unitsPerScreenPixel;
    const double length = mpp ? roundLengthUpTo(longest) : std::max(1.0, roundLengthUpTo(longest));
    return {length / unitsPerScreenPixel, lengthText(length, mpp.has_value())};
}

QString magnificationName(double magnification)
{
    return tr("%1×").arg(QLocale().toString(magnification, 'f', magnification < 1.0 ? 2 : 1));
}

QString magnificationText(double downsample, std::optional<double> mpp)
{
    if (!mpp)
        return tr("magnification unknown");
    const double micrometres = downsample * *mpp;
    const int decimals = std::clamp(2 - static_cast<int>(std::floor(std::log10(micrometres))), 0, 6); // three digits
    return tr("%1 · %2 µm/px").arg(magnificationName(10.0 / micrometres), QLocale().toString(micrometres, 'f', decimals));
}

QString readOutText(const Camera& camera, std::optional<double> mpp, double pixels)
{
    QString text = magnificationText(camera.downsample() / pixels, mpp);
    if (camera.rotation() != 0.0)
        text = tr("%1 · turned %2°").arg(text, QLocale().toString(camera.rotation(), 'g', 4));
    return camera.isMirrored() ? tr("%1 · mirrored").arg(text) : text;
}

void paintPlate(QPainter& painter, const QRectF& plate, const QPalette& palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette.color(QPalette::Base);
    colour.setAlpha(225);
    QColor rim = palette.color(QPalette::Text);
    rim.setAlpha(50);
    painter.setPen(rim);
    painter.setBrush(colour);
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void ScaleBarPlate::prepare(const Camera& camera, std::optional<double> mpp, const QFont& font, const QPalette& palette,
                            double pixelRatio, double readOutRatio)
{
    const double room = camera.screenSize().width() - 2 * (plateMargin + platePadding);
    const ScaleBar bar = scaleBarFor(camera.downsample(), mpp, std::clamp(room, leastBar, longestBar));
    const QString whole = readOutText(camera, mpp, readOutRatio);
    if (bar == m_bar && whole == m_readOut && room == m_room && font == m_font && palette == m_palette
        && pixelRatio == m_picture.devicePixelRatio())
        return;
    m_bar = bar;
    m_readOut = whole;
    m_room = room;
    m_font = font;
    const bool isGround = palette == m_palette && pixelRatio == m_ground.devicePixelRatio();
    m_palette = palette;
    const QFontMetricsF metrics(font);
    const QString readOut = metrics.horizontalAdvance(whole) <= room || !mpp
                                ? whole
                                : magnificationName(10.0 / (camera.downsample() / readOutRatio * *mpp));
    const double width = std::max({bar.screenLength, metrics.horizontalAdvance(readOut), metrics.horizontalAdvance(bar.label)});
    const double height = metrics.height() * 2 + tickHeight + 2;
    const double steady = std::ceil((width + 2 * platePadding) / widthStep) * widthStep;
    const QSizeF plate(std::max(std::ceil(width + 2 * platePadding), std::min(steady, std::floor(room + 2 * platePadding))),
                       std::ceil(height + 2 * platePadding));
    if (const QSize pixels = pixelsOf(plate, pixelRatio); !isGround || pixels != m_ground.size()) {
        m_ground = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_ground.setDevicePixelRatio(pixelRatio);
        m_ground.fill(Qt::transparent);
        QPainter painter(&m_ground);
        paintPlate(painter, QRectF(QPointF(0, 0), plate), palette);
    }
    m_picture = m_ground;
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    const QPointF inside(platePadding, platePadding);
    painter.drawText(inside + QPointF(0, metrics.ascent()), readOut);
    painter.drawText(inside + QPointF(0, metrics.height() + metrics.ascent()), bar.label);
    painter.setPen(QPen(palette.color(QPalette::Text), 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    paintBar(painter, QPointF(platePadding + 1, plate.height() - platePadding), bar.screenLength);
}

QRect ScaleBarPlate::placeIn(const QRect& area) const
{
    const QSizeF size = m_picture.deviceIndependentSize();
    QRect place(0, 0, static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())));
    place.moveBottomLeft(area.bottomLeft() + QPoint(plateMargin, -plateMargin));
    return area.contains(place) ? place : QRect();
}

void ScaleBarPlate::paint(QPainter& painter, const QRect& area) const
{
    if (const QRect place = placeIn(area); !place.isNull())
        painter.drawImage(place.topLeft(), m_picture);
}

} // namespace spacrd
