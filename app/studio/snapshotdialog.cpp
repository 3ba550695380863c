#include "app/studio/snapshotdialog.h"

#include "widgets/panels/icon.h"
#include "widgets/slideview/slideview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <utility>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QCheckBox* checkedBox(const QString& objectName, const QString& title, const QString& tip)
{
    auto* box = new QCheckBox(title);
    box->setObjectName(objectName);
    box->setToolTip(tip);
    box->setChecked(true);
    return box;
}

} // namespace

SnapshotDialog::SnapshotDialog(std::vector<Pane> panes, QWidget* parent)
    : QDialog(parent)
    , m_panes(std::move(panes))
    , m_pane(new QComboBox(this))
    , m_scale(new QDoubleSpinBox(this))
    , m_size(new QLabel(this))
    , m_layers(checkedBox(u"snapshotLayers"_s, tr("&Layers over the slide"), tr("Those that are visible now")))
    , m_scaleBar(checkedBox(u"snapshotScaleBar"_s, tr("Scale &bar"), tr("In the lower left corner")))
    , m_legends(checkedBox(u"snapshotLegends"_s, tr("L&egends"), tr("Those of the visible layers, in the lower right corner")))
{
    setWindowTitle(tr("Picture of the view"));
    setObjectName(u"snapshotDialog"_s);
    m_pane->setObjectName(u"snapshotPane"_s);
    m_pane->setToolTip(tr("Which of the views side by side"));
    for (const Pane& pane : m_panes)
        m_pane->addItem(pane.title);
    m_scale->setObjectName(u"snapshotScale"_s);
    m_scale->setRange(1.0, ViewSnapshot::mostScale);
    m_scale->setSingleStep(1.0);
    m_scale->setDecimals(1);
    m_scale->setSuffix(tr(" × the screen"));
    m_scale->setToolTip(tr("How many times finer than on the screen; the same part of the slide is shown"));
    m_size->setObjectName(u"snapshotSize"_s);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&View"), m_pane);
    form->setRowVisible(m_pane, m_panes.size() > 1);
    form->addRow(tr("&Resolution"), m_scale);
    form->addRow(tr("Size"), m_size);
    form->addRow(m_layers);
    form->addRow(m_scaleBar);
    form->addRow(m_legends);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setIcon(icon(u"save"_s));
    save->setObjectName(u"snapshotSave"_s);
    save->setDefault(true);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"snapshotCopy"_s);
    copy->setToolTip(tr("Put the picture on the clipboard"));
    buttons->addButton(QDialogButtonBox::Close);
    form->addRow(buttons);

    connect(m_pane, &QComboBox::currentIndexChanged, this, &SnapshotDialog::tellSize);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &SnapshotDialog::tellSize);
    connect(m_layers, &QCheckBox::toggled, m_legends, &QWidget::setEnabled);
    connect(save, &QPushButton::clicked, this, &SnapshotDialog::saveRequested);
    connect(copy, &QPushButton::clicked, this, &SnapshotDialog::copyRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    tellSize();
}

const SlideView& SnapshotDialog::view() const
{
    return *m_panes[static_cast<size_t>(m_pane->currentIndex())].view;
}

ViewSnapshot::Options SnapshotDialog::options() const
{
    return {m_scale->value(), m_layers->isChecked(), m_scaleBar->isChecked()};
}

bool SnapshotDialog::withLegends() const
{
    return m_layers->isChecked() && m_legends->isChecked();
}

void SnapshotDialog::tellSize()
{
    const QSize size = ViewSnapshot::sizeOf(view(), m_scale->value());
    m_size->setText(tr("%1 × %2 pixels").arg(QLocale().toString(size.width()), QLocale().toString(size.height())));
}

} // namespace spacrd
