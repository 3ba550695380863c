#pragma once

#include "core/base/geometry.h"
#include "core/slide/tilecache.h"
#include "widgets/slideview/camera.h"
#include "widgets/slideview/pictureahead.h"
#include "widgets/slideview/tileblit.h"
#include "widgets/slideview/tilerequest.h"

#include <QImage>
#include <QRect>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace spacrd {

struct SlideScene;
class TileLoader;

/// A tile to be drawn over `target`, of which only what is in `clip` is seen; pixels of the frame.
struct TileBlit
{
    QRect target;
    QRect clip;
    std::shared_ptr<const Image> tile; ///< null: it cannot be read, so the target is hatched
    Sampling sampling = Sampling::smooth;
};

/// Hatches what cannot be read.
void hatch(QPainter& painter, const QRect& rect);

/// Draws the tiles of one view. Tile edges are rounded to device pixels, the same for both neighbours, so there are no seams.
class TilePainter
{
public:
    /// `devicePixelRatio`: device pixels per screen pixel; the level is chosen by device pixels. `squarePixels`: pixels of the
    /// slide are seen as squares from twice their size on, else they are blended. The loader must have a slide.
    TilePainter(const TileLoader& loader, const Camera& camera, double devicePixelRatio, bool squarePixels = true);
    /// Of the slide in `scene`, which has one; `upright` is what its camera sees.
    TilePainter(const SlideScene& scene, const Camera& upright);

    /// The level that shows the view without blur.
    int level() const { return m_level; }
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
    /// What is to be drawn on `part` of the frame, in this order: sharp tiles, and where one is missing white and the nearest
    /// coarser ones. Adds the sharp tiles that are missing there to `missing`.
    std::vector<TileBlit> plan(const QRect& part, std::vector<TileKey>& missing) const;
    /// Draws on `part` of `frame` (Format_RGB32), which has the camera's screen in device pixels, what is planned for it. Returns
    /// the sharp tiles that are missing there.
    std::vector<TileKey> paint(QImage& frame, const QRect& part) const;
    /// Puts those of the tiles that were `missing` when `frame` was painted, and have come since, onto it. Returns the others of
    /// those that are in view.
    std::vector<TileKey> paintArrived(QImage& frame, const std::vector<TileKey>& missing) const;
    /// Where the sharp tiles go that are seen on `part` of the frame.
    std::vector<TileTarget> targets(const QRect& part) const;
    /// The pixels of the screen that a tile of level() touches.
    QRect screenRect(const TileKey& key) const;

private:
    bool isThere(const TileKey& key) const;
    QRect deviceRect(const Rect& level0Rect) const;
    Sampling sampling() const;
    std::optional<TileBlit> sharp(const TileKey& key, const QRect& slide) const;
    void addMissing(std::vector<TileBlit>& blits, const QRect& clip, const Rect& level0Rect) const;
    static void draw(QImage& frame, const QRect& area, const std::vector<TileBlit>& blits);

    const TileLoader& m_loader;
    Camera m_camera;
    double m_ratio;
    bool m_squarePixels;
    Rect m_visible; ///< level-0
    int m_level = 0;
    std::vector<TileKey> m_sharp; ///< tiles of m_level in view
};

} // namespace spacrd
