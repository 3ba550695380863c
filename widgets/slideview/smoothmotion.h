#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QTimer>

namespace spacrd {

/// Motion that goes on by itself and comes to rest: a view that was thrown, a step of zoom that is not a jump. It knows no view;
/// it says by how much to move.
class SmoothMotion : public QObject
{
    Q_OBJECT

public:
    explicit SmoothMotion(QObject* parent = nullptr);

    /// Goes on with this speed, in screen pixels a second, ever slower. Too slow a throw is none.
    void glide(QPointF pixelsPerSecond);
    /// Zooms by this factor in all, and by what is still to come of the steps before, at `anchor`.
    void zoom(QPointF anchor, double factor);
    /// Leaves the rest undone.
    void stop();
    bool isMoving() const { return m_timer.isActive(); }

    /// How far a throw goes: in pixels for each pixel a second.
    static constexpr double glideSeconds = 0.325;

Q_SIGNALS:
    void moved(QPointF screenDelta);
    void zoomed(QPointF anchor, double factor);

private:
    void step();

    QTimer m_timer;
    QElapsedTimer m_since; ///< the step before
    QPointF m_speed;
    double m_zoomLeft = 0.0; ///< logarithm of the factor that is still to come
    QPointF m_anchor;
};

} // namespace spacrd
