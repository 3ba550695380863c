#pragma once

#include "widgets/layers/binvalues.h"
#include "widgets/layers/valuecolours.h"

#include <QImage>

namespace spacrd {

/// Draws the bins of a grid: every pixel of `image` (Format_ARGB32_Premultiplied) gets the colour of the bin under its middle,
/// or, where bins are smaller than a pixel, of the smallest block of 2^k × 2^k bins that is not; transparent where there is none,
/// hatched where one has no value. `gridToDevice` maps the grid to pixels of the image. The time goes with the pixels.
/// Returns k.
int paintBins(QImage& image, const QTransform& gridToDevice, const BinValues& values, const ValueColours& colours);

/// Draws the edges of the bins that are there (`isThere`: one a place of the grid), a pixel wide, in a premultiplied colour;
/// transparent elsewhere.
void paintEdges(QImage& image, const QTransform& gridToDevice, const BinGrid& grid, const std::vector<bool>& isThere,
                QRgb colour);

/// The colour of a pixel of what has no value: stripes that lean to the left, on a veil of white.
QRgb noValuePixel(int x, int y);

} // namespace spacrd
