#include "widgets/slideview/camera.h"

#include <algorithm>

namespace spacrd {

namespace {

/// Part of the screen that fit() fills; the rest is margin.
constexpr double fitShare = 0.95;

} // namespace

void Camera::setDownsample(double downsample, QPointF anchor)
{
    const QPointF kept = toLevel0(anchor);
    m_downsample = downsample;
    m_centre += kept - toLevel0(anchor);
}

void Camera::fit(const QRectF& level0Rect)
{
    m_centre = level0Rect.center();
    const double width = std::max(1.0, m_screen.width() * fitShare);
    const double height = std::max(1.0, m_screen.height() * fitShare);
    const double downsample = std::max(level0Rect.width() / width, level0Rect.height() / height);
    if (downsample > 0.0)
        m_downsample = downsample;
}

QPointF Camera::toScreen(QPointF level0) const
{
    return (level0 - m_centre) / m_downsample + QPointF(m_screen.width() / 2, m_screen.height() / 2);
}

QPointF Camera::toLevel0(QPointF screen) const
{
    return (screen - QPointF(m_screen.width() / 2, m_screen.height() / 2)) * m_downsample + m_centre;
}

QTransform Camera::level0ToScreen() const
{
    const QPointF origin = toScreen({0, 0});
    return QTransform(1 / m_downsample, 0, 0, 1 / m_downsample, origin.x(), origin.y());
}

QRectF Camera::visibleLevel0() const
{
    return {toLevel0({0, 0}), m_screen * m_downsample};
}

} // namespace spacrd
