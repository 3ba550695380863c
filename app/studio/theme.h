#pragma once

#include "app/studio/settings.h"

#include <QColor>

class QApplication;
class QPalette;

namespace spacrd {

/// Puts the Fusion style with our light or dark palette on the whole program. `system` follows the desktop's colours.
void applyTheme(QApplication& application, Theme theme);

/// Whether text is lighter than the window.
bool isDark(const QPalette& palette);

/// The colour of what a person should do next, readable under white text in both themes.
QColor accentColour();

} // namespace spacrd
