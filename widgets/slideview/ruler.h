#pragma once

#include "widgets/slideview/camera.h"

#include <QString>

#include <optional>

class QPainter;

namespace spacrd {

/// A line on the slide that says how long it is. Its ends are level-0 pixels, so that it lies where it was put however the slide
/// is turned.
struct Ruler
{
    QPointF from;
    QPointF to;

    friend bool operator==(const Ruler&, const Ruler&) = default;
};

/// Its length to four digits: "123.4 µm", "1.235 mm", or "200.5 px" where µm per level-0 pixel are not known.
QString rulerText(const Ruler& ruler, std::optional<double> mpp);

/// The place nearest to `to` that lies across, down or at 45° from `from`; both on the screen.
QPointF straightened(QPointF from, QPointF to);

/// Draws it with its length, which is beside the middle of what is in `area` (screen).
void paintRuler(QPainter& painter, const QRectF& area, const Camera& camera, const Ruler& ruler, std::optional<double> mpp);

} // namespace spacrd
