#pragma once

#include "app/studio/engine.h"
#include "app/studio/opensampletexts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace spacrd {

class PathRow;

/// The parts of a sample, with what is known of each: where the data lie, which of several sections, slide, positions, scale.
/// It reads nothing itself: it asks for a look at what is named and is told what was found, and stays until the sample is open.
class OpenSampleDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OpenSampleDialog(const QString& startFolder, QWidget* parent = nullptr);

    void setRequest(const OpenRequest& request);
    OpenRequest request() const;

    /// The answer to lookRequested of this number; an answer to an older one is of no interest.
    void setLook(const RequestLook& look, int number);
    /// While the sample is being opened, nothing can be changed; Cancel stops it.
    void setOpening(bool opening);
    /// One sentence on why opening failed; all that was filled in stays.
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void lookRequested(const spacrd::OpenRequest& request, int number);
    void openRequested(const spacrd::OpenRequest& request);
    void cancelRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    void makeRows(const QString& startFolder);
    void connectRows();
    void ask();
    void lookSoon();
    void fillLibraries();
    void showState();
    SampleFields fields() const;

    PathRow* m_path;
    QLabel* m_sign;
    QLabel* m_recognised;
    QLabel* m_libraryLabel;
    QComboBox* m_library;
    PathRow* m_slide;
    QLabel* m_slideHint;
    QCheckBox* m_withoutSlide;
    QLineEdit* m_scale;
    PathRow* m_positions;
    PathRow* m_spots;
    QLabel* m_positionsHint;
    QLabel* m_spotsHint;
    QLabel* m_problem;
    QPushButton* m_open;
    QWidget* m_fields;
    QTimer* m_soon;

    OpenRequest m_base; // what the fields do not show
    std::optional<RequestLook> m_look;
    QString m_failure;
    int m_asked = 0;
    bool m_opening = false;
};

} // namespace spacrd
