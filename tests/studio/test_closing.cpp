#include "tests/studio/fakes.h"

#include "app/studio/mainwindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTest>

using namespace spacrd;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 50;
constexpr qint64 promptMs = 1000;

} // namespace

/// A window is closed, or another section opened, while work is under way, again and again.
class TestClosing : public QObject
{
    Q_OBJECT

private:
    QString m_model;

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_closing"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings().clear();
        m_model = QDir::temp().filePath(u"tiny.spacrd"_s);
        QFile model(m_model);
        QVERIFY(model.open(QIODevice::WriteOnly));
    }

    void windowsCloseInTheMiddleOfOpening()
    {
        for (int round = 0; round < rounds; ++round) {
            test::FakeEngine fake;
            fake.opening->close();
            MainWindow window(fake.engine());
            window.show();
            window.open({round % 2 ? "section" : "slide", {}, std::nullopt});
            if (round % 3)
                QTRY_COMPARE(fake.opening->waiting(), 1);
            QElapsedTimer timer;
            timer.start();
            window.close();
            QVERIFY2(timer.elapsed() < promptMs, qPrintable(QString::number(timer.elapsed())));
        }
    }

    void windowsCloseInTheMiddleOfDetecting()
    {
        for (int round = 0; round < rounds; ++round) {
            test::FakeEngine fake;
            fake.detecting->close();
            MainWindow window(fake.engine());
            window.show();
            window.setModelFile(m_model);
            window.open({"section", {}, std::nullopt});
            window.detectWhenReady();
            QTRY_COMPARE(fake.detecting->waiting(), 1);
            QElapsedTimer timer;
            timer.start();
            window.close();
            QVERIFY2(timer.elapsed() < promptMs, qPrintable(QString::number(timer.elapsed())));
        }
    }

    void anotherSectionIsOpenedInTheMiddleOfDetecting()
    {
        test::FakeEngine fake;
        MainWindow window(fake.engine());
        window.show();
        window.setModelFile(m_model);
        QSignalSpy opened(&window, &MainWindow::opened);
        for (int round = 0; round < rounds; ++round) {
            fake.detecting->close();
            window.open({"section", {}, std::nullopt});
            QTRY_COMPARE(opened.count(), round + 1);
            window.detectWhenReady();
            QTRY_VERIFY(window.isDetecting());
            if (round % 2)
                QTRY_COMPARE(fake.detecting->waiting(), 1);
            if (round % 5 == 4)
                window.findChild<QAction*>(u"close"_s)->trigger();
        }
        fake.detecting->open();
        window.open({"section", {}, std::nullopt});
        QSignalSpy shown(&window, &MainWindow::resultShown);
        QTRY_COMPARE(opened.count(), rounds + 1);
        window.detectWhenReady();
        QTRY_VERIFY(window.workspace().result());
        QCOMPARE(window.workspace().result()->sample, window.workspace().sample());
    }

    void windowsCloseWhileTheThresholdMoves()
    {
        for (int round = 0; round < rounds / 5; ++round) {
            test::FakeEngine fake;
            MainWindow window(fake.engine());
            window.show();
            window.setModelFile(m_model);
            window.open({"section", {}, std::nullopt});
            window.detectWhenReady();
            QTRY_VERIFY(window.workspace().result());
            for (int step = 100; step < 900; step += 50)
                window.findChild<QSlider*>(u"thresholdSlider"_s)->setValue(step + round);
            window.close();
        }
    }
};

QTEST_MAIN(TestClosing)
#include "test_closing.moc"
