#include "app/studio/alignmentdialog.h"

#include "app/studio/alignmentfindingsview.h"
#include "app/studio/alignmenttexts.h"
#include "app/studio/landmarksview.h"
#include "core/sample/orientation.h"
#include "widgets/panels/alignmentpreview.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/texts.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSide = 20;
// A click this near to a spot means the spot, in pitches.
constexpr double snapPitches = 0.6;

/// The place itself, or the spot that it nearly meets.
FullresPoint snapped(const Sample& sample, FullresPoint at)
{
    FullresPoint nearest = at;
    double least = snapPitches * sample.section.spotPitchFullresPx;
    for (const Spot& spot : sample.spots()) {
        const double distance = std::hypot(spot.fullres.x - at.x, spot.fullres.y - at.y);
        if (distance < least) {
            least = distance;
            nearest = spot.fullres;
        }
    }
    return nearest;
}

} // namespace

AlignmentDialog::AlignmentDialog(QWidget* parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_findings(new AlignmentFindingsView)
    , m_orientations(new QButtonGroup(this))
    , m_landmarks(new LandmarksView)
    , m_preview(new AlignmentPreview)
{
    setWindowTitle(tr("Alignment of spots and slide"));
    setObjectName(u"alignmentDialog"_s);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_tabs->setObjectName(u"alignmentTabs"_s);
    m_tabs->addTab(m_findings, icon(u"warning"_s), tr("&Findings"));
    m_tabs->addTab(makeByHand(), icon(u"alignment"_s), tr("&By hand"));
    m_tabs->addTab(m_landmarks, icon(u"spot"_s), tr("&Landmarks"));
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->addWidget(m_tabs);
    halves->addWidget(makePreview());
    halves->setStretchFactor(1, 1);
    halves->setChildrenCollapsible(false);
    halves->setSizes({430, 620});
    auto* column = new QVBoxLayout(this);
    column->addWidget(halves, 1);
    column->addWidget(makeButtons());
    resize(1080, 700);

    connect(m_tabs, &QTabWidget::currentChanged, this, &AlignmentDialog::choose);
    connect(m_findings, &AlignmentFindingsView::chosen, this, &AlignmentDialog::choose);
    connect(m_findings, &AlignmentFindingsView::applyRequested, this, &AlignmentDialog::applyRequested);
    connect(m_orientations, &QButtonGroup::idClicked, this, &AlignmentDialog::choose);
    connect(m_landmarks, &LandmarksView::changed, this, &AlignmentDialog::choose);
    connect(m_preview, &AlignmentPreview::picked, this, &AlignmentDialog::pick);
}

QWidget* AlignmentDialog::makeByHand()
{
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    auto* head = new QLabel(tr("How the spots are turned about the middle of the slide:"), page);
    head->setWordWrap(true);
    rows->addWidget(head);
    for (size_t i = 0; i < allOrientations.size(); ++i) {
        auto* button = new QRadioButton(orientationText(allOrientations[i]), page);
        button->setObjectName(QString::fromLatin1(orientationName(allOrientations[i])));
        button->setToolTip(
            tr("Show the spots so in the picture; Apply keeps it (on the command line: --align %1)").arg(button->objectName()));
        m_orientations->addButton(button, static_cast<int>(i));
        rows->addWidget(button);
    }
    m_orientations->button(0)->setChecked(true);
    rows->addStretch(1);
    return page;
}

QWidget* AlignmentDialog::makePreview()
{
    auto* page = new QWidget;
    auto* views = new QButtonGroup(page);
    auto* row = new QHBoxLayout;
    const auto make = [&](const QString& name, const QString& text, const QString& tip) {
        auto* button = new QRadioButton(text, page);
        button->setObjectName(name);
        button->setToolTip(tip);
        views->addButton(button);
        row->addWidget(button);
        connect(button, &QRadioButton::clicked, this, &AlignmentDialog::showState);
        return button;
    };
    m_showAsIs = make(u"showAsIs"_s, tr("As it is"), tr("Show the spots where they lie now"));
    m_showChange =
        make(u"showChange"_s, tr("With the chosen change"), tr("Show the spots where the chosen change would put them"));
    m_showAsIs->setChecked(true);
    row->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_preview, 1);
    auto* legend = new QLabel(tr("Blue: spots in tissue. Grey: positions outside the tissue."), page);
    legend->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(legend);
    return page;
}

