#include "widgets/layers/spotlayers.h"
#include "widgets/slideview/slidegeometry.h"

#include <QPainter>
#include <QPolygonF>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

const QColor tumour(200, 0, 0);
constexpr int fillAlpha = 38;

QPolygonF level0Polygon(const Ring& fullres, const Alignment& alignment)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(fullres.size()));
    for (const Point& point : fullres)
        polygon.append(toQt(alignment.toLevel0({point.x, point.y}).plain()));
    return polygon;
}

} // namespace

RegionLayer::RegionLayer(const Alignment& alignment, QObject* parent)
    : Layer(u"regions"_s, tr("Regions"), parent)
    , m_alignment(alignment)
{}

void RegionLayer::setRegions(const std::vector<Region>& regions)
{
    const auto addRing = [this](const Ring& ring) {
        m_pathLevel0.addPolygon(level0Polygon(ring, m_alignment));
        m_pathLevel0.closeSubpath();
    };
    m_pathLevel0 = QPainterPath(); // odd-even: holes stay open
    for (const Region& region : regions) {
        addRing(region.fullres.outer);
        for (const Ring& hole : region.fullres.holes)
            addRing(hole);
    }
    Q_EMIT changed();
}

std::optional<Legend> RegionLayer::legend() const
{
    if (m_pathLevel0.isEmpty())
        return std::nullopt;
    Legend legend;
    legend.title = title();
    legend.swatches.emplace_back(tumour, tr("Cancer tissue region"));
    return legend;
}

void RegionLayer::paint(QPainter& painter, const Camera& camera)
{
    if (m_pathLevel0.isEmpty() || !m_pathLevel0.controlPointRect().intersects(camera.visibleLevel0()))
        return;
    const QPainterPath path = camera.level0ToScreen().map(m_pathLevel0);
    QColor fill = tumour;
    fill.setAlpha(fillAlpha);
    painter.fillPath(path, fill);
    // The white line beneath keeps the red one readable on pink and purple tissue.
    painter.strokePath(path, QPen(QColor(255, 255, 255, 210), 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(tumour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace spacrd
