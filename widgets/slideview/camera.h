#pragma once

#include <QPointF>
#include <QPolygonF>
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
    /// Degrees that the slide is turned clockwise on the screen, 0 ≤ rotation < 360, after it was mirrored.
    double rotation() const { return m_rotation; }
    /// Whether left and right are exchanged.
    bool isMirrored() const { return m_mirrored; }
    bool isUpright() const { return m_rotation == 0.0 && !m_mirrored; }

    void setScreenSize(QSizeF size) { m_screen = size; }
    void centreOn(QPointF level0) { m_centre = level0; }
    /// Keeps the level-0 point under `anchor` (screen) where it is.
    void setDownsample(double downsample, QPointF anchor);
    void setDownsample(double downsample) { setDownsample(downsample, middle()); }
    void panBy(QPointF screenDelta) { m_centre -= turnedBack(screenDelta) * m_downsample; }
    /// Both turn about the middle of the screen.
    void setRotation(double degrees);
    void setMirrored(bool mirrored) { m_mirrored = mirrored; }
    /// Shows all of `level0Rect` with a small margin.
    void fit(const QRectF& level0Rect);

    QPointF toScreen(QPointF level0) const;
    QPointF toLevel0(QPointF screen) const;
    QTransform level0ToScreen() const;
    /// What of level 0 is on the screen, and the upright rectangle around it.
    QPolygonF visiblePolygonLevel0() const;
    QRectF visibleLevel0() const;

    /// The same place neither turned nor mirrored, on a screen of whole pixels that holds all that is on this one; and how its
    /// screen lies on this one.
    Camera upright() const;
    QTransform uprightToScreen() const;

    friend bool operator==(const Camera&, const Camera&) = default;

private:
    QPointF turned(QPointF offset) const;
    QPointF turnedBack(QPointF screenOffset) const;
    QPointF middle() const { return {m_screen.width() / 2, m_screen.height() / 2}; }

    QPointF m_centre;
    double m_downsample = 1.0;
    QSizeF m_screen{1, 1};
    double m_rotation = 0.0;
    double m_cosine = 1.0; ///< of the rotation, exact for quarter turns
    double m_sine = 0.0;
    bool m_mirrored = false;
};

} // namespace spacrd
