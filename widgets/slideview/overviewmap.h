#pragma once

#include <QImage>
#include <QPolygonF>
#include <QRectF>
#include <QWidget>

namespace spacrd {

struct Image;

/// The small map of the whole slide in a corner of the view: a thumbnail and the rectangle in view. A click or a drag asks to
/// look there. The view gives it tiles of the coarsest level as they come; it reads nothing itself.
class OverviewMap : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewMap(QWidget* parent);

    /// Forgets the picture. `canvasLevel0` is the area the map shows.
    void reset(const QRectF& canvasLevel0);
    /// Adds a piece of the picture at its place in level-0 pixels.
    void addTile(const QRectF& level0Rect, const Image& tile);
    void setVisibleArea(const QPolygonF& level0);
    /// Someone has looked at this part: it is tinted from now on.
    void addVisited(const QPolygonF& level0);

    QSize sizeHint() const override;

Q_SIGNALS:
    void placeChosen(QPointF level0);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QRectF mapRect() const;

    QRectF m_canvas;
    QPolygonF m_inView;
    QImage m_thumbnail;
    QImage m_visited; ///< as large; opaque where someone has looked
};

} // namespace spacrd
