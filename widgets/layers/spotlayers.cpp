// The places of spots, and their outlines.

#include "widgets/layers/spotlayers.h"

#include "widgets/slideview/slidegeometry.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

const QColor ink(20, 20, 20, 190);
const QColor halo(255, 255, 255, 130);
constexpr double haloFrom = 14.0; ///< diameter in screen pixels; smaller rings would be all line
const QColor selectedColour(255, 214, 0);

constexpr double smallestRing = 5.0; ///< screen pixels; smaller ones are dots
constexpr double largestSprite = 96.0;

/// A dark ring with a light one around it: seen on pale and on dark tissue.
void paintRing(QPainter& painter, const QPointF& centre, double radius)
{
    painter.setBrush(Qt::NoBrush);
    if (radius * 2 >= haloFrom) {
        painter.setPen(QPen(halo, 2.6));
        painter.drawEllipse(centre, radius, radius);
    }
    painter.setPen(QPen(ink, std::clamp(radius / 7, 0.5, 1.1)));
    painter.drawEllipse(centre, radius, radius);
}

QImage ringImage(double diameter, double devicePixelRatio)
{
    const int pixels = static_cast<int>(std::ceil((diameter + 4.0) * devicePixelRatio)) | 1;
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = pixels / devicePixelRatio / 2;
    paintRing(painter, {middle, middle}, diameter / 2);
    return image;
}

} // namespace

SpotPlaces::SpotPlaces(const Sample& sample)
    : diameter(sample.spotDiameterLevel0Px())
{
    centres.reserve(sample.spots().size());
    for (const Spot& spot : sample.spots())
        centres.push_back(toQt(sample.alignment.toLevel0(spot.fullres).plain()));
}

SpotOutlineLayer::SpotOutlineLayer(std::shared_ptr<const Sample> sample, QObject* parent)
    : Layer(u"spots"_s, tr("Spots"), parent)
    , m_spots(*sample)
{}

void SpotOutlineLayer::setSelected(std::optional<size_t> spot)
{
    const std::optional<size_t> within = spot && *spot < m_spots.centres.size() ? spot : std::nullopt;
    if (within == m_selected)
        return;
    m_selected = within;
    Q_EMIT changed();
}

void SpotOutlineLayer::paint(QPainter& painter, const Camera& camera)
{
    const double diameter = m_spots.diameter / camera.downsample();
    const double reach = diameter / 2 + 3;
    const QRectF screen = QRectF({0, 0}, camera.screenSize()).adjusted(-reach, -reach, reach, reach);
    const double ratio = painter.device()->devicePixelRatio();
    const bool dots = diameter < smallestRing;
    const bool sprites = !dots && diameter <= largestSprite;
    const int pixels = static_cast<int>(std::ceil((diameter + 4.0) * ratio)) | 1;
    if (sprites && (m_ring.width() != pixels || m_ring.devicePixelRatio() != ratio))
        m_ring = ringImage(diameter, ratio);

    std::vector<QRectF> points;
    const double dot = std::clamp(diameter * 0.6, 1.0, 3.0);
    for (const QPointF& level0 : m_spots.centres) {
        const QPointF centre = camera.toScreen(level0);
        if (!screen.contains(centre))
            continue;
        if (dots)
            points.emplace_back(centre.x() - dot / 2, centre.y() - dot / 2, dot, dot);
        else if (sprites)
            painter.drawImage(centre - QPointF(pixels, pixels) / (2 * ratio), m_ring);
        else
            paintRing(painter, centre, diameter / 2);
    }
    painter.setRenderHint(QPainter::Antialiasing, diameter > 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRects(points.data(), static_cast<int>(points.size()));
    paintSelected(painter, camera);
}

void SpotOutlineLayer::paintSelected(QPainter& painter, const Camera& camera) const
{
    if (!m_selected)
        return;
    const QPointF centre = camera.toScreen(m_spots.centres[*m_selected]);
    const double radius = std::max(m_spots.diameter / camera.downsample() / 2 + 1.5, 5.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(1.0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 5));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(selectedColour, 2.5));
    painter.drawEllipse(centre, radius, radius);
}

} // namespace spacrd
