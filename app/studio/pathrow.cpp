#include "app/studio/pathrow.h"

#include "widgets/panels/icon.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>

namespace spacrd {

using namespace Qt::StringLiterals;

PathRow::PathRow(const QString& what, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_line, 1);
    m_line->setObjectName(name);
    m_line->setAccessibleName(what);
    m_line->setToolTip(tr("%1: type it, drop it here, or choose it with the button").arg(what));
    m_line->installEventFilter(this); // QLineEdit itself would take a dropped file as the text of its address
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PathRow::changed);
}

QToolButton* PathRow::addButton(const QString& iconName, const QString& title, const QString& nameEnd)
{
    auto* button = new QToolButton(this);
    button->setObjectName(m_line->objectName() + nameEnd);
    button->setIcon(icon(iconName));
    button->setToolTip(title);
    button->setAccessibleName(title);
    button->setFocusPolicy(Qt::StrongFocus);
    m_row->addWidget(button);
    return button;
}

void PathRow::addFileButton(const QString& title, const QStringList& filters)
{
    connect(addButton(u"open"_s, title, u"File"_s), &QToolButton::clicked, this,
            [this, title, filters] { choose(title, filters, false); });
}

void PathRow::addFolderButton(const QString& title)
{
    connect(addButton(u"folder"_s, title, u"Folder"_s), &QToolButton::clicked, this, [this, title] { choose(title, {}, true); });
}

QString PathRow::path() const
{
    const QString text = m_line->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(text));
}

void PathRow::setPath(const QString& path)
{
    m_line->setText(QDir::toNativeSeparators(path));
}

void PathRow::setPlaceholder(const QString& text)
{
    m_line->setPlaceholderText(text);
}

bool PathRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return QWidget::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const QList<QUrl> urls = drop->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile())
        return QWidget::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        setPath(urls.front().toLocalFile());
    return true;
}

void PathRow::choose(const QString& title, const QStringList& filters, bool folder)
{
    auto* dialog = new QFileDialog(window(), title, path().isEmpty() ? m_startFolder : QFileInfo(path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (folder)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    else if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    connect(dialog, &QFileDialog::fileSelected, this, &PathRow::setPath);
    dialog->open();
}

} // namespace spacrd
