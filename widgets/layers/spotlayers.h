#pragma once

#include "core/base/geometry.h"
#include "core/region/region.h"
#include "core/sample/sample.h"
#include "widgets/layers/layer.h"

#include <QImage>
#include <QPainterPath>

#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

/// Where the spots of a sample are drawn, in level-0 pixels.
struct SpotPlaces
{
    explicit SpotPlaces(const Sample& sample);

    std::vector<QPointF> centres;
    double diameter = 0.0;
};

/// The outlines of spots at true size, the selected one emphasised. id "spots".
class SpotOutlineLayer : public Layer
{
    Q_OBJECT

public:
    explicit SpotOutlineLayer(std::shared_ptr<const Sample> sample, QObject* parent = nullptr);
    void setSelected(std::optional<size_t> spot);
    void paint(QPainter& painter, const Camera& camera) override;

private:
    void paintSelected(QPainter& painter, const Camera& camera) const;

    SpotPlaces m_spots;
    std::optional<size_t> m_selected;
    QImage m_ring; ///< one outline in device pixels, for the size painted last
};

/// The disc of a spot without a value: hatched. Also for the legend.
void paintNoValue(QPainter& painter, const QPointF& centre, double diameter);

/// One value a spot as a filled disc of its true size: a gene, the score, the attention of a clicked spot.
/// NaN is drawn as a hatched outline ("no value").
class SpotValueLayer : public Layer
{
    Q_OBJECT

public:
    SpotValueLayer(QString id, QString title, std::shared_ptr<const Sample> sample, QObject* parent = nullptr);

    /// `values` one a spot (else Error); the range is [low, high] in `unit`. Values outside take the end colours.
    void setValues(std::vector<float> values, double low, double high, const QString& unit);
    /// Of values that stand for something ("glass"): the legend then shows these in their colours in place of the bar.
    void setNames(std::vector<std::pair<double, QString>> names);
    bool hasColourMap() const override { return true; }
    QString colourMapId() const override { return m_colourMap; }
    void setColourMapId(const QString& id) override;
    std::optional<Legend> legend() const override;
    void paint(QPainter& painter, const Camera& camera) override;

private:
    void paintSmall(QPainter& painter, const Camera& camera, double diameter) const;
    void paintDiscs(QPainter& painter, const Camera& camera, double diameter);
    const QImage& disc(int colour, int devicePixels);

    SpotPlaces m_spots;
    std::vector<float> m_values;
    std::vector<int> m_colours; ///< of each spot: an entry of the map, or noValue
    bool m_someWithout = false; ///< some spot has no value
    double m_low = 0.0;
    double m_high = 1.0;
    QString m_unit;
    std::vector<std::pair<double, QString>> m_names;
    QString m_colourMap = QStringLiteral("viridis");
    std::vector<QImage> m_discs; ///< by entry of the map, for the size and the map painted last; null until needed
    int m_discPixels = 0;
};

/// Region outlines with a light fill, in QuPath's Tumor colour (200, 0, 0). id "regions".
class RegionLayer : public Layer
{
    Q_OBJECT

public:
    RegionLayer(const Alignment& alignment, QObject* parent = nullptr);
    void setRegions(const std::vector<Region>& regions);
    std::optional<Legend> legend() const override;
    void paint(QPainter& painter, const Camera& camera) override;

private:
    Alignment m_alignment;
    QPainterPath m_pathLevel0;
};

} // namespace spacrd
