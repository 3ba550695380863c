#include "widgets/slideview/grid.h"

#include "widgets/slideview/scalebar.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace spacrd {

namespace {

constexpr double leastScreenStep = 80.0;
constexpr double labelMargin = 3.0;
const QColor dark(0, 0, 0, 110);
const QColor bright(255, 255, 255, 130);
const QColor plate(255, 255, 255, 210);

/// Where a line leaves an area by its upper edge (or, flat lines, by its left one), or ends before that: the place of its name.
std::optional<QPointF> placeOfName(const QLineF& line, const QRectF& area)
{
    const QLineF top(area.topLeft(), area.topRight());
    const QLineF left(area.topLeft(), area.bottomLeft());
    const bool steep = std::abs(line.dy()) > std::abs(line.dx());
    QPointF at;
    if (line.intersects(steep ? top : left, &at) == QLineF::BoundedIntersection)
        return at;
    const bool startsThere = steep ? line.dy() > 0.0 : line.dx() > 0.0;
    const QPointF end = startsThere ? line.p1() : line.p2();
    return area.contains(end) ? std::optional(end) : std::nullopt;
}

void paintName(QPainter& painter, const QRectF& area, QPointF at, const QString& name, bool steep)
{
    const QFontMetricsF metrics(painter.font());
    QRectF box(0, 0, metrics.horizontalAdvance(name) + 2 * labelMargin, metrics.height());
    if (steep)
        box.moveTopLeft(at + QPointF(2, 0));
    else
        box.moveBottomLeft(at + QPointF(0, -1));
    if (steep && box.right() > area.right())
        box.moveRight(at.x() - 1);
    painter.fillRect(box, plate);
    painter.setPen(Qt::black);
    painter.drawText(box, Qt::AlignCenter, name);
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

void paintGrid(QPainter& painter, const QRectF& area, const Camera& camera, const QRectF& canvasLevel0, std::optional<double> mpp)
{
    const QRectF seen = camera.visibleLevel0() & canvasLevel0;
    if (seen.isEmpty())
        return;
    const double step = gridStep(camera.downsample(), mpp, leastScreenStep);
    const auto name = [&](double level0) { return lengthText(level0 * mpp.value_or(1.0), mpp.has_value()); };
    painter.save();
    const auto paint = [&](double at, bool vertical) {
        const QLineF line = vertical ? QLineF(camera.toScreen({at, seen.top()}), camera.toScreen({at, seen.bottom()}))
                                     : QLineF(camera.toScreen({seen.left(), at}), camera.toScreen({seen.right(), at}));
        // Dark and bright side by side: to be seen on glass and on dark tissue.
        painter.setPen(QPen(bright, 1));
        painter.drawLine(line.translated(1, 1));
        painter.setPen(QPen(dark, 1));
        painter.drawLine(line);
        if (const auto place = placeOfName(line, area.adjusted(0.5, 0.5, -0.5, -0.5)))
            paintName(painter, area, *place, name(at), std::abs(line.dy()) > std::abs(line.dx()));
    };
    for (double x = std::ceil(seen.left() / step) * step; x <= seen.right(); x += step)
        paint(x, true);
    for (double y = std::ceil(seen.top() / step) * step; y <= seen.bottom(); y += step)
        paint(y, false);
    painter.restore();
}

} // namespace spacrd
