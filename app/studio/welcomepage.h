#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace spacrd {

/// What is shown while nothing is open: what to do first, and what was open before.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// Paths, newest first; one that is not there any more is greyed.
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void openRequested();
    void openFolderRequested();
    void sampleRequested();
    void demoRequested();
    void recentChosen(const QString& path);

private:
    QListWidget* m_recent;
    QLabel* m_noRecent;
};

} // namespace spacrd
