#include "app/studio/workspace.h"

#include "widgets/panels/texts.h"

namespace spacrd {

QString Workspace::title() const
{
    if (!m_opened)
        return {};
    if (m_opened->sample && !m_opened->sample->name.empty())
        return QString::fromStdString(m_opened->sample->name);
    return pathText(m_opened->request.path.filename());
}

std::optional<double> Workspace::level0Mpp() const
{
    if (const auto section = sample())
        return section->level0Mpp();
    return slide() ? slide()->info().mppX : std::nullopt;
}

void Workspace::open(std::optional<Opened> opened)
{
    m_opened = std::move(opened);
    m_whole = sample();
    forgetResults();
    Q_EMIT changed(Change::opened);
}

void Workspace::showPart(std::shared_ptr<const Sample> part)
{
    m_opened->sample = std::move(part);
    forgetResults();
    Q_EMIT changed(Change::spots);
}

void Workspace::forgetResults()
{
    m_detection = nullptr;
    m_result = nullptr;
    m_gene.reset();
    m_spot.reset();
}

void Workspace::setModel(const QString& file, std::optional<ModelCard> card)
{
    m_modelFile = file;
    m_card = std::move(card);
    Q_EMIT changed(Change::model);
}

void Workspace::setDetection(std::shared_ptr<const DetectionRun> run, const QString& modelFile, const std::string& modelName)
{
    m_detection = std::move(run);
    m_detectionModelFile = modelFile;
    m_detectionModelName = modelName;
}

void Workspace::setResult(std::shared_ptr<const Result> result)
{
    m_result = std::move(result);
    Q_EMIT changed(Change::result);
}

Provenance Workspace::provenance() const
{
    Provenance made;
    made.modelFile = toPath(m_detectionModelFile);
    made.modelName = m_detectionModelName;
    made.inputs["model"] = made.modelFile;
    if (m_detection) {
        made.device = m_detection->device;
        made.threads = m_detection->threads;
        made.secondsPerStage = m_detection->secondsPerStage;
    }
    if (const auto section = sample()) {
        made.inputs["sample"] = section->path;
        if (!section->image.empty())
            made.inputs["slide"] = section->image;
    }
    return made;
}

void Workspace::setGene(std::optional<size_t> gene)
{
    m_gene = gene;
    Q_EMIT changed(Change::gene);
}

void Workspace::setSpot(std::optional<size_t> spot)
{
    m_spot = spot;
    Q_EMIT changed(Change::selection);
}

} // namespace spacrd
