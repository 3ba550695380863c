#include "core/base/task.h"
#include "core/fusion/device.h"
#include "core/fusion/safetensors.h"
#include "core/fusion/train.h"

#include "tests/fusion/syntheticsection.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <filesystem>
#include <random>

using namespace spacrd;
using namespace spacrd::test;

/// Training that is interrupted, stopped early, validated, continued.
class TestResume : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;

    static std::string bytesOf(const std::shared_ptr<const Model>& model, const std::filesystem::path& file)
    {
        saveModel(*model, file, false);
        return read(file);
    }

    /// A training cancelled after `batches` batches, then taken up again; the bytes of its model.
    std::string interrupted(TrainOptions options, int batches)
    {
        std::stop_source stop;
        int seen = 0;
        Task killed(stop.get_token(), [&](const Progress& progress) {
            if (progress.total > 0 && ++seen > batches)
                stop.request_stop();
        });
        try {
            trainModel({syntheticSection(8, 50, 1)}, options, {}, killed);
        } catch (const Cancelled&) {
        }
        options.resume = true;
        Task task;
        return bytesOf(trainModel({syntheticSection(8, 50, 1)}, options, {}, task), m_folder / "resumed.spacrd");
    }

private Q_SLOTS:
    void initTestCase() { setComputeThreads(2); }

    void aResumedTrainingGivesTheUninterruptedModel_data()
    {
        QTest::addColumn<int>("batches");
        QTest::addColumn<double>("average");
        QTest::addColumn<bool>("validate");
        std::mt19937 random(std::random_device{}()); // any moment must do
        for (int i = 0; i < 3; ++i) {
            const int batches = static_cast<int>(random() % 12);
            QTest::addRow("plain, after about %d reports", batches) << batches << 0.0 << false;
        }
        QTest::newRow("with averaged weights and validation") << 4 << 0.9 << true;
    }

    void aResumedTrainingGivesTheUninterruptedModel()
    {
        QFETCH(int, batches);
        QFETCH(double, average);
        QFETCH(bool, validate);
        TrainOptions options = quickOptions();
        options.epochs = 6;
        options.classifierFromEpoch = 2;
        options.batch = 16;
        options.averageDecay = average;
        if (validate) {
            options.validation = {syntheticSection(6, 50, 9)};
            options.patience = 3;
        }
        Task task;
        const std::string whole = bytesOf(trainModel({syntheticSection(8, 50, 1)}, options, {}, task), m_folder / "whole.spacrd");
        options.checkpoint = m_folder / "checkpoint";
        options.checkpointEvery = 1;
        QCOMPARE(interrupted(options, batches), whole);
    }

    void aCheckpointOfAnotherTrainingIsRefused()
    {
        TrainOptions options = quickOptions();
        options.epochs = 3;
        options.checkpoint = m_folder / "other";
        options.checkpointEvery = 1;
        std::stop_source stop;
        Task killed(stop.get_token());
        TrainingEvents events;
        events.onEpoch = [&](const EpochReport& report) {
            if (report.epoch == 1)
                stop.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, trainModel({syntheticSection(8, 50, 1)}, options, events, killed));
        QVERIFY(std::filesystem::exists(options.checkpoint));
        options.resume = true;
        options.seed = 8;
        Task task;
        QVERIFY(errorOf([&] {
                    trainModel({syntheticSection(8, 50, 1)}, options, {}, task);
                }).starts_with("The checkpoint belongs to a training with other sections, labels or options"));
        write(options.checkpoint, "no checkpoint");
        QVERIFY(!errorOf([&] { trainModel({syntheticSection(8, 50, 1)}, options, {}, task); }).empty());
    }

    void aCheckpointWithOtherValidationLabelsIsRefused()
    {
        TrainOptions options = quickOptions();
        options.epochs = 3;
        options.checkpoint = m_folder / "validated";
        options.checkpointEvery = 1;
        options.validation = {syntheticSection(6, 50, 9)};
        Task task;
        trainModel({syntheticSection(8, 50, 1)}, options, {}, task);
        QVERIFY(std::filesystem::exists(options.checkpoint)); // until the model is saved
        options.resume = true;
        std::reverse(options.validation.front().labels.begin(), options.validation.front().labels.end());
        QVERIFY(errorOf([&] {
                    trainModel({syntheticSection(8, 50, 1)}, options, {}, task);
                }).starts_with("The checkpoint belongs to a training with other"));
    }

    void withoutPatienceTheLastEpochIsKeptAndTheTemperatureStored()
    {
        TrainOptions options = quickOptions();
        options.epochs = 8;
        options.validation = {syntheticSection(6, 50, 9)};
        Task task;
        std::vector<EpochReport> reports;
        const auto model =
            trainModel({syntheticSection(8, 50, 1)}, options, {[&](const EpochReport& r) { reports.push_back(r); }, {}}, task);
        QCOMPARE(reports.size(), size_t{8});
        QCOMPARE(reports.front().validationAuc, -1.0); // no classifier yet
        QVERIFY(reports.back().validationAuc >= 0.0);
        QVERIFY(model->card().calibration.has_value());
        QCOMPARE(model->card().calibration->spots, 36LL);
        QCOMPARE(model->card().validatedOn, std::vector<std::string>{"synthetic 9"});
        const Detection detection = detectSample(*syntheticSection(6, 50, 3).sample, *model, {"cpu", 64, {}}, task);
        for (size_t spot = 0; spot < detection.logit.size(); ++spot)
            QCOMPARE(detection.probability[spot], model->card().calibration->probability(detection.logit[spot]));
    }

    void labelsThatContradictTheModelCalibrateNothing()
    {
        TrainOptions options = quickOptions();
        options.epochs = 8;
        options.validation = {syntheticSection(6, 50, 9)};
        for (int& label : options.validation.front().labels)
            label = 1 - label;
        std::vector<std::string> notes;
        Task task;
        const auto model = trainModel({syntheticSection(8, 50, 1)}, options,
                                      {{}, [&](const Text& note) { notes.push_back(note.english()); }}, task);
        QVERIFY(!model->card().calibration.has_value());
        QCOMPARE(notes.size(), size_t{1});
        QVERIFY(notes.front().starts_with("The labels of the validation sections do not bear the model out"));

        std::fill(options.validation.front().labels.begin(), options.validation.front().labels.end(), 1);
        notes.clear(); // one class says nothing either way
        QVERIFY(!trainModel({syntheticSection(8, 50, 1)}, options,
                            {{}, [&](const Text& note) { notes.push_back(note.english()); }}, task)
                     ->card()
                     .calibration.has_value());
        QVERIFY(notes.empty());
    }

    void patienceStopsEarly()
    {
        TrainOptions options = quickOptions();
        options.epochs = 60;
        options.classifierFromEpoch = 0;
        options.batch = 16;
        options.validation = {syntheticSection(6, 50, 9)};
        options.patience = 3;
        Task task;
        std::vector<EpochReport> reports;
        std::vector<std::string> notes;
        TrainingEvents events;
        events.onEpoch = [&](const EpochReport& r) { reports.push_back(r); };
        events.onNote = [&](const Text& note) { notes.push_back(note.english()); };
        trainModel({syntheticSection(8, 50, 1)}, options, events, task);
        QVERIFY(reports.size() < 60); // perfect soon, and then no better
        QCOMPARE(notes.size(), size_t{1});
        QVERIFY(notes.front().starts_with("Stopped after epoch "));
    }

    void aLossThatIsNotFiniteLeavesTheLastGoodModel()
    {
        TrainOptions options = quickOptions();
        options.epochs = 40;
        options.classifierFromEpoch = 0;
        options.learningRate = 30.0; // runs away, but not in its first epoch
        options.batch = 64;
        Task task;
        std::vector<std::string> notes;
        TrainingEvents events;
        events.onNote = [&](const Text& note) { notes.push_back(note.english()); };
        const auto model = trainModel({syntheticSection(8, 50, 1)}, options, events, task);
        QCOMPARE(notes.size(), size_t{1});
        QVERIFY(notes.front().find("is not a finite number; the model is that of epoch ") != std::string::npos);
        saveModel(*model, m_folder / "last-good", false);
        loadModel(m_folder / "last-good"); // which checks that every weight is finite
    }

    void aFineTunedModelKeepsWhereItCameFrom()
    {
        Task task;
        TrainOptions options = quickOptions();
        options.start = trainModel({syntheticSection(8, 50, 1)}, options, {}, task);
        TrainingSection replayed = syntheticSection(8, 50, 1);
        replayed.replay = true;
        options.start = trainModel({syntheticSection(7, 50, 4), replayed}, options, {}, task);
        const auto twice = trainModel({syntheticSection(7, 50, 5)}, options, {}, task);
        QCOMPARE(twice->card().trainedOn, std::vector<std::string>{"synthetic 5"});
        QCOMPARE(twice->card().startedFromTrainedOn, (std::vector<std::string>{"synthetic 1", "synthetic 4"}));
        saveModel(*twice, m_folder / "twice", false);
        QCOMPARE(readModelCard(m_folder / "twice").startedFromTrainedOn, twice->card().startedFromTrainedOn);
    }

    void fineTuningLeavesWhatIsFrozen_data()
    {
        QTest::addColumn<int>("frozen");
        QTest::newRow("nothing") << int(Frozen::nothing);
        QTest::newRow("encoders") << int(Frozen::encoders);
        QTest::newRow("all but the head") << int(Frozen::allButHead);
    }

    void fineTuningLeavesWhatIsFrozen()
    {
        QFETCH(int, frozen);
        Task task;
        TrainOptions options = quickOptions();
        const auto start = trainModel({syntheticSection(8, 50, 1)}, options, {}, task);
        options.start = start;
        options.frozen = static_cast<Frozen>(frozen);
        TrainingSection replayed = syntheticSection(8, 50, 1);
        replayed.replay = true;
        const auto tuned = trainModel({syntheticSection(7, 50, 4), replayed}, options, {}, task);
        QCOMPARE(tuned->card().startedFrom, std::string("test"));
        QCOMPARE(tuned->card().startedFromTrainedOn, start->card().trainedOn);
        QCOMPARE(tuned->card().panel, start->card().panel);
        QCOMPARE(tuned->card().trainingSpots, 49LL);
        saveModel(*start, m_folder / "start", false);
        saveModel(*tuned, m_folder / "tuned", false);
        for (const auto& [tensor, entry] : readSafetensorsHeader(m_folder / "start").tensors) {
            const bool same =
                readTensor(m_folder / "start", tensor, entry)
                == readTensor(m_folder / "tuned", tensor, readSafetensorsHeader(m_folder / "tuned").tensors.at(tensor));
            const bool head = tensor.starts_with("decoder.");
            const bool encoder = tensor.starts_with("CL.");
            if (options.frozen == Frozen::allButHead)
                QVERIFY2(same != head, tensor.c_str());
            else if (options.frozen == Frozen::encoders && encoder)
                QVERIFY2(same, tensor.c_str());
            else if (tensor == "CL.gene_encoder.fc.0.weight" || tensor == "BCA.fusion_proj.weight" || head)
                QVERIFY2(!same, tensor.c_str());
        }
    }

    void thePapersWaysAreOtherModels()
    {
        Task task;
        const TrainingSection section = syntheticSection(8, 50, 1);
        const std::string published = bytesOf(trainModel({section}, quickOptions(), {}, task), m_folder / "published");
        for (bool PaperWays::*way : {&PaperWays::unitEmbeddings, &PaperWays::deviationToClassifier,
                                     &PaperWays::summedReconstruction, &PaperWays::noSeparation}) {
            TrainOptions options = quickOptions();
            options.paperWays.*way = true;
            const auto model = trainModel({section}, options, {}, task);
            QVERIFY(bytesOf(model, m_folder / "way") != published);
            QVERIFY(loadModel(m_folder / "way")->card().paperWays == options.paperWays);
            const Detection before = detectSample(*section.sample, *model, {"cpu", 64, {}}, task);
            const Detection after = detectSample(*section.sample, *loadModel(m_folder / "way"), {"cpu", 64, {}}, task);
            QCOMPARE(after.logit, before.logit);
        }
    }
};

QTEST_APPLESS_MAIN(TestResume)
#include "test_resume.moc"
