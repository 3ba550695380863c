#pragma once

#include "core/base/task.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace spacrd {

/// One running job: what it does, how far it is, how long it still takes, and Cancel. Hidden while nothing runs.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    void start(const QString& title);
    void setProgress(const Progress& progress);
    /// The job was asked to stop and has not yet; the button cannot be pressed twice.
    void setCancelling();
    void finish();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_title;
    QLabel* m_pace;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QString m_heading;
    bool m_running = false;
};

} // namespace spacrd
