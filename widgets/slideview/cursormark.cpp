#include "widgets/slideview/cursormark.h"

#include <QPainter>

namespace spacrd {

namespace {

constexpr int side = 25; ///< odd: the cross has a middle pixel
constexpr double hole = 3.5;

} // namespace

CursorMark::CursorMark(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("cursorMark"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    resize(side, side);
    hide();
}

void CursorMark::centreOn(QPointF place)
{
    move((place - QPointF(side, side) / 2).toPoint());
}

/// Black on white: to be seen on any tissue and any colour map. The place itself stays free.
void CursorMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle(side / 2.0, side / 2.0);
    const double reach = side / 2.0 - 2.0;
    for (const auto& [colour, width] : {std::pair(QColor(255, 255, 255, 220), 3.5), std::pair(QColor(Qt::black), 1.5)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        for (const QPointF& direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(middle + direction * hole, middle + direction * reach);
    }
}

} // namespace spacrd
