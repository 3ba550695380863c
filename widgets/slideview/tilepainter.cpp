#include "widgets/slideview/tilepainter.h"

#include "core/slide/pyramid.h"
#include "widgets/slideview/slidegeometry.h"
#include "widgets/slideview/sliderenderer.h"
#include "widgets/slideview/tileloader.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace spacrd {

namespace {

/// A level may be enlarged by this much before the next finer one is read: downsamples in files are rounded.
constexpr double levelSlack = 1.02;
/// A tile that takes longer is worth reading before anyone looks at it: one of the direct sources takes a tenth of this.
constexpr double slowTileSeconds = 0.005;
/// When the sharp tiles take longer than this, coarser ones are shown first.
constexpr double blurredSeconds = 0.15;
/// From this many device pixels per level-0 pixel on, pixels can be shown as squares.
constexpr double squarePixelsFrom = 2.0;

} // namespace

void hatch(QPainter& painter, const QRect& rect)
{
    painter.fillRect(rect, Qt::white);
    painter.fillRect(rect, QBrush(QColor(110, 110, 110), Qt::DiagCrossPattern));
}

TilePainter::TilePainter(const SlideScene& scene, const Camera& upright)
    : TilePainter(*scene.tiles, upright, scene.pixelRatio, scene.squarePixels)
{}

TilePainter::TilePainter(const TileLoader& loader, const Camera& camera, double devicePixelRatio, bool squarePixels)
    : m_loader(loader)
    , m_camera(camera)
    , m_ratio(devicePixelRatio)
    , m_squarePixels(squarePixels)
    , m_visible(toRect(camera.visibleLevel0()))
    , m_level(bestLevelFor(loader.pyramid().info, camera.downsample() / devicePixelRatio * levelSlack))
    , m_sharp(tilesIn(loader.pyramid().info, m_level, m_visible))
{}

bool TilePainter::isSharp() const
{
    return std::ranges::all_of(m_sharp, [this](const TileKey& key) { return isThere(key); });
}

bool TilePainter::isThere(const TileKey& key) const
{
    return m_loader.isDecoded(key) || m_loader.hasFailed(key);
}

bool TilePainter::hasSharp() const
{
    return std::ranges::any_of(m_sharp, [this](const TileKey& key) { return m_loader.isDecoded(key); });
}

double TilePainter::missingSeconds() const
{
    const auto missing = std::ranges::count_if(m_sharp, [this](const TileKey& key) { return !m_loader.isDecoded(key); });
    return static_cast<double>(missing) * m_loader.tileSeconds() / m_loader.threads();
}

std::vector<TileRequest> TilePainter::wantedTiles(QPointF shiftLevel0) const
{
    const SlideInfo& info = m_loader.pyramid().info;
    const int coarsest = m_loader.pyramid().coarsest();
    const bool slow = m_loader.tileSeconds() > slowTileSeconds;
    std::vector<TileRequest> wanted;
    const auto add = [&](int level, const Rect& rect, TilePriority priority) {
        for (const TileKey& key : tilesFromCentre(info, level, rect))
            wanted.push_back({key, priority});
    };
    if (m_loader.keepsCoarsest())
        add(coarsest, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}, TilePriority::kept);
    if (missingSeconds() > blurredSeconds)
        add(std::min(m_level + 2, coarsest), m_visible, TilePriority::placeholder);
    add(m_level, m_visible, TilePriority::visibleSharp);
    if (slow)
        add(std::min(m_level + 1, coarsest), m_visible, TilePriority::visibleCoarse);
    if (!shiftLevel0.isNull())
        add(m_level, {m_visible.x + shiftLevel0.x(), m_visible.y + shiftLevel0.y(), m_visible.width, m_visible.height},
            TilePriority::ahead);
    if (slow)
        add(m_level,
            {m_visible.x - m_visible.width / 3, m_visible.y - m_visible.height / 3, m_visible.width * 5 / 3,
             m_visible.height * 5 / 3},
            TilePriority::neighbour);
    return wanted;
}

QRect TilePainter::slideDeviceRect() const
{
    const SlideInfo& info = m_loader.pyramid().info;
    const SlideLevel& level = info.levels[static_cast<size_t>(m_level)];
    return deviceRect({0.0, 0.0, std::min(static_cast<double>(info.width()), static_cast<double>(level.width) * level.downsample),
                       std::min(static_cast<double>(info.height()), static_cast<double>(level.height) * level.downsample)});
}

QRect TilePainter::screenRect(const TileKey& key) const
{
    const QRect device = deviceRect(tileLevel0Rect(m_loader.pyramid().info, key));
    return QRectF(QPointF(device.topLeft()) / m_ratio, QSizeF(device.size()) / m_ratio).toAlignedRect();
}

