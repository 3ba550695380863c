#include "widgets/panels/layerspanel.h"

#include "widgets/layers/layer.h"
#include "widgets/panels/layerrow.h"
#include "widgets/panels/panelscrollarea.h"
#include "widgets/panels/rangeeditor.h"
#include "widgets/slideview/slideview.h"

#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace spacrd {

namespace {

LayerRow::State stateOf(const Layer& layer)
{
    return {layer.title(),  layer.isVisible(),        layer.opacity(), layer.hasColourMap() ? layer.colourMapId() : QString(),
            layer.legend(), layer.range().has_value()};
}

} // namespace

LayersPanel::LayersPanel(SlideView* view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_slideRow(new LayerRow(QStringLiteral("slide"), this))
{
    setAccessibleName(tr("Layers"));
    auto* list = new QWidget;
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* scroll = new PanelScrollArea(list);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    addSlideRow();
    connect(view->layers(), &LayerStack::layersChanged, this, &LayersPanel::arrange);
    connect(view->layers(), &LayerStack::changed, this, &LayersPanel::refresh);
    connect(view, &SlideView::slideLayerChanged, this, &LayersPanel::refresh);
    arrange();
}

void LayersPanel::addSlideRow()
{
    m_column->addWidget(m_slideRow);
    m_column->addStretch(1);
    connect(m_slideRow, &LayerRow::visibleChosen, m_view, &SlideView::setSlideVisible);
    connect(m_slideRow, &LayerRow::opacityChosen, m_view, &SlideView::setSlideOpacity);
}

/// Rows are kept where their layer stays, so that keyboard focus and a slider in hand survive new layers.
void LayersPanel::arrange()
{
    const std::vector<std::unique_ptr<Layer>>& layers = m_view->layers()->layers();
    std::vector<LayerRow*> rows;
    for (const std::unique_ptr<Layer>& layer : layers | std::views::reverse)
        rows.push_back(rowOf(layer->id()));
    for (LayerRow* row : m_rows) {
        if (std::find(rows.begin(), rows.end(), row) == rows.end())
            row->deleteLater();
        m_column->removeWidget(row);
    }
    m_rows = std::move(rows);
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i)
        m_column->insertWidget(i, m_rows[static_cast<size_t>(i)]);
    orderTabs();
    refresh();
}

/// The Tab key goes down the rows as they are shown.
void LayersPanel::orderTabs()
{
    QWidget* before = nullptr;
    const auto append = [&before](const LayerRow* row) {
        for (QWidget* control : row->controls()) {
            if (before)
                setTabOrder(before, control);
            before = control;
        }
    };
    for (const LayerRow* row : m_rows)
        append(row);
    append(m_slideRow);
}

LayerRow* LayersPanel::rowOf(const QString& layerId)
{
    const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&](const LayerRow* row) { return row->layerId() == layerId; });
    if (same != m_rows.end())
        return *same;
    auto* row = new LayerRow(layerId, this);
    // By name: a layer may be replaced by a new one of the same name.
    LayerStack* stack = m_view->layers();
    connect(row, &LayerRow::visibleChosen, stack, [stack, layerId](bool visible) {
        if (Layer* layer = stack->find(layerId))
            layer->setVisible(visible);
    });
    connect(row, &LayerRow::opacityChosen, stack, [stack, layerId](double opacity) {
        if (Layer* layer = stack->find(layerId))
            layer->setOpacity(opacity);
    });
    connect(row, &LayerRow::colourMapChosen, stack, [stack, layerId](const QString& map) {
        if (Layer* layer = stack->find(layerId))
            layer->setColourMapId(map);
    });
    connect(row, &LayerRow::rangeRequested, this, [this, layerId](QPoint below) { editRange(layerId, below); });
    return row;
}

void LayersPanel::editRange(const QString& layerId, QPoint place)
{
    LayerStack* stack = m_view->layers();
    const Layer* layer = stack->find(layerId);
    if (!layer || !layer->range())
        return;
    // By name, as the row: while it is open the layer may be replaced by another.
    const auto percentile = [stack, layerId](double percent) {
        const Layer* now = stack->find(layerId);
        return now ? now->percentile(percent) : 0.0;
    };
    auto* editor = new RangeEditor(*layer->range(), layer->ownRange(), percentile, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &RangeEditor::rangeChosen, stack, [stack, layerId](const ValueRange& range) {
        if (Layer* now = stack->find(layerId))
            now->setRange(range);
    });
    const QRect screen = this->screen()->availableGeometry();
    const QSize size = editor->sizeHint();
    editor->move(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())),
                 std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - size.height())));
    editor->show();
}

void LayersPanel::refresh()
{
    for (LayerRow* row : m_rows) {
        if (const Layer* layer = m_view->layers()->find(row->layerId()))
            row->setState(stateOf(*layer));
    }
    m_slideRow->setState({tr("Slide"), m_view->slideVisible(), m_view->slideOpacity(), {}, {}});
}

} // namespace spacrd
