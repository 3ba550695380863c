#include "widgets/panels/rangeeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int sliderSteps = 1000;

enum Unit
{
    asValues,
    asPercentiles,
};

/// Three digits of the span, so that a step is neither lost nor too fine to see.
int decimalsFor(double span)
{
    return span > 0.0 ? std::clamp(3 - static_cast<int>(std::ceil(std::log10(span))), 0, 6) : 2;
}

} // namespace

RangeEditor::RangeEditor(const ValueRange& now, const ValueRange& own, std::function<double(double)> percentile, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_range(now)
    , m_own(own)
    , m_percentile(std::move(percentile))
    , m_least(std::min({own.low, now.low, m_percentile(0.0)}))
    , m_most(std::max({own.high, now.high, m_percentile(100.0)}))
    , m_unit(new QComboBox(this))
    , m_logarithmic(new QCheckBox(tr("&Logarithmic"), this))
{
    setObjectName(u"rangeEditor"_s);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Range of the colours"));
    new QGridLayout(this);
    auto* grid = static_cast<QGridLayout*>(layout());
    m_unit->setObjectName(u"unit"_s);
    m_unit->addItem(tr("Values"), asValues);
    m_unit->addItem(tr("Percentiles of the spots"), asPercentiles);
    m_unit->setAccessibleName(tr("What the numbers are"));
    grid->addWidget(m_unit, 0, 0, 1, 3);
    m_low = addEnd(1, u"low"_s, tr("From"));
    m_high = addEnd(2, u"high"_s, tr("To"));
    m_logarithmic->setObjectName(u"logarithmic"_s);
    m_logarithmic->setToolTip(tr("Equal steps of colour are equal ratios, counted from one above the lower end"));
    grid->addWidget(m_logarithmic, 3, 0, 1, 3);
    auto* shares = new QHBoxLayout;
    for (const double percent : {0.0, 1.0, 5.0}) {
        auto* share = new QPushButton(percent == 0.0 ? tr("All values") : tr("%1–%2 %").arg(percent).arg(100.0 - percent), this);
        share->setObjectName(u"share%1"_s.arg(percent));
        share->setToolTip(tr("From the lowest to the highest, leaving out %1 % of the spots at each end").arg(percent));
        connect(share, &QPushButton::clicked, this, [this, percent] { chooseShare(percent); });
        shares->addWidget(share);
    }
    auto* reset = new QPushButton(tr("&Reset"), this);
    reset->setObjectName(u"resetRange"_s);
    reset->setToolTip(tr("The range that came with the values"));
    connect(reset, &QPushButton::clicked, this, [this] { take(m_own.low, m_own.high, m_own.logarithmic); });
    shares->addWidget(reset);
    grid->addLayout(shares, 4, 0, 1, 3);

    connect(m_unit, &QComboBox::currentIndexChanged, this, &RangeEditor::showRange);
    connect(m_logarithmic, &QCheckBox::toggled, this, [this](bool on) { take(m_range.low, m_range.high, on); });
    showRange();
    m_low.number->setFocus();
}

RangeEditor::End RangeEditor::addEnd(int row, const QString& objectName, const QString& title)
{
    const End end{new QSlider(Qt::Horizontal, this), new QDoubleSpinBox(this)};
    end.slider->setObjectName(objectName + u"Slider"_s);
    end.slider->setRange(0, sliderSteps);
    end.slider->setPageStep(sliderSteps / 20);
    end.slider->setMinimumWidth(160);
    end.slider->setAccessibleName(title);
    end.number->setObjectName(objectName + u"Number"_s);
    end.number->setAccessibleName(title);
    end.number->setKeyboardTracking(false);
    auto* name = new QLabel(title, this);
    name->setBuddy(end.number);
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(name, row, 0);
    grid->addWidget(end.slider, row, 1);
    grid->addWidget(end.number, row, 2);
    const bool isLow = row == 1;
    const auto choose = [this, isLow](double shown) {
        const double value = byPercent() ? m_percentile(shown) : shown;
        // The other end is pushed along.
        take(isLow ? value : std::min(m_range.low, value), isLow ? std::max(m_range.high, value) : value, m_range.logarithmic);
    };
    connect(end.slider, &QSlider::valueChanged, this, [this, choose](int step) {
        const double share = static_cast<double>(step) / sliderSteps;
        choose(byPercent() ? 100.0 * share : m_least + share * (m_most - m_least));
    });
    connect(end.number, &QDoubleSpinBox::valueChanged, this, choose);
    return end;
}

bool RangeEditor::byPercent() const
{
    return m_unit->currentData().toInt() == asPercentiles;
}

/// A value in the unit of the numbers: as a percentile, the first that reaches it.
double RangeEditor::toShown(double value) const
{
    if (!byPercent())
        return value;
    double below = 0.0;
    double above = 100.0;
    constexpr int halvings = 20;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (below + above) / 2;
        (m_percentile(middle) < value ? below : above) = middle;
    }
    return m_percentile(0.0) >= value ? 0.0 : above;
}

void RangeEditor::showRange()
{
    const double least = byPercent() ? 0.0 : m_least;
    const double most = byPercent() ? 100.0 : m_most;
    const int decimals = byPercent() ? 1 : decimalsFor(most - least);
    for (const auto& [end, value] : {std::pair(m_low, m_range.low), std::pair(m_high, m_range.high)}) {
        const QSignalBlocker quietSlider(end.slider);
        const QSignalBlocker quietNumber(end.number);
        end.number->setDecimals(decimals);
        end.number->setRange(least, most);
        end.number->setSingleStep(std::max((most - least) / 100.0, std::pow(10.0, -decimals)));
        end.number->setSuffix(byPercent() ? tr(" %") : QString());
        const double shown = toShown(value);
        end.number->setValue(shown);
        end.slider->setValue(most > least ? static_cast<int>(std::lround((shown - least) / (most - least) * sliderSteps)) : 0);
    }
    const QSignalBlocker quiet(m_logarithmic);
    m_logarithmic->setChecked(m_range.logarithmic);
}

void RangeEditor::take(double low, double high, bool logarithmic)
{
    const ValueRange chosen{low, high, logarithmic};
    if (chosen != m_range) {
        m_range = chosen;
        Q_EMIT rangeChosen(m_range);
    }
    showRange();
}

void RangeEditor::chooseShare(double percent)
{
    take(m_percentile(percent), m_percentile(100.0 - percent), m_range.logarithmic);
}

} // namespace spacrd
