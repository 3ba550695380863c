#pragma once

#include "widgets/slideview/camera.h"

#include <QColor>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace spacrd {

/// A colour map by name. All are colour-blind safe: "viridis", "magma", "cividis", "inferno", "blues".
struct ColourMap
{
    QString id;
    QString title;             ///< translated
    std::vector<QRgb> entries; ///< 256 colours, low to high
};
const std::vector<ColourMap>& colourMaps();
/// The map of that name; viridis for a name that is not known.
const ColourMap& colourMap(const QString& id);
/// The index of the entry for `value` in the range [low, high]; values outside take the end colours. Not for NaN.
int colourIndex(double value, double low, double high);

/// The values that the ends of a colour map stand for; values outside take the end colours.
struct ValueRange
{
    double low = 0.0;
    double high = 1.0;
    bool logarithmic = false; ///< equal steps of colour are equal ratios of 1 + value − low, so that zero has its place

    friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

/// What the legend of a layer shows: a colour bar with numbers, named swatches, or both.
struct Legend
{
    QString title;
    QString unit;
    const ColourMap* map = nullptr; ///< null: no bar
    ValueRange range;
    std::vector<std::pair<QColor, QString>> swatches;
    bool someWithoutValue = false; ///< adds the hatched disc of spots without a value
    bool someBelow = false;        ///< the range; these have the colour of its lower end
    bool someAbove = false;
    QString note; ///< what more there is to say: "mean of 4 × 4 bins"
};

/// Something drawn over the slide. Lives on the GUI thread; paints in at most a few milliseconds.
class Layer : public QObject
{
    Q_OBJECT

public:
    Layer(QString id, QString title, QObject* parent = nullptr);

    const QString& id() const { return m_id; }       ///< "spots", "gene", "score", "attention", "regions"
    const QString& title() const { return m_title; } ///< translated
    bool isVisible() const { return m_visible; }
    double opacity() const { return m_opacity; }
    void setTitle(const QString& title);
    void setVisible(bool visible);
    void setOpacity(double opacity);

    virtual bool hasColourMap() const { return false; }
    virtual QString colourMapId() const { return {}; }
    virtual void setColourMapId(const QString&) {}
    virtual std::optional<Legend> legend() const { return std::nullopt; }
    /// Of the colours; nothing where they stand for no values. `ownRange` is the one that came with the values.
    virtual std::optional<ValueRange> range() const { return std::nullopt; }
    virtual ValueRange ownRange() const { return {}; }
    virtual void setRange(const ValueRange&) {}
    /// The value that so many percent of the spots do not exceed (of a hundred thousand of them, where there are more).
    virtual double percentile(double /*percent*/) const { return 0.0; }

    /// Draws with the painter in screen coordinates. The painter's opacity is already the layer's.
    virtual void paint(QPainter& painter, const Camera& camera) = 0;

Q_SIGNALS:
    /// Anything that changes the picture or the panel.
    void changed();

private:
    QString m_id;
    QString m_title;
    bool m_visible = true;
    double m_opacity = 1.0;
};

/// The overlays of a view, bottom first.
class LayerStack : public QObject
{
    Q_OBJECT

public:
    explicit LayerStack(QObject* parent = nullptr);

    /// Adds on top; a layer with the same id is replaced in its place, keeping visibility, opacity and colour map.
    void add(std::unique_ptr<Layer> layer);
    void remove(const QString& id);
    void clear();
    Layer* find(const QString& id) const;
    const std::vector<std::unique_ptr<Layer>>& layers() const { return m_layers; }

Q_SIGNALS:
    void layersChanged(); ///< added, removed
    void changed();       ///< any layer's picture

private:
    std::vector<std::unique_ptr<Layer>> m_layers;
};

} // namespace spacrd
