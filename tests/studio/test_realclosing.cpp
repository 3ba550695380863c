#include "app/studio/mainwindow.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "widgets/slideview/slideview.h"

#include "tests/support/testdata.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace spacrd;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 50;

} // namespace

/// The same as test_closing with nothing replaced: real tiles are being decoded, the real model is computing.
class TestRealClosing : public QObject
{
    Q_OBJECT

private:
    test::TemporaryFolder m_folder;
    OpenRequest m_section;
    QString m_model;

    /// Zooms about, so that tiles of several levels are asked for.
    static void look(MainWindow& window, int round)
    {
        auto* view = window.findChild<SlideView*>(QStringLiteral("slideView"));
        view->zoomBy(2.0 + round % 5);
        view->centreOn(view->canvasLevel0().center() + QPointF(50.0 * round, -30.0 * round));
        QTest::mouseMove(view, view->rect().center());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_realclosing"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings().clear();
        PhantomOptions options;
        options.width = options.height = 2400;
        options.genes = 200;
        Task task;
        writePhantom(m_folder / "section", options, task);
        m_section = {m_folder / "section/outs", m_folder / "section/slide.tif", std::nullopt};
        m_model = QStringLiteral(SPACRD_DEMO_MODEL);
    }

    void windowsCloseInTheMiddleOfTilesAndDetection()
    {
        for (int round = 0; round < rounds; ++round) {
            MainWindow window(realEngine());
            window.resize(900, 700);
            window.show();
            QSignalSpy opened(&window, &MainWindow::opened);
            QSignalSpy failed(&window, &MainWindow::failed);
            window.setModelFile(m_model);
            window.open(m_section);
            if (round % 4 != 0) {
                QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60000);
                look(window, round);
            }
            if (round % 2) {
                window.detectWhenReady();
                QTRY_VERIFY_WITH_TIMEOUT(window.isDetecting() || window.workspace().result(), 60000);
            }
            window.close();
            QCOMPARE(failed.count(), 0);
        }
    }

    void anotherSectionIsOpenedInTheMiddleOfTilesAndDetection()
    {
        MainWindow window(realEngine());
        window.resize(900, 700);
        window.show();
        window.setModelFile(m_model);
        QSignalSpy opened(&window, &MainWindow::opened);
        QSignalSpy failed(&window, &MainWindow::failed);
        for (int round = 0; round < rounds; ++round) {
            window.open(m_section);
            QTRY_COMPARE_WITH_TIMEOUT(opened.count(), round + 1, 60000);
            look(window, round);
            window.detectWhenReady();
            if (round % 3)
                QTRY_VERIFY_WITH_TIMEOUT(window.isDetecting() || window.workspace().result(), 60000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result(), 120000);
        QCOMPARE(window.workspace().result()->sample, window.workspace().sample());
        QCOMPARE(failed.count(), 0);
    }
};

QTEST_MAIN(TestRealClosing)
#include "test_realclosing.moc"
