#include "app/studio/opensampledialog.h"

#include "app/studio/pathrow.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPauseMs = 250;
constexpr int signSide = 20;

QLabel* hintLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

OpenSampleDialog::OpenSampleDialog(const QString& startFolder, QWidget* parent)
    : QDialog(parent)
    , m_path(new PathRow(tr("Data of the sample"), u"samplePath"_s))
    , m_sign(new QLabel)
    , m_recognised(new QLabel)
    , m_libraryLabel(new QLabel(tr("Se&ction")))
    , m_library(new QComboBox)
    , m_slide(new PathRow(tr("Slide"), u"sampleSlide"_s))
    , m_slideHint(hintLabel(u"sampleSlideHint"_s, nullptr))
    , m_withoutSlide(new QCheckBox(tr("Open &without a slide")))
    , m_scale(new QLineEdit)
    , m_positions(new PathRow(tr("Positions"), u"samplePositions"_s))
    , m_spots(new PathRow(tr("Spots"), u"sampleSpots"_s))
    , m_positionsHint(hintLabel(u"samplePositionsHint"_s, nullptr))
    , m_spotsHint(hintLabel(u"sampleSpotsHint"_s, nullptr))
    , m_problem(new QLabel)
    , m_open(new QPushButton(icon(u"open"_s, Qt::white), tr("&Open")))
    , m_fields(new QWidget)
    , m_soon(new QTimer(this))
{
    setWindowTitle(tr("Open sample"));
    setObjectName(u"openSampleDialog"_s);
    setAcceptDrops(true);
    makeRows(startFolder);
    connectRows();
    m_path->setFocus();
    showState();
}

void OpenSampleDialog::makeRows(const QString& startFolder)
{
    const QString all = tr("All files (*)");
    for (PathRow* row : {m_path, m_slide, m_positions, m_spots})
        row->setStartFolder(startFolder);
    m_path->setPlaceholder(tr("A folder or file: drop it anywhere on this window"));
    m_path->addFileButton(tr("Choose the file of the data…"),
                          {all, tr("Counts and sample files (*.h5ad *.h5 *.tsv *.tsv.gz *.csv *.gz *.json)")});
    m_path->addFolderButton(tr("Choose the folder of the data…"));
    m_slide->addFileButton(tr("Choose the slide…"), {tr("Slides and pictures (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu "
                                                        "*.bif *.svslide *.jpg *.jpeg *.png)"),
                                                     all});
    m_positions->setPlaceholder(tr("As found with the data"));
    m_positions->addFileButton(tr("Choose the table of positions…"), {tr("Tables (*.csv *.csv.gz *.parquet)"), all});
    m_spots->setPlaceholder(tr("As found with the data"));
    m_spots->addFileButton(tr("Choose the table of spots…"), {tr("Tables (*.tsv *.tsv.gz *.csv *.txt *.gz)"), all});

    m_sign->setFixedSize(signSide, signSide);
    m_recognised->setObjectName(u"sampleRecognised"_s);
    m_recognised->setWordWrap(true);
    m_recognised->setTextFormat(Qt::PlainText);
    m_library->setObjectName(u"sampleLibrary"_s);
    m_library->setAccessibleName(tr("Section"));
    m_library->setToolTip(tr("Which of the sections that lie there to open"));
    m_libraryLabel->setBuddy(m_library);
    m_withoutSlide->setObjectName(u"sampleWithoutSlide"_s);
    m_withoutSlide->setToolTip(tr("Show spots and expression alone, whatever image lies with the data"));
    m_scale->setObjectName(u"sampleScale"_s);
    m_scale->setAccessibleName(tr("Scale of the slide"));
    m_scale->setPlaceholderText(tr("As the data say"));
    m_scale->setToolTip(tr("Slide pixels per full-resolution pixel, when the slide is a reduced copy: 0.25 for a quarter"));
    m_scale->setMaximumWidth(180);
    m_problem->setObjectName(u"sampleProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open->setObjectName(u"sampleOpen"_s);
    m_open->setToolTip(tr("Open the sample with these parts"));
    m_open->setProperty("primary", true); // before the button is polished, else the style sheet does not see it
    m_open->setDefault(true);
    m_soon->setSingleShot(true);

    auto* found = new QHBoxLayout;
    found->setSpacing(8);
    found->addWidget(m_sign, 0, Qt::AlignTop);
    found->addWidget(m_recognised, 1);
    auto* optional = new QLabel(tr("Only where the data do not say"));
    optional->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Data"), m_path);
    form->addRow(QString(), found);
    form->addRow(m_libraryLabel, m_library);
    form->addRow(tr("&Slide"), m_slide);
    form->addRow(QString(), m_slideHint);
    form->addRow(QString(), m_withoutSlide);
    form->addRow(QString(), optional);
    form->addRow(tr("&Positions"), m_positions);
    form->addRow(QString(), m_positionsHint);
    form->addRow(tr("Spo&ts (legacy ST)"), m_spots);
    form->addRow(QString(), m_spotsHint);
    form->addRow(tr("Slide sca&le"), m_scale);

    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"sampleCancel"_s);
    cancel->setIcon(icon(u"close"_s));
    cancel->setToolTip(tr("Close this window and open nothing"));
    auto* column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetMinimumSize); // the window grows with its hints
    m_path->setMinimumWidth(540);
    column->addWidget(m_fields);
    column->addStretch(1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(cancel, &QPushButton::clicked, this, &OpenSampleDialog::reject);
}

