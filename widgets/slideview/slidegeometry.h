#pragma once

#include "core/base/geometry.h"
#include "core/slide/image.h"

#include <QImage>
#include <QRectF>

namespace spacrd {

inline QPointF toQt(Point point)
{
    return {point.x, point.y};
}

inline QRectF toQt(const Rect& rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

/// Without a copy: of use while the image lives.
inline QImage asQImage(const Image& image)
{
    return QImage(reinterpret_cast<const uchar*>(image.pixels.data()), image.width, image.height, image.width * 4,
                  QImage::Format_RGB32);
}

inline Rect toRect(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

} // namespace spacrd
