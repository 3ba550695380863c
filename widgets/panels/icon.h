#pragma once

#include <QIcon>

namespace spacrd {

/// The drawing `:/icons/<name>.svg` in the colour of the current theme's text; it follows a change of theme by itself.
QIcon icon(const QString& name);

/// The same in a fixed colour (a warning sign, an accent).
QIcon icon(const QString& name, const QColor& colour);

} // namespace spacrd
