#include "widgets/slideview/tilepainter.h"

#include "core/slide/pyramid.h"
#include "widgets/slideview/slidegeometry.h"
#include "widgets/slideview/tileloader.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

/// A level may be enlarged by this much before the next finer one is read: downsamples in files are rounded.
constexpr double levelSlack = 1.02;
/// From this many device pixels per level-0 pixel on, pixels are shown as squares.
constexpr double squarePixelsFrom = 2.0;

QRectF entire(const Image& image)
{
    return {0.0, 0.0, static_cast<double>(image.width), static_cast<double>(image.height)};
}

/// The pixels of `image` without copying them.
QImage wrapped(const Image& image)
{
    return {reinterpret_cast<const uchar*>(image.pixels.data()), image.width, image.height, image.width * 4,
            QImage::Format_RGB32};
}

} // namespace

TilePainter::TilePainter(const TileLoader& loader, const Camera& camera, double devicePixelRatio)
    : m_loader(loader)
    , m_camera(camera)
    , m_ratio(devicePixelRatio)
    , m_visible(toRect(camera.visibleLevel0()))
    , m_level(bestLevelFor(loader.pyramid().info, camera.downsample() / devicePixelRatio * levelSlack))
    , m_sharp(tilesIn(loader.pyramid().info, m_level, m_visible))
{}

bool TilePainter::isSharp() const
{
    return std::all_of(m_sharp.begin(), m_sharp.end(),
                       [this](const TileKey& key) { return m_loader.tile(key) || m_loader.hasFailed(key); });
}

std::vector<TileKey> TilePainter::wantedTiles() const
{
    const SlideInfo& info = m_loader.pyramid().info;
    const int coarsest = m_loader.pyramid().coarsest();
    std::vector<TileKey> wanted;
    const auto add = [&](int level, const Rect& rect) {
        const std::vector<TileKey> tiles = tilesIn(info, level, rect);
        wanted.insert(wanted.end(), tiles.begin(), tiles.end());
    };
    if (m_loader.keepsCoarsest())
        add(coarsest, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())});
    wanted.insert(wanted.end(), m_sharp.begin(), m_sharp.end());
    for (int level = m_level + 1; level <= std::min(m_level + 2, coarsest); ++level)
        add(level, m_visible);
    add(m_level, {m_visible.x - m_visible.width / 3, m_visible.y - m_visible.height / 3, m_visible.width * 5 / 3,
                  m_visible.height * 5 / 3});
    return wanted;
}

void TilePainter::paint(QPainter& painter) const
{
    const SlideInfo& info = m_loader.pyramid().info;
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const SlideLevel& level = info.levels[static_cast<size_t>(m_level)];
    const double scale = level.downsample * m_ratio / m_camera.downsample();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, std::abs(scale - 1.0) > 1e-9 && scale < squarePixelsFrom);
    painter.setClipRect(deviceRect({0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}));
    paintCoarser(painter);
    for (const TileKey& key : m_sharp) {
        if (const std::shared_ptr<const Image> image = m_loader.tile(key))
            paintTile(painter, key, *image);
        else if (m_loader.hasFailed(key))
            painter.fillRect(deviceRect(tileLevel0Rect(info, key)), QBrush(QColor(110, 110, 110), Qt::DiagCrossPattern));
    }
    painter.restore();
}

/// Coarser levels, coarsest first, only where a sharp tile is missing.
void TilePainter::paintCoarser(QPainter& painter) const
{
    const SlideInfo& info = m_loader.pyramid().info;
    QRegion missing;
    QRectF missingLevel0;
    for (const TileKey& key : m_sharp) {
        if (m_loader.tile(key))
            continue;
        const Rect rect = tileLevel0Rect(info, key);
        missing += deviceRect(rect);
        missingLevel0 |= toQt(rect);
    }
    if (missing.isEmpty())
        return;
    painter.save();
    painter.setClipRegion(missing, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Rect needed = toRect(missingLevel0 & toQt(m_visible));
    for (int level = m_loader.pyramid().coarsest(); level > m_level; --level) {
        for (const TileKey& key : tilesIn(info, level, needed)) {
            if (const std::shared_ptr<const Image> image = m_loader.tile(key))
                paintTile(painter, key, *image);
        }
    }
    painter.restore();
}

QRect TilePainter::deviceRect(const Rect& level0Rect) const
{
    const QPointF topLeft = m_camera.toScreen({level0Rect.x, level0Rect.y}) * m_ratio;
    const QPointF bottomRight = m_camera.toScreen({level0Rect.right(), level0Rect.bottom()}) * m_ratio;
    const auto rounded = [](double value) { return static_cast<int>(std::floor(std::clamp(value, -1e9, 1e9) + 0.5)); };
    return {QPoint(rounded(topLeft.x()), rounded(topLeft.y())),
            QPoint(rounded(bottomRight.x()) - 1, rounded(bottomRight.y()) - 1)};
}

void TilePainter::paintTile(QPainter& painter, const TileKey& key, const Image& image) const
{
    const QRect target = deviceRect(tileLevel0Rect(m_loader.pyramid().info, key));
    const QSizeF screen = m_camera.screenSize() * m_ratio;
    if (target.isEmpty())
        return;
    if (target.width() <= image.width * 2) {
        painter.drawImage(QRectF(target), wrapped(image), entire(image));
        return;
    }
    // Much enlarged: only the part in view, so that the raster engine's fixed-point steps stay exact. It ends on pixels of the
    // tile, so that the picture does not swim.
    const double perPixelX = target.width() / static_cast<double>(image.width);
    const double perPixelY = target.height() / static_cast<double>(image.height);
    const int left = std::clamp(static_cast<int>(std::floor(-target.x() / perPixelX)) - 1, 0, image.width);
    const int top = std::clamp(static_cast<int>(std::floor(-target.y() / perPixelY)) - 1, 0, image.height);
    const int right = std::clamp(static_cast<int>(std::ceil((screen.width() - target.x()) / perPixelX)) + 1, 0, image.width);
    const int bottom = std::clamp(static_cast<int>(std::ceil((screen.height() - target.y()) / perPixelY)) + 1, 0, image.height);
    if (right <= left || bottom <= top)
        return;
    const QRectF source(left, top, right - left, bottom - top);
    painter.drawImage(QRectF(target.x() + left * perPixelX, target.y() + top * perPixelY, source.width() * perPixelX,
                             source.height() * perPixelY),
                      wrapped(image), source);
}

} // namespace spacrd
