#include "core/base/error.h"
#include "widgets/layers/binraster.h"
#include "widgets/layers/layercanvas.h"
#include "widgets/layers/spotlayers.h"

#include <QPaintDevice>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace spacrd {

namespace {

constexpr double smallestDisc = 2.0; ///< device pixels; smaller ones are shown by pixel
constexpr int rimFrom = 7;           ///< device pixels
const QColor noValueColour(110, 110, 110);

struct Extent
{
    float least = std::numeric_limits<float>::max();
    float most = std::numeric_limits<float>::lowest();
    bool someWithout = false;
};

/// Of millions of values, several at once: one by one each would wait for the comparison before it.
Extent extentOf(const std::vector<float>& values)
{
    constexpr size_t lanes = 16;
    const Extent none;
    std::array<float, lanes> least;
    std::array<float, lanes> most;
    std::array<float, lanes> without{};
    least.fill(none.least);
    most.fill(none.most);
    const auto take = [&](size_t lane, float value) { // a NaN is neither less nor more, nor itself
        least[lane] = value < least[lane] ? value : least[lane];
        most[lane] = value > most[lane] ? value : most[lane];
        without[lane] += value != value ? 1.0F : 0.0F;
    };
    const size_t inLanes = values.size() / lanes * lanes;
    for (size_t i = 0; i < inLanes; i += lanes) {
        for (size_t lane = 0; lane < lanes; ++lane)
            take(lane, values[i + lane]);
    }
    for (size_t i = inLanes; i < values.size(); ++i)
        take(0, values[i]);
    return {*std::ranges::min_element(least), *std::ranges::max_element(most),
            std::ranges::any_of(without, [](float count) { return count > 0.0F; })};
}

} // namespace

void paintNoValue(QPainter& painter, const QPointF& centre, double diameter)
{
    const double radius = diameter / 2 - 0.6;
    painter.setPen(QPen(noValueColour, 1.2));
    painter.setBrush(QColor(255, 255, 255, 110)); // so that the hatching shows on dark tissue
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(QBrush(noValueColour, Qt::BDiagPattern));
    painter.drawEllipse(centre, radius, radius);
}

SpotValueLayer::SpotValueLayer(QString id, QString title, std::shared_ptr<const SpotPlaces> places, QObject* parent)
    : Layer(std::move(id), std::move(title), parent)
    , m_places(std::move(places))
{}

void SpotValueLayer::setValues(std::vector<float> values, double low, double high, const QString& unit)
{
    if (values.size() != m_places->size())
        throw Error(
            Text(SPACRD_TR("core", "There are %1 values for %2 spots."), {toWord(values.size()), toWord(m_places->size())}));
    m_ownRange = m_range = {low, high, false};
    m_sorted.clear();
    m_unit = unit;
    const Extent extent = extentOf(values);
    m_least = extent.least;
    m_most = extent.most;
    m_someWithout = extent.someWithout;
    m_hasValues = true;
    if (m_places->grid())
        m_binValues.setValues(*m_places->grid(), values, m_aggregate);
    else
        m_values = m_places->inPlaceOrder(values);
    Q_EMIT changed();
}

void SpotValueLayer::setNames(std::vector<std::pair<double, QString>> names)
{
    m_names = std::move(names);
    Q_EMIT changed();
}

void SpotValueLayer::setAggregate(Aggregate aggregate)
{
    if (aggregate == m_aggregate)
        return;
    m_aggregate = aggregate;
    m_binValues.aggregateBy(aggregate);
    Q_EMIT changed();
}

void SpotValueLayer::setColourMapId(const QString& id)
{
    const QString known = colourMap(id).id;
    if (known == m_colourMap)
        return;
    m_colourMap = known;
    Q_EMIT changed();
}

