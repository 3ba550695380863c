#pragma once

#include <QString>

class QCoreApplication;

namespace spacrd {

/// Loads our and Qt's translations for `language` ("zh_CN", "de", "en"; empty = the system's) and makes numbers follow it.
void installLanguage(QCoreApplication& application, const QString& language);

} // namespace spacrd
