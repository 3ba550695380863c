#pragma once

#include "core/base/geometry.h"
#include "core/slide/image.h"

#include <QImage>
#include <QRectF>

#include <algorithm>
#include <cmath>

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

/// Whole pixels for what has `device` coordinates: each edge is rounded by itself, so that neighbours neither overlap nor leave a
/// gap.
inline QRect roundedEdges(const QRectF& device)
{
    const auto rounded = [](double value) { return static_cast<int>(std::floor(std::clamp(value, -1e9, 1e9) + 0.5)); };
    return {QPoint(rounded(device.left()), rounded(device.top())),
            QPoint(rounded(device.right()) - 1, rounded(device.bottom()) - 1)};
}

} // namespace spacrd
