#include "widgets/panels/colourspanel.h"

#include "widgets/panels/icon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 100; ///< of a slider to each side

QString signedText(int value)
{
    return value > 0 ? u'+' + QLocale().toString(value) : QLocale().toString(value);
}

/// A tenth at the left end, ten at the right, one in the middle.
double gammaOf(int step)
{
    return std::pow(10.0, static_cast<double>(step) / steps);
}

} // namespace

ColoursPanel::ColoursPanel(QWidget* parent)
    : QWidget(parent)
    , m_stain(new QComboBox(this))
    , m_profiled(new QCheckBox(tr("Use the colour &profile of the scanner"), this))
    , m_normalised(new QCheckBox(tr("&Normalise the stain"), this))
    , m_reset(new QPushButton(icon(u"undo"_s), tr("&Reset"), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setColumnStretch(1, 1);
    m_brightness = addRow(u"brightness"_s, tr("Brightness"), tr("Darker or brighter"));
    m_contrast = addRow(u"contrast"_s, tr("Contrast"), tr("Less or more difference between dark and bright"));
    m_gamma = addRow(u"gamma"_s, tr("Gamma"), tr("Brightens or darkens the middle; black and white stay"));

    m_stain->setObjectName(u"stain"_s);
    m_stain->addItem(tr("All dyes"), static_cast<int>(ShownStain::all));
    m_stain->addItem(tr("Haematoxylin only"), static_cast<int>(ShownStain::haematoxylin));
    m_stain->addItem(tr("Eosin only"), static_cast<int>(ShownStain::eosin));
    m_stain->setAccessibleName(tr("Dyes"));
    m_stain->setToolTip(tr("Show one dye of an H&E section by itself, by colour deconvolution"));
    auto* dyes = new QLabel(tr("Dyes"), this);
    dyes->setBuddy(m_stain);
    m_profiled->setObjectName(u"profiled"_s);
    setHasProfile(false);
    m_normalised->setObjectName(u"normalised"_s);
    m_normalised->setToolTip(tr("Show the dyes of this H&E section in the colours and the strength of a standard stain, by "
                                "Macenko's method: sections of different laboratories look alike"));
    m_reset->setObjectName(u"resetColours"_s);
    m_reset->setToolTip(tr("Show the slide as it was scanned"));
    auto* note = new QLabel(tr("For the eye only: detection reads the slide as it was scanned."), this);
    note->setWordWrap(true);
    const int row = grid->rowCount();
    grid->addWidget(dyes, row, 0);
    grid->addWidget(m_stain, row, 1, 1, 2);
    grid->addWidget(m_profiled, row + 1, 0, 1, 3);
    grid->addWidget(m_normalised, row + 2, 0, 1, 3);
    grid->addWidget(note, row + 3, 0, 1, 3);
    grid->addWidget(m_reset, row + 4, 0, 1, 3, Qt::AlignRight);
    grid->setRowStretch(row + 5, 1);

    connect(m_stain, &QComboBox::currentIndexChanged, this, &ColoursPanel::changed);
    connect(m_profiled, &QCheckBox::toggled, this, &ColoursPanel::changed);
    connect(m_normalised, &QCheckBox::toggled, this, &ColoursPanel::changed);
    connect(m_reset, &QPushButton::clicked, this, &ColoursPanel::reset);
    changed();
}

ColoursPanel::Row ColoursPanel::addRow(const QString& objectName, const QString& title, const QString& tip)
{
    const Row row{new QSlider(Qt::Horizontal, this), new QLabel(this)};
    row.slider->setObjectName(objectName);
    row.slider->setRange(-steps, steps);
    row.slider->setPageStep(10);
    row.slider->setAccessibleName(title);
    row.slider->setToolTip(tip);
    row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.value->setMinimumWidth(row.value->fontMetrics().horizontalAdvance(u"+100"_s) + 4);
    auto* name = new QLabel(title, this);
    name->setBuddy(row.slider);
    auto* grid = static_cast<QGridLayout*>(layout());
    const int at = grid->rowCount();
    grid->addWidget(name, at, 0);
    grid->addWidget(row.slider, at, 1);
    grid->addWidget(row.value, at, 2);
    connect(row.slider, &QSlider::valueChanged, this, &ColoursPanel::changed);
    return row;
}

ColourTreatment ColoursPanel::treatment() const
{
    return {static_cast<double>(m_brightness.slider->value()) / steps,
            static_cast<double>(m_contrast.slider->value()) / steps,
            gammaOf(m_gamma.slider->value()),
            static_cast<ShownStain>(m_stain->currentData().toInt()),
            m_profiled->isChecked(),
            m_normalised->isChecked()};
}

/// The choice stays for the next slide that has one.
void ColoursPanel::setHasProfile(bool has)
{
    m_profiled->setEnabled(has);
    m_profiled->setToolTip(has ? tr("Show the colours as the scanner says that they are (its ICC profile)")
                               : tr("This slide has no colour profile"));
}

void ColoursPanel::reset()
{
    {
        const QSignalBlocker quiet[] = {QSignalBlocker(m_brightness.slider), QSignalBlocker(m_contrast.slider),
                                        QSignalBlocker(m_gamma.slider),      QSignalBlocker(m_stain),
                                        QSignalBlocker(m_profiled),          QSignalBlocker(m_normalised)};
        for (const Row& row : {m_brightness, m_contrast, m_gamma})
            row.slider->setValue(0);
        m_stain->setCurrentIndex(0);
        m_profiled->setChecked(false);
        m_normalised->setChecked(false);
    }
    changed();
}

void ColoursPanel::changed()
{
    m_brightness.value->setText(signedText(m_brightness.slider->value()));
    m_contrast.value->setText(signedText(m_contrast.slider->value()));
    m_gamma.value->setText(QLocale().toString(gammaOf(m_gamma.slider->value()), 'f', 2));
    const ColourTreatment now = treatment();
    m_reset->setEnabled(now != ColourTreatment());
    Q_EMIT treatmentChanged(now);
}

} // namespace spacrd
