#pragma once

#include "core/slide/tilecache.h"
#include "widgets/slideview/sliderenderer.h"

#include <QImage>

#include <vector>

namespace spacrd {

/// The slide of one view as an upright picture, kept from frame to frame: what of it is still right is moved and not painted
/// anew, tiles that come are put onto it, and a turned view is that picture turned. What is beside the slide is painted where it
/// is shown. Software drawing on all cores.
class SlideFrame : public SlideRenderer
{
public:
    void forget() override { m_isOld = true; }
    void reset() override;
    /// Brings the picture up to date and paints it.
    void paint(QPainter& painter, const SlideScene& scene) override;
    /// Null for a faded slide.
    std::shared_ptr<PictureAhead> ahead(const SlideScene& scene, const TilePainter& tiles) override;
    bool misses() const override;

private:
    void takeAhead();
    void fit(const SlideScene& scene);
    void paintAll(const SlideScene& scene);
    void paintPart(const SlideScene& scene, const QRect& devicePart);
    void scroll(const SlideScene& scene, QPoint byDevicePixels);
    void addArrived(const SlideScene& scene);

    QImage m_picture;                      ///< none while m_ahead has it
    std::shared_ptr<PictureAhead> m_ahead; ///< of m_camera
    Camera m_camera;                       ///< upright; that it was painted for
    bool m_isOld = true;
    std::vector<TileKey> m_missing; ///< sharp tiles in view that were not there when it was painted
};

} // namespace spacrd
