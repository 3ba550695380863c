#include "tests/studio/driving.h"
#include "tests/studio/fakes.h"

#include "app/studio/exportdialog.h"
#include "tests/support/testdata.h"
#include "widgets/panels/genepanel.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/modelpanel.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/regionspanel.h"
#include "widgets/panels/spotpanel.h"
#include "widgets/panels/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <unistd.h>

using namespace spacrd;
using test::childOf;
using namespace Qt::StringLiterals;

class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesOfCoreAreFilledOnce()
    {
        QCOMPARE(translated(Text("%1 has no column %2.", {"a%2b.tsv", "x"})), u"a%2b.tsv has no column x."_s);
        QCOMPARE(translated(Text("100 % of %1", {"spots"})), u"100 % of spots"_s);
        QCOMPARE(errorText(Error(Text("It broke."), "/tmp/ä b.tsv", Text("mend it"))),
                 u"It broke.\n\n/tmp/ä b.tsv\n\nMend it."_s);
        // A sentence of core within another is translated as well; here English stays English.
        QCOMPARE(translated(Text("%1; or wait", {"close other programs"})), u"close other programs; or wait"_s);
        QCOMPARE(toPath(pathText("/tmp/ä b")), std::filesystem::path("/tmp/ä b"));
    }

    void paceLeavesOutWhatIsNotKnown()
    {
        QLocale::setDefault(QLocale::c());
        Progress progress;
        progress.unit = "spots";
        QCOMPARE(paceText(progress), QString());
        progress.total = 400;
        progress.done = 100;
        progress.itemsPerSecond = 50;
        progress.secondsLeft = 6;
        QCOMPARE(paceText(progress), u"100 of 400 spots · 50 spots/s · about 6 s left"_s);
        QCOMPARE(areaText(std::nullopt), u"—"_s);
        QCOMPARE(areaText(8100), u"8100 µm²"_s);
        QCOMPARE(areaText(420000), u"0.42 mm²"_s);
    }

    void messagesAreShownOnceAndDismissed()
    {
        MessageBar bar;
        int acted = 0;
        bar.add(MessageBar::Kind::warning, u"One."_s);
        bar.add(MessageBar::Kind::warning, u"One."_s);
        bar.add(MessageBar::Kind::info, u"Two."_s, u"Do it"_s, [&] { ++acted; });
        QCOMPARE(bar.sentences(), (QStringList{u"One."_s, u"Two."_s}));
        bar.show();
        QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(acted, 1);
        QCOMPARE(bar.sentences(), QStringList{u"One."_s});
        QTest::mouseClick(bar.findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(bar.sentences().isEmpty());
        QVERIFY(bar.isHidden());
    }

    void theThresholdFollowsSliderNumberAndRule()
    {
        ModelPanel panel;
        panel.show();
        QSignalSpy changed(&panel, &ModelPanel::ruleChanged);
        auto* slider = childOf<QSlider>(panel, u"thresholdSlider"_s);
        auto* number = childOf<QDoubleSpinBox>(panel, u"thresholdNumber"_s);
        auto* rules = childOf<QComboBox>(panel, u"ruleCombo"_s);
        QCOMPARE(panel.rule(), std::string("0.5"));
        slider->setValue(800);
        QCOMPARE(panel.rule(), std::string("0.8"));
        QCOMPARE(number->value(), 0.8);
        number->setValue(0.25);
        QCOMPARE(slider->value(), 250);
        QCOMPARE(changed.count(), 2);
        rules->setCurrentIndex(1);
        QCOMPARE(panel.rule(), std::string("gmm"));
        rules->setCurrentIndex(2);
        QCOMPARE(panel.rule(), std::string("percentile:90"));
        slider->setValue(950);
        QCOMPARE(panel.rule(), std::string("percentile:95"));
        rules->setCurrentIndex(0);
        QCOMPARE(panel.rule(), std::string("0.25")); // each rule keeps its own number
    }

    void theModelPanelShowsCardDevicesAndResult()
    {
        ModelPanel panel;
        ModelCard card;
        card.panel.resize(3000);
        card.trainedOn = {"A1", "B1"};
        card.trainingSpots = 690;
        card.trainingPositives = 211;
        card.heldOut = {{"auc", 0.912}};
        panel.setCard(card);
        const QString text = childOf<QLabel>(panel, u"modelCard"_s)->text();
        QVERIFY2(text.contains(u"A1, B1"_s) && text.contains(u"690"_s) && text.contains(u"AUC 0.912"_s), qPrintable(text));
        QVERIFY(text.contains(u"does not look at the image"_s));
        card.heldOutOn = {"C1", "F1"};
        card.startedFrom = "breast";
        card.startedFromTrainedOn = {"D1", "E1"};
        panel.setCard(card);
        const QString more = childOf<QLabel>(panel, u"modelCard"_s)->text();
        QVERIFY2(more.contains(u"Continues the model breast, trained on D1, E1."_s)
                     && more.contains(u"On sections held out (C1, F1): AUC 0.912."_s),
                 qPrintable(more));
        panel.setDevices({{"cpu", {}, 0}, {"cuda:0", "Fake Card", std::uint64_t(8) << 30}}, u"cuda:0"_s);
        QVERIFY(childOf<QComboBox>(panel, u"deviceCombo"_s)->currentText().contains(u"Fake Card, 8.0 GiB"_s));
        QCOMPARE(panel.device(), u"cuda:0"_s);
        panel.setDevices({{"cpu", {}, 0}}, u"cuda:0"_s);
        QCOMPARE(panel.device(), u"auto"_s);

        const auto sample = test::madeUpSample(14, 15, true);
        const Result result = decideResult(sample, test::madeUpDetection(*sample), "0.5");
        panel.setResult(&result);
        QVERIFY(childOf<QLabel>(panel, u"resultCounts"_s)->text().contains(u"of 210 spots"_s));
        QVERIFY(childOf<QLabel>(panel, u"resultNotes"_s)->text().contains(u"not calibrated"_s));
        QVERIFY(!childOf<QLabel>(panel, u"resultNotes"_s)->text().contains(u"Ensembl"_s));
        Result lacking = result;
        lacking.detection.usedExpression = true;
        lacking.detection.genes = {5, 1, 2, 0, {"KRT19", "MUC1"}};
        panel.setResult(&lacking);
        QVERIFY(childOf<QLabel>(panel, u"resultNotes"_s)
                    ->text()
                    .contains(u"2 of the model's 5 genes are not in the sample and count as not expressed: KRT19, MUC1."_s));
        Result calibrated = result;
        calibrated.detection.calibrationSpots = 1234;
        panel.setResult(&calibrated);
        QVERIFY(childOf<QLabel>(panel, u"resultNotes"_s)
                    ->text()
                    .contains(u"calibrated on "_s + QLocale().toString(1234) + u" spots"_s));
    }

    void whatSpeaksAgainstAResultStandsOutAndCanBeDismissed()
    {
        ModelPanel panel;
        const auto sample = test::madeUpSample(14, 15, true);
        Result result = decideResult(sample, test::madeUpDetection(*sample), "0.5");
        result.decision.notes.clear();
        panel.setResult(&result);
        auto* const warnings = childOf<MessageBar>(panel, u"resultWarnings"_s);
        QVERIFY(warnings->isHidden());
        result.detection.warnings = {Text("The tissue is foreign.")};
        panel.setResult(&result);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCOMPARE(warnings->sentences(), QStringList{u"The tissue is foreign."_s});
        QVERIFY(warnings->isVisible());
        QTest::mouseClick(warnings->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(warnings->isHidden());
        panel.setResult(&result); // as when the threshold moves
        QVERIFY(warnings->isHidden());
        result.decision.notes = {Text("No spot reaches the threshold.")};
        panel.setResult(&result);
        QCOMPARE(warnings->sentences().size(), 2);
        panel.setResult(nullptr); // another section
        panel.setResult(&result);
        QCOMPARE(warnings->sentences().size(), 2);
    }

    void aSpotShowsItsNumbers()
    {
        const auto sample = test::madeUpSample(14, 15, true);
        const Result result = decideResult(sample, test::madeUpDetection(*sample), "0.5");
        SpotPanel panel;
        panel.setSpot(sample.get(), 16, &result); // row 1, column 1: ERBB2 2, EPCAM 1, ACTB 50
        QCOMPARE(childOf<QLabel>(panel, u"spotName"_s)->text(), u"SPOT-1-1"_s);
        QVERIFY(childOf<QLabel>(panel, u"spotFacts"_s)->text().contains(u"<b>53</b>"_s));
        QVERIFY(childOf<QLabel>(panel, u"spotScores"_s)->text().contains(u"not cancer"_s));
        auto* genes = childOf<QTableWidget>(panel, u"spotGenes"_s);
        QCOMPARE(genes->rowCount(), 3);
        QCOMPARE(genes->item(0, 0)->text(), u"ACTB"_s);
        QCOMPARE(genes->item(0, 2)->text(), QLocale().toString(std::log1p(50.0 / 53.0 * 1e4), 'f', 2));
        auto* attention = childOf<QTableWidget>(panel, u"spotAttention"_s);
        QCOMPARE(attention->rowCount(), 7);
        QCOMPARE(attention->item(0, 0)->text(), u"itself"_s);
        QCOMPARE(attention->item(3, 1)->text(), QLocale().toString(1.0 / 7.0, 'f', 3));
        panel.setSpot(sample.get(), 16, nullptr);
        QVERIFY(childOf<QLabel>(panel, u"spotScores"_s)->text().contains(u"Not detected"_s));
    }

    void aRegionIsChosenByItsRow()
    {
        const auto sample = test::madeUpSample(14, 15, true);
        const Result result = decideResult(sample, test::madeUpDetection(*sample), "0.5");
        QCOMPARE(result.regions.size(), size_t(2));
        RegionsPanel panel;
        panel.setResult(&result);
        panel.resize(400, 300);
        panel.show();
        auto* view = childOf<QTableView>(panel, u"regionsView"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy chosen(&panel, &RegionsPanel::regionChosen);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(1, 0)).center());
        QCOMPARE(chosen.count(), 1);
        QVERIFY(chosen.front().front().toRectF().isValid());
        panel.setResult(nullptr);
        QVERIFY(!view->isVisible());
    }

    void aSectionWithoutGenesHasSpotsAllTheSame()
    {
        auto sample = std::make_shared<Sample>(*test::madeUpSample(3, 3, true));
        sample->section.expression.genes.clear();
        sample->section.expression.counts = CountMatrix(9, 0);
        const std::vector<GeneTotal> totals = geneTotals(sample->expression());
        QVERIFY(totals.empty());
        GenePanel genes;
        genes.setSample(sample);
        genes.setTotals(totals);
        QCOMPARE(childOf<QTableView>(genes, u"genesView"_s)->model()->rowCount(), 0);
        QCOMPARE(childOf<QLabel>(genes, u"genesEmpty"_s)->text(),
                 u"This section has no expression matrix, so there are no genes to show."_s);
        QVERIFY(!childOf<QLineEdit>(genes, u"geneSearch"_s)->isVisibleTo(&genes));

        SpotPanel spot;
        spot.setSpot(sample.get(), 4, nullptr);
        QCOMPARE(childOf<QLabel>(spot, u"spotName"_s)->text(), u"SPOT-1-1"_s);
        QCOMPARE(childOf<QTableWidget>(spot, u"spotGenes"_s)->rowCount(), 0);
    }

    void aGeneIsFoundByTyping()
    {
        const auto sample = test::madeUpSample(3, 3, true);
        GenePanel panel;
        panel.setSample(sample);
        panel.setTotals(geneTotals(sample->expression()));
        panel.resize(300, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto* view = childOf<QTableView>(panel, u"genesView"_s);
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"ACTB"_s); // most UMIs first
        QSignalSpy chosen(&panel, &GenePanel::geneChosen);
        auto* search = childOf<QLineEdit>(panel, u"geneSearch"_s);
        QTest::keyClicks(search, u"epcam"_s);
        QCOMPARE(view->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(chosen.count() >= 1);
        QCOMPARE(chosen.front().front().value<size_t>(), size_t(1));
        auto* noMatch = childOf<QLabel>(panel, u"genesNoMatch"_s);
        QVERIFY(!noMatch->isVisible());
        QTest::keyClicks(search, u"<i>"_s);
        QVERIFY(noMatch->isVisible());
        QVERIFY2(noMatch->text().contains(u"epcam<i>"_s), qPrintable(noMatch->text()));
        search->clear();
        QVERIFY(!noMatch->isVisible());
        QCOMPARE(view->model()->rowCount(), static_cast<int>(sample->expression().genes.size()));
    }

    void anExportFolderThatCannotBeWrittenIsRefused()
    {
        test::TemporaryFolder folder;
        const QString good = pathText(folder / "new" / "deep");
        ExportDialog dialog(good, false);
        dialog.show();
        auto* button = childOf<QPushButton>(dialog, u"exportButton"_s);
        auto* line = childOf<QLineEdit>(dialog, u"exportFolder"_s);
        auto* problem = childOf<QLabel>(dialog, u"exportProblem"_s);
        QVERIFY(button->isEnabled());
        test::write(folder / "file", "x");
        line->setText(pathText(folder / "file"));
        QVERIFY(!button->isEnabled());
        QVERIFY2(problem->text().endsWith(u"is a file, not a folder."_s), qPrintable(problem->text()));
        line->setText(u"here"_s);
        QVERIFY(!button->isEnabled());
        line->setText(u"/proc/nothing"_s);
        QVERIFY(!button->isEnabled() || ::geteuid() == 0);
        line->setText(good);
        for (const char* name : {"exportScores", "exportRegions", "exportOverlay", "exportRun"})
            childOf<QCheckBox>(dialog, QString::fromLatin1(name))->setChecked(false);
        QVERIFY(!button->isEnabled());
        childOf<QCheckBox>(dialog, u"exportRegions"_s)->setChecked(true);
        QCOMPARE(fileNames(dialog.files()), QStringList{u"regions.geojson"_s});
        QSignalSpy asked(&dialog, &ExportDialog::exportRequested);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }
};

QTEST_MAIN(TestPanels)
#include "test_panels.moc"