void OpenSampleDialog::connectRows()
{
    for (PathRow* row : {m_path, m_slide, m_positions, m_spots})
        connect(row, &PathRow::changed, this, &OpenSampleDialog::lookSoon);
    connect(m_path, &PathRow::changed, this, [this] { // what was said of another sample
        m_base = {};
        const QSignalBlocker blocker(m_library);
        m_library->clear();
    });
    connect(m_slide, &PathRow::changed, this, [this] { m_base.alignment.reset(); });
    connect(m_library, &QComboBox::activated, this, &OpenSampleDialog::lookSoon);
    connect(m_withoutSlide, &QCheckBox::toggled, this, &OpenSampleDialog::lookSoon);
    connect(m_scale, &QLineEdit::textChanged, this, [this] {
        m_failure.clear();
        showState();
    });
    connect(m_soon, &QTimer::timeout, this, &OpenSampleDialog::ask);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (sampleTexts(fields(), m_look).problem.isEmpty())
            Q_EMIT openRequested(request());
    });
}

void OpenSampleDialog::setRequest(const OpenRequest& request)
{
    m_path->setPath(pathText(request.path));
    m_slide->setPath(pathText(request.slide));
    m_positions->setPath(pathText(request.positions));
    m_spots->setPath(pathText(request.spots));
    m_withoutSlide->setChecked(request.withoutSlide);
    m_scale->setText(request.slideScale ? QLocale().toString(*request.slideScale, 'g', 8) : QString());
    m_base = request;
    const QSignalBlocker blocker(m_library);
    m_library->clear();
    if (!request.library.empty()) {
        const QString name = QString::fromStdString(request.library);
        m_library->addItem(libraryText(name), name);
    }
    ask();
}

OpenRequest OpenSampleDialog::request() const
{
    OpenRequest request = m_base;
    request.path = toPath(m_path->path());
    request.slide = m_withoutSlide->isChecked() ? std::filesystem::path() : toPath(m_slide->path());
    request.positions = toPath(m_positions->path());
    request.spots = toPath(m_spots->path());
    request.withoutSlide = m_withoutSlide->isChecked();
    request.library = m_library->currentData().toString().toStdString();
    request.slideScale = scaleOf(m_scale->text());
    return request;
}

void OpenSampleDialog::lookSoon()
{
    ++m_asked; // an answer that is still on its way is to another question
    m_look.reset();
    m_failure.clear();
    m_soon->start(typingPauseMs);
    showState();
}

