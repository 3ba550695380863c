#include "app/studio/theme.h"

#include "app/studio/themestyle.h"

#include <QApplication>
#include <QPalette>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

/// The colours a palette is made of.
struct Tones
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor faint;
    QColor link;
    QColor highlight;
    QColor tip;
};

Tones lightTones()
{
    return {{0xf4, 0xf4, 0xf7}, {0xff, 0xff, 0xff}, {0xf7, 0xf7, 0xfa}, {0xf9, 0xf9, 0xfb}, {0x1f, 0x22, 0x30},
            {0x6b, 0x70, 0x80}, {0x3b, 0x3f, 0xa8}, {0x4a, 0x4f, 0xb0}, {0xff, 0xff, 0xff}};
}

Tones darkTones()
{
    return {{0x23, 0x25, 0x2e}, {0x1b, 0x1d, 0x24}, {0x21, 0x23, 0x2b}, {0x2e, 0x31, 0x3c}, {0xe6, 0xe8, 0xef},
            {0x9a, 0xa0, 0xb0}, {0x9d, 0xa4, 0xff}, {0x5a, 0x60, 0xc8}, {0x2e, 0x31, 0x3c}};
}

QPalette paletteOf(const Tones& tones)
{
    QPalette palette(tones.button, tones.window);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, tones.text);
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::ToolTipBase, tones.tip);
    palette.setColor(QPalette::PlaceholderText, tones.faint);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, tones.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.faint);
    return palette;
}

QString sheetOf(const Tones& tones)
{
    const QString line = QColor(tones.text.red(), tones.text.green(), tones.text.blue(), 46).name(QColor::HexArgb);
    return u"QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }"
           "QPushButton[primary=\"true\"] { color: white; background: %4; border: none; border-radius: 6px; padding: 6px 14px; "
           "font-weight: 600; }"
           "QPushButton[primary=\"true\"]:hover { background: %5; }"
           "QPushButton[primary=\"true\"]:pressed { background: %6; }"
           "QPushButton[primary=\"true\"]:focus { border: 2px solid %1; }"
           "QPushButton[primary=\"true\"]:disabled { color: %7; background: %3; }"
           "QToolBar { border: none; border-bottom: 1px solid %3; padding: 4px; spacing: 4px; }"
           "QStatusBar::item { border: none; }"
           "QDockWidget::title { padding: 7px 8px; background: %8; }"_s.arg(
               tones.text.name(), tones.tip.name(), line, accentColour().name(), accentColour().lighter(115).name(),
               accentColour().darker(115).name(), tones.faint.name(), tones.button.name());
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor accentColour()
{
    return {0x4a, 0x4f, 0xb0};
}

void applyTheme(QApplication& application, Theme theme)
{
    // Asked once, before our own palette hides it.
    static const bool desktopIsDark = isDark(QGuiApplication::palette());
    const bool dark = theme == Theme::dark || (theme == Theme::system && desktopIsDark);
    const Tones tones = dark ? darkTones() : lightTones();
    application.setStyle(new ThemeStyle);
    application.setPalette(paletteOf(tones));
    application.setStyleSheet(sheetOf(tones));
}

} // namespace spacrd
