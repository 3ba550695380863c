#pragma once

#include "widgets/slideview/camera.h"

#include <QRectF>
#include <QString>

#include <optional>

class QPainter;
class QPalette;

namespace spacrd {

/// A round length (1, 2 or 5 times a power of ten) that fits on the screen.
struct ScaleBar
{
    double screenLength = 0.0; ///< screen pixels
    QString label;             ///< "500 µm", "2 mm", "200 px"
};

/// "500 µm", "2 mm" from 1000 µm on, or "200 px".
QString lengthText(double length, bool inMicrometres);

/// `downsample`: level-0 pixels per screen pixel. `mpp`: µm per level-0 pixel; without it the bar is in level-0 pixels.
ScaleBar scaleBarFor(double downsample, std::optional<double> mpp, double longestScreenLength);

/// "10.0× · 1.00 µm/px", or that the magnification is unknown. 10× is 1 µm per screen pixel.
QString magnificationText(double downsample, std::optional<double> mpp);

/// The same, and how the slide is turned if it is.
QString readOutText(const Camera& camera, std::optional<double> mpp);

/// The translucent ground of what stands over a slide: the scale bar, legends.
void paintPlate(QPainter& painter, const QRectF& plate, const QPalette& palette);

/// Draws read-out and scale bar on a translucent plate in the bottom left corner of `area`.
void paintScaleBar(QPainter& painter, const QRectF& area, const QPalette& palette, const Camera& camera,
                   std::optional<double> mpp);

} // namespace spacrd
