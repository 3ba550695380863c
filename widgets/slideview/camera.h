#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace spacrd {

/// Where the view looks: a plain value, no widget needed to test it.
///
/// Frames: "level0" = level-0 pixels of the slide; "screen" = device-independent pixels of the widget, origin top-left.
class Camera
{
public:
    QPointF centreLevel0() const { return m_centre; }
    /// Level-0 pixels per device-independent screen pixel; 1 = one to one, larger = zoomed out.
    double downsample() const { return m_downsample; }
    QSizeF screenSize() const { return m_screen; }

    void setScreenSize(QSizeF size) { m_screen = size; }
    void centreOn(QPointF level0) { m_centre = level0; }
    /// Keeps the level-0 point under `anchor` (screen) where it is.
    void setDownsample(double downsample, QPointF anchor);
    void setDownsample(double downsample) { setDownsample(downsample, {m_screen.width() / 2, m_screen.height() / 2}); }
    void panBy(QPointF screenDelta) { m_centre -= screenDelta * m_downsample; }
    /// Shows all of `level0Rect` with a small margin.
    void fit(const QRectF& level0Rect);

    QPointF toScreen(QPointF level0) const;
    QPointF toLevel0(QPointF screen) const;
    QTransform level0ToScreen() const;
    QRectF visibleLevel0() const;

    friend bool operator==(const Camera&, const Camera&) = default;

private:
    QPointF m_centre;
    double m_downsample = 1.0;
    QSizeF m_screen{1, 1};
};

} // namespace spacrd
