#pragma once

#include "core/base/geometry.h"
#include "core/region/region.h"
#include "widgets/layers/layer.h"
#include "widgets/layers/spotplaces.h"
#include "widgets/layers/spotraster.h"

#include <QImage>
#include <QPainterPath>

#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

/// The outlines of spots at true size, the selected one emphasised. id "spots".
class SpotOutlineLayer : public Layer
{
    Q_OBJECT

public:
    explicit SpotOutlineLayer(std::shared_ptr<const SpotPlaces> places, QObject* parent = nullptr);
    void setSelected(std::optional<size_t> spot);
    void paint(QPainter& painter, const Camera& camera) override;

private:
    double shareCovered(const Camera& camera, double diameter) const;
    void paintRings(QPainter& painter, const Camera& camera, double diameter);
    void paintBinEdges(QPainter& painter, const Camera& camera);
    void paintSelected(QPainter& painter, const Camera& camera) const;

    std::shared_ptr<const SpotPlaces> m_places;
    std::vector<bool> m_bins; ///< of a grid, which places have one
    std::optional<size_t> m_selected;
    QImage m_ring; ///< one outline in device pixels, for the size painted last
    bool m_ringOfDots = false;
    QImage m_image; ///< of all, kept for the next frame
};

/// The disc of a spot without a value: hatched. Also for the legend.
void paintNoValue(QPainter& painter, const QPointF& centre, double diameter);

/// One value a spot as a filled disc or bin of its true size: a gene, the score, the attention of a clicked spot. Spots that fall
/// together on the screen are shown as their mean or maximum, exactly, and the legend says so. NaN is hatched ("no value").
class SpotValueLayer : public Layer
{
    Q_OBJECT

public:
    SpotValueLayer(QString id, QString title, std::shared_ptr<const SpotPlaces> places, QObject* parent = nullptr);

    /// `values` one a spot (else Error); the range is [low, high] in `unit`.
    void setValues(std::vector<float> values, double low, double high, const QString& unit);
    /// Of values that stand for something ("glass"): the legend then shows these in their colours in place of the bar.
    void setNames(std::vector<std::pair<double, QString>> names);
    Aggregate aggregate() const { return m_aggregate; }
    void setAggregate(Aggregate aggregate);
    bool hasColourMap() const override { return true; }
    QString colourMapId() const override { return m_colourMap; }
    void setColourMapId(const QString& id) override;
    std::optional<Legend> legend() const override;
    std::optional<ValueRange> range() const override;
    ValueRange ownRange() const override { return m_ownRange; }
    void setRange(const ValueRange& range) override;
    double percentile(double percent) const override;
    void paint(QPainter& painter, const Camera& camera) override;

private:
    void paintOnto(QImage& image, const QTransform& level0ToDevice);
    void setShownTogether(const QString& what);

    std::shared_ptr<const SpotPlaces> m_places;
    std::vector<float> m_values; ///< of discs, in the order of their places
    BinValues m_binValues;       ///< of a grid
    bool m_hasValues = false;
    bool m_someWithout = false; ///< some spot has no value
    float m_least = 0.0F;       ///< of the values
    float m_most = 0.0F;
    ValueRange m_ownRange;
    ValueRange m_range;
    mutable std::vector<float> m_sorted; ///< values to tell percentiles from; empty until one is asked for
    QString m_unit;
    QString m_shownTogether; ///< for the legend
    Aggregate m_aggregate = Aggregate::mean;
    std::vector<std::pair<double, QString>> m_names;
    QString m_colourMap = QStringLiteral("viridis");
    SpotRaster m_raster;
    QImage m_image;                  ///< what was painted last, kept for the next frame
    std::optional<DiscShape> m_disc; ///< of the size that was painted last
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
