#include "app/studio/windows.h"

#include "app/studio/mainwindow.h"
#include "tests/studio/driving.h"
#include "tests/studio/fakes.h"
#include "widgets/slideview/slideview.h"

#include <QAction>
#include <QApplication>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace spacrd;
using namespace spacrd::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<MainWindow*> mainWindows()
{
    std::vector<MainWindow*> windows;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* window = qobject_cast<MainWindow*>(widget))
            windows.push_back(window);
    }
    return windows;
}

void openIn(MainWindow& window, const char* what)
{
    QSignalSpy opened(&window, &MainWindow::opened);
    window.open({what, {}, std::nullopt});
    QTRY_COMPARE(opened.count(), 1);
}

} // namespace

class TestWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_windows"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QGuiApplication::setQuitOnLastWindowClosed(false);
    }

    void init() { QSettings().clear(); }

    void everyWindowHasItsOwnSlide()
    {
        FakeEngine fake;
        int prepared = 0;
        QPointer<MainWindow> first = openWindow({[&] { return fake.engine(); }, [&](MainWindow&) { ++prepared; }});
        QVERIFY(QTest::qWaitForWindowActive(first));
        openIn(*first, "section");
        QTest::keyClick(first, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(mainWindows().size(), size_t(2));
        QCOMPARE(prepared, 2);
        QPointer<MainWindow> second = mainWindows()[0] == first ? mainWindows()[1] : mainWindows()[0];
        QVERIFY(QTest::qWaitForWindowActive(second));
        QVERIFY(second->pos() != first->pos());
        QVERIFY(!second->workspace().isOpen());
        openIn(*second, "slide");
        QVERIFY(first->workspace().sample() && !second->workspace().sample());

        // Closing one leaves the other as it is.
        first->close();
        QTRY_VERIFY(!first);
        QVERIFY(second && second->workspace().isOpen());
        QTRY_VERIFY(childOf<SlideView>(*second, u"slideView"_s)->isSharp());
        second->findChild<QAction*>(u"quit"_s)->trigger();
        QTRY_VERIFY(!second);
    }
};

QTEST_MAIN(TestWindows)
#include "test_windows.moc"
