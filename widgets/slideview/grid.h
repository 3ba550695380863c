#pragma once

#include "widgets/slideview/camera.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace spacrd {

/// Distance of the lines of a grid in level-0 pixels: a round length in µm (px without `mpp`), at least `leastScreen` screen
/// pixels long.
double gridStep(double downsample, std::optional<double> mpp, double leastScreen);

/// Draws lines over the slide, turned as it is, at round distances from its top left corner, and names them along the upper and
/// the left edge of `area`, or of the slide where that ends before, in µm, mm or px: a grid and a ruler. No name lies over
/// another or in `taken`.
void paintGrid(QPainter& painter, const QRectF& area, const Camera& camera, const QRectF& canvasLevel0, std::optional<double> mpp,
               const QRectF& taken = {});

} // namespace spacrd
