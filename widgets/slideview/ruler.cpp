#include "widgets/slideview/ruler.h"

#include "widgets/slideview/scalebar.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>
#include <vector>

namespace spacrd {

namespace {

constexpr int digits = 4;
constexpr double tickHalf = 6.0;
constexpr double labelDistance = 8.0;
constexpr double labelMargin = 5.0;

double rounded(double length)
{
    if (length <= 0.0)
        return 0.0;
    const double unit = std::pow(10.0, std::floor(std::log10(length)) - (digits - 1));
    return std::round(length / unit) * unit;
}

/// What of `line` is in `area`; nothing where none is.
std::optional<QLineF> seenPart(const QLineF& line, const QRectF& area)
{
    std::vector<QPointF> ends;
    std::ranges::copy_if(std::array{line.p1(), line.p2()}, std::back_inserter(ends),
                         [&](QPointF end) { return area.contains(end); });
    for (const QLineF& edge : {QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
                               QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())}) {
        QPointF at;
        if (line.intersects(edge, &at) == QLineF::BoundedIntersection)
            ends.push_back(at);
    }
    if (ends.empty())
        return std::nullopt;
    const auto along = [&line](QPointF end) { return QLineF(line.p1(), end).length(); };
    const auto [first, last] = std::ranges::minmax_element(ends, {}, along);
    return QLineF(*first, *last);
}

/// `box` moved into `area`; a larger one starts where that does.
QRectF movedInto(QRectF box, const QRectF& area)
{
    box.moveLeft(std::max(area.left(), std::min(box.left(), area.right() - box.width())));
    box.moveTop(std::max(area.top(), std::min(box.top(), area.bottom() - box.height())));
    return box;
}

void paintLength(QPainter& painter, const QRectF& area, const QLineF& line, const QString& text)
{
    const std::optional<QLineF> seen = seenPart(line, area);
    if (!seen)
        return;
    QFont font = painter.font();
    font.setBold(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    QRectF box(0, 0, std::ceil(metrics.horizontalAdvance(text)) + 2 * labelMargin, std::ceil(metrics.height()) + labelMargin);
    // To the side of the line, above it where that can be told: the box stays clear of it whatever its direction.
    QLineF normal = line.normalVector().unitVector();
    if (normal.dy() > 0.0)
        normal.setAngle(normal.angle() + 180.0);
    const QPointF aside(normal.dx(), normal.dy());
    const double reach =
        (std::abs(aside.x()) * box.width() + std::abs(aside.y()) * box.height()) / 2 + labelDistance; // of the box that way
    box.moveCenter(seen->center() + aside * reach);
    box = movedInto(box, area.adjusted(labelMargin, labelMargin, -labelMargin, -labelMargin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(Qt::black);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

QString rulerText(const Ruler& ruler, std::optional<double> mpp)
{
    return lengthText(rounded(QLineF(ruler.from, ruler.to).length() * mpp.value_or(1.0)), mpp.has_value());
}

QPointF straightened(QPointF from, QPointF to)
{
    const QPointF offset = to - from;
    constexpr double step = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(offset.y(), offset.x()) / step) * step;
    const QPointF direction(std::cos(angle), std::sin(angle));
    return from + direction * QPointF::dotProduct(offset, direction);
}

void paintRuler(QPainter& painter, const QRectF& area, const Camera& camera, const Ruler& ruler, std::optional<double> mpp)
{
    const QLineF line(camera.toScreen(ruler.from), camera.toScreen(ruler.to));
    if (line.isNull())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QLineF normal = line.normalVector().unitVector();
    const QPointF tick = QPointF(normal.dx(), normal.dy()) * tickHalf;
    // Black on white, as the cross of CursorMark: to be seen on any tissue.
    for (const auto& [colour, width] : {std::pair(QColor(255, 255, 255, 220), 4.0), std::pair(QColor(Qt::black), 1.75)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(line);
        for (const QPointF& end : {line.p1(), line.p2()})
            painter.drawLine(end - tick, end + tick);
    }
    paintLength(painter, area, line, rulerText(ruler, mpp));
    painter.restore();
}

} // namespace spacrd
