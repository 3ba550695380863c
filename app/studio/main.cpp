#include "app/studio/arguments.h"
#include "app/studio/languages.h"
#include "app/studio/mainwindow.h"
#include "app/studio/theme.h"
#include "app/studio/windows.h"
#include "core/base/log.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

void nameProgram()
{
    QCoreApplication::setOrganizationName(u"SpaCRD"_s);
    QCoreApplication::setApplicationName(u"spacrd-studio"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(SPACRD_VERSION));
}

} // namespace

int main(int argc, char** argv)
{
    spacrd::startLog();
    if (spacrd::wantsOnlyText(argc, argv)) {
        QCoreApplication text(argc, argv);
        nameProgram();
        spacrd::installLanguage(text, spacrd::Settings().language());
        spacrd::readArguments(QCoreApplication::arguments());
    }
    QApplication application(argc, argv);
    nameProgram();
    QGuiApplication::setApplicationDisplayName(u"SpaCRD Studio"_s);
    QGuiApplication::setDesktopFileName(u"spacrd-studio"_s);
    spacrd::installLanguage(application, spacrd::Settings().language());
    const spacrd::Arguments arguments = spacrd::readArguments(QCoreApplication::arguments());
    spacrd::applyTheme(application, spacrd::Settings().theme());

    spacrd::MainWindow& window = *spacrd::openWindow({&spacrd::realEngine, [arguments](spacrd::MainWindow& made) {
                                                          if (!arguments.byProcessor)
                                                              made.useGraphicsCard(arguments.byImitatedCard);
                                                      }});
    if (arguments.demo)
        window.openDemo();
    else if (arguments.open)
        window.open(*arguments.open);
    if (!arguments.model.isEmpty())
        window.setModelFile(arguments.model);
    if (arguments.detect)
        window.detectWhenReady();
    return QApplication::exec();
}
