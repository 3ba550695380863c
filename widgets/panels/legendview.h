#pragma once

#include "widgets/layers/layer.h"

#include <QWidget>

#include <optional>

namespace spacrd {

/// A rounded bar of the map's colours, low at the left.
void paintColourBar(QPainter& painter, const QRectF& bar, const ColourMap& map);

/// A legend: the colour bar with its two ends and the unit between them, and named swatches below.
class LegendView : public QWidget
{
    Q_OBJECT

public:
    explicit LegendView(QWidget* parent = nullptr);

    void setLegend(const std::optional<Legend>& legend);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintSwatches(QPainter& painter, int top) const;
    QFont smallFont() const;
    int lineHeight() const;

    std::optional<Legend> m_legend;
};

} // namespace spacrd
