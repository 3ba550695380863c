#include "widgets/layers/layer.h"

#include <algorithm>

namespace spacrd {

Layer::Layer(QString id, QString title, QObject* parent)
    : QObject(parent)
    , m_id(std::move(id))
    , m_title(std::move(title))
{}

void Layer::setTitle(const QString& title)
{
    if (title == m_title)
        return;
    m_title = title;
    Q_EMIT changed();
}

void Layer::setVisible(bool visible)
{
    if (visible == m_visible)
        return;
    m_visible = visible;
    Q_EMIT changed();
}

void Layer::setOpacity(double opacity)
{
    const double within = std::clamp(opacity, 0.0, 1.0);
    if (within == m_opacity)
        return;
    m_opacity = within;
    Q_EMIT changed();
}

LayerStack::LayerStack(QObject* parent)
    : QObject(parent)
{}

void LayerStack::add(std::unique_ptr<Layer> layer)
{
    connect(layer.get(), &Layer::changed, this, &LayerStack::changed);
    const auto same =
        std::find_if(m_layers.begin(), m_layers.end(), [&](const auto& other) { return other->id() == layer->id(); });
    if (same == m_layers.end()) {
        m_layers.push_back(std::move(layer));
    } else {
        layer->setVisible((*same)->isVisible());
        layer->setOpacity((*same)->opacity());
        if (layer->hasColourMap() && (*same)->hasColourMap())
            layer->setColourMapId((*same)->colourMapId());
        *same = std::move(layer);
    }
    Q_EMIT layersChanged();
}

void LayerStack::remove(const QString& id)
{
    if (std::erase_if(m_layers, [&](const auto& layer) { return layer->id() == id; }) > 0)
        Q_EMIT layersChanged();
}

void LayerStack::clear()
{
    if (m_layers.empty())
        return;
    m_layers.clear();
    Q_EMIT layersChanged();
}

Layer* LayerStack::find(const QString& id) const
{
    const auto found = std::find_if(m_layers.begin(), m_layers.end(), [&](const auto& layer) { return layer->id() == id; });
    return found == m_layers.end() ? nullptr : found->get();
}

} // namespace spacrd
