#include "widgets/layers/layercanvas.h"

#include <QPainter>

#include <cmath>

namespace spacrd {

LayerCanvas::LayerCanvas(QImage& image, const QRectF& boundsLevel0, double margin, const Camera& camera, double devicePixelRatio)
    : m_image(image)
    , m_ratio(devicePixelRatio)
{
    const QTransform toDevice = camera.level0ToScreen() * QTransform::fromScale(m_ratio, m_ratio);
    const double around = std::ceil(margin * m_ratio);
    const QSizeF screen = camera.screenSize() * m_ratio;
    const QRectF bounds = toDevice.mapRect(boundsLevel0).adjusted(-around, -around, around, around);
    m_device = (bounds & QRectF(0, 0, std::ceil(screen.width()), std::ceil(screen.height()))).toAlignedRect();
    if (m_device.isEmpty())
        return;
    m_level0ToDevice = toDevice * QTransform::fromTranslate(-m_device.x(), -m_device.y());
    if (m_image.size() != m_device.size())
        m_image = QImage(m_device.size(), QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(m_ratio);
}

void LayerCanvas::draw(QPainter& painter) const
{
    painter.drawImage(QPointF(m_device.topLeft()) / m_ratio, m_image);
}

} // namespace spacrd
