#include "app/studio/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace spacrd {

using namespace Qt::StringLiterals;

void installLanguage(QCoreApplication& application, const QString& language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QLocale locale;
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto* ours = new QTranslator(&application);
    if (ours->load(locale, u"spacrd"_s, u"_"_s, u":/translations"_s))
        QCoreApplication::installTranslator(ours);
}

} // namespace spacrd
