#include "widgets/panels/thresholdbox.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

enum Rule
{
    byProbability,
    byMixture,
    byPercentile,
};

constexpr int sliderSteps = 1000;

} // namespace

ThresholdBox::ThresholdBox(QWidget* parent)
    : QWidget(parent)
    , m_rules(new QComboBox(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_number(new QDoubleSpinBox(this))
    , m_found(new QLabel(this))
{
    m_rules->setObjectName(u"ruleCombo"_s);
    m_rules->setAccessibleName(tr("Threshold rule"));
    m_rules->addItem(tr("Probability at least…"), byProbability);
    m_rules->addItem(tr("Two groups of scores (GMM)"), byMixture);
    m_rules->addItem(tr("Highest scores, by percentile"), byPercentile);
    m_rules->setItemData(byProbability, tr("A spot is cancer when the model's probability reaches the number below."),
                         Qt::ToolTipRole);
    m_rules->setItemData(byMixture, tr("Fits two bell curves to the scores of this section and cuts where they cross."),
                         Qt::ToolTipRole);
    m_rules->setItemData(byPercentile, tr("A spot is cancer when its score is above that share of all spots."), Qt::ToolTipRole);
    m_rules->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    m_slider->setObjectName(u"thresholdSlider"_s);
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 20);
    m_slider->setAccessibleName(tr("Threshold"));
    m_slider->setToolTip(tr("Move to redraw the regions at once"));
    m_number->setObjectName(u"thresholdNumber"_s);
    m_number->setAccessibleName(tr("Threshold"));
    m_number->setKeyboardTracking(false);
    m_found->setWordWrap(true);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_rules, 0, 0, 1, 2);
    grid->addWidget(m_slider, 1, 0);
    grid->addWidget(m_number, 1, 1);
    grid->addWidget(m_found, 2, 0, 1, 2);

    connect(m_rules, &QComboBox::currentIndexChanged, this, [this] {
        showRule();
        Q_EMIT ruleChanged();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        const double share = static_cast<double>(step) / sliderSteps;
        setNumber(m_rules->currentIndex() == byPercentile ? share * 100.0 : share);
    });
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &ThresholdBox::setNumber);
    showRule();
}

std::string ThresholdBox::rule() const
{
    switch (m_rules->currentIndex()) {
    case byMixture:
        return "gmm";
    case byPercentile:
        return "percentile:" + toWord(m_percentile);
    default:
        return toWord(m_probability);
    }
}

void ThresholdBox::setDecision(const Decision& decision)
{
    const QString value = QLocale().toString(decision.threshold, 'f', 3);
    m_found->setText(decision.onProbability ? tr("Cancer: probability ≥ %1").arg(value)
                                            : tr("Cancer: score ≥ %1 (0 = lowest, 1 = highest of this section)").arg(value));
}

void ThresholdBox::showRule()
{
    const int rule = m_rules->currentIndex();
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietNumber(m_number);
    const bool percentile = rule == byPercentile;
    m_number->setRange(0.0, percentile ? 100.0 : 1.0);
    m_number->setDecimals(percentile ? 1 : 3);
    m_number->setSingleStep(percentile ? 1.0 : 0.01);
    m_number->setSuffix(percentile ? u" %"_s : QString());
    const double value = percentile ? m_percentile : m_probability;
    m_number->setValue(value);
    m_slider->setValue(static_cast<int>(std::lround((percentile ? value / 100.0 : value) * sliderSteps)));
    m_slider->setVisible(rule != byMixture);
    m_number->setVisible(rule != byMixture);
}

void ThresholdBox::setNumber(double value)
{
    double& kept = m_rules->currentIndex() == byPercentile ? m_percentile : m_probability;
    if (kept == value)
        return;
    kept = value;
    showRule();
    Q_EMIT ruleChanged();
}

} // namespace spacrd
