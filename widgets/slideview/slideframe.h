#pragma once

#include "widgets/slideview/sliderenderer.h"

#include <QImage>

#include <vector>

namespace spacrd {

/// The slide of one view as an upright picture, kept from frame to frame: what of it is still right is moved and not painted
/// anew, tiles that come are put onto it, and a turned view is that picture turned. Software drawing on all cores.
class SlideFrame : public SlideRenderer
{
public:
    void forget() override { m_isOld = true; }
    void reset() override;
    /// Brings the picture up to date and paints it.
    void paint(QPainter& painter, const SlideScene& scene) override;
    /// Puts the tile onto the picture.
    bool paintAhead(const SlideScene& scene, const TilePainter& tiles, const TileKey& arrived) override;
    bool misses() const override { return !m_missing.empty(); }

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
