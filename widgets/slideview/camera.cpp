#include "widgets/slideview/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

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

void Camera::setRotation(double degrees)
{
    constexpr double full = 360.0;
    constexpr double quarter = 90.0;
    m_rotation = std::fmod(degrees, full);
    if (m_rotation < 0.0)
        m_rotation = std::fmod(m_rotation + full, full);
    const double quarters = m_rotation / quarter;
    if (quarters == std::floor(quarters)) {
        constexpr std::array<double, 5> sines{0.0, 1.0, 0.0, -1.0, 0.0};
        const auto turn = static_cast<size_t>(quarters) % 4;
        m_sine = sines[turn];
        m_cosine = sines[turn + 1];
        return;
    }
    const double radians = m_rotation * std::numbers::pi / 180.0;
    m_sine = std::sin(radians);
    m_cosine = std::cos(radians);
}

QPointF Camera::turned(QPointF offset) const
{
    const double x = m_mirrored ? -offset.x() : offset.x();
    return {m_cosine * x - m_sine * offset.y(), m_sine * x + m_cosine * offset.y()};
}

QPointF Camera::turnedBack(QPointF screenOffset) const
{
    const double x = m_cosine * screenOffset.x() + m_sine * screenOffset.y();
    return {m_mirrored ? -x : x, m_cosine * screenOffset.y() - m_sine * screenOffset.x()};
}

void Camera::fit(const QRectF& level0Rect)
{
    m_centre = level0Rect.center();
    const double cosine = std::abs(m_cosine);
    const double sine = std::abs(m_sine);
    const double across = level0Rect.width() * cosine + level0Rect.height() * sine;
    const double down = level0Rect.width() * sine + level0Rect.height() * cosine;
    const double downsample =
        std::max(across / std::max(1.0, m_screen.width() * fitShare), down / std::max(1.0, m_screen.height() * fitShare));
    if (downsample > 0.0)
        m_downsample = downsample;
}

QPointF Camera::toScreen(QPointF level0) const
{
    return turned((level0 - m_centre) / m_downsample) + middle();
}

QPointF Camera::toLevel0(QPointF screen) const
{
    return turnedBack(screen - middle()) * m_downsample + m_centre;
}

QTransform Camera::level0ToScreen() const
{
    const QPointF origin = toScreen({0, 0});
    const QPointF right = turned({1 / m_downsample, 0});
    const QPointF down = turned({0, 1 / m_downsample});
    return {right.x(), right.y(), down.x(), down.y(), origin.x(), origin.y()};
}

QPolygonF Camera::visiblePolygonLevel0() const
{
    const double width = m_screen.width();
    const double height = m_screen.height();
    return QPolygonF({toLevel0({0, 0}), toLevel0({width, 0}), toLevel0({width, height}), toLevel0({0, height})});
}

QRectF Camera::visibleLevel0() const
{
    if (isUpright())
        return {toLevel0({0, 0}), m_screen * m_downsample};
    return visiblePolygonLevel0().boundingRect();
}

Camera Camera::upright() const
{
    if (isUpright())
        return *this;
    Camera same = *this;
    same.setRotation(0.0);
    same.m_mirrored = false;
    const QSizeF size = visibleLevel0().size() / m_downsample;
    constexpr double rounding = 1e-6;
    same.m_screen = {std::ceil(size.width() - rounding), std::ceil(size.height() - rounding)};
    return same;
}

QTransform Camera::uprightToScreen() const
{
    const QPointF right = turned({1, 0});
    const QPointF down = turned({0, 1});
    const QPointF origin = middle() - turned(upright().middle());
    return {right.x(), right.y(), down.x(), down.y(), origin.x(), origin.y()};
}

} // namespace spacrd
