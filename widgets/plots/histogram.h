#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace spacrd {

/// How often values occur, as bars, with the limits of a filter drawn in: what a limit leaves out is hatched and paler.
class Histogram : public QWidget
{
    Q_OBJECT

public:
    enum class Axis
    {
        linear,
        logarithmic, ///< of 1 + value, so that 0 has a place
    };

    explicit Histogram(QWidget* parent = nullptr);

    /// `title` names what is counted ("UMIs"), `unit` follows a number ("%"; may be empty). Both translated.
    void setTitle(const QString& title, const QString& unit, Axis axis);
    /// Values ≥ 0, one an item; those that are not finite are left out. Empty: `whyEmpty` stands in the place of the bars.
    void setValues(const std::vector<double>& values, const QString& whyEmpty = {});
    /// Items below `lowest` or above `highest` are left out.
    void setThresholds(std::optional<double> lowest, std::optional<double> highest);

    int bars() const { return static_cast<int>(m_counts.size()); }
    /// How many values the bar holds.
    size_t countOf(int bar) const { return m_counts.at(static_cast<size_t>(bar)); }
    /// Where a value lies along the axis, in the widget's pixels.
    double xOf(double value) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF plotArea() const;
    QFont smallFont() const;
    double along(double value) const; ///< value → the axis's own scale
    std::vector<double> ticks() const;
    void paintBars(QPainter& painter, const QRectF& area) const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void paintLimit(QPainter& painter, const QRectF& area, double value) const;
    void describe();

    QString m_title;
    QString m_unit;
    QString m_whyEmpty;
    Axis m_axis = Axis::linear;
    std::vector<size_t> m_counts;
    std::vector<double> m_sorted; ///< three values: least, median, largest; empty without values
    double m_start = 0.0;         ///< of the axis, in its own scale
    double m_end = 1.0;
    std::optional<double> m_lowest;
    std::optional<double> m_highest;
};

} // namespace spacrd