QWidget* AlignmentDialog::makeButtons()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    m_sign = new QLabel(page);
    m_message = new QLabel(page);
    m_message->setObjectName(u"alignmentMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    row->addWidget(m_sign);
    row->addWidget(m_message, 1);
    const auto make = [&](const QString& name, const QString& iconName, const QString& text, const QString& tip) {
        auto* button = new QPushButton(icon(iconName), text, page);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_asItWas =
        make(u"alignmentUndo"_s, u"undo"_s, tr("As it &was"), tr("Go back to the alignment that the sample was opened with"));
    m_save = make(u"alignmentSave"_s, u"save"_s, tr("&Save with the sample…"),
                  tr("Write a sample file (.json) that opens the sample with this alignment; the data stay untouched"));
    m_apply = new QPushButton(icon(u"done"_s, Qt::white), tr("&Apply"), page);
    m_apply->setObjectName(u"alignmentApply"_s);
    m_apply->setToolTip(tr("Show the sample with the chosen change; no file is changed"));
    m_apply->setProperty("primary", true);
    m_apply->setAutoDefault(false);
    row->addWidget(m_apply);
    QPushButton* close = make(u"alignmentClose"_s, u"close"_s, tr("Close"), tr("Close this window; what was applied stays"));

    connect(m_asItWas, &QPushButton::clicked, this, [this] { Q_EMIT applyRequested(*m_original); });
    connect(m_apply, &QPushButton::clicked, this, [this] {
        if (const auto chosen = candidate())
            Q_EMIT applyRequested(*chosen);
    });
    connect(m_save, &QPushButton::clicked, this, &AlignmentDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return page;
}

void AlignmentDialog::setSample(std::shared_ptr<const Sample> sample)
{
    const bool first = !m_sample;
    m_sample = std::move(sample);
    if (!m_original)
        setOriginal(m_sample->alignment);
    m_notice.clear();
    m_findings->setFindings(m_sample->proof.findings); // before anything asks which fix is chosen
    m_preview->setSample(m_sample);
    const auto mpp = m_sample->level0Mpp();
    const SlideInfo& info = m_sample->slide->info();
    const bool both = info.mppX && info.mppY;
    const auto unit = Affine<frame::Level0, frame::Micron>::of(
        {both ? *info.mppX : mpp.value_or(1.0), 0.0, 0.0, 0.0, both ? *info.mppY : mpp.value_or(1.0), 0.0});
    m_landmarks->setUnit(unit.value_or(Affine<frame::Level0, frame::Micron>()), unit && mpp.has_value());
    m_orientations->button(0)->setChecked(true);
    if (first && m_sample->proof.findings.empty())
        m_tabs->setCurrentIndex(byHand);
    choose();
}

void AlignmentDialog::setOriginal(const Alignment& alignment)
{
    m_original = alignment;
}

void AlignmentDialog::setPicture(const QImage& picture)
{
    m_preview->setPicture(picture);
}

void AlignmentDialog::setApplying(bool applying)
{
    m_applying = applying;
    if (applying)
        m_notice.clear();
    showState();
}

void AlignmentDialog::showProblem(const QString& sentence)
{
    m_notice = sentence;
    m_noticeIsProblem = true;
    showState();
}

void AlignmentDialog::showSaved(const QString& file)
{
    m_notice = tr("Saved. Open %1 to have the sample with this alignment again.").arg(file);
    m_noticeIsProblem = false;
    showState();
}

std::optional<Alignment> AlignmentDialog::candidate() const
{
    if (!m_sample)
        return std::nullopt;
    std::optional<Alignment> chosen;
    switch (m_tabs->currentIndex()) {
    case findings:
        chosen = m_findings->fix();
        break;
    case byHand: {
        const Orientation orientation = allOrientations[static_cast<size_t>(std::max(0, m_orientations->checkedId()))];
        const SlideInfo& info = m_sample->slide->info();
        const auto turnedRight =
            m_sample->alignment.then(turned(orientation, static_cast<double>(info.width()), static_cast<double>(info.height())));
        if (orientation != Orientation::asItIs && turnedRight)
            chosen = Alignment(*turnedRight);
        break;
    }
    default:
        if (m_landmarks->fit())
            chosen = m_landmarks->fit()->alignment;
        break;
    }
    return chosen && !(*chosen == m_sample->alignment) ? chosen : std::nullopt;
}

/// Another change was chosen: it is what one wants to see, except while pairs are being marked.
void AlignmentDialog::choose()
{
    const bool marking = m_tabs->currentIndex() == landmarks;
    (candidate() && !marking ? m_showChange : m_showAsIs)->setChecked(true);
    m_preview->setMarking(marking);
    showState();
}

void AlignmentDialog::showState()
{
    if (!m_sample)
        return;
    const auto chosen = candidate();
    m_showChange->setEnabled(chosen.has_value());
    if (!chosen)
        m_showAsIs->setChecked(true);
    const Alignment& shown = chosen && m_showChange->isChecked() ? *chosen : m_sample->alignment;
    if (!(m_preview->alignment() == shown))
        m_preview->setAlignment(shown);
    const bool marking = m_tabs->currentIndex() == landmarks;
    m_preview->setMarks(marking ? m_landmarks->pairs() : std::vector<LandmarkPair>(), m_landmarks->half());
    m_asItWas->setEnabled(!m_applying && !(*m_original == m_sample->alignment));
    m_apply->setEnabled(!m_applying && chosen.has_value());
    m_save->setEnabled(!m_applying);
    m_findings->setApplying(m_applying);
    m_sign->setVisible(!m_notice.isEmpty());
    const QString sign = m_noticeIsProblem ? u"warning"_s : u"done"_s;
    m_sign->setPixmap(icon(sign, m_noticeIsProblem ? QColor(0xd9, 0x82, 0x1b) : QColor(0x2f, 0x9e, 0x5f))
                          .pixmap(QSize(signSide, signSide), devicePixelRatioF()));
    m_message->setText(m_applying ? tr("Joining spots and slide…") : m_notice);
}

void AlignmentDialog::pick(Level0Point level0)
{
    if (!m_sample || m_tabs->currentIndex() != landmarks)
        return;
    const FullresPoint fullres = m_preview->alignment().toFullres(level0);
    m_landmarks->mark(m_landmarks->waitsForPlace() ? fullres : snapped(*m_sample, fullres), level0);
}

void AlignmentDialog::save()
{
    auto* dialog = new QFileDialog(this, tr("Save a sample file"), m_saveSuggestion, tr("Sample files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(m_saveSuggestion);
    const Alignment alignment = candidate().value_or(m_sample->alignment);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, alignment](const QString& file) { Q_EMIT saveRequested(file, alignment); });
    dialog->open();
}

void AlignmentDialog::reject()
{
    const bool applied = m_landmarks->fit() && m_sample && m_landmarks->fit()->alignment == m_sample->alignment;
    if (m_landmarks->pairs().empty() || applied) {
        QDialog::reject();
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("The marked landmarks were not applied."),
                                     QMessageBox::NoButton, this);
    question->setObjectName(u"alignmentQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Closing this window forgets them."));
    auto* discard = question->addButton(tr("&Discard landmarks"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Go on marking"), QMessageBox::RejectRole));
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

void AlignmentDialog::keyPressEvent(QKeyEvent* event)
{
    // Escape leaves the half of a pair first, then the window.
    if (event->key() == Qt::Key_Escape && m_landmarks->waitsForPlace()) {
        m_landmarks->dropHalf();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace spacrd
