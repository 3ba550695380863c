#include "widgets/slideview/slideframe.h"

#include "widgets/slideview/bands.h"
#include "widgets/slideview/pictureahead.h"
#include "widgets/slideview/slidegeometry.h"
#include "widgets/slideview/tilepainter.h"

#include <QPaintEngine>
#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
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

/// A part of a frame that has one colour.
struct Fill
{
    QRegion region;
    QRgb colour = 0;
};

void paintFill(const Band& frame, const Fill& fill)
{
    for (const QRect& part : fill.region.intersected(frame.rect)) {
        QRgb* const first = frame.line(part.top()) + part.left();
        std::fill_n(first, part.width(), fill.colour);
        for (int y = part.top() + 1; y <= part.bottom(); ++y) // a copy takes half as long as another fill
            std::copy_n(first, part.width(), frame.line(y) + part.left());
    }
}

/// The part of the frame (device pixels) that no tile covers.
std::array<Fill, 2> besideOf(const SlideScene& scene, const Camera& upright, const QRect& frame, const QRect& slide)
{
    const QRect paper = paperOf(scene, upright);
    const QRegion beside = QRegion(frame) - slide;
    return {Fill{beside - paper, scene.around.rgb()}, Fill{beside & paper, scene.paper.rgb()}};
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

/// Paints the slide's part of the picture and what is beside it onto a painter's origin, on all cores, where a painter would on
/// one. False where that is not a copy of pixels: another format or scale, a clip of the painter's own, anything but an image (a
/// window's own is one).
bool paintInBands(QPainter& painter, const QImage& picture, const QRect& slide, std::array<Fill, 2> besides)
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
    QRegion asked = picture.rect().translated(origin) & image.rect();
    if (const QRegion clip = painter.paintEngine()->systemClip(); !clip.isEmpty())
        asked &= clip;
    const QRegion copied = asked & slide.translated(origin);
    for (Fill& fill : besides)
        fill.region = fill.region.translated(origin) & asked;
    inBands(image, asked.boundingRect(), bandRowsOf(asked.boundingRect().width()), [&](const Band& band) {
        for (const Fill& fill : besides)
            paintFill(band, fill);
        for (const QRect& part : copied.intersected(band.rect)) {
            for (int y = part.top(); y <= part.bottom(); ++y) {
                const auto* const from = reinterpret_cast<const QRgb*>(picture.constScanLine(y - origin.y()));
                std::copy_n(from + (part.left() - origin.x()), part.width(), band.line(y) + part.left());
            }
        }
    });
    return true;
}

} // namespace

QRect paperOf(const SlideScene& scene, const Camera& upright)
{
    const QRectF visible =
        QRectF(upright.toScreen(scene.canvasLevel0.topLeft()), upright.toScreen(scene.canvasLevel0.bottomRight()))
        & QRectF(QPointF(0, 0), upright.screenSize());
    return roundedEdges({visible.topLeft() * scene.pixelRatio, visible.size() * scene.pixelRatio});
}

void SlideFrame::reset()
{
    takeAhead(); // else what it misses would be missing still
    m_isOld = true;
    m_missing.clear();
}

void SlideFrame::paint(QPainter& painter, const SlideScene& scene)
{
    takeAhead();
    fit(scene);
    const Camera upright = scene.camera.upright();
    const bool faded = scene.opacity < 1.0; // then nothing can be put onto the picture alone
    const std::optional<QPoint> moved = wholePixelsBetween(m_camera, upright, scene.pixelRatio);
    if (m_isOld || !moved || (faded && (!moved->isNull() || misses())))
        paintAll(scene);
    else if (!moved->isNull())
        scroll(scene, *moved);
    else
        addArrived(scene);
    const QRect slide = scene.tiles ? m_picture.rect() & TilePainter(scene, m_camera).slideDeviceRect() : QRect();
    const std::array<Fill, 2> besides = besideOf(scene, m_camera, m_picture.rect(), slide);
    if (scene.camera.isUpright() && paintInBands(painter, m_picture, slide, besides))
        return;
    for (const Fill& fill : besides)
        paintFill(wholeBand(m_picture), fill);
    // A turned view is painted upright and turned as one picture: tiles stay without seams, and quarter turns exact to the pixel.
    painter.save();
    painter.setTransform(scene.camera.uprightToScreen(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, std::fmod(scene.camera.rotation(), 90.0) != 0.0);
    painter.drawImage(QPointF(0, 0), m_picture);
    painter.restore();
}

std::shared_ptr<PictureAhead> SlideFrame::ahead(const SlideScene& scene, const TilePainter& tiles)
{
    if (!scene.tiles || scene.opacity < 1.0)
        return nullptr;
    const Camera upright = scene.camera.upright();
    if (m_ahead && !m_isOld && m_camera == upright)
        return m_ahead;
    takeAhead();
    fit(scene);
    std::vector<TileTarget> targets = tiles.targets(m_picture.rect());
    if (targets.empty())
        return nullptr;
    m_isOld = false;
    m_camera = upright;
    m_ahead = std::make_shared<PictureAhead>(std::move(m_picture), std::move(targets));
    return m_ahead;
}

bool SlideFrame::misses() const
{
    return m_ahead ? !m_ahead->isComplete() : !m_missing.empty();
}

/// Where tiles are missing, there is nothing on it yet.
void SlideFrame::takeAhead()
{
    if (!m_ahead)
        return;
    PictureAhead::Taken taken = std::exchange(m_ahead, nullptr)->take();
    m_picture = std::move(taken.picture);
    m_missing = std::move(taken.missing);
    if (misses())
        m_isOld = true;
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
        m_missing = TilePainter(scene, m_camera).paintArrived(m_picture, m_missing);
}

/// Adds to m_missing.
void SlideFrame::paintPart(const SlideScene& scene, const QRect& devicePart)
{
    if (!scene.tiles)
        return;
    const TilePainter tiles(scene, m_camera);
    for (const TileKey& key : tiles.paint(m_picture, devicePart)) {
        if (std::ranges::find(m_missing, key) == m_missing.end())
            m_missing.push_back(key);
    }
    // Fading by covering: tiles may lie over each other, so they cannot be drawn translucent one by one.
    if (scene.opacity < 1.0) {
        QPainter painter(&m_picture);
        painter.scale(1.0 / scene.pixelRatio, 1.0 / scene.pixelRatio);
        painter.fillRect(paperOf(scene, m_camera), QColor::fromRgbF(1.0F, 1.0F, 1.0F, static_cast<float>(1.0 - scene.opacity)));
    }
}

} // namespace spacrd
