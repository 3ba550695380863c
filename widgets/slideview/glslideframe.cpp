#include "widgets/slideview/glslideframe.h"

#include <QPaintDevice>
#include <QPainter>

namespace spacrd {

namespace {

/// From device pixels of the upright picture to OpenGL's clip coordinates, which grow upwards.
QTransform clipOf(const SlideScene& scene)
{
    const double ratio = scene.pixelRatio;
    const QSizeF screen = scene.camera.screenSize();
    return QTransform::fromScale(1.0 / ratio, 1.0 / ratio) * scene.camera.uprightToScreen()
           * QTransform(2.0 / screen.width(), 0.0, 0.0, -2.0 / screen.height(), -1.0, 1.0);
}

} // namespace

void GlSlideFrame::paint(QPainter& painter, const SlideScene& scene)
{
    m_missing.clear();
    const Camera upright = scene.camera.upright();
    const QRectF screen(QPointF(0, 0), scene.camera.screenSize());
    painter.fillRect(screen, scene.around);
    painter.save();
    painter.setTransform(scene.camera.uprightToScreen(), true);
    const QRect paper = paperOf(scene, upright);
    painter.scale(1.0 / scene.pixelRatio, 1.0 / scene.pixelRatio); // from here on in device pixels
    painter.fillRect(paper, scene.paper);
    if (scene.tiles) {
        const TilePainter tiles(scene, upright);
        const QRect all(QPoint(0, 0), (upright.screenSize() * scene.pixelRatio).toSize() + QSize(1, 1));
        const std::vector<TileBlit> blits = tiles.plan(all, m_missing);
        painter.beginNativePainting();
        if (!m_textures)
            m_textures = std::make_unique<TileTextures>();
        m_textures->draw(blits, clipOf(scene));
        painter.endNativePainting();
        for (const TileBlit& blit : blits) {
            if (!blit.tile)
                hatch(painter, blit.target & blit.clip);
        }
    }
    if (scene.opacity < 1.0)
        painter.fillRect(paper, QColor::fromRgbF(1.0F, 1.0F, 1.0F, static_cast<float>(1.0 - scene.opacity)));
    painter.restore();
}

} // namespace spacrd
