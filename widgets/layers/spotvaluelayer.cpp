#include "core/base/error.h"
#include "widgets/layers/spotlayers.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr int noValue = 256;
constexpr double smallestDisc = 2.0;   ///< screen pixels; smaller ones are rectangles
constexpr double largestSprite = 96.0; ///< few larger ones fit on a screen: drawn one by one
constexpr double rimFrom = 7.0;
const QColor noValueColour(110, 110, 110);

void paintDisc(QPainter& painter, const QPointF& centre, double diameter, const ColourMap& map, int colour)
{
    const double radius = diameter / 2;
    if (colour == noValue) {
        paintNoValue(painter, centre, diameter);
        return;
    }
    const QColor fill(map.entries[static_cast<size_t>(colour)]);
    painter.setBrush(fill);
    // A faint rim parts neighbours of the same colour, and discs from tissue of the same hue.
    if (diameter < rimFrom) {
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(centre, radius, radius);
    } else {
        painter.setPen(QPen(qGray(fill.rgb()) < 110 ? QColor(255, 255, 255, 120) : QColor(0, 0, 0, 90), 1));
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5);
    }
}

} // namespace

void paintNoValue(QPainter& painter, const QPointF& centre, double diameter)
{
    const double radius = diameter / 2 - 0.6;
    painter.setPen(QPen(noValueColour, 1.2));
    painter.setBrush(QColor(255, 255, 255, 110)); // so that the hatching shows on dark tissue
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(QBrush(noValueColour, Qt::BDiagPattern));
    painter.drawEllipse(centre, radius, radius);
}

SpotValueLayer::SpotValueLayer(QString id, QString title, std::shared_ptr<const Sample> sample, QObject* parent)
    : Layer(std::move(id), std::move(title), parent)
    , m_spots(*sample)
{}

void SpotValueLayer::setValues(std::vector<float> values, double low, double high, const QString& unit)
{
    if (values.size() != m_spots.centres.size())
        throw Error(Text(SPACRD_TR("core", "There are %1 values for %2 spots."),
                         {toWord(values.size()), toWord(m_spots.centres.size())}));
    m_values = std::move(values);
    m_low = low;
    m_high = high;
    m_unit = unit;
    m_colours.resize(m_values.size());
    std::transform(m_values.begin(), m_values.end(), m_colours.begin(),
                   [low, high](float value) { return std::isnan(value) ? noValue : colourIndex(double{value}, low, high); });
    m_someWithout = std::find(m_colours.begin(), m_colours.end(), noValue) != m_colours.end();
    Q_EMIT changed();
}

void SpotValueLayer::setNames(std::vector<std::pair<double, QString>> names)
{
    m_names = std::move(names);
    Q_EMIT changed();
}

void SpotValueLayer::setColourMapId(const QString& id)
{
    const QString known = colourMap(id).id;
    if (known == m_colourMap)
        return;
    m_colourMap = known;
    m_discs.clear();
    Q_EMIT changed();
}

std::optional<Legend> SpotValueLayer::legend() const
{
    if (m_values.empty())
        return std::nullopt;
    if (!m_names.empty()) {
        Legend named{title(), m_unit, nullptr, m_low, m_high, {}, m_someWithout};
        for (const auto& [value, name] : m_names)
            named.swatches.emplace_back(
                QColor(colourMap(m_colourMap).entries[static_cast<size_t>(colourIndex(value, m_low, m_high))]), name);
        return named;
    }
    return Legend{title(), m_unit, &colourMap(m_colourMap), m_low, m_high, {}, m_someWithout};
}

void SpotValueLayer::paint(QPainter& painter, const Camera& camera)
{
    const double diameter = m_spots.diameter / camera.downsample();
    if (diameter < smallestDisc)
        paintSmall(painter, camera, std::max(diameter, 1.0));
    else
        paintDiscs(painter, camera, diameter);
}

/// Grouped by colour: setting a brush costs more than a rectangle.
void SpotValueLayer::paintSmall(QPainter& painter, const Camera& camera, double diameter) const
{
    std::vector<std::vector<QRectF>> byColour(noValue + 1);
    const QRectF screen({0, 0}, camera.screenSize());
    for (size_t i = 0; i < m_colours.size(); ++i) {
        const QPointF centre = camera.toScreen(m_spots.centres[i]);
        if (screen.contains(centre))
            byColour[static_cast<size_t>(m_colours[i])].emplace_back(centre.x() - diameter / 2, centre.y() - diameter / 2,
                                                                     diameter, diameter);
    }
    const ColourMap& map = colourMap(m_colourMap);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (size_t colour = 0; colour < byColour.size(); ++colour) {
        const std::vector<QRectF>& rects = byColour[colour];
        if (rects.empty())
            continue;
        painter.setBrush(colour == noValue ? noValueColour : QColor(map.entries[colour]));
        painter.drawRects(rects.data(), static_cast<int>(rects.size()));
    }
}

/// Discs of one size and colour are rendered once and then copied: thousands take a few milliseconds.
void SpotValueLayer::paintDiscs(QPainter& painter, const Camera& camera, double diameter)
{
    const double ratio = painter.device()->devicePixelRatio();
    const double reach = diameter / 2;
    const QRectF screen = QRectF({0, 0}, camera.screenSize()).adjusted(-reach, -reach, reach, reach);
    const bool sprites = diameter <= largestSprite;
    const auto pixels = static_cast<int>(std::lround(diameter * ratio));
    const ColourMap& map = colourMap(m_colourMap);
    for (size_t i = 0; i < m_colours.size(); ++i) {
        const QPointF centre = camera.toScreen(m_spots.centres[i]);
        if (!screen.contains(centre))
            continue;
        if (!sprites) {
            paintDisc(painter, centre, diameter, map, m_colours[i]);
            continue;
        }
        const double half = pixels / ratio / 2;
        painter.drawImage(QRectF(centre.x() - half, centre.y() - half, half * 2, half * 2), disc(m_colours[i], pixels));
    }
}

/// A disc of `devicePixels` across, in device pixels.
const QImage& SpotValueLayer::disc(int colour, int devicePixels)
{
    if (devicePixels != m_discPixels || m_discs.empty()) {
        m_discs.assign(noValue + 1, {});
        m_discPixels = devicePixels;
    }
    QImage& image = m_discs[static_cast<size_t>(colour)];
    if (image.isNull()) {
        image = QImage(devicePixels, devicePixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintDisc(painter, {devicePixels / 2.0, devicePixels / 2.0}, devicePixels, colourMap(m_colourMap), colour);
    }
    return image;
}

} // namespace spacrd
