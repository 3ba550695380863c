#include "widgets/panels/progressstrip.h"

#include "widgets/panels/icon.h"
#include "widgets/panels/texts.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace spacrd {

using namespace Qt::StringLiterals;

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_pace(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(icon(u"cancel"_s), tr("Cancel"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_pace->setTextFormat(Qt::PlainText);
    m_pace->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setToolTip(tr("Stop this work; nothing half-done is kept (Esc)"));
    connect(m_cancel, &QPushButton::clicked, this, &ProgressStrip::cancelRequested);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_pace, 2, 0);
    grid->addWidget(m_cancel, 0, 1, 3, 1, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void ProgressStrip::start(const QString& title)
{
    m_heading = title;
    m_title->setText(title);
    m_pace->clear();
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    m_running = true;
    show();
}

void ProgressStrip::setProgress(const Progress& progress)
{
    if (!m_running)
        return;
    m_title->setText(m_cancel->isEnabled() ? tr("%1 — %2").arg(m_heading, stageText(progress)) : m_title->text());
    m_pace->setText(paceText(progress));
    if (progress.total > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(progress.fraction * 1000));
    } else {
        m_bar->setRange(0, 0);
    }
}

void ProgressStrip::setCancelling()
{
    m_cancel->setEnabled(false);
    m_title->setText(tr("Stopping…"));
}

void ProgressStrip::finish()
{
    m_running = false;
    hide();
}

} // namespace spacrd
