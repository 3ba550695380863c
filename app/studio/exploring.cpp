#include "app/studio/mainwindow.h"

#include "widgets/layers/layer.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/panels/genepanel.h"
#include "widgets/slideview/slideview.h"

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

const QString spotsId = u"spots"_s;
const QString geneId = u"gene"_s;
const QString scoreId = u"score"_s;
const QString attentionId = u"attention"_s;
const QString regionsId = u"regions"_s;

/// The section reduced to some of its spots, so that a value layer draws these and no other.
Sample onlySpots(const Sample& sample, const std::vector<size_t>& spots)
{
    Sample part;
    part.name = sample.name;
    part.slide = sample.slide;
    part.alignment = sample.alignment;
    part.section.platform = sample.section.platform;
    part.section.lattice = sample.section.lattice;
    part.section.spotDiameterFullresPx = sample.section.spotDiameterFullresPx;
    part.section.spotPitchFullresPx = sample.section.spotPitchFullresPx;
    part.section.mpp = sample.section.mpp;
    for (const size_t spot : spots)
        part.section.spots.push_back(sample.spots()[spot]);
    return part;
}

std::vector<float> asFloats(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

} // namespace

void MainWindow::makeLayers()
{
    if (m_workspace->sample())
        raiseSpots();
}

/// Of the sample that is shown; its layers share it.
std::shared_ptr<const SpotPlaces> MainWindow::spotPlaces()
{
    if (m_placedSample != m_workspace->sample()) {
        m_placedSample = m_workspace->sample();
        m_places = m_placedSample ? std::make_shared<const SpotPlaces>(*m_placedSample) : nullptr;
    }
    return m_places;
}

void MainWindow::raiseSpots()
{
    LayerStack& stack = *m_view->layers();
    auto spots = std::make_unique<SpotOutlineLayer>(spotPlaces());
    spots->setSelected(m_workspace->spot());
    if (const Layer* old = stack.find(spotsId)) {
        spots->setVisible(old->isVisible());
        spots->setOpacity(old->opacity());
    }
    stack.remove(spotsId);
    stack.add(std::move(spots));
}

void MainWindow::startTotals()
{
    m_totals = m_quick->start([sample = m_workspace->sample()](Task&) { return geneTotals(sample->expression()); },
                              [this](std::vector<GeneTotal> totals) {
                                  m_totals = 0;
                                  m_genePanel->setTotals(std::move(totals));
                              });
}

void MainWindow::showResultLayers()
{
    const auto sample = m_workspace->sample();
    const auto result = m_workspace->result();
    LayerStack& stack = *m_view->layers();
    if (auto* regions = qobject_cast<RegionLayer*>(stack.find(regionsId));
        regions && m_shownDetection == m_workspace->detection()) {
        regions->setRegions(result->regions); // only the threshold moved
        return;
    }
    m_shownDetection = m_workspace->detection();
    auto score = std::make_unique<SpotValueLayer>(scoreId, tr("Score"), spotPlaces());
    score->setColourMapId(u"viridis"_s);
    score->setOpacity(0.6);
    score->setValues(asFloats(result->detection.score), 0.0, 1.0, QString());
    auto regions = std::make_unique<RegionLayer>(sample->alignment);
    regions->setRegions(result->regions);
    stack.add(std::move(score));
    stack.add(std::move(regions));
    raiseSpots();
    showAttention();
}

void MainWindow::chooseGene(size_t gene)
{
    const auto sample = m_workspace->sample();
    if (!sample || gene >= sample->expression().genes.size())
        return;
    m_readingGene.start([sample, gene](Task&) { return geneLogExpression(sample->expression(), gene); },
                        [this, sample, gene](std::vector<float> values) {
                            if (sample != m_workspace->sample())
                                return;
                            const double highest =
                                values.empty() ? 1.0 : static_cast<double>(*std::max_element(values.begin(), values.end()));
                            auto layer = std::make_unique<SpotValueLayer>(
                                geneId, QString::fromStdString(sample->expression().genes[gene].symbol), spotPlaces());
                            layer->setColourMapId(u"magma"_s);
                            layer->setOpacity(0.8);
                            layer->setValues(std::move(values), 0.0, highest > 0 ? highest : 1.0, tr("log-normalised"));
                            m_view->layers()->add(std::move(layer));
                            raiseSpots();
                            m_workspace->setGene(gene);
                        });
}

void MainWindow::clearGene()
{
    m_readingGene.abandon();
    m_view->layers()->remove(geneId);
    m_workspace->setGene(std::nullopt);
}

void MainWindow::choosePlace(QPointF level0)
{
    if (const auto sample = m_workspace->sample())
        chooseSpot(sample->spotAt({level0.x(), level0.y()}));
}

void MainWindow::chooseSpot(std::optional<size_t> spot)
{
    m_workspace->setSpot(spot);
    if (auto* spots = qobject_cast<SpotOutlineLayer*>(m_view->layers()->find(spotsId)))
        spots->setSelected(spot);
    showAttention();
    if (spot)
        raiseDock(u"spotDock"_s);
}

void MainWindow::showAttention()
{
    const auto sample = m_workspace->sample();
    const auto result = m_workspace->result();
    const auto spot = m_workspace->spot();
    LayerStack& stack = *m_view->layers();
    if (!sample || !result || !spot || result->detection.neighbours.spots() <= *spot
        || result->detection.histologyToGene.rows() <= static_cast<Eigen::Index>(*spot)) {
        stack.remove(attentionId);
        return;
    }
    const NeighbourTable& table = result->detection.neighbours;
    std::vector<size_t> spots;
    std::vector<float> weights;
    float highest = 0.0F;
    for (int i = 0; i < table.k; ++i) {
        spots.push_back(static_cast<size_t>(table.row(*spot)[i]));
        weights.push_back(result->detection.histologyToGene(static_cast<Eigen::Index>(*spot), i));
        highest = std::max(highest, weights.back());
    }
    auto layer = std::make_unique<SpotValueLayer>(attentionId, tr("Attention"),
                                                  std::make_shared<const SpotPlaces>(onlySpots(*sample, spots)));
    layer->setColourMapId(u"inferno"_s);
    layer->setOpacity(0.9);
    layer->setValues(std::move(weights), 0.0, highest > 0 ? static_cast<double>(highest) : 1.0, tr("image → genes"));
    stack.add(std::move(layer));
    raiseSpots();
}

void MainWindow::goToSpot(size_t spot)
{
    const auto sample = m_workspace->sample();
    if (!sample || spot >= sample->spots().size())
        return;
    const Level0Point p = sample->alignment.toLevel0(sample->spots()[spot].fullres);
    m_view->centreOn({p.x, p.y});
    chooseSpot(spot);
}

void MainWindow::goToRegion(const QRectF& fullres)
{
    const auto sample = m_workspace->sample();
    if (!sample)
        return;
    QPolygonF corners;
    for (const QPointF& corner : {fullres.topLeft(), fullres.topRight(), fullres.bottomRight(), fullres.bottomLeft()}) {
        const Level0Point p = sample->alignment.toLevel0({corner.x(), corner.y()});
        corners += QPointF(p.x, p.y);
    }
    const QRectF level0 = corners.boundingRect();
    Camera camera = m_view->camera();
    // The region with as much around it as it is large, so that one sees where it lies.
    const double margin = std::max(level0.width(), level0.height()) / 2;
    camera.fit(level0.adjusted(-margin, -margin, margin, margin));
    m_view->setCamera(camera);
}

} // namespace spacrd
