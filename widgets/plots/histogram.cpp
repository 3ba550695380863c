#include "widgets/plots/histogram.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr int barCount = 48;
constexpr int plotHeight = 64;
constexpr int margin = 2;

QString shortNumber(double value)
{
    const QLocale locale;
    if (value >= 1e6)
        return Histogram::tr("%1M", "millions").arg(locale.toString(value / 1e6, 'g', 3));
    if (value >= 1e4)
        return Histogram::tr("%1k", "thousands").arg(locale.toString(value / 1e3, 'g', 3));
    return locale.toString(value, 'f', value < 1 && value > 0 ? 1 : 0);
}

} // namespace

Histogram::Histogram(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void Histogram::setTitle(const QString& title, const QString& unit, Axis axis)
{
    m_title = title;
    m_unit = unit;
    m_axis = axis;
    describe();
    update();
}

void Histogram::setValues(const std::vector<double>& values, const QString& whyEmpty)
{
    m_whyEmpty = whyEmpty;
    m_counts.clear();
    m_sorted.clear();
    std::vector<double> known;
    known.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](double v) { return std::isfinite(v) && v >= 0.0; });
    if (!known.empty()) {
        const auto [least, largest] = std::minmax_element(known.begin(), known.end());
        m_sorted = {*least, 0.0, *largest};
        const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
        std::nth_element(known.begin(), middle, known.end());
        m_sorted[1] = *middle;
        // A logarithmic axis begins at a power of ten, so that the bars do not crowd at its end.
        const bool fromZero = m_axis == Axis::linear || m_sorted[0] < 10.0;
        m_start = fromZero ? 0.0 : along(std::pow(10.0, std::floor(std::log10(m_sorted[0]))));
        m_end = std::max(along(m_sorted[2]), m_start + along(1.0));
        m_counts.assign(barCount, 0);
        for (const double value : known)
            ++m_counts[static_cast<size_t>(
                std::clamp((along(value) - m_start) / (m_end - m_start) * barCount, 0.0, barCount - 1.0))];
    }
    describe();
    update();
}

void Histogram::setThresholds(std::optional<double> lowest, std::optional<double> highest)
{
    if (lowest == m_lowest && highest == m_highest)
        return;
    m_lowest = lowest;
    m_highest = highest;
    describe();
    update();
}

double Histogram::along(double value) const
{
    return m_axis == Axis::logarithmic ? std::log10(1.0 + std::max(value, 0.0)) : value;
}

double Histogram::xOf(double value) const
{
    const QRectF area = plotArea();
    return area.left() + std::clamp((along(value) - m_start) / (m_end - m_start), 0.0, 1.0) * area.width();
}

/// What a person who cannot see the bars is told.
void Histogram::describe()
{
    QString text = m_whyEmpty;
    const QLocale locale;
    const auto number = [&](double value) {
        const QString word = locale.toString(value, 'f', value == std::floor(value) ? 0 : 1);
        return m_unit.isEmpty() ? word : tr("%1 %2", "a number and its unit").arg(word, m_unit);
    };
    if (!m_sorted.empty()) {
        text = tr("From %1 to %2, half of the spots at or below %3.")
                   .arg(number(m_sorted[0]), number(m_sorted[2]), number(m_sorted[1]));
        if (m_lowest)
            text += u' ' + tr("Below %1 is left out.").arg(number(*m_lowest));
        if (m_highest)
            text += u' ' + tr("Above %1 is left out.").arg(number(*m_highest));
    }
    setAccessibleName(tr("Histogram of %1").arg(m_title));
    setAccessibleDescription(text);
    setToolTip(text);
}

QFont Histogram::smallFont() const
{
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(std::max(7.0, small.pointSizeF() * 0.9));
    return small;
}

QRectF Histogram::plotArea() const
{
    const int text = QFontMetrics(smallFont()).height();
    return QRectF(rect()).adjusted(margin, margin, -margin, -(text + 2 * margin));
}

QSize Histogram::sizeHint() const
{
    return {160, plotHeight + QFontMetrics(smallFont()).height() + 3 * margin};
}

QSize Histogram::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void Histogram::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void Histogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    const QRectF area = plotArea();
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(area);
    if (m_counts.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area.adjusted(6, 0, -6, 0), Qt::AlignCenter | Qt::TextWordWrap, m_whyEmpty);
        return;
    }
    paintBars(painter, area);
    paintAxis(painter, area);
    if (m_lowest)
        paintLimit(painter, area, *m_lowest);
    if (m_highest)
        paintLimit(painter, area, *m_highest);
}

/// Bars are cut at the limits, so that a limit inside a bar is seen.
void Histogram::paintBars(QPainter& painter, const QRectF& area) const
{
    const double most = static_cast<double>(*std::max_element(m_counts.begin(), m_counts.end()));
    const double width = area.width() / static_cast<double>(m_counts.size());
    const double from = m_lowest ? xOf(*m_lowest) : area.left();
    const double to = m_highest ? xOf(*m_highest) : area.right();
    const QRectF keptArea(QPointF(from, area.top()), QPointF(std::max(from, to), area.bottom()));
    const QColor kept = palette().color(QPalette::Highlight);
    const QColor left = palette().color(QPalette::PlaceholderText);
    QColor pale = left;
    pale.setAlphaF(0.3F);
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        // A single spot is still seen beside thousands.
        const double height = std::max(static_cast<double>(m_counts[i]) / most * (area.height() - 4), 1.5);
        const QRectF bar(area.left() + static_cast<double>(i) * width, area.bottom() - height, std::max(width - 0.6, 0.6),
                         height);
        painter.setBrush(pale);
        painter.drawRect(bar);
        painter.setBrush(QBrush(left, Qt::BDiagPattern));
        painter.drawRect(bar);
        if (const QRectF inside = bar.intersected(keptArea); !inside.isEmpty()) {
            painter.setBrush(palette().color(QPalette::Base));
            painter.drawRect(inside);
            painter.setBrush(kept);
            painter.drawRect(inside);
        }
    }
}

/// Powers of ten on a logarithmic axis, round steps on a linear one.
std::vector<double> Histogram::ticks() const
{
    std::vector<double> ticks;
    if (m_start <= 0.0)
        ticks.push_back(0.0);
    if (m_axis == Axis::logarithmic) {
        for (double value = 10.0; along(value) <= m_end; value *= 10.0) {
            if (along(value) >= m_start)
                ticks.push_back(value);
        }
        return ticks;
    }
    const double rough = m_end / 4;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double step = rough / power < 1.5   ? power
                        : rough / power < 3.5 ? 2 * power
                        : rough / power < 7.5 ? 5 * power
                                              : 10 * power;
    for (int i = 1; i * step <= m_end; ++i)
        ticks.push_back(i * step);
    return ticks;
}

void Histogram::paintAxis(QPainter& painter, const QRectF& area) const
{
    QColor line = palette().color(QPalette::WindowText);
    painter.setPen(QPen(line, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const QFontMetrics metrics = painter.fontMetrics();
    const double top = area.bottom() + margin;
    double taken = -1.0;
    for (const double value : ticks()) {
        const double x = xOf(value);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + margin));
        const QString text =
            m_unit.isEmpty() ? shortNumber(value) : tr("%1 %2", "a number and its unit").arg(shortNumber(value), m_unit);
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, this->width() - width));
        if (left <= taken)
            continue;
        painter.drawText(QRectF(left, top, width + 1, metrics.height()), Qt::AlignCenter, text);
        taken = left + width + 4;
    }
}

void Histogram::paintLimit(QPainter& painter, const QRectF& area, double value) const
{
    const double x = xOf(value);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

} // namespace spacrd
