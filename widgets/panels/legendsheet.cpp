#include "widgets/panels/legendsheet.h"

#include "widgets/layers/layer.h"
#include "widgets/panels/legendview.h"
#include "widgets/slideview/scalebar.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QStringList>

namespace spacrd {

namespace {

constexpr int width = 200; ///< of a legend, in points
constexpr int margin = 10;
constexpr int padding = 8;
constexpr int gap = 6;

} // namespace

void paintLegends(QImage& picture, double scale, const LayerStack& layers, const QStringList& ids, const QPalette& palette)
{
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    const QSizeF size = QSizeF(picture.size()) / scale;
    const int line = QFontMetrics(painter.font()).height();
    double bottom = size.height() - margin;
    for (const auto& layer : layers.layers()) {
        const auto legend = layer->legend();
        if (!legend || !ids.contains(layer->id()))
            continue;
        LegendView view;
        view.setPalette(palette);
        view.setLegend(legend);
        view.resize(width, view.sizeHint().height());
        const QRectF plate(size.width() - margin - width - 2 * padding, bottom - view.height() - line - 2 * padding,
                           width + 2 * padding, view.height() + line + 2 * padding);
        if (plate.top() < margin || plate.left() < margin)
            break; // no room for more
        paintPlate(painter, plate, palette);
        painter.setPen(palette.color(QPalette::Text));
        const QPointF inside = plate.topLeft() + QPointF(padding, padding);
        painter.drawText(QRectF(inside, QSizeF(width, line)), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(layer->title(), Qt::ElideRight, width));
        view.render(&painter, (inside + QPointF(0, line)).toPoint(), {}, QWidget::DrawChildren);
        bottom = plate.top() - gap;
    }
    painter.end();
    picture.setDevicePixelRatio(1.0);
}

} // namespace spacrd
