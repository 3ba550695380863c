#include "app/studio/alignmentfindingsview.h"

#include "app/studio/alignmentdialog.h"
#include "app/studio/alignmenttexts.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/texts.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

AlignmentFindingsView::AlignmentFindingsView(QWidget* parent)
    : QScrollArea(parent)
    , m_cards(new QWidget)
    , m_rows(new QVBoxLayout(m_cards))
    , m_fixes(new QButtonGroup(this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setWidget(m_cards);
    connect(m_fixes, &QButtonGroup::idClicked, this, &AlignmentFindingsView::chosen);
}

void AlignmentFindingsView::setFindings(const std::vector<AlignmentFinding>& findings)
{
    clear();
    m_findings = findings;
    if (m_findings.empty()) {
        auto* none = new QLabel(AlignmentDialog::tr("Nothing speaks against the way the spots lie now. That does not prove it "
                                                    "right: look at the picture."),
                                m_cards);
        none->setObjectName(u"noFinding"_s);
        none->setWordWrap(true);
        m_rows->addWidget(none);
    }
    for (size_t i = 0; i < m_findings.size(); ++i)
        m_rows->addWidget(makeCard(i));
    m_rows->addStretch(1);
}

void AlignmentFindingsView::clear()
{
    for (QAbstractButton* button : m_fixes->buttons())
        m_fixes->removeButton(button);
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QFrame* AlignmentFindingsView::makeCard(size_t number)
{
    auto* card = new QFrame(m_cards);
    card->setFrameShape(QFrame::StyledPanel);
    auto* rows = new QVBoxLayout(card);
    auto* text = new QLabel(findingText(m_findings[number]), card);
    text->setObjectName(u"finding%1"_s.arg(number));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(text);
    if (m_findings[number].fix)
        rows->addLayout(makeFixRow(number, card));
    return card;
}

QLayout* AlignmentFindingsView::makeFixRow(size_t number, QFrame* card)
{
    const QString label = translated(m_findings[number].fixLabel);
    auto* choice = new QRadioButton(label, card);
    choice->setObjectName(u"fix%1"_s.arg(number));
    choice->setToolTip(AlignmentDialog::tr("Show this change in the picture"));
    auto* apply = new QPushButton(icon(u"done"_s), AlignmentDialog::tr("Apply"), card);
    apply->setObjectName(u"applyFix%1"_s.arg(number));
    apply->setToolTip(AlignmentDialog::tr("%1, and show the sample so; no file is changed").arg(label));
    apply->setAccessibleName(AlignmentDialog::tr("Apply: %1").arg(label));
    apply->setAutoDefault(false);
    m_fixes->addButton(choice, static_cast<int>(number));
    if (m_fixes->checkedId() < 0)
        choice->setChecked(true);
    connect(apply, &QPushButton::clicked, this, [this, fix = *m_findings[number].fix] { Q_EMIT applyRequested(fix); });
    auto* row = new QHBoxLayout;
    row->addWidget(choice, 1);
    row->addWidget(apply);
    return row;
}

std::optional<Alignment> AlignmentFindingsView::fix() const
{
    const int id = m_fixes->checkedId();
    return id >= 0 ? m_findings[static_cast<size_t>(id)].fix : std::nullopt;
}

void AlignmentFindingsView::setApplying(bool applying)
{
    for (auto* button : m_cards->findChildren<QPushButton*>())
        button->setEnabled(!applying);
}

} // namespace spacrd
