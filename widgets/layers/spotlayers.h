#pragma once

#include "core/base/geometry.h"
#include "core/region/region.h"
#include "core/sample/sample.h"
#include "widgets/layers/layer.h"

#include <QPainterPath>

#include <memory>
#include <vector>

namespace spacrd {

/// The outlines of spots at true size, the selected one emphasised. id "spots".
class SpotOutlineLayer : public Layer
{
    Q_OBJECT

public:
    explicit SpotOutlineLayer(std::shared_ptr<const Sample> sample, QObject* parent = nullptr);
    void setSelected(std::optional<size_t> spot);
    void paint(QPainter& painter, const Camera& camera) override;

private:
    std::shared_ptr<const Sample> m_sample;
    std::optional<size_t> m_selected;
};

/// One value a spot as a filled disc of its true size: a gene, the score, the attention of a clicked spot.
/// NaN is drawn as a hatched outline ("no value").
class SpotValueLayer : public Layer
{
    Q_OBJECT

public:
    SpotValueLayer(QString id, QString title, std::shared_ptr<const Sample> sample, QObject* parent = nullptr);

    /// `values` one a spot; the range is [low, high] in `unit`.
    void setValues(std::vector<float> values, double low, double high, const QString& unit);
    bool hasColourMap() const override { return true; }
    QString colourMapId() const override { return m_colourMap; }
    void setColourMapId(const QString& id) override;
    std::optional<Legend> legend() const override;
    void paint(QPainter& painter, const Camera& camera) override;

private:
    std::shared_ptr<const Sample> m_sample;
    std::vector<float> m_values;
    double m_low = 0.0;
    double m_high = 1.0;
    QString m_unit;
    QString m_colourMap = QStringLiteral("viridis");
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
    QPainterPath m_pathsLevel0;
};

} // namespace spacrd
