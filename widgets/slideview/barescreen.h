#pragma once

#include <QColor>
#include <QRegion>

namespace spacrd {

/// What of the screen shows the window's colour and nothing else. Where it is to show just that again, nothing need be painted:
/// beside a slide that is half of a view.
class BareScreen
{
public:
    /// The screen is painted, and bare in that region.
    void paint(const QRegion& bare, const QColor& colour)
    {
        m_bare = bare;
        m_colour = colour;
    }
    /// That region was to be painted and is not, for now.
    void spoil(const QRegion& region) { m_bare -= region; }
    /// What of the screen must be painted when it is to be bare in that region.
    QRegion toPaint(const QRect& screen, const QRegion& bare, const QColor& colour) const
    {
        return colour == m_colour ? QRegion(screen) - m_bare.intersected(bare) : QRegion(screen);
    }

private:
    QRegion m_bare;
    QColor m_colour;
};

} // namespace spacrd
