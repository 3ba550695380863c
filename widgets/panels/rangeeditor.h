#pragma once

#include "widgets/layers/layer.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace spacrd {

/// A popup in which the values are chosen that the ends of a colour map stand for: as they are, or as percentiles of the spots.
class RangeEditor : public QFrame
{
    Q_OBJECT

public:
    /// `own` is the range to go back to; `percentile` tells the value that so many percent of the spots do not exceed.
    RangeEditor(const ValueRange& now, const ValueRange& own, std::function<double(double)> percentile,
                QWidget* parent = nullptr);

    const ValueRange& range() const { return m_range; }

Q_SIGNALS:
    void rangeChosen(const spacrd::ValueRange& range);

private:
    /// One end of the range.
    struct End
    {
        QSlider* slider;
        QDoubleSpinBox* number;
    };

    End addEnd(int row, const QString& objectName, const QString& title);
    bool byPercent() const;
    double toShown(double value) const;
    void showRange();
    void take(double low, double high, bool logarithmic);
    void chooseShare(double percent);

    ValueRange m_range;
    ValueRange m_own;
    std::function<double(double)> m_percentile;
    double m_least;
    double m_most;
    End m_low;
    End m_high;
    QComboBox* m_unit;
    QCheckBox* m_logarithmic;
};

} // namespace spacrd
