#include "core/base/task.h"
#include "core/evaluate/metrics.h"
#include "core/exchange/labels.h"
#include "core/exchange/results.h"
#include "core/fusion/device.h"
#include "core/fusion/train.h"

#include "tests/support/testdata.h"

#include <algorithm>

using namespace spacrd;
using namespace spacrd::test;

namespace {

SampleSources sources(const std::string& section)
{
    return sampleSources(dataFolder() / "her2st" / section / "counts.tsv.gz");
}

TrainingSection pathologistLabelled(const std::string& section)
{
    Task task;
    SampleSources from = sources(section);
    from.withoutSlide = true;
    TrainingSection out;
    out.sample = openSample(from, task);
    out.labels = readLabels(dataFolder() / "her2st" / section / "pathologist_labels.tsv", out.sample->expression().barcodes,
                            {"invasive cancer", "cancer in situ"}, {"undetermined"}, task);
    return out;
}

TrainingSection weaklyLabelled(const std::string& section)
{
    Task task;
    TrainingSection out;
    out.sample = openSample(sources(section), task);
    out.labels =
        readLabels(dataFolder() / "her2st" / section / "cluster_labels.tsv", out.sample->expression().barcodes, {}, {}, task);
    return out;
}

/// A tenth of the default schedule at ten times its learning rate.
TrainOptions shortSchedule()
{
    TrainOptions options;
    options.name = "test";
    options.genes = 1000;
    options.epochs = 24;
    options.classifierFromEpoch = 8;
    options.batch = 256;
    options.learningRate = 1e-4;
    options.device = "cpu";
    return options;
}

double aucOn(const TrainingSection& section, const Detection& detection)
{
    const LabelledValues known = labelledOnly(detection.logit, section.labels);
    return areaUnderRoc(known.values, known.labels);
}

} // namespace

class TestHer2st : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SPACRD_NEED_DATA();
        setComputeThreads(2);
    }

    void expressionOfFivePatientsFindsTheCancerOfASixth()
    {
        SPACRD_NEED_DATA();
        std::vector<TrainingSection> training;
        for (const char* section : {"A1", "B1", "C1", "D1", "E1"})
            training.push_back(pathologistLabelled(section));
        Task task;
        TrainOptions options = shortSchedule();
        options.encoder = "none";
        const auto model = trainModel(training, options, {}, task);
        const TrainingSection unseen = pathologistLabelled("F1");
        const double auc = aucOn(unseen, detectSample(*unseen.sample, *model, {"cpu", 512, {}}, task));
        QVERIFY2(auc > 0.80, qPrintable(QString::number(auc)));
    }

    void imageAndExpressionOfOneSectionFindTheCancerOfTheNext()
    {
        SPACRD_NEED_DATA();
        Task task;
        const auto model = trainModel({weaklyLabelled("C3"), weaklyLabelled("C4")}, shortSchedule(), {}, task);
        QVERIFY(model->card().encoder.has_value());
        const TrainingSection unseen = weaklyLabelled("C2");
        Detection detection = detectSample(*unseen.sample, *model, {"cpu", 512, {}}, task);
        QVERIFY(detection.usedImage && detection.usedExpression);
        const double auc = aucOn(unseen, detection);
        QVERIFY2(auc > 0.80, qPrintable(QString::number(auc)));

        const Result result = decideResult(unseen.sample, std::move(detection), "percentile:50");
        QVERIFY(!result.regions.empty());
        int spots = 0;
        for (const Region& region : result.regions)
            spots += region.spots;
        QCOMPARE(spots, static_cast<int>(std::count(result.decision.classes.begin(), result.decision.classes.end(), 1)));
    }
};

QTEST_GUILESS_MAIN(TestHer2st)
#include "test_her2st.moc"
