#include "core/base/task.h"
#include "core/evaluate/metrics.h"
#include "core/fusion/ablation.h"
#include "core/fusion/detect.h"
#include "core/fusion/device.h"
#include "core/fusion/train.h"

#include "tests/fusion/syntheticsection.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

class TestTrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setComputeThreads(2); }

    void aTrainedModelTellsTheClassesApartOnAnotherSection()
    {
        Task task;
        TrainOptions options = quickOptions();
        options.epochs = 16;
        options.classifierFromEpoch = 4;
        options.batch = 32;
        std::vector<EpochReport> reports;
        const auto model =
            trainModel({syntheticSection(10, 60, 1)}, options, {[&](const EpochReport& r) { reports.push_back(r); }, {}}, task);
        QCOMPARE(reports.size(), size_t{16}); // no section has an image, so there is no contrastive stage
        QCOMPARE(reports.front().accuracy, -1.0);
        QVERIFY(reports.back().accuracy > 0.9);
        QCOMPARE(model->card().trainingSpots, 100LL);
        QCOMPARE(model->card().trainingPositives, 50LL);
        QVERIFY(!model->card().encoder.has_value());

        const TrainingSection other = syntheticSection(10, 60, 2);
        const Detection detection = detectSample(*other.sample, *model, {"cpu", 32, {}}, task);
        QCOMPARE(detection.logit.size(), size_t{100});
        int right = 0;
        for (size_t spot = 0; spot < 100; ++spot) {
            right += (detection.probability[spot] >= 0.5) == (other.labels[spot] == 1) ? 1 : 0;
            QVERIFY(std::abs(detection.probability[spot] - 1.0 / (1.0 + std::exp(-detection.logit[spot]))) < 1e-12);
            QVERIFY(std::abs(detection.histologyToGene.row(static_cast<Eigen::Index>(spot)).sum() - 1.0f) < 1e-5f);
            QVERIFY(std::abs(detection.geneToHistology.row(static_cast<Eigen::Index>(spot)).sum() - 1.0f) < 1e-5f);
        }
        QVERIFY2(right >= 90, qPrintable(QString::number(right)));
        QCOMPARE(*std::min_element(detection.score.begin(), detection.score.end()), 0.0);
        QCOMPARE(*std::max_element(detection.score.begin(), detection.score.end()), 1.0);
    }

    void theBatchSizeDoesNotChangeADetection()
    {
        Task task;
        const auto model = trainModel({syntheticSection(8, 50, 1)}, quickOptions(), {}, task);
        const TrainingSection other = syntheticSection(9, 50, 3);
        const Detection one = detectSample(*other.sample, *model, {"cpu", 7, {}}, task);
        const Detection all = detectSample(*other.sample, *model, {"cpu", 512, {}}, task);
        for (size_t spot = 0; spot < one.logit.size(); ++spot)
            QVERIFY(std::abs(one.logit[spot] - all.logit[spot]) < 1e-5);
    }

    void theSameSeedGivesTheSameFile()
    {
        const TemporaryFolder folder;
        Task task;
        for (const char* name : {"a", "b"})
            saveModel(*trainModel({syntheticSection(8, 50, 1)}, quickOptions(), {}, task), folder / name, false);
        QCOMPARE(read(folder / "a"), read(folder / "b"));
        TrainOptions other = quickOptions();
        other.seed = 7;
        saveModel(*trainModel({syntheticSection(8, 50, 1)}, other, {}, task), folder / "c", false);
        QVERIFY(read(folder / "a") != read(folder / "c"));
    }

    /// A gene that does not vary in the first section but does between the sections is read only with the panel of all of them.
    void thePanelIsOfTheFirstSectionOrOfAll()
    {
        const TrainingSection first = syntheticSection(8, 50, 1);
        TrainingSection second = syntheticSection(8, 50, 2);
        auto changed = std::make_shared<Sample>(*second.sample);
        for (int spot = 0; spot < 64; ++spot)
            changed->section.expression.counts.coeffRef(spot, 49) = spot % 2 == 0 ? 4000.0f : 0.0f;
        changed->section.expression.counts.makeCompressed();
        second.sample = changed;
        TrainOptions options = quickOptions();
        options.genes = 5;
        Task task;
        const auto published = trainModel({first, second}, options, {}, task);
        options.panel = PanelChoice::allSections;
        const auto pooled = trainModel({first, second}, options, {}, task);
        QVERIFY(std::count(published->card().panel.begin(), published->card().panel.end(), "G49") == 0);
        QCOMPARE(pooled->card().panel.front(), std::string("G49"));
        QCOMPARE(pooled->card().methods, (std::vector<std::string>{"genes of the largest variance over all training sections"}));
        QVERIFY(published->card().methods.empty());
    }

    void theAblationLeavesOutOneDepartureAfterTheOther()
    {
        const std::vector<TrainingSection> sections{syntheticSection(8, 50, 1)};
        const std::vector<TrainingSection> heldOut{syntheticSection(6, 50, 3), syntheticSection(6, 50, 4)};
        TrainOptions options = quickOptions();
        options.inputDropout = 0.5;
        options.averageDecay = 0.9;
        Task task;
        const auto table = ablate(sections, heldOut, options, {"cpu", 64, {}}, 0.875, task);
        QCOMPARE(table.size(), size_t{3});
        QCOMPARE(table[0].change, std::string("as trained"));
        QCOMPARE(table[0].auc, 0.875);
        QCOMPARE(table[1].change, std::string("without: expression dropout 0.5"));
        QCOMPARE(table[2].change, std::string("without: moving average of the weights, decay 0.9"));
        options.inputDropout = 0.0;
        const auto model = trainModel(sections, options, {}, task);
        double expected = 0.0;
        for (const TrainingSection& section : heldOut)
            expected += areaUnderRoc(detectSample(*section.sample, *model, {"cpu", 64, {}}, task).logit, section.labels) / 2.0;
        QVERIFY(std::abs(table[1].auc - expected) < 1e-12);
        QVERIFY(ablate(sections, heldOut, quickOptions(), {"cpu", 64, {}}, 0.5, task).size() == 1);
    }

    void unlabelledSpotsAreNeighboursOnly()
    {
        TrainingSection section = syntheticSection(8, 50, 1);
        for (size_t spot = 0; spot < 10; ++spot)
            section.labels[spot] = -1;
        Task task;
        QCOMPARE(trainModel({section}, quickOptions(), {}, task)->card().trainingSpots, 54LL);
    }

    void aCancelStopsWithinABatch()
    {
        std::stop_source stop;
        int batches = 0;
        Task task(stop.get_token(), [&](const Progress& progress) {
            batches = static_cast<int>(progress.done);
            if (progress.total > 0)
                stop.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(Cancelled, trainModel({syntheticSection(8, 50, 1)}, quickOptions(), {}, task));
        QVERIFY(batches <= 1);
    }

    void whatCannotBeTrainedIsOneSentence()
    {
        Task task;
        TrainingSection section = syntheticSection(6, 50, 1);
        std::fill(section.labels.begin(), section.labels.end(), 0);
        QVERIFY(errorOf([&] {
                    trainModel({section}, quickOptions(), {}, task);
                }).starts_with("Training needs spots of both classes; the labels give 0 cancer and 36 other spots"));
        section.labels.pop_back();
        QVERIFY(errorOf([&] {
                    trainModel({section}, quickOptions(), {}, task);
                }).starts_with("There is not one label for every spot"));
        QVERIFY(errorOf([&] { trainModel({}, quickOptions(), {}, task); }).starts_with("Training needs at least one section"));
        TrainOptions wild = quickOptions();
        wild.learningRate = 1e30;
        QVERIFY(errorOf([&] { trainModel({syntheticSection(6, 50, 1)}, wild, {}, task); }).find("is not a finite number")
                != std::string::npos);
        TrainOptions device = quickOptions();
        device.device = "cuda:99";
        QVERIFY(errorOf([&] { trainModel({syntheticSection(6, 50, 1)}, device, {}, task); }).find("(use ") != std::string::npos);
    }

    void aForeignSampleIsRefused()
    {
        Task task;
        const auto model = trainModel({syntheticSection(8, 50, 1)}, quickOptions(), {}, task);
        auto foreign = std::make_shared<Sample>(*syntheticSection(6, 50, 1).sample);
        for (Gene& gene : foreign->section.expression.genes)
            gene.symbol = "m" + gene.symbol;
        QVERIFY(errorOf([&] { detectSample(*foreign, *model, {"cpu", 64, {}}, task); }).starts_with("Only 0 of the model's "));
    }
};

QTEST_APPLESS_MAIN(TestTrain)
#include "test_train.moc"
