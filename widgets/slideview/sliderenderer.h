#pragma once

#include "widgets/slideview/camera.h"

#include <QColor>
#include <QRectF>

#include <memory>

class QPainter;

namespace spacrd {

class PictureAhead;
class TileLoader;
class TilePainter;

/// All that decides how the slide itself looks in a view, below the layers.
struct SlideScene
{
    const TileLoader* tiles = nullptr; ///< null: no slide is shown
    Camera camera;
    double pixelRatio = 1.0;  ///< device pixels per screen pixel
    bool squarePixels = true; ///< of the slide, where it is much enlarged; else they are blended
    QRectF canvasLevel0;
    double opacity = 1.0; ///< of the slide, on white
    QColor around;        ///< beyond the canvas
    QColor paper;         ///< where the canvas has no tile
};

/// Paints the slide of one view, below the layers: SlideFrame on the processor, GlSlideFrame on a graphics card.
class SlideRenderer
{
public:
    virtual ~SlideRenderer() = default;

    /// Nothing of what was painted before is right any more: other tiles, other colours, another size.
    virtual void forget() = 0;
    /// The same, and nothing is missing: there is another slide.
    virtual void reset() = 0;
    virtual void paint(QPainter& painter, const SlideScene& scene) = 0;
    /// The picture that the tiles of a view are to be put on while it waits for all of them, the same one for the same scene; the
    /// next paint() shows it. Null where this is not worth it.
    virtual std::shared_ptr<PictureAhead> ahead(const SlideScene& scene, const TilePainter& tiles) = 0;
    /// Whether sharp tiles were missing when it was painted, and have not come since.
    virtual bool misses() const = 0;
};

/// What of the view the canvas covers, in device pixels, for an upright camera.
QRect paperOf(const SlideScene& scene, const Camera& upright);

} // namespace spacrd
