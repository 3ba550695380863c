#pragma once

#include "core/exchange/results.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace spacrd {

/// Where to write the result, and which of its files.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const QString& folder, bool openAfterwards, QWidget* parent = nullptr);

    QString folder() const;
    ResultFiles files() const;
    bool openAfterwards() const;

Q_SIGNALS:
    /// Export was pressed and the folder can be written; the dialog stays until finish().
    void exportRequested();

private:
    void chooseFolder();
    void check();
    QString problem() const;

    QLineEdit* m_folder;
    QCheckBox* m_scores;
    QCheckBox* m_regions;
    QCheckBox* m_overlay;
    QCheckBox* m_run;
    QCheckBox* m_openAfterwards;
    QLabel* m_problem;
    QPushButton* m_export;
};

/// The names of the files that a choice writes, for people.
QStringList fileNames(const ResultFiles& files);

} // namespace spacrd
