#include "widgets/panels/legendview.h"

#include "widgets/layers/spotlayers.h"

#include <QLinearGradient>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 10;
constexpr int gap = 3;
constexpr int swatchSide = 10;

QString numberText(double value)
{
    // Counts go to tens of thousands, where 'g' would write an exponent.
    return value >= 1e4 && value < 1e9 ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 4);
}

/// What the ends of the colours stand for.
QString lowText(const Legend& legend)
{
    return (legend.someBelow ? u"≤ "_s : QString()) + numberText(legend.range.low);
}

QString highText(const Legend& legend)
{
    return (legend.someAbove ? u"≥ "_s : QString()) + numberText(legend.range.high);
}

/// Of the values, and how they are spread over the colours.
QString scaleText(const Legend& legend)
{
    if (!legend.range.logarithmic)
        return legend.unit;
    return legend.unit.isEmpty() ? LegendView::tr("log scale") : LegendView::tr("%1, log scale").arg(legend.unit);
}

QString spoken(const Legend& legend)
{
    QStringList parts;
    if (legend.map)
        parts << LegendView::tr("from %1 to %2 %3").arg(lowText(legend), highText(legend), scaleText(legend));
    for (const auto& [colour, name] : legend.swatches)
        parts << name;
    if (legend.someWithoutValue)
        parts << LegendView::tr("no value");
    if (!legend.note.isEmpty())
        parts << legend.note;
    return LegendView::tr("Legend of %1: %2").arg(legend.title, parts.join(u", "_s));
}

} // namespace

void paintColourBar(QPainter& painter, const QRectF& bar, const ColourMap& map)
{
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    const size_t last = map.entries.size() - 1;
    const size_t step = 5; // 255 = 51 × 5
    for (size_t i = 0; i <= last; i += step)
        gradient.setColorAt(static_cast<double>(i) / static_cast<double>(last), QColor(map.entries[i]));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(gradient);
    painter.setPen(QPen(QColor(128, 128, 128, 160), 1));
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

LegendView::LegendView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegendView::setLegend(const std::optional<Legend>& legend)
{
    m_legend = legend;
    setAccessibleName(legend ? spoken(*legend) : QString());
    updateGeometry();
    update();
}

QFont LegendView::smallFont() const
{
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(std::max(7.0, small.pointSizeF() * 0.9));
    return small;
}

int LegendView::lineHeight() const
{
    return QFontMetrics(smallFont()).height();
}

QSize LegendView::sizeHint() const
{
    if (!m_legend)
        return {60, 0};
    const int bar = m_legend->map ? barHeight + gap + lineHeight() : 0;
    const int swatches = static_cast<int>(m_legend->swatches.size()) + (m_legend->someWithoutValue ? 1 : 0);
    const int note = m_legend->note.isEmpty() ? 0 : lineHeight() + gap;
    return {60, bar + swatches * (lineHeight() + gap) + note};
}

void LegendView::paintEvent(QPaintEvent*)
{
    if (!m_legend)
        return;
    QPainter painter(this);
    painter.setFont(smallFont());
    painter.setPen(palette().color(QPalette::WindowText));
    const QFontMetrics metrics = painter.fontMetrics();
    int y = 0;
    if (m_legend->map) {
        paintColourBar(painter, QRectF(0, 0, width(), barHeight), *m_legend->map);
        const QRect line(0, barHeight + gap, width(), lineHeight());
        const QString low = lowText(*m_legend);
        const QString high = highText(*m_legend);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, low);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, high);
        const int side = std::max(metrics.horizontalAdvance(low), metrics.horizontalAdvance(high)) + 2 * gap;
        const QRect middle = line.adjusted(side, 0, -side, 0);
        painter.drawText(middle, Qt::AlignCenter, metrics.elidedText(scaleText(*m_legend), Qt::ElideRight, middle.width()));
        y = line.bottom() + 1 + gap;
    }
    paintSwatches(painter, y);
}

void LegendView::paintSwatches(QPainter& painter, int top) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF swatch(0.5, top + (lineHeight() - swatchSide) / 2.0, swatchSide, swatchSide);
    const auto name = [&](const QString& text) {
        const QRectF line(swatchSide + 2 * gap, swatch.center().y() - lineHeight() / 2.0, width() - swatchSide - 2 * gap,
                          lineHeight());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(line.width())));
        swatch.translate(0, lineHeight() + gap);
    };
    for (const auto& [colour, text] : m_legend->swatches) {
        painter.setBrush(colour);
        painter.setPen(QPen(QColor(128, 128, 128, 160), 1));
        painter.drawRoundedRect(swatch, 2, 2);
        name(text);
    }
    if (m_legend->someWithoutValue) {
        paintNoValue(painter, swatch.center(), swatchSide + 1);
        name(tr("no value"));
    }
    if (!m_legend->note.isEmpty()) {
        const QRect line(0, height() - lineHeight(), width(), lineHeight());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_legend->note, Qt::ElideRight, line.width()));
    }
}

} // namespace spacrd
