#include "widgets/slideview/slideframe.h"

#include "widgets/slideview/bands.h"
#include "widgets/slideview/tilepainter.h"

#include <QPaintEngine>
#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

namespace spacrd {

namespace {

/// By how many device pixels the picture moves between two upright cameras; nothing when they are not whole, or more changes.
std::optional<QPoint> wholePixelsBetween(const Camera& from, const Camera& to, double devicePixelRatio)
{
    if (from.downsample() != to.downsample() || from.screenSize() != to.screenSize())
        return std::nullopt;
    constexpr double most = 1e6;
    constexpr double wholeWithin = 1.0 / 64;
    const QPointF shift = (to.toScreen(from.centreLevel0()) - from.toScreen(from.centreLevel0())) * devicePixelRatio;
    const QPointF whole(std::round(shift.x()), std::round(shift.y()));
    if (!(std::abs(whole.x()) < most && std::abs(whole.y()) < most) || (shift - whole).manhattanLength() > wholeWithin)
        return std::nullopt;
    return whole.toPoint();
}

void fill(QImage& image, const QRegion& region, const QColor& colour)
{
    const Band band = wholeBand(image);
    for (const QRect& part : region.intersected(image.rect())) {
        for (int y = part.top(); y <= part.bottom(); ++y)
            std::fill_n(band.line(y) + part.left(), part.width(), colour.rgb());
    }
}

/// What moves out is lost, and what is moved in is as it was.
void moveContents(QImage& image, QPoint by)
{
    const QRect kept = image.rect().translated(by) & image.rect();
    if (kept.isEmpty())
        return;
    const Band band = wholeBand(image);
    const auto bytes = static_cast<size_t>(kept.width()) * sizeof(QRgb);
    const auto moveLine = [&](int y) {
        std::memmove(band.line(y) + kept.left(), band.line(y - by.y()) + kept.left() - by.x(), bytes);
    };
    if (by.y() > 0) {
        for (int y = kept.bottom(); y >= kept.top(); --y)
            moveLine(y);
    } else {
        for (int y = kept.top(); y <= kept.bottom(); ++y)
            moveLine(y);
    }
}

/// Copies the picture onto a painter's origin on all cores, where a painter would on one. False where it is not a copy of pixels:
/// another format or scale, a clip of the painter's own, anything but an image (a window's own is one).
bool copyInBands(QPainter& painter, const QImage& picture)
{
    QPaintDevice* const device = painter.paintEngine()->paintDevice(); // painter.device() is the widget
    if (!device || device->devType() != QInternal::Image || painter.hasClipping() || painter.opacity() != 1.0)
        return false;
    auto& image = static_cast<QImage&>(*device);
    const QTransform toDevice = painter.deviceTransform();
    const QPoint origin = toDevice.map(QPointF(0, 0)).toPoint();
    const double ratio = picture.devicePixelRatio();
    if ((image.format() != QImage::Format_RGB32 && image.format() != QImage::Format_ARGB32_Premultiplied)
        || toDevice != QTransform(ratio, 0.0, 0.0, ratio, origin.x(), origin.y()))
        return false;
    QRegion parts = picture.rect().translated(origin) & image.rect();
    if (const QRegion asked = painter.paintEngine()->systemClip(); !asked.isEmpty())
        parts &= asked;
    for (const QRect& part : parts) {
        inBands(image, part, bandRowsOf(part.width()), [&](const Band& band) {
            for (int y = band.rect.top(); y <= band.rect.bottom(); ++y) {
                const auto* const from = reinterpret_cast<const QRgb*>(picture.constScanLine(y - origin.y()));
                std::copy_n(from + (band.rect.left() - origin.x()), band.rect.width(), band.line(y) + band.rect.left());
            }
        });
    }
    return true;
}

} // namespace

QRectF paperOf(const SlideScene& scene, const Camera& upright)
{
    return QRectF(upright.toScreen(scene.canvasLevel0.topLeft()), upright.toScreen(scene.canvasLevel0.bottomRight()))
           & QRectF(QPointF(0, 0), upright.screenSize());
}

void SlideFrame::reset()
{
    m_isOld = true;
    m_missing.clear();
}

void SlideFrame::paint(QPainter& painter, const SlideScene& scene)
{
    fit(scene);
    if (std::exchange(m_isAhead, false) && misses())
        m_isOld = true;
    const Camera upright = scene.camera.upright();
    const bool faded = scene.opacity < 1.0; // then nothing can be put onto the picture alone
    const std::optional<QPoint> moved = wholePixelsBetween(m_camera, upright, scene.pixelRatio);
    if (m_isOld || !moved || (faded && (!moved->isNull() || misses())))
        paintAll(scene);
    else if (!moved->isNull())
        scroll(scene, *moved);
    else
        addArrived(scene);
    if (scene.camera.isUpright()) {
        if (!copyInBands(painter, m_picture))
            painter.drawImage(QPointF(0, 0), m_picture);
        return;
    }
    // A turned view is painted upright and turned as one picture: tiles stay without seams, and quarter turns exact to the pixel.
    painter.save();
    painter.setTransform(scene.camera.uprightToScreen(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, std::fmod(scene.camera.rotation(), 90.0) != 0.0);
    painter.drawImage(QPointF(0, 0), m_picture);
    painter.restore();
}

bool SlideFrame::paintAhead(const SlideScene& scene, const TilePainter& tiles, const TileKey& arrived)
{
    if (!scene.tiles || scene.opacity < 1.0)
        return tiles.isSharp();
    fit(scene);
    const Camera upright = scene.camera.upright();
    if (!m_isAhead || m_isOld || m_camera != upright) {
        m_isOld = false;
        m_isAhead = true;
        m_camera = upright;
        paintBeside(scene, m_picture.rect(), tiles.slideDeviceRect());
        m_missing = tiles.paintArrived(m_picture, tiles.sharpTiles());
    } else if (std::erase(m_missing, arrived) > 0) {
        std::ranges::copy(tiles.paintArrived(m_picture, {arrived}), std::back_inserter(m_missing));
    }
    return !misses();
}

void SlideFrame::fit(const SlideScene& scene)
{
    const QSizeF pixels = scene.camera.upright().screenSize() * scene.pixelRatio;
    const QSize size(static_cast<int>(std::ceil(pixels.width())), static_cast<int>(std::ceil(pixels.height())));
    if (m_picture.size() != size) {
        m_picture = QImage(size, QImage::Format_RGB32);
        m_isOld = true;
    }
    m_picture.setDevicePixelRatio(scene.pixelRatio);
}

void SlideFrame::paintAll(const SlideScene& scene)
{
    m_isOld = false;
    m_camera = scene.camera.upright();
    m_missing.clear();
    paintPart(scene, m_picture.rect());
}

/// What of the picture stays in view is moved, and only what comes into view is painted.
void SlideFrame::scroll(const SlideScene& scene, QPoint byDevicePixels)
{
    const QRect all = m_picture.rect();
    moveContents(m_picture, byDevicePixels);
    m_camera.panBy(QPointF(byDevicePixels) / scene.pixelRatio);
    for (const QRect& strip : QRegion(all) - all.translated(byDevicePixels))
        paintPart(scene, strip);
    addArrived(scene);
}

void SlideFrame::addArrived(const SlideScene& scene)
{
    if (misses())
        m_missing = TilePainter(*scene.tiles, m_camera, scene.pixelRatio).paintArrived(m_picture, m_missing);
}

/// Adds to m_missing.
void SlideFrame::paintPart(const SlideScene& scene, const QRect& devicePart)
{
    if (!scene.tiles)
        return paintBeside(scene, devicePart, {});
    const TilePainter tiles(*scene.tiles, m_camera, scene.pixelRatio);
    paintBeside(scene, devicePart, tiles.slideDeviceRect());
    for (const TileKey& key : tiles.paint(m_picture, devicePart)) {
        if (std::ranges::find(m_missing, key) == m_missing.end())
            m_missing.push_back(key);
    }
    // Fading by covering: tiles may lie over each other, so they cannot be drawn translucent one by one.
    if (scene.opacity < 1.0)
        QPainter(&m_picture)
            .fillRect(paperOf(scene, m_camera), QColor::fromRgbF(1.0F, 1.0F, 1.0F, static_cast<float>(1.0 - scene.opacity)));
}

/// The part that no tile will cover.
void SlideFrame::paintBeside(const SlideScene& scene, const QRect& devicePart, const QRect& slideDevice)
{
    const QRect aligned = paperOf(scene, m_camera).toAlignedRect();
    const double ratio = scene.pixelRatio;
    const QRect paperDevice = QRectF(QPointF(aligned.topLeft()) * ratio, QSizeF(aligned.size()) * ratio).toAlignedRect();
    const QRegion beside = QRegion(devicePart) - slideDevice;
    fill(m_picture, beside - paperDevice, scene.around);
    fill(m_picture, beside & paperDevice, scene.paper);
}

} // namespace spacrd
