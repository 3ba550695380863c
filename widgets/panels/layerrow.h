#pragma once

#include "widgets/layers/layer.h"

#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace spacrd {

class LegendView;

/// The controls of one layer. Shows a state and says what the user chose; it knows no layer.
class LayerRow : public QWidget
{
    Q_OBJECT

public:
    struct State
    {
        QString title;
        bool visible = true;
        double opacity = 1.0;
        QString colourMapId; ///< empty: the layer has none
        std::optional<Legend> legend;
        bool hasRange = false;
    };

    explicit LayerRow(const QString& layerId, QWidget* parent = nullptr);

    const QString& layerId() const { return m_layerId; }
    void setState(const State& state);
    /// In the order of the Tab key.
    std::vector<QWidget*> controls() const;

Q_SIGNALS:
    void visibleChosen(bool visible);
    void opacityChosen(double opacity);
    void colourMapChosen(const QString& id);
    /// `below`: where an editor of the range may open, in global coordinates.
    void rangeRequested(QPoint below);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillColourMaps();
    void describe();
    void elideTitle();

    QString m_layerId;
    QString m_title;
    QCheckBox* m_visible;
    QComboBox* m_colourMap;
    QToolButton* m_range;
    QSlider* m_opacity;
    QLabel* m_percent;
    LegendView* m_legend;
};

} // namespace spacrd
