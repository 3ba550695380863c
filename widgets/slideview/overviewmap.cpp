#include "widgets/slideview/overviewmap.h"

#include "widgets/slideview/slidegeometry.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTransform>

#include <algorithm>

namespace spacrd {

namespace {

constexpr double longestSide = 180.0;   ///< screen pixels
constexpr double thumbnailSide = 540.0; ///< pixels: sharp up to a device pixel ratio of 3
constexpr double shortestSide = 24.0;   ///< long narrow canvases stay clickable
constexpr int border = 3;
const QColor visitedColour(0, 150, 110);
constexpr double visitedOpacity = 0.22;

QSizeF fitted(const QRectF& canvas, double side)
{
    const double longest = std::max({canvas.width(), canvas.height(), 1.0});
    return {std::max(shortestSide, canvas.width() * side / longest), std::max(shortestSide, canvas.height() * side / longest)};
}

QTransform between(const QRectF& from, const QRectF& to)
{
    const double x = to.width() / std::max(from.width(), 1e-9);
    const double y = to.height() / std::max(from.height(), 1e-9);
    return QTransform(x, 0, 0, y, to.x() - from.x() * x, to.y() - from.y() * y);
}

} // namespace

OverviewMap::OverviewMap(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Overview map"));
    setAccessibleDescription(tr("The whole slide, with a frame around the part in view; what was looked at is tinted green."));
    setToolTip(tr("Overview: click or drag to look elsewhere; what was looked at is tinted green"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void OverviewMap::reset(const QRectF& canvasLevel0)
{
    m_canvas = canvasLevel0;
    m_thumbnail = {};
    m_visited = {};
    resize(sizeHint());
    update();
}

void OverviewMap::addTile(const QRectF& level0Rect, const Image& tile)
{
    if (m_thumbnail.isNull()) {
        m_thumbnail = QImage(fitted(m_canvas, thumbnailSide).toSize(), QImage::Format_RGB32);
        m_thumbnail.fill(Qt::white);
    }
    const QRectF exact = between(m_canvas, m_thumbnail.rect()).mapRect(level0Rect);
    const QRect target(exact.topLeft().toPoint(), exact.bottomRight().toPoint() - QPoint(1, 1));
    if (target.isEmpty() || !target.intersects(m_thumbnail.rect()))
        return;
    QPainter(&m_thumbnail)
        .drawImage(target, asQImage(tile).scaled(target.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    update();
}

void OverviewMap::setVisibleArea(const QPolygonF& level0)
{
    m_inView = level0;
    update();
}

void OverviewMap::addVisited(const QPolygonF& level0)
{
    if (m_visited.isNull()) {
        m_visited = QImage(fitted(m_canvas, thumbnailSide).toSize(), QImage::Format_ARGB32_Premultiplied);
        m_visited.fill(Qt::transparent);
    }
    QPainter painter(&m_visited);
    painter.setPen(Qt::NoPen);
    painter.setBrush(visitedColour);
    painter.drawPolygon(between(m_canvas, m_visited.rect()).map(level0));
    update();
}

QSize OverviewMap::sizeHint() const
{
    return fitted(m_canvas, longestSide).toSize() + QSize(2 * border, 2 * border);
}

QRectF OverviewMap::mapRect() const
{
    return QRectF(rect()).adjusted(border, border, -border, -border);
}

void OverviewMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QColor rim = palette().color(QPalette::Text);
    rim.setAlpha(90);
    painter.setPen(rim);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    const QRectF map = mapRect();
    painter.fillRect(map, Qt::white);
    painter.drawImage(map, m_thumbnail);
    painter.setOpacity(visitedOpacity);
    painter.drawImage(map, m_visited);
    painter.setOpacity(1.0);
    // Deep in the slide the frame would be a dot: it never gets smaller than a few pixels.
    QPolygonF frame = between(m_canvas, map).map(m_inView);
    const double grow = 6.0;
    if (const QRectF around = frame.boundingRect(); around.width() < grow || around.height() < grow) {
        QRectF least(0, 0, std::max(around.width(), grow), std::max(around.height(), grow));
        least.moveCenter(around.center());
        frame = QPolygonF(least);
    }
    frame = frame.intersected(map.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setBrush(QColor(0, 90, 200, 40));
    painter.setPen(QPen(Qt::white, 3.5));
    painter.drawPolygon(frame);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 90, 200), 2));
    painter.drawPolygon(frame);
}

void OverviewMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    Q_EMIT placeChosen(between(mapRect(), m_canvas).map(event->position()));
}

void OverviewMap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT placeChosen(between(mapRect(), m_canvas).map(event->position()));
}

/// The view beneath must not take the end of a click on the map for its own.
void OverviewMap::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void OverviewMap::wheelEvent(QWheelEvent* event)
{
    event->accept();
}

} // namespace spacrd
