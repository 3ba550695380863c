#include "app/studio/mainwindow.h"

#include "widgets/layers/layer.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/qualitypanel.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slideview.h"

#include <algorithm>
#include <limits>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

const QString qualityId = u"quality"_s;
constexpr double shownQuantile = 0.98; // a few very rich spots would leave one colour for all others
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// The value of a spot by the measure that is shown; NaN is what the layer draws as "no value".
float valueOf(const SampleQuality& quality, QualityPanel::Map map, size_t spot)
{
    switch (map) {
    case QualityPanel::Map::umis:
        return quality.umis.empty() ? unknown : static_cast<float>(quality.umis[spot]);
    case QualityPanel::Map::genes:
        return quality.genes.empty() ? unknown : static_cast<float>(quality.genes[spot]);
    case QualityPanel::Map::mitochondria:
        return quality.mitochondrialPercent.empty() ? unknown : quality.mitochondrialPercent[spot].value_or(unknown);
    case QualityPanel::Map::image:
        return quality.image.empty() ? unknown : static_cast<float>(quality.image[spot]);
    case QualityPanel::Map::none:
        break;
    }
    return unknown;
}

double highOf(std::vector<float> values)
{
    std::erase_if(values, [](float value) { return !(value >= 0.0F); });
    if (values.empty())
        return 1.0;
    const auto high = values.begin() + static_cast<std::ptrdiff_t>(shownQuantile * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), high, values.end());
    return *high > 0.0F ? static_cast<double>(*high) : 1.0;
}

} // namespace

void MainWindow::measureQuality()
{
    const auto sample = m_workspace->wholeSample();
    m_measuring = m_measure->start([measure = m_engine.measureQuality, sample](Task& task) { return measure(*sample, task); },
                                   [this](SampleQuality quality) {
                                       m_measuring = 0;
                                       m_quality = std::make_shared<const SampleQuality>(std::move(quality));
                                       m_qualityPanel->setQuality(m_quality);
                                   },
                                   {[this](const Error& error) {
                                        m_measuring = 0;
                                        m_qualityPanel->setProblem(errorText(error));
                                    },
                                    {}});
}

void MainWindow::applyFilter()
{
    const auto whole = m_workspace->wholeSample();
    if (!whole || !m_quality || m_filtering != 0)
        return;
    const QualityFilter filter = m_qualityPanel->filter();
    std::vector<size_t> kept = judge(*m_quality, filter).kept;
    if (kept.size() == whole->spots().size()) {
        showPart(whole, {}, filter);
        return;
    }
    const auto ended = [this] {
        m_filtering = 0;
        updateActions();
    };
    m_filtering = m_measure->start([keep = m_engine.keepSpots, whole, kept](Task& task) { return keep(*whole, kept, task); },
                                   [this, ended, kept, filter](std::shared_ptr<const Sample> part) {
                                       ended();
                                       showPart(std::move(part), kept, filter);
                                   },
                                   {[this, ended](const Error& error) {
                                        ended();
                                        showError(error);
                                    },
                                    ended});
    updateActions();
}

void MainWindow::showAllSpots()
{
    if (const auto whole = m_workspace->wholeSample())
        showPart(whole, {}, {});
}

/// `spots` are those of the whole sample that `part` holds; empty for all.
void MainWindow::showPart(std::shared_ptr<const Sample> part, std::vector<size_t> spots, const QualityFilter& filter)
{
    if (part != m_workspace->sample()) {
        abandonSpotWork();
        m_keptSpots = std::move(spots);
        m_messages->clear();
        const Layer* const outlines = m_view->layers()->find(u"spots"_s);
        const bool outlined = !outlines || outlines->isVisible();
        const std::optional<size_t> gene = m_workspace->gene(); // the genes stay, so it means the same
        m_view->layers()->clear();
        m_shownDetection = nullptr;
        m_workspace->showPart(part);
        makeLayers();
        if (Layer* const drawn = m_view->layers()->find(u"spots"_s))
            drawn->setVisible(outlined);
        if (gene)
            chooseGene(*gene);
        showQualityLayer();
        startTotals();
        showWarnings(*part);
        showFileState();
    }
    m_qualityPanel->setApplied(filter);
    updateActions();
}

void MainWindow::showQualityLayer()
{
    const auto sample = m_workspace->sample();
    const QualityPanel::Map map = m_qualityPanel->map();
    if (!sample || !m_quality || map == QualityPanel::Map::none) {
        m_view->layers()->remove(qualityId);
        return;
    }
    std::vector<float> values(sample->spots().size());
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = valueOf(*m_quality, map, m_keptSpots.empty() ? i : m_keptSpots[i]);
    const double high = highOf(values);
    const auto layer = [&](const QString& title, double top, const QString& unit) {
        auto made = std::make_unique<SpotValueLayer>(qualityId, title, spotPlaces());
        made->setColourMapId(u"cividis"_s);
        made->setOpacity(0.8);
        made->setValues(values, 0.0, top, unit);
        return made;
    };
    std::unique_ptr<SpotValueLayer> made;
    if (map == QualityPanel::Map::umis) {
        made = layer(tr("UMIs"), high, tr("UMIs a spot"));
    } else if (map == QualityPanel::Map::genes) {
        made = layer(tr("Genes detected"), high, tr("genes a spot"));
    } else if (map == QualityPanel::Map::mitochondria) {
        made = layer(tr("Mitochondrial share"), high, tr("% of UMIs"));
    } else {
        const auto state = [](ImageState s) { return static_cast<double>(s); };
        made = layer(tr("Image at the spot"), state(ImageState::tissue), QString());
        made->setNames({{state(ImageState::tissue), tr("tissue")},
                        {state(ImageState::blurred), tr("out of focus")},
                        {state(ImageState::glass), tr("glass")}});
    }
    m_view->layers()->add(std::move(made));
    raiseSpots();
}

} // namespace spacrd
