#pragma once

#include <QWidget>

namespace spacrd {

class SlideView;

/// The dock with one row a layer: visible, opacity, colour map, legend; the slide itself is the lowest row.
/// Finds new layers by itself through LayerStack::layersChanged.
class LayersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LayersPanel(SlideView* view, QWidget* parent = nullptr);
};

} // namespace spacrd