std::vector<TileBlit> TilePainter::plan(const QRect& part, std::vector<TileKey>& missing) const
{
    const QRect slide = slideDeviceRect() & part;
    std::vector<TileBlit> blits;
    for (const TileKey& key : m_sharp) {
        const Rect level0Rect = tileLevel0Rect(m_loader.pyramid().info, key);
        const QRect clip = deviceRect(level0Rect) & slide;
        if (clip.isEmpty())
            continue;
        const bool there = isThere(key); // else it may be in other colours
        if (auto blit = sharp(key, slide))
            blits.push_back(std::move(*blit));
        else
            addMissing(blits, clip, level0Rect);
        if (!there)
            missing.push_back(key);
    }
    return blits;
}

std::vector<TileKey> TilePainter::paint(QImage& frame, const QRect& part) const
{
    std::vector<TileKey> missing;
    draw(frame, part, plan(part, missing));
    return missing;
}

std::vector<TileKey> TilePainter::paintArrived(QImage& frame, const std::vector<TileKey>& missing) const
{
    const QRect slide = slideDeviceRect();
    std::vector<TileKey> others;
    std::vector<TileBlit> blits;
    QRect touched;
    for (const TileKey& key : missing) {
        auto blit = isThere(key) ? sharp(key, slide) : std::nullopt;
        if (blit) {
            touched |= blit->target & blit->clip;
            blits.push_back(std::move(*blit));
        } else if ((deviceRect(tileLevel0Rect(m_loader.pyramid().info, key)) & slide).intersects(frame.rect())) {
            others.push_back(key);
        }
    }
    draw(frame, touched, blits);
    return others;
}

std::vector<TileTarget> TilePainter::targets(const QRect& part) const
{
    const QRect clip = slideDeviceRect() & part;
    std::vector<TileTarget> targets;
    for (const TileKey& key : m_sharp) {
        const QRect target = deviceRect(tileLevel0Rect(m_loader.pyramid().info, key));
        if (target.intersects(clip))
            targets.push_back({key, target, clip, sampling()});
    }
    return targets;
}

Sampling TilePainter::sampling() const
{
    const SlideLevel& level = m_loader.pyramid().info.levels[static_cast<size_t>(m_level)];
    const bool enlarged = level.downsample * m_ratio / m_camera.downsample() >= squarePixelsFrom;
    return m_squarePixels && enlarged ? Sampling::nearest : Sampling::smooth;
}

/// Nothing where the tile is still missing.
std::optional<TileBlit> TilePainter::sharp(const TileKey& key, const QRect& slide) const
{
    const QRect target = deviceRect(tileLevel0Rect(m_loader.pyramid().info, key));
    if (std::shared_ptr<const Image> image = m_loader.tile(key))
        return TileBlit{target, slide, std::move(image), sampling()};
    return m_loader.hasFailed(key) ? std::optional(TileBlit{target, slide, nullptr, Sampling::nearest}) : std::nullopt;
}

/// In place of a sharp tile: the finest level that has all of it, and what there is of finer ones; else white.
void TilePainter::addMissing(std::vector<TileBlit>& blits, const QRect& clip, const Rect& level0Rect) const
{
    const SlideInfo& info = m_loader.pyramid().info;
    const int coarsest = m_loader.pyramid().coarsest();
    static const auto white = std::make_shared<const Image>(Image{1, 1, Pixels(1, 0xffffffffU)});
    int from = m_level + 1;
    const auto isWhole = [&](int level) {
        return std::ranges::all_of(tilesIn(info, level, level0Rect),
                                   [this](const TileKey& key) { return m_loader.isDecoded(key); });
    };
    while (from < coarsest && !isWhole(from))
        ++from;
    blits.push_back({clip, clip, white, Sampling::nearest});
    for (int level = std::min(from, coarsest); level > m_level; --level) {
        for (const TileKey& key : tilesIn(info, level, level0Rect)) {
            if (std::shared_ptr<const Image> image = m_loader.tile(key))
                blits.push_back({deviceRect(tileLevel0Rect(info, key)), clip, std::move(image), Sampling::smooth});
        }
    }
}

void TilePainter::draw(QImage& frame, const QRect& area, const std::vector<TileBlit>& blits)
{
    inBands(frame, area, bandRowsOf(area.width()), [&blits](const Band& band) {
        for (const TileBlit& blit : blits) {
            if (blit.tile)
                blitTile(band, blit.target, blit.clip, *blit.tile, blit.sampling);
        }
    });
    for (const TileBlit& blit : blits) {
        if (blit.tile)
            continue;
        QPainter painter(&frame);
        painter.scale(1.0 / frame.devicePixelRatio(), 1.0 / frame.devicePixelRatio());
        hatch(painter, blit.target & blit.clip & area);
    }
}

QRect TilePainter::deviceRect(const Rect& level0Rect) const
{
    const QPointF topLeft = m_camera.toScreen({level0Rect.x, level0Rect.y}) * m_ratio;
    const QPointF bottomRight = m_camera.toScreen({level0Rect.right(), level0Rect.bottom()}) * m_ratio;
    return roundedEdges({topLeft, bottomRight});
}

} // namespace spacrd
