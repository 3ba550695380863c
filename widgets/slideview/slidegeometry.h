#pragma once

#include "core/base/geometry.h"

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

inline Rect toRect(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

} // namespace spacrd
