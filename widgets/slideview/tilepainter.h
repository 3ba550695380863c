#pragma once

#include "core/base/geometry.h"
#include "core/slide/tilecache.h"
#include "widgets/slideview/camera.h"

#include <QRect>

#include <vector>

class QPainter;

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
    /// True when every tile of level() in view is decoded or has failed.
    bool isSharp() const;
    /// What the view needs, most urgent first: the kept coarsest level, the sharp tiles in view from its centre outwards, the
    /// coarser ones, the neighbours.
    std::vector<TileKey> wantedTiles() const;

    /// Draws on a painter in screen coordinates: sharp tiles, and where one is missing the nearest coarser ones. Tiles that
    /// cannot be read are hatched.
    void paint(QPainter& painter) const;

private:
    QRect deviceRect(const Rect& level0Rect) const;
    void paintTile(QPainter& painter, const TileKey& key, const Image& image) const;
    void paintCoarser(QPainter& painter) const;

    const TileLoader& m_loader;
    const Camera& m_camera;
    double m_ratio;
    Rect m_visible; ///< level-0
    int m_level = 0;
    std::vector<TileKey> m_sharp; ///< tiles of m_level in view
};

} // namespace spacrd
