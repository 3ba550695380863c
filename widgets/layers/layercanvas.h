#pragma once

#include "widgets/slideview/camera.h"

#include <QImage>

class QPainter;

namespace spacrd {

/// The device pixels of a screen on which a layer has something: an image to be written and then drawn there as it is.
class LayerCanvas
{
public:
    /// Makes `image` (Format_ARGB32_Premultiplied, used again where its size fits) as large as what `boundsLevel0` and `margin`
    /// screen pixels around it take of the screen. Its pixels are yet to be written.
    LayerCanvas(QImage& image, const QRectF& boundsLevel0, double margin, const Camera& camera, double devicePixelRatio);

    bool isInView() const { return !m_device.isEmpty(); }
    /// To the image's pixels.
    const QTransform& level0ToDevice() const { return m_level0ToDevice; }
    /// On a painter in screen coordinates.
    void draw(QPainter& painter) const;

private:
    QImage& m_image;
    QRect m_device;
    double m_ratio;
    QTransform m_level0ToDevice;
};

} // namespace spacrd
