#include "widgets/slideview/grid.h"

#include "widgets/slideview/scalebar.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace spacrd {

namespace {

constexpr double leastScreenStep = 80.0;
constexpr double labelMargin = 3.0;
const QColor dark(0, 0, 0, 110);
const QColor bright(255, 255, 255, 130);
const QColor plate(255, 255, 255, 210);

/// Where a line leaves an area by its upper edge (or, flat lines, by its left one), or ends before that: the place of its name.
std::optional<QPointF> placeOfName(const QLineF& line, bool steep, const QRectF& area)
{
    const QLineF top(area.topLeft(), area.topRight());
    const QLineF left(area.topLeft(), area.bottomLeft());
    QPointF at;
    if (line.intersects(steep ? top : left, &at) == QLineF::BoundedIntersection)
        return at;
    const bool startsThere = steep ? line.dy() > 0.0 : line.dx() > 0.0;
    const QPointF end = startsThere ? line.p1() : line.p2();
    return area.contains(end) ? std::optional(end) : std::nullopt;
}

/// Beside its line, in `area`.
QRectF boxOfName(const QRectF& area, QPointF at, QSizeF size, bool steep)
{
    QRectF box(QPointF(), size);
    if (steep)
        box.moveTopLeft(at + QPointF(2, 0));
    else
        box.moveBottomLeft(at + QPointF(0, -1));
    if (steep && box.right() > area.right())
        box.moveRight(at.x() - 1);
    return box;
}

} // namespace

double gridStep(double downsample, std::optional<double> mpp, double leastScreen)
{
    const double least = downsample * mpp.value_or(1.0) * leastScreen;
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    const double mantissa = least / decade;
    const double length = decade * (mantissa <= 1.0 ? 1.0 : mantissa <= 2.0 ? 2.0 : mantissa <= 5.0 ? 5.0 : 10.0);
    return (mpp ? length : std::max(1.0, length)) / mpp.value_or(1.0);
}

void paintGrid(QPainter& painter, const QRectF& area, const Camera& camera, const QRectF& canvasLevel0, std::optional<double> mpp,
               const QRectF& taken)
{
    const QRectF seen = camera.visibleLevel0() & canvasLevel0;
    if (seen.isEmpty())
        return;
    const double step = gridStep(camera.downsample(), mpp, leastScreenStep);
    const auto name = [&](double level0) { return lengthText(level0 * mpp.value_or(1.0), mpp.has_value()); };
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> occupied{taken};
    painter.save();
    const auto paintName = [&](QPointF at, const QString& text, bool steep) {
        const QRectF box = boxOfName(area, at, {metrics.horizontalAdvance(text) + 2 * labelMargin, metrics.height()}, steep);
        if (std::ranges::any_of(occupied, [&box](const QRectF& other) { return other.intersects(box); }))
            return;
        occupied.push_back(box);
        painter.fillRect(box, plate);
        painter.setPen(Qt::black);
        painter.drawText(box, Qt::AlignCenter, text);
    };
    const auto paint = [&](double at, bool vertical) {
        const QLineF line = vertical ? QLineF(camera.toScreen({at, seen.top()}), camera.toScreen({at, seen.bottom()}))
                                     : QLineF(camera.toScreen({seen.left(), at}), camera.toScreen({seen.right(), at}));
        // Dark and bright side by side: to be seen on glass and on dark tissue.
        painter.setPen(QPen(bright, 1));
        painter.drawLine(line.translated(1, 1));
        painter.setPen(QPen(dark, 1));
        painter.drawLine(line);
        const bool steep = std::abs(line.dy()) > std::abs(line.dx());
        if (const auto place = placeOfName(line, steep, area.adjusted(0.5, 0.5, -0.5, -0.5)))
            paintName(*place, name(at), steep);
    };
    for (double x = std::ceil(seen.left() / step) * step; x <= seen.right(); x += step)
        paint(x, true);
    for (double y = std::ceil(seen.top() / step) * step; y <= seen.bottom(); y += step)
        paint(y, false);
    painter.restore();
}

} // namespace spacrd
