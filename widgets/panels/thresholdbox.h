#pragma once

#include "core/evaluate/threshold.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace spacrd {

/// How scores become classes: a rule, and for the rules that have one, its number by slider and by spin box.
class ThresholdBox : public QWidget
{
    Q_OBJECT

public:
    explicit ThresholdBox(QWidget* parent = nullptr);

    /// The rule as core's decide() reads it: "0.5", "gmm", "percentile:90".
    std::string rule() const;

    /// What the rule came to; a rule that finds its own threshold shows it.
    void setDecision(const Decision& decision);

Q_SIGNALS:
    /// Also while the slider moves.
    void ruleChanged();

private:
    void showRule();
    void setNumber(double value);

    QComboBox* m_rules;
    QSlider* m_slider;
    QDoubleSpinBox* m_number;
    QLabel* m_found;
    double m_probability = 0.5;
    double m_percentile = 90.0;
};

} // namespace spacrd
