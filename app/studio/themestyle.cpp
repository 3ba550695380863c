#include "app/studio/themestyle.h"

#include "app/studio/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace spacrd {

namespace {

constexpr int lineAlpha = 120;
constexpr double corner = 2.0;

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_FrameLineEdit || element == PE_IndicatorItemViewItemCheck;
    const bool circle = element == PE_IndicatorRadioButton;
    const bool focused = element == PE_FrameLineEdit && option->state.testFlag(State_HasFocus); // has a line of its own
    if ((!box && !circle) || focused || !isDark(option->palette))
        return;
    QColor line = option->palette.color(QPalette::WindowText);
    line.setAlpha(option->state.testFlag(State_Enabled) ? lineAlpha : lineAlpha / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(line, 1.0));
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (circle)
        painter->drawEllipse(rect);
    else
        painter->drawRoundedRect(rect, corner, corner);
    painter->restore();
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace spacrd
