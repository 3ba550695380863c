#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace spacrd {

class Layer;
class LayerRow;
class SlideView;

/// The dock with one row a layer, the topmost layer first: visible, opacity, colour map, legend; the slide itself is the
/// lowest row. Finds new layers by itself through LayerStack::layersChanged.
class LayersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LayersPanel(SlideView* view, QWidget* parent = nullptr);

private:
    void arrange();
    void orderTabs();
    void refresh();
    LayerRow* rowOf(const QString& layerId);
    void addSlideRow();
    void editRange(const QString& layerId, QPoint place);

    SlideView* m_view;
    QVBoxLayout* m_column;
    LayerRow* m_slideRow;
    std::vector<LayerRow*> m_rows; ///< of the layers, in the order shown
};

} // namespace spacrd
