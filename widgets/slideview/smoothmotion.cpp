#include "widgets/slideview/smoothmotion.h"

#include <cmath>

namespace spacrd {

namespace {

constexpr int frameMilliseconds = 16;
constexpr double zoomSeconds = 0.045; ///< after this, 1/e of a zoom is left
constexpr double leastThrow = 150.0;  ///< pixels a second
constexpr double restSpeed = 12.0;
constexpr double restZoom = 0.002;

double length(QPointF vector)
{
    return std::hypot(vector.x(), vector.y());
}

} // namespace

SmoothMotion::SmoothMotion(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(frameMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SmoothMotion::step);
}

void SmoothMotion::glide(QPointF pixelsPerSecond)
{
    if (length(pixelsPerSecond) < leastThrow)
        return;
    m_speed = pixelsPerSecond;
    m_zoomLeft = 0.0;
    m_since.start();
    m_timer.start();
}

void SmoothMotion::zoom(QPointF anchor, double factor)
{
    m_speed = {};
    m_zoomLeft += std::log(factor);
    m_anchor = anchor;
    if (m_timer.isActive())
        return;
    m_since.start();
    m_timer.start();
}

void SmoothMotion::stop()
{
    m_timer.stop();
    m_speed = {};
    m_zoomLeft = 0.0;
}

/// By the time that has passed and not by the number of steps: a slow machine gets there at the same moment.
void SmoothMotion::step()
{
    const double seconds = static_cast<double>(m_since.restart()) / 1000.0;
    if (m_zoomLeft != 0.0) {
        const double left = m_zoomLeft * std::exp(-seconds / zoomSeconds);
        const bool over = std::abs(left) < restZoom;
        const double now = over ? m_zoomLeft : m_zoomLeft - left;
        m_zoomLeft = over ? 0.0 : left;
        if (over)
            m_timer.stop();
        Q_EMIT zoomed(m_anchor, std::exp(now));
        return;
    }
    const double kept = std::exp(-seconds / glideSeconds);
    const QPointF delta = m_speed * (glideSeconds * (1.0 - kept));
    m_speed *= kept;
    if (length(m_speed) < restSpeed)
        stop();
    Q_EMIT moved(delta);
}

} // namespace spacrd
