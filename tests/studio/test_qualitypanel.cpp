#include "tests/studio/driving.h"
#include "tests/studio/fakes.h"

#include "app/studio/mainwindow.h"
#include "core/base/error.h"
#include "widgets/layers/layer.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/qualitypanel.h"
#include "widgets/plots/histogram.h"
#include "widgets/slideview/slideview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace spacrd;
using test::childOf;
using namespace Qt::StringLiterals;

namespace {

/// Ten spots: 100, 200 … 1,000 UMIs, a tenth of that in genes; shares 0, 5 … 45 %; the first on glass, the second blurred.
std::shared_ptr<const SampleQuality> tenSpots()
{
    auto quality = std::make_shared<SampleQuality>();
    for (int i = 0; i < 10; ++i) {
        quality->umis.push_back(100.0 * (i + 1));
        quality->genes.push_back(10 * (i + 1));
        quality->mitochondrialPercent.push_back(5.0F * static_cast<float>(i));
        quality->image.push_back(i == 0 ? ImageState::glass : i == 1 ? ImageState::blurred : ImageState::tissue);
    }
    quality->mitochondrialGenes = 13;
    quality->blurKnown = true;
    quality->totals = {10, 10, 550.0, 55.0, 22.5, 0.1, 0.1, 0.8};
    return quality;
}

QString outcomeOf(QWidget& panel)
{
    return childOf<QLabel>(panel, u"qualityOutcome"_s)->text().remove(u"<b>"_s).remove(u"</b>"_s);
}

/// Types a number into a spin box as a person does.
void type(QAbstractSpinBox* box, const QString& number)
{
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, number);
    QTest::keyClick(box, Qt::Key_Return);
}

/// A click on the box of a check box, not somewhere beside its words.
void tick(QCheckBox* box)
{
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
}

} // namespace

class TestQualityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_qualitypanel"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QLocale::setDefault(QLocale::c());
    }

    void init() { QSettings().clear(); }

    void aHistogramCountsEveryValueOnce()
    {
        Histogram histogram;
        histogram.setTitle(u"UMIs"_s, {}, Histogram::Axis::logarithmic);
        histogram.resize(400, 100);
        histogram.setValues({0, 0, 9, 99, 999, std::nan(""), -1});
        QVERIFY(histogram.bars() > 20);
        size_t all = 0;
        for (int bar = 0; bar < histogram.bars(); ++bar)
            all += histogram.countOf(bar);
        QCOMPARE(all, size_t(5)); // neither NaN nor a negative
        QCOMPARE(histogram.countOf(0), size_t(2));
        QCOMPARE(histogram.countOf(histogram.bars() - 1), size_t(1));
        // log10(1 + value): 9 lies at a third of the way to 999.
        QVERIFY(std::abs((histogram.xOf(9) - histogram.xOf(0)) / (histogram.xOf(999) - histogram.xOf(0)) - 1.0 / 3.0) < 1e-9);
        histogram.setThresholds(10.0, std::nullopt);
        QVERIFY2(histogram.accessibleDescription().contains(u"Below 10 is left out."_s),
                 qPrintable(histogram.accessibleDescription()));
        QVERIFY(histogram.accessibleDescription().contains(u"From 0 to 999"_s));
        histogram.setValues({}, u"Not known."_s);
        QCOMPARE(histogram.bars(), 0);
        QCOMPARE(histogram.accessibleDescription(), u"Not known."_s);
        QVERIFY(!histogram.grab().isNull());
    }

    void withoutASampleThePanelSaysSo()
    {
        QualityPanel panel;
        panel.show();
        auto* empty = childOf<QLabel>(panel, u"qualityEmpty"_s);
        QVERIFY(empty->isVisible() && empty->text().contains(u"when a section is open"_s));
        panel.setMeasuring(true);
        QVERIFY(empty->text().startsWith(u"Measuring"_s));
        panel.setQuality(tenSpots());
        QVERIFY(!empty->isVisible());
        panel.setProblem(u"It broke."_s);
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->text(), u"It broke."_s);
    }

    void theSentenceFollowsTheLimits()
    {
        QualityPanel panel;
        panel.resize(360, 900);
        panel.setQuality(tenSpots());
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* apply = childOf<QPushButton>(panel, u"qualityApply"_s);
        QCOMPARE(outcomeOf(panel), u"No filter is set: all 10 spots are kept."_s);
        QVERIFY(!apply->isEnabled());
        type(childOf<QSpinBox>(panel, u"minUmis"_s), u"300"_s);
        QCOMPARE(outcomeOf(panel), u"2 of 10 spots would be dropped: 2 by UMIs."_s);
        type(childOf<QSpinBox>(panel, u"minGenes"_s), u"35"_s);
        QCOMPARE(outcomeOf(panel), u"3 of 10 spots would be dropped: 2 by UMIs, 3 by genes."_s);
        type(childOf<QDoubleSpinBox>(panel, u"maxMito"_s), u"40"_s);
        QCOMPARE(outcomeOf(panel), u"4 of 10 spots would be dropped: 2 by UMIs, 3 by genes, 1 by mitochondrial share."_s);
        tick(childOf<QCheckBox>(panel, u"onTissue"_s));
        tick(childOf<QCheckBox>(panel, u"notBlurred"_s));
        QCOMPARE(outcomeOf(panel),
                 u"4 of 10 spots would be dropped: 2 by UMIs, 3 by genes, 1 by mitochondrial share, 1 on glass, "
                 "1 out of focus."_s);
        QCOMPARE(panel.filter(), (QualityFilter{300, 35, 40.0, true, true}));
        QVERIFY(childOf<Histogram>(panel, u"mitoHistogram"_s)->accessibleDescription().contains(u"Above 40 % is left out."_s));
        QSignalSpy asked(&panel, &QualityPanel::applyRequested);
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        panel.setApplied(panel.filter());
        QVERIFY(!apply->isEnabled());
        QVERIFY(outcomeOf(panel).startsWith(u"4 of 10 spots are left out: "_s));
        QVERIFY(childOf<QPushButton>(panel, u"qualityShowAll"_s)->isEnabled());
        // Limits that leave nothing cannot be applied.
        type(childOf<QSpinBox>(panel, u"minUmis"_s), u"5000"_s);
        QVERIFY(outcomeOf(panel).startsWith(u"10 of 10 spots would be dropped"_s));
        QVERIFY(!apply->isEnabled());
    }

    void whatIsNotKnownIsGreyedAndSaid()
    {
        QualityPanel panel;
        auto bare = std::make_shared<SampleQuality>(*tenSpots());
        bare->mitochondrialPercent.clear();
        bare->mitochondrialGenes = 0;
        bare->image.clear();
        bare->blurKnown = false;
        panel.setQuality(bare);
        panel.show();
        QVERIFY(!childOf<QDoubleSpinBox>(panel, u"maxMito"_s)->isEnabled());
        QVERIFY(!childOf<QCheckBox>(panel, u"onTissue"_s)->isEnabled());
        QVERIFY(childOf<Histogram>(panel, u"mitoHistogram"_s)->accessibleDescription().startsWith(u"Not known"_s));
        QCOMPARE(childOf<QLabel>(panel, u"imageNote"_s)->text(), u"There is no slide to look at."_s);
        const auto* choices = qobject_cast<QStandardItemModel*>(childOf<QComboBox>(panel, u"qualityMap"_s)->model());
        QVERIFY(choices->item(1)->isEnabled() && !choices->item(3)->isEnabled() && !choices->item(4)->isEnabled());
    }

    void everyControlIsNamedExplainedAndReachedByTab()
    {
        QualityPanel panel;
        panel.resize(360, 900);
        panel.setQuality(tenSpots());
        panel.setApplied({300, 0, std::nullopt, false, false}); // so that Apply and Show all are both enabled
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QStringList order;
        childOf<QComboBox>(panel, u"qualityMap"_s)->setFocus();
        for (int i = 0; i < 12; ++i) {
            QWidget* control = panel.focusWidget();
            if (order.contains(control->objectName()))
                break;
            order += control->objectName();
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
            QVERIFY2(!control->toolTip().isEmpty(), qPrintable(control->objectName()));
            QTest::keyClick(control, Qt::Key_Tab);
        }
        const QStringList wanted{u"qualityMap"_s, u"minUmis"_s,    u"minGenes"_s,     u"maxMito"_s,
                                 u"onTissue"_s,   u"notBlurred"_s, u"qualityApply"_s, u"qualityShowAll"_s};
        QCOMPARE(order, wanted);
    }

    void theWindowMeasuresFiltersAndBringsBack()
    {
        test::FakeEngine fake;
        MainWindow window(fake.engine());
        window.resize(1400, 1300);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy opened(&window, &MainWindow::opened);
        window.open({"section", {}, std::nullopt});
        QVERIFY(opened.wait());
        auto& panel = *window.findChild<QualityPanel*>();
        auto* dock = childOf<QDockWidget>(window, u"qualityDock"_s);
        dock->raise();
        QTRY_VERIFY(childOf<QLabel>(panel, u"qualitySummary"_s)->isVisible());
        // 14 × 15 spots; row + 1 + column + 50 UMIs, two genes in the first column and three elsewhere.
        QVERIFY(childOf<QLabel>(panel, u"qualitySummary"_s)->text().contains(u"<b>210</b> spots"_s));
        LayerStack& layers = *window.findChild<SlideView*>(QStringLiteral("slideView"))->layers();
        auto* map = childOf<QComboBox>(panel, u"qualityMap"_s);
        QVERIFY(!layers.find(u"quality"_s));
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Down);
        QVERIFY(layers.find(u"quality"_s));
        QCOMPARE(layers.find(u"quality"_s)->title(), u"UMIs"_s);
        QCOMPARE(layers.layers().back()->id(), u"spots"_s);
        QTest::keyClick(map, Qt::Key_End); // mitochondria are not known, so the last that is
        QCOMPARE(layers.find(u"quality"_s)->title(), u"Image at the spot"_s);
        QCOMPARE(layers.find(u"quality"_s)->legend()->swatches.size(), size_t(3));

        type(childOf<QSpinBox>(panel, u"minGenes"_s), u"3"_s);
        QCOMPARE(outcomeOf(panel), u"14 of 210 spots would be dropped: 14 by genes."_s);
        auto* apply = childOf<QPushButton>(panel, u"qualityApply"_s);
        apply->setFocus();
        QTest::keyClick(apply, Qt::Key_Space);
        QTRY_COMPARE(window.workspace().sample()->spots().size(), size_t(196));
        QCOMPARE(window.workspace().wholeSample()->spots().size(), size_t(210));
        QCOMPARE(window.workspace().sample()->expression().counts.rows(), Eigen::Index(196));
        QCOMPARE(outcomeOf(panel), u"14 of 210 spots are left out: 14 by genes."_s);
        QVERIFY(layers.find(u"quality"_s) && layers.find(u"spots"_s));
        QVERIFY(childOf<MessageBar>(window, u"messages"_s)->sentences().contains(u"Quality control left out 14 of 210 spots."_s));

        // Detection runs on what is left.
        QFile model(QDir::temp().filePath(u"quality.spacrd"_s));
        QVERIFY(model.open(QIODevice::WriteOnly));
        window.setModelFile(model.fileName());
        auto* detect = childOf<QPushButton>(window, u"detectButton"_s);
        QTRY_VERIFY(detect->isEnabled());
        QSignalSpy shown(&window, &MainWindow::resultShown);
        fake.detecting->close();
        detect->click();
        QTRY_COMPARE(fake.detecting->waiting(), 1);
        QVERIFY(!childOf<QPushButton>(panel, u"qualityShowAll"_s)->isEnabled()); // not under a running detection
        fake.detecting->open();
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(window.workspace().result()->detection.score.size(), size_t(196));

        auto* showAll = childOf<QPushButton>(panel, u"qualityShowAll"_s);
        QTRY_VERIFY(showAll->isEnabled());
        QTest::mouseClick(showAll, Qt::LeftButton);
        QCOMPARE(window.workspace().sample(), window.workspace().wholeSample());
        QVERIFY(!window.workspace().result() && !layers.find(u"score"_s));
        QCOMPARE(outcomeOf(panel), u"14 of 210 spots would be dropped: 14 by genes."_s);
        QVERIFY(childOf<MessageBar>(window, u"messages"_s)->sentences().isEmpty());
        model.remove();
    }

    void aSlideByItselfHasNoQuality()
    {
        test::FakeEngine fake;
        MainWindow window(fake.engine());
        window.show();
        QSignalSpy opened(&window, &MainWindow::opened);
        window.open({"slide", {}, std::nullopt});
        QVERIFY(opened.wait());
        QVERIFY(childOf<QLabel>(window, u"qualityEmpty"_s)->text().contains(u"when a section is open"_s));
    }

    void aFailureIsSaidInThePanelAndStopsNothing()
    {
        test::FakeEngine fake;
        Engine engine = fake.engine();
        engine.measureQuality = [](const Sample&, Task&) -> SampleQuality { throw Error(Text("It cannot be measured.")); };
        MainWindow window(engine);
        window.show();
        QSignalSpy opened(&window, &MainWindow::opened);
        window.open({"section", {}, std::nullopt});
        QVERIFY(opened.wait());
        QTRY_COMPARE(childOf<QLabel>(window, u"qualityEmpty"_s)->text(), u"It cannot be measured."_s);
        QVERIFY(window.workspace().sample());
    }
};

QTEST_MAIN(TestQualityPanel)
#include "test_qualitypanel.moc"
