#pragma once

#include "widgets/slideview/camera.h"

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace spacrd {

/// A round length (1, 2 or 5 times a power of ten) that fits on the screen.
struct ScaleBar
{
    double screenLength = 0.0; ///< screen pixels
    QString label;             ///< "500 µm", "2 mm", "200 px"

    friend bool operator==(const ScaleBar&, const ScaleBar&) = default;
};

/// "500 µm", "2 mm" from 1000 µm on, or "200 px".
QString lengthText(double length, bool inMicrometres);

/// `downsample`: level-0 pixels per screen pixel. `mpp`: µm per level-0 pixel; without it the bar is in level-0 pixels.
ScaleBar scaleBarFor(double downsample, std::optional<double> mpp, double longestScreenLength);

/// "10.0×", below 1 "0.25×".
QString magnificationName(double magnification);

/// "10.0× · 1.00 µm/px", or that the magnification is unknown. 10× is 1 µm per screen pixel.
QString magnificationText(double downsample, std::optional<double> mpp);

/// The same, and how the slide is turned if it is. `pixels` per screen pixel are those that it is of.
QString readOutText(const Camera& camera, std::optional<double> mpp, double pixels = 1.0);

/// The translucent ground of what stands over a slide: the scale bar, legends.
void paintPlate(QPainter& painter, const QRectF& plate, const QPalette& palette);

/// Read-out and scale bar on a translucent plate, kept as a picture from frame to frame: to lay out two lines of text takes as
/// long as a tenth of a frame.
class ScaleBarPlate
{
public:
    /// For the screen of `camera`; a narrow one has a shorter bar and only the magnification above it. Nothing is done where the
    /// plate is that already. `pixelRatio`: device pixels per screen pixel; `readOutRatio`: pixels that
    /// the read-out is of, per screen pixel.
    void prepare(const Camera& camera, std::optional<double> mpp, const QFont& font, const QPalette& palette, double pixelRatio,
                 double readOutRatio = 1.0);
    /// In the bottom left corner of `area`; null where that has no room for it.
    QRect placeIn(const QRect& area) const;
    void paint(QPainter& painter, const QRect& area) const;

private:
    QString m_readOut;
    ScaleBar m_bar;
    double m_room = 0.0; ///< for text and bar
    QFont m_font;
    QPalette m_palette;
    QImage m_ground; ///< the plate without text and bar: its round corners take longest
    QImage m_picture;
};

} // namespace spacrd
