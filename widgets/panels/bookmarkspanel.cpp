#include "widgets/panels/bookmarkspanel.h"

#include "widgets/panels/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

Q_DECLARE_METATYPE(spacrd::Bookmark)

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

Bookmark bookmarkOf(const QListWidgetItem& item)
{
    auto bookmark = item.data(Qt::UserRole).value<Bookmark>();
    bookmark.note = item.text();
    return bookmark;
}

} // namespace

BookmarksPanel::BookmarksPanel(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_add(new QPushButton(icon(u"bookmark"_s), tr("&Add this view"), this))
    , m_note(new QPushButton(tr("&Note"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
{
    m_list->setObjectName(u"bookmarks"_s);
    m_list->setAccessibleName(tr("Bookmarks"));
    m_list->setIconSize(thumbnailSize);
    m_list->setSpacing(2);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setToolTip(tr("Double-click or Enter goes there, F2 changes the note"));
    m_add->setObjectName(u"addBookmark"_s);
    m_add->setToolTip(tr("Remember the view that is shown now"));
    m_note->setObjectName(u"editNote"_s);
    m_note->setToolTip(tr("Change the note of this bookmark (F2)"));
    m_remove->setObjectName(u"removeBookmark"_s);
    m_remove->setToolTip(tr("Remove this bookmark (Del)"));
    auto* remove = new QAction(m_list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(remove);
    auto* empty = new QLabel(tr("Views to come back to appear here."), this);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setMargin(16);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 8);
    buttons->addWidget(m_add, 1);
    buttons->addWidget(m_note);
    buttons->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);

    connect(m_add, &QPushButton::clicked, this, &BookmarksPanel::addRequested);
    connect(m_note, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QPushButton::clicked, this, &BookmarksPanel::removeCurrent);
    connect(remove, &QAction::triggered, this, &BookmarksPanel::removeCurrent);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) { Q_EMIT chosen(bookmarkOf(*item)); });
    connect(m_list, &QListWidget::currentItemChanged, this, &BookmarksPanel::refresh);
    connect(m_list, &QListWidget::itemChanged, this, &BookmarksPanel::changed);
    refresh();
}

std::vector<Bookmark> BookmarksPanel::bookmarks() const
{
    std::vector<Bookmark> all;
    for (int i = 0; i < m_list->count(); ++i)
        all.push_back(bookmarkOf(*m_list->item(i)));
    return all;
}

void BookmarksPanel::setBookmarks(const std::vector<Bookmark>& bookmarks)
{
    m_list->clear();
    for (const Bookmark& bookmark : bookmarks)
        append(bookmark);
    refresh();
}

void BookmarksPanel::add(const Bookmark& bookmark)
{
    append(bookmark);
    m_list->setCurrentRow(m_list->count() - 1);
    refresh();
    Q_EMIT changed();
    if (m_list->isVisible())
        m_list->editItem(m_list->currentItem());
}

void BookmarksPanel::append(const Bookmark& bookmark)
{
    const QSignalBlocker quiet(m_list);
    auto* item = new QListWidgetItem(QPixmap::fromImage(bookmark.thumbnail), bookmark.note, m_list);
    item->setData(Qt::UserRole, QVariant::fromValue(bookmark));
    item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void BookmarksPanel::setReady(bool ready)
{
    m_ready = ready;
    refresh();
}

void BookmarksPanel::removeCurrent()
{
    delete m_list->currentItem();
    refresh();
    Q_EMIT changed();
}

void BookmarksPanel::refresh()
{
    m_add->setEnabled(m_ready);
    m_note->setEnabled(m_list->currentItem() != nullptr);
    m_remove->setEnabled(m_list->currentItem() != nullptr);
    m_pages->setCurrentIndex(m_list->count() > 0 ? 1 : 0);
}

} // namespace spacrd
