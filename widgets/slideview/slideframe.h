#pragma once

#include "core/slide/tilecache.h"
#include "widgets/slideview/camera.h"

#include <QColor>
#include <QImage>
#include <QRectF>

#include <vector>

class QPainter;

namespace spacrd {

class TileLoader;
class TilePainter;

/// All that decides how the slide itself looks in a view, below the layers.
struct SlideScene
{
    const TileLoader* tiles = nullptr; ///< null: no slide is shown
    Camera camera;
    double pixelRatio = 1.0; ///< device pixels per screen pixel
    QRectF canvasLevel0;
    double opacity = 1.0; ///< of the slide, on white
    QColor around;        ///< beyond the canvas
    QColor paper;         ///< where the canvas has no tile
};

/// The slide of one view as an upright picture, kept from frame to frame: what of it is still right is moved and not painted
/// anew, tiles that come are put onto it, and a turned view is that picture turned. Software drawing on all cores; where the
/// window's system has a fast processor for pictures, another class with these functions could stand here.
class SlideFrame
{
public:
    /// Nothing of what was painted before is right any more: other tiles, other colours, another size.
    void forget() { m_isOld = true; }
    /// The same, and nothing is missing: there is another slide.
    void reset();

    /// Brings the picture up to date and paints it.
    void paint(QPainter& painter, const SlideScene& scene);
    /// Puts a tile that came onto a picture that is not shown yet, while the view waits for all of them. True when all are there.
    bool paintAhead(const SlideScene& scene, const TilePainter& tiles, const TileKey& arrived);

    /// Whether sharp tiles were missing when it was painted, and have not come since.
    bool misses() const { return !m_missing.empty(); }

private:
    void fit(const SlideScene& scene);
    void paintAll(const SlideScene& scene);
    void paintPart(const SlideScene& scene, const QRect& devicePart);
    void paintBeside(const SlideScene& scene, const QRect& devicePart, const QRect& slideDevice);
    void scroll(const SlideScene& scene, QPoint byDevicePixels);
    void addArrived(const SlideScene& scene);

    QImage m_picture;
    Camera m_camera; ///< upright; that it was painted for
    bool m_isOld = true;
    bool m_isAhead = false;         ///< it was painted ahead: nothing is there where tiles are missing
    std::vector<TileKey> m_missing; ///< sharp tiles in view that were not there when it was painted
};

} // namespace spacrd