std::optional<Legend> SpotValueLayer::legend() const
{
    if (!m_hasValues)
        return std::nullopt;
    Legend legend;
    legend.title = title();
    legend.unit = m_unit;
    legend.range = m_range;
    legend.someWithoutValue = m_someWithout;
    legend.someBelow = m_least < static_cast<float>(m_range.low);
    legend.someAbove = m_most > static_cast<float>(m_range.high);
    legend.note = m_shownTogether;
    if (m_names.empty())
        legend.map = &colourMap(m_colourMap);
    for (const auto& [value, name] : m_names)
        legend.swatches.emplace_back(
            QColor(colourMap(m_colourMap).entries[static_cast<size_t>(colourIndex(value, m_range.low, m_range.high))]), name);
    return legend;
}

std::optional<ValueRange> SpotValueLayer::range() const
{
    return m_hasValues && m_names.empty() ? std::optional(m_range) : std::nullopt;
}

void SpotValueLayer::setRange(const ValueRange& range)
{
    if (range == m_range || !(range.high >= range.low))
        return;
    m_range = range;
    Q_EMIT changed();
}

double SpotValueLayer::percentile(double percent) const
{
    if (m_sorted.empty()) {
        const std::vector<float>& all = m_places->grid() ? m_binValues.levels().front().values : m_values;
        constexpr size_t mostSorted = 100'000;
        const size_t step = std::max<size_t>(1, all.size() / mostSorted);
        for (size_t i = 0; i < all.size(); i += step) {
            if (std::isfinite(all[i])) // neither without a value nor a place without a bin
                m_sorted.push_back(all[i]);
        }
        std::ranges::sort(m_sorted);
    }
    if (m_sorted.empty())
        return m_ownRange.low;
    const double place = std::clamp(percent, 0.0, 100.0) / 100.0 * static_cast<double>(m_sorted.size() - 1);
    return static_cast<double>(m_sorted[static_cast<size_t>(std::lround(place))]);
}

void SpotValueLayer::paint(QPainter& painter, const Camera& camera)
{
    if (!m_hasValues)
        return;
    const double diameter = m_places->diameterLevel0() / camera.downsample();
    const LayerCanvas canvas(m_image, m_places->boundsLevel0(), diameter, camera, painter.device()->devicePixelRatio());
    if (!canvas.isInView())
        return;
    paintOnto(m_image, canvas.level0ToDevice());
    canvas.draw(painter);
}

void SpotValueLayer::paintOnto(QImage& image, const QTransform& level0ToDevice)
{
    const ValueColours colours(colourMap(m_colourMap), m_range);
    const bool mean = m_aggregate == Aggregate::mean;
    if (m_places->grid()) {
        const int side = 1 << paintBins(image, m_places->grid()->gridToLevel0 * level0ToDevice, m_binValues, colours);
        const QString what = mean ? tr("mean of %1 × %1 bins") : tr("maximum of %1 × %1 bins");
        return setShownTogether(side > 1 ? what.arg(side) : QString());
    }
    const double diameter = m_places->diameterLevel0() * std::sqrt(std::abs(level0ToDevice.determinant()));
    if (diameter < smallestDisc) {
        m_raster.paintPixels(image, level0ToDevice, *m_places, m_values, m_aggregate, colours);
        return setShownTogether(mean ? tr("mean of the spots in a pixel") : tr("maximum of the spots in a pixel"));
    }
    const int pixels = static_cast<int>(std::lround(diameter));
    if (!m_disc || m_disc->diameter() != pixels)
        m_disc.emplace(pixels, pixels >= rimFrom);
    paintDiscs(image, level0ToDevice, *m_places, *m_disc, m_values, colours);
    setShownTogether({});
}

/// The legend follows the zoom; it is told after the painting.
void SpotValueLayer::setShownTogether(const QString& what)
{
    if (what == m_shownTogether)
        return;
    m_shownTogether = what;
    QMetaObject::invokeMethod(this, &Layer::changed, Qt::QueuedConnection);
}

} // namespace spacrd
