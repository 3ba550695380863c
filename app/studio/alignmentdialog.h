#pragma once

#include "core/sample/sample.h"

#include <QDialog>
#include <QImage>

#include <memory>
#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;
class QTabWidget;
class QRadioButton;

namespace spacrd {

class AlignmentFindingsView;
class AlignmentPreview;
class LandmarksView;

/// How the spots lie on the slide: what speaks against it and the fixes, the eight orientations by hand, marked pairs; beside it
/// the slide with the spots, as they are or with the chosen change. It joins and writes nothing itself.
class AlignmentDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AlignmentDialog(QWidget* parent = nullptr);

    /// The sample as it lies now; that of the first call is what "As it was" goes back to. It needs a slide.
    void setSample(std::shared_ptr<const Sample> sample);
    /// Another that "As it was" goes back to: the one the sample was opened with.
    void setOriginal(const Alignment& alignment);
    void setPicture(const QImage& picture);
    /// While another alignment is being joined.
    void setApplying(bool applying);
    void showProblem(const QString& sentence);
    void showSaved(const QString& file);
    /// Where and under which name a sample file is offered.
    void setSaveSuggestion(const QString& file) { m_saveSuggestion = file; }

public Q_SLOTS:
    /// Asks first where landmarks would be lost that were not applied.
    void reject() override;

Q_SIGNALS:
    void applyRequested(const spacrd::Alignment& alignment);
    void saveRequested(const QString& file, const spacrd::Alignment& alignment);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Tab
    {
        findings,
        byHand,
        landmarks,
    };
    QWidget* makeByHand();
    QWidget* makePreview();
    QWidget* makeButtons();
    /// The change that is chosen on the page in front; nothing when there is none, or it changes nothing.
    std::optional<Alignment> candidate() const;
    void choose();
    void showState();
    void pick(Level0Point level0);
    void save();

    std::shared_ptr<const Sample> m_sample;
    std::optional<Alignment> m_original;
    QString m_saveSuggestion;
    QString m_notice;
    bool m_noticeIsProblem = false;
    bool m_applying = false;

    QTabWidget* m_tabs;
    AlignmentFindingsView* m_findings;
    QButtonGroup* m_orientations;
    LandmarksView* m_landmarks;
    AlignmentPreview* m_preview;
    QRadioButton* m_showAsIs = nullptr;
    QRadioButton* m_showChange = nullptr;
    QLabel* m_sign = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_asItWas = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace spacrd
