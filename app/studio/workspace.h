#pragma once

#include "app/studio/engine.h"

#include <QObject>

#include <optional>

namespace spacrd {

/// What is open in the window and what is known of it. Values only: it starts no work and shows nothing.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// What changed; a listener reads the rest.
    enum class Change
    {
        opened,    ///< another section or slide, or none: everything below was reset
        spots,     ///< another part of the same section: everything below but the model was reset
        model,     ///< another model file, or its card came
        result,    ///< a detection, or another threshold on it
        gene,      ///< another gene on the picture, or none
        selection, ///< another spot, or none
    };
    Q_ENUM(Change)

    using QObject::QObject;

    bool isOpen() const { return m_opened.has_value(); }
    const std::optional<Opened>& opened() const { return m_opened; }
    std::shared_ptr<const Sample> sample() const { return m_opened ? m_opened->sample : nullptr; }
    /// The section with all its spots, of which sample() may be a part.
    std::shared_ptr<const Sample> wholeSample() const { return m_whole; }
    std::shared_ptr<const Slide> slide() const { return m_opened ? m_opened->slide : nullptr; }
    /// The section's name, else the slide's file name.
    QString title() const;
    /// µm per level-0 pixel (per full-resolution pixel without a slide), where known.
    std::optional<double> level0Mpp() const;
    void open(std::optional<Opened> opened);
    /// Makes a part of the section, or the whole again, the sample that is shown and detected on.
    void showPart(std::shared_ptr<const Sample> part);

    const QString& modelFile() const { return m_modelFile; }
    const std::optional<ModelCard>& card() const { return m_card; }
    void setModel(const QString& file, std::optional<ModelCard> card);

    /// The last detection by itself, to decide anew on; null before one.
    std::shared_ptr<const DetectionRun> detection() const { return m_detection; }
    std::shared_ptr<const Result> result() const { return m_result; }
    /// `modelFile` and `modelName` are those the detection was made with, whatever is chosen later.
    void setDetection(std::shared_ptr<const DetectionRun> run, const QString& modelFile, const std::string& modelName);
    void setResult(std::shared_ptr<const Result> result);
    Provenance provenance() const;

    std::optional<size_t> gene() const { return m_gene; }
    void setGene(std::optional<size_t> gene);
    std::optional<size_t> spot() const { return m_spot; }
    void setSpot(std::optional<size_t> spot);

Q_SIGNALS:
    void changed(spacrd::Workspace::Change change);

private:
    void forgetResults();

    std::optional<Opened> m_opened;
    std::shared_ptr<const Sample> m_whole;
    QString m_modelFile;
    std::optional<ModelCard> m_card;
    std::shared_ptr<const DetectionRun> m_detection;
    QString m_detectionModelFile;
    std::string m_detectionModelName;
    std::shared_ptr<const Result> m_result;
    std::optional<size_t> m_gene;
    std::optional<size_t> m_spot;
};

} // namespace spacrd
