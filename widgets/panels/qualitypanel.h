#pragma once

#include "core/sample/qualityfilter.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace spacrd {

class Histogram;

/// The quality of the spots of a sample before anything is detected, and a filter that leaves the poor ones out.
class QualityPanel : public QWidget
{
    Q_OBJECT

public:
    /// What is shown on the slide.
    enum class Map
    {
        none,
        umis,
        genes,
        mitochondria,
        image,
    };
    Q_ENUM(Map)

    explicit QualityPanel(QWidget* parent = nullptr);

    /// Another sample, whose quality is being measured, or none (false). Filters go back to keeping all.
    void setMeasuring(bool measuring);
    /// Of the whole sample, also while a part of it is shown.
    void setQuality(std::shared_ptr<const SampleQuality> quality);
    /// The quality could not be measured; `why` is shown in its place.
    void setProblem(const QString& why);
    /// The filter by which the shown sample was made; one that keeps all for the whole sample.
    void setApplied(const QualityFilter& filter);
    /// While spots are being left out or brought back, neither can be asked for.
    void setBusy(bool busy);

    QualityFilter filter() const;
    Map map() const;

Q_SIGNALS:
    void mapChosen(spacrd::QualityPanel::Map map);
    /// The spots that filter() keeps are wanted, or all.
    void applyRequested();
    void showAllRequested();

private:
    QWidget* makeContent();
    QWidget* makeImageRows();
    void showQuality();
    void showOutcome();
    void follow();

    std::shared_ptr<const SampleQuality> m_quality;
    QualityFilter m_applied;
    bool m_busy = false;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QLabel* m_summary = nullptr;
    QComboBox* m_map = nullptr;
    Histogram* m_umis = nullptr;
    Histogram* m_genes = nullptr;
    Histogram* m_mito = nullptr;
    QSpinBox* m_minUmis = nullptr;
    QSpinBox* m_minGenes = nullptr;
    QDoubleSpinBox* m_maxMito = nullptr;
    QCheckBox* m_onTissue = nullptr;
    QCheckBox* m_notBlurred = nullptr;
    QLabel* m_imageNote = nullptr;
    QLabel* m_outcome = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_showAll = nullptr;
};

} // namespace spacrd
