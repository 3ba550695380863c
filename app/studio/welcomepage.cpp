#include "app/studio/welcomepage.h"

#include "app/studio/cardbutton.h"
#include "widgets/panels/icon.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 860;

QLabel* title(const QString& text, double scale, bool bold, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(bold);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

/// "C2 — /data/her2st/C2": the last part of the path is what a person remembers.
QString recentTitle(const QFileInfo& file)
{
    const QString name = file.fileName();
    // An "outs" folder says nothing; the folder above it names the section.
    return name == u"outs"_s ? QFileInfo(file.path()).fileName() : name;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_recent(new QListWidget(this))
    , m_noRecent(new QLabel(this))
{
    setObjectName(u"welcomePage"_s);
    auto* column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(24, 24, 24, 24);
    rows->setSpacing(12);

    auto* head = new QHBoxLayout;
    head->setSpacing(18);
    auto* logo = new QLabel(column);
    logo->setPixmap(QIcon(u":/icons/app.svg"_s).pixmap(QSize(72, 72), devicePixelRatioF()));
    head->addWidget(logo);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title(tr("SpaCRD Studio"), 2.0, true, column));
    words->addWidget(title(tr("Finds cancer regions from tissue morphology and gene expression together"), 1.1, false, column));
    head->addLayout(words, 1);
    rows->addLayout(head);
    rows->addSpacing(10);

    auto* cards = new QHBoxLayout;
    cards->setSpacing(14);
    auto* open = new CardButton(icon(u"open"_s, Qt::white), tr("Open file…"),
                                tr("A whole-slide image, a counts table or a picture"), true, column);
    open->setObjectName(u"welcomeOpen"_s);
    auto* folder = new CardButton(icon(u"folder"_s), tr("Open section folder…"),
                                  tr("The “outs” folder of Space Ranger, with its slide"), false, column);
    folder->setObjectName(u"welcomeFolder"_s);
    auto* demo = new CardButton(icon(u"demo"_s), tr("Open the demo"), tr("A made-up section: see everything at work in a minute"),
                                false, column);
    demo->setObjectName(u"welcomeDemo"_s);
    cards->addWidget(open);
    cards->addWidget(folder);
    cards->addWidget(demo);
    rows->addLayout(cards);

    auto* hint = new QHBoxLayout;
    auto* drop = new QLabel(column);
    drop->setPixmap(icon(u"drop"_s).pixmap(QSize(22, 22), devicePixelRatioF()));
    hint->addWidget(drop);
    hint->addWidget(new QLabel(tr("Or drop a file or folder anywhere on this window."), column), 1);
    auto* sample = new QPushButton(icon(u"sample"_s), tr("Open sample…"), column);
    sample->setObjectName(u"welcomeSample"_s);
    sample->setToolTip(tr("Name the parts of a sample: data, section, slide, positions, scale"));
    hint->addWidget(sample);
    rows->addLayout(hint);
    rows->addSpacing(10);

    rows->addWidget(title(tr("Recent"), 1.15, true, column));
    m_noRecent->setText(tr("What you open will be listed here."));
    rows->addWidget(m_noRecent);
    m_recent->setObjectName(u"recentList"_s);
    m_recent->setAccessibleName(tr("Recently opened"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setIconSize({24, 24});
    m_recent->setStyleSheet(
        u"QListWidget { background: transparent; } QListWidget::item { padding: 6px; border-radius: 6px; }"_s);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows->addWidget(m_recent, 1000);
    rows->addStretch(1); // takes the room of the list while it is hidden

    auto* grid = new QGridLayout(this);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 100);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 12);
    grid->addWidget(column, 1, 1);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grid->setAlignment(column, Qt::Alignment());

    connect(open, &CardButton::clicked, this, &WelcomePage::openRequested);
    connect(folder, &CardButton::clicked, this, &WelcomePage::openFolderRequested);
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(demo, &CardButton::clicked, this, &WelcomePage::demoRequested);
    const auto choose = [this](QListWidgetItem* item) {
        if (item)
            Q_EMIT recentChosen(item->data(Qt::UserRole).toString());
    };
    connect(m_recent, &QListWidget::itemClicked, this, choose);
    // Enter on a row; a mouse click has been served by itemClicked, and activating twice opens the same path again harmlessly.
    connect(m_recent, &QListWidget::itemActivated, this, choose);
    setRecent({});
}

void WelcomePage::setRecent(const QStringList& paths)
{
    m_recent->clear();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        const bool there = file.exists();
        auto* item = new QListWidgetItem(
            icon(file.isDir() ? u"folder"_s : u"slide"_s),
            u"%1\n%2"_s.arg(recentTitle(file), there ? path : tr("%1 — not there any more").arg(path)), m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
        if (!there)
            item->setFlags(Qt::NoItemFlags);
    }
    m_recent->setVisible(!paths.isEmpty());
    m_noRecent->setVisible(paths.isEmpty());
}

} // namespace spacrd
