#include "app/studio/engine.h"
#include "app/studio/mainwindow.h"
#include "core/base/task.h"
#include "core/exchange/labels.h"
#include "core/fusion/train.h"
#include "core/phantom/phantom.h"
#include "tests/support/testdata.h"
#include "widgets/layers/layer.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slideview.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTest>

using namespace spacrd;
using namespace Qt::StringLiterals;

/// The whole way with the real engine: a small artificial section is made, a tiny model trained on it, the section opened,
/// detected, its threshold moved, its result exported.
class TestDemo : public QObject
{
    Q_OBJECT

private:
    static constexpr int longMs = 120000;
    std::unique_ptr<test::TemporaryFolder> m_folder;
    QString m_model;

    OpenRequest section() const { return demoRequest(*m_folder / "phantom"); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_demo"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings().clear();
        m_folder = std::make_unique<test::TemporaryFolder>();
        Task task;
        PhantomOptions options;
        options.width = options.height = 2400;
        options.genes = 500; // a tenth of those that the demo model reads would not do
        writePhantom(*m_folder / "phantom", options, task);
        QVERIFY(hasDemo(*m_folder / "phantom"));

        const Opened opened = openAnything(section(), task);
        QVERIFY(opened.sample && opened.slide);
        const std::vector<int> labels =
            readLabels(*m_folder / "phantom" / "truth.csv", opened.sample->expression().barcodes, {}, {}, task);
        TrainOptions training;
        training.name = "tiny";
        training.genes = 60;
        training.epochs = 4;
        training.classifierFromEpoch = 1;
        training.learningRate = 1e-3;
        training.device = "cpu";
        const auto model = trainModel({{opened.sample, labels}}, training, {}, task);
        saveModel(*model, *m_folder / "tiny.spacrd", true);
        m_model = pathText(*m_folder / "tiny.spacrd");
    }

    void cleanupTestCase() { m_folder.reset(); }

    void aSectionIsDetectedDecidedAndExported()
    {
        MainWindow window(realEngine());
        window.show();
        QSignalSpy failed(&window, &MainWindow::failed);
        window.setModelFile(m_model);
        window.open(section());
        window.detectWhenReady();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() || failed.count() > 0, longMs);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.front().front().toString()));
        const Result& result = *window.workspace().result();
        QVERIFY(result.detection.usedImage && result.detection.usedExpression);
        QCOMPARE(result.decision.classes.size(), window.workspace().sample()->spots().size());

        window.findChild<QSlider*>(u"thresholdSlider"_s)->setValue(0);
        QTRY_VERIFY(window.workspace().result()->decision.threshold == 0.0);
        QTRY_COMPARE(window.workspace().result()->regions.empty(), false);

        const auto folder = *m_folder / "result";
        Settings().setExportFolder(pathText(folder));
        QSignalSpy exported(&window, &MainWindow::exported);
        window.findChild<QAction*>(u"export"_s)->trigger();
        QTest::mouseClick(window.findChild<QPushButton*>(u"exportButton"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(exported.count() + failed.count(), 1, longMs);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.front().front().toString()));
        for (const char* name : {"scores.csv", "regions.geojson", "overlay.png", "run.json"})
            QVERIFY2(std::filesystem::exists(folder / name), name);
        const QJsonDocument regions = QJsonDocument::fromJson(QByteArray::fromStdString(test::read(folder / "regions.geojson")));
        QCOMPARE(regions.object()[u"type"_s].toString(), u"FeatureCollection"_s);
    }

    void theDemoIsMadeAndDetectedWithTheModelThatKnowsIt()
    {
        QDir(MainWindow::demoFolder()).removeRecursively();
        Engine engine = realEngine();
        engine.makeDemo = [this](const std::filesystem::path& folder, Task&) {
            std::filesystem::copy(*m_folder / "phantom", folder, std::filesystem::copy_options::recursive);
        };
        MainWindow window(std::move(engine));
        window.show();
        window.setModelFile(m_model);
        window.findChild<QAction*>(u"openDemo"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result(), longMs);
        QCOMPARE(QFileInfo(window.workspace().modelFile()).fileName(), u"demo.spacrd"_s);
        QCOMPARE(QFileInfo(Settings().modelFile()).fileName(), u"tiny.spacrd"_s); // the person's choice is not forgotten
        QDir(MainWindow::demoFolder()).removeRecursively();
    }

    void aRealDetectionIsCancelledPromptly()
    {
        MainWindow window(realEngine());
        window.show();
        window.setModelFile(m_model);
        window.open(section());
        window.detectWhenReady();
        QTRY_VERIFY_WITH_TIMEOUT(window.isDetecting(), longMs);
        window.findChild<QAction*>(u"cancel"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isDetecting(), 2000);
    }

    void windowsCloseInTheMiddleOfRealWork()
    {
        for (int round = 0; round < 6; ++round) {
            MainWindow window(realEngine());
            window.show();
            window.setModelFile(m_model);
            window.open(section());
            if (round % 2) {
                window.detectWhenReady();
                QTRY_VERIFY_WITH_TIMEOUT(window.isDetecting() || window.workspace().result(), longMs);
            }
            window.close();
        }
    }
};

QTEST_MAIN(TestDemo)
#include "test_demo.moc"
