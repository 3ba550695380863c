#pragma once

#include <QWidget>

class QLineEdit;
class QHBoxLayout;
class QToolButton;

namespace spacrd {

/// A line for the path of a file or folder: typed, dropped on it, or chosen by a button beside it. It never asks the disk.
class PathRow : public QWidget
{
    Q_OBJECT

public:
    /// `what` names the path for people, `name` the line for tests (the buttons are `name` + "File", "Folder").
    PathRow(const QString& what, const QString& name, QWidget* parent = nullptr);

    /// Buttons that choose a file, a folder. `filters` as QFileDialog::setNameFilters.
    void addFileButton(const QString& title, const QStringList& filters);
    void addFolderButton(const QString& title);

    /// Cleaned, with forward slashes; empty when nothing is named.
    QString path() const;
    void setPath(const QString& path);
    void setPlaceholder(const QString& text);
    /// Where choosing begins while the line is empty.
    void setStartFolder(const QString& folder) { m_startFolder = folder; }
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(const QString& iconName, const QString& title, const QString& nameEnd);
    void choose(const QString& title, const QStringList& filters, bool folder);

    QLineEdit* m_line;
    QHBoxLayout* m_row;
    QString m_startFolder;
};

} // namespace spacrd
