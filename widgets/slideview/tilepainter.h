#pragma once

#include "core/base/geometry.h"
#include "core/slide/tilecache.h"
#include "widgets/slideview/camera.h"
#include "widgets/slideview/tileblit.h"
#include "widgets/slideview/tilerequest.h"

#include <QImage>
#include <QRect>

#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

class TileLoader;

/// Draws the tiles of one view. Tile edges are rounded to device pixels, the same for both neighbours, so there are no seams.
class TilePainter
{
public:
    /// `devicePixelRatio`: device pixels per screen pixel; the level is chosen by device pixels. The loader must have a slide.
    TilePainter(const TileLoader& loader, const Camera& camera, double devicePixelRatio);

    /// The level that shows the view without blur.
    int level() const { return m_level; }
    /// Those of level() in view.
    const std::vector<TileKey>& sharpTiles() const { return m_sharp; }
    /// True when every tile of level() in view is decoded or has failed.
    bool isSharp() const;
    /// What the view needs, and what it will need soon: where it will have moved by `shiftLevel0`. Coarser tiles and neighbours
    /// only where reading is so slow that they are worth their time: else all that is asked for is also seen.
    std::vector<TileRequest> wantedTiles(QPointF shiftLevel0) const;
    /// True when one of them is decoded.
    bool hasSharp() const;
    /// How long the sharp tiles in view that are still missing will take, in seconds; 0 before the first tile of the slide.
    double missingSeconds() const;

    /// The slide in pixels of the frame, as far as level() has it (the last odd pixels of a slide have no half in a coarser
    /// level): all of it is painted over.
    QRect slideDeviceRect() const;
    /// Draws on `part` of `frame` (Format_RGB32), which has the camera's screen in device pixels: sharp tiles, and where one is
    /// missing the nearest coarser ones. Tiles that cannot be read are hatched. Returns the sharp tiles that are missing there.
    std::vector<TileKey> paint(QImage& frame, const QRect& part) const;
    /// Puts those of the tiles that were `missing` when `frame` was painted, and have come since, onto it. Returns the others of
    /// those that are in view.
    std::vector<TileKey> paintArrived(QImage& frame, const std::vector<TileKey>& missing) const;
    /// The pixels of the screen that a tile of level() touches.
    QRect screenRect(const TileKey& key) const;

private:
    /// A tile to be drawn over `target`; none: the target is hatched.
    struct Blit
    {
        QRect target;
        QRect clip;
        std::shared_ptr<const Image> tile;
        Sampling sampling = Sampling::smooth;
    };

    bool isThere(const TileKey& key) const;
    QRect deviceRect(const Rect& level0Rect) const;
    std::optional<Blit> sharp(const TileKey& key, const QRect& slide) const;
    void addMissing(std::vector<Blit>& blits, const QRect& clip, const Rect& level0Rect) const;
    static void draw(QImage& frame, const QRect& area, const std::vector<Blit>& blits);

    const TileLoader& m_loader;
    Camera m_camera;
    double m_ratio;
    Rect m_visible; ///< level-0
    int m_level = 0;
    std::vector<TileKey> m_sharp; ///< tiles of m_level in view
};

} // namespace spacrd