void OpenSampleDialog::ask()
{
    m_soon->stop();
    ++m_asked;
    m_look.reset();
    m_failure.clear();
    if (!m_path->path().isEmpty())
        Q_EMIT lookRequested(request(), m_asked);
    showState();
}

void OpenSampleDialog::setLook(const RequestLook& look, int number)
{
    if (number != m_asked)
        return;
    m_look = look;
    fillLibraries();
    showState();
}

void OpenSampleDialog::fillLibraries()
{
    const QString before = m_library->currentData().toString();
    const QString chosen = before.isEmpty() ? QString::fromStdString(m_look->overview.library) : before;
    const QSignalBlocker blocker(m_library);
    m_library->clear();
    for (const std::string& library : m_look->overview.libraries) {
        const QString name = QString::fromStdString(library);
        m_library->addItem(libraryText(name), name);
    }
    m_library->setPlaceholderText(tr("Choose one…"));
    m_library->setCurrentIndex(m_library->findData(chosen));
}

void OpenSampleDialog::setOpening(bool opening)
{
    m_opening = opening;
    if (opening)
        m_failure.clear();
    showState();
}

void OpenSampleDialog::showProblem(const QString& sentence)
{
    m_failure = sentence;
    showState();
}

SampleFields OpenSampleDialog::fields() const
{
    return {m_path->path(),           m_slide->path(), m_positions->path(), m_spots->path(), m_withoutSlide->isChecked(),
            m_scale->text().trimmed()};
}

void OpenSampleDialog::showState()
{
    const bool known = m_look.has_value();
    const bool section = known && !m_look->problem && m_look->kind == RequestLook::Kind::section;
    const bool bad = known && m_look->problem.has_value();
    const SampleTexts texts = sampleTexts(fields(), m_look);
    const bool lacking = bad || (known && !texts.problem.isEmpty());
    const QString sign = lacking ? u"warning"_s : known && !m_look->problem ? u"done"_s : u"info"_s;
    const QColor colour = lacking ? QColor(0xd9, 0x82, 0x1b) : known ? QColor(0x2f, 0x9e, 0x5f) : QColor(0x3b, 0x82, 0xc4);
    m_sign->setPixmap(icon(sign, colour).pixmap(QSize(signSide, signSide), devicePixelRatioF()));
    m_recognised->setText(texts.recognised);
    const bool several = section && m_look->overview.libraries.size() > 1;
    m_libraryLabel->setVisible(several);
    m_library->setVisible(several);
    m_slide->setEnabled(!m_withoutSlide->isChecked());
    m_slide->setPlaceholder(section && !m_look->overview.image.file.empty() ? tr("As found with the data") : QString());
    const auto hint = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    hint(m_slideHint, texts.slideHint);
    const bool legacySt = section && m_look->overview.platform == Platform::legacySt;
    hint(m_positionsHint, legacySt ? QString() : texts.positionsHint);
    hint(m_spotsHint, legacySt ? texts.positionsHint : QString());
    const bool nothingYet = m_path->path().isEmpty() || !known || bad;
    hint(m_problem, !m_failure.isEmpty() ? m_failure : nothingYet ? QString() : texts.problem);
    m_fields->setEnabled(!m_opening);
    m_open->setEnabled(!m_opening && texts.problem.isEmpty());
    m_open->setText(m_opening ? tr("Opening…") : tr("&Open"));
    // Wrapped lines count for the height only once the width is known, which no size constraint waits for.
    layout()->activate();
    const int wanted = layout()->totalHeightForWidth(width());
    if (isVisible() && height() < wanted)
        resize(width(), wanted);
}

void OpenSampleDialog::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!m_opening && !urls.isEmpty() && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void OpenSampleDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_opening || urls.isEmpty() || !urls.front().isLocalFile())
        return;
    event->acceptProposedAction();
    m_path->setPath(urls.front().toLocalFile());
}

void OpenSampleDialog::reject()
{
    if (m_opening)
        Q_EMIT cancelRequested();
    QDialog::reject();
}

} // namespace spacrd
