#include "widgets/panels/panelscrollarea.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace spacrd {

PanelScrollArea::PanelScrollArea(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
}

QSize PanelScrollArea::minimumSizeHint() const
{
    const QSize least = QScrollArea::minimumSizeHint();
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {std::max(least.width(), widget()->minimumSizeHint().width() + scrollBar), least.height()};
}

bool PanelScrollArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace spacrd
