#include "app/studio/models.h"

#include <QCoreApplication>
#include <QDir>

namespace spacrd {

using namespace Qt::StringLiterals;

QStringList shippedModels()
{
    const QString beside = QCoreApplication::applicationDirPath();
    QStringList found;
    for (const QString& folder :
         {beside + u"/../share/spacrd-studio/models"_s, beside + u"/models"_s, beside + u"/resources/models"_s}) {
        for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.spacrd"_s}, QDir::Files, QDir::Name))
            found += QDir::cleanPath(file.absoluteFilePath());
    }
    return found;
}

} // namespace spacrd
