// The outlines of spots.

#include "widgets/layers/spotlayers.h"
#include "widgets/layers/binraster.h"
#include "widgets/layers/layercanvas.h"

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

constexpr double smallestRing = 5.0;    ///< screen pixels; smaller ones are dots
constexpr double mostCovered = 0.5;     ///< dots that cover more would hide the tissue
constexpr double smallestBin = 6.0;     ///< smaller ones would be all edge
constexpr double largestSprite = 600.0; // of larger ones few are in view

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

QImage dotImage(int pixels, double devicePixelRatio)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(ink);
    return image;
}

} // namespace

SpotOutlineLayer::SpotOutlineLayer(std::shared_ptr<const SpotPlaces> places, QObject* parent)
    : Layer(u"spots"_s, tr("Spots"), parent)
    , m_places(std::move(places))
{
    if (!m_places->grid())
        return;
    m_bins.resize(m_places->grid()->cells());
    for (const std::uint32_t cell : m_places->grid()->cellOfSpot)
        m_bins[cell] = true;
}

void SpotOutlineLayer::setSelected(std::optional<size_t> spot)
{
    const std::optional<size_t> within = spot && *spot < m_places->size() ? spot : std::nullopt;
    if (within == m_selected)
        return;
    m_selected = within;
    Q_EMIT changed();
}

void SpotOutlineLayer::paint(QPainter& painter, const Camera& camera)
{
    const double diameter = m_places->diameterLevel0() / camera.downsample();
    if (m_places->grid()) {
        if (diameter >= smallestBin)
            paintBinEdges(painter, camera);
    } else if (diameter <= largestSprite) {
        paintRings(painter, camera, diameter);
    } else {
        const double reach = m_places->diameterLevel0();
        m_places->forEachIn(camera.visibleLevel0().adjusted(-reach, -reach, reach, reach), [&](size_t, double x, double y) {
            paintRing(painter, camera.toScreen({x, y}), diameter / 2);
        });
    }
    paintSelected(painter, camera);
}

/// The part of what is in view that the spots would cover.
double SpotOutlineLayer::shareCovered(const Camera& camera, double diameter) const
{
    const QRectF inView = m_places->boundsLevel0() & camera.visibleLevel0();
    const double area = inView.width() * inView.height() / (camera.downsample() * camera.downsample());
    return static_cast<double>(m_places->countIn(camera.visibleLevel0())) * diameter * diameter / std::max(area, 1.0);
}

void SpotOutlineLayer::paintRings(QPainter& painter, const Camera& camera, double diameter)
{
    const double ratio = painter.device()->devicePixelRatio();
    const LayerCanvas canvas(m_image, m_places->boundsLevel0(), diameter + 4.0, camera, ratio);
    if (!canvas.isInView())
        return;
    const bool dots = diameter < smallestRing;
    const double share = dots ? shareCovered(camera, diameter) : 0.0;
    if (share > mostCovered)
        return;
    const double across = dots ? std::clamp(diameter * 0.6, 1.0, 3.0) : diameter + 4.0;
    const int pixels = dots ? static_cast<int>(std::lround(across * ratio)) : static_cast<int>(std::ceil(across * ratio)) | 1;
    if (m_ring.width() != pixels || m_ring.devicePixelRatio() != ratio || m_ringOfDots != dots) {
        m_ring = dots ? dotImage(pixels, ratio) : ringImage(diameter, ratio);
        m_ringOfDots = dots;
    }
    paintSprites(m_image, canvas.level0ToDevice(), *m_places, m_ring);
    canvas.draw(painter);
}

void SpotOutlineLayer::paintBinEdges(QPainter& painter, const Camera& camera)
{
    const LayerCanvas canvas(m_image, m_places->boundsLevel0(), 1.0, camera, painter.device()->devicePixelRatio());
    if (!canvas.isInView())
        return;
    paintEdges(m_image, m_places->grid()->gridToLevel0 * canvas.level0ToDevice(), *m_places->grid(), m_bins,
               qPremultiply(ink.rgba()));
    canvas.draw(painter);
}

void SpotOutlineLayer::paintSelected(QPainter& painter, const Camera& camera) const
{
    if (!m_selected)
        return;
    const QPointF centre = camera.toScreen(m_places->centreLevel0(*m_selected));
    const double radius = std::max(m_places->diameterLevel0() / camera.downsample() / 2 + 1.5, 5.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(1.0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 5));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(selectedColour, 2.5));
    painter.drawEllipse(centre, radius, radius);
}

} // namespace spacrd
