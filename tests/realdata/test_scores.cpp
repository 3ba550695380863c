#include "core/base/task.h"
#include "core/evaluate/logistic.h"
#include "core/evaluate/metrics.h"
#include "core/exchange/labels.h"
#include "core/fusion/detect.h"
#include "core/preprocess/variablegenes.h"
#include "core/sample/sample.h"

#include "tests/support/testdata.h"

#include <QElapsedTimer>

#include <cmath>
#include <map>

using namespace spacrd;
using namespace spacrd::test;

namespace {

struct Labelled
{
    std::shared_ptr<const Sample> sample;
    std::vector<int> labels;
    NeighbourTable neighbours;
};

std::shared_ptr<const Sample> withoutSlide(const std::filesystem::path& path)
{
    SampleSources sources = sampleSources(path);
    sources.withoutSlide = true;
    Task task;
    return openSample(sources, task);
}

Labelled her2st(const std::string& name)
{
    Labelled section;
    section.sample = withoutSlide(dataFolder() / "her2st" / name / "counts.tsv.gz");
    section.labels = readLabels(dataFolder() / "her2st" / name / "pathologist_labels.tsv", section.sample->expression().barcodes,
                                {"invasive cancer", "cancer in situ"}, {"undetermined"}, Task());
    section.neighbours = spotNeighbours(section.sample->spots());
    return section;
}

/// The logistic regression's AUC on a section when it is fitted to the neighbour means of the others: 3,000 genes that
/// vary most in the first of those, over the genes they share, each section scaled by itself.
double aucWithout(const std::string& target, const std::map<std::string, Labelled>& sections)
{
    std::vector<const ExpressionMatrix*> training;
    for (const auto& [name, section] : sections) {
        if (name != target)
            training.push_back(&section.sample->expression());
    }
    PanelGenes panel;
    panel.universe = commonGenes(training);
    const GeneVariability ranked =
        seuratV3(libraryLog1p(selectGenes(training.front()->counts, matchGenes(panel.universe, training.front()->genes))));
    for (size_t i = 0; i < 3000; ++i)
        panel.genes.push_back(panel.universe[static_cast<size_t>(ranked.order[i])]);

    FeatureMatrix rows(0, 3000);
    std::vector<int> labels;
    const auto featuresOf = [&](const Labelled& section) {
        return expressionFeatures(section.sample->expression(), panel, nullptr);
    };
    for (const auto& [name, section] : sections) {
        if (name == target)
            continue;
        const FeatureMatrix mean = neighbourMean(featuresOf(section), section.neighbours);
        rows.conservativeResize(rows.rows() + mean.rows(), 3000);
        rows.bottomRows(mean.rows()) = mean;
        labels.insert(labels.end(), section.labels.begin(), section.labels.end());
    }
    Task task;
    QElapsedTimer timer;
    timer.start();
    const LogisticRegression regression = fitLogistic(rows, labels, 1.0, task);
    qInfo("%lld rows fitted in %lld ms", static_cast<long long>(rows.rows()), timer.elapsed());

    const Labelled& unseen = sections.at(target);
    const std::vector<double> logits = neighbourLogits(regression, featuresOf(unseen), unseen.neighbours);
    const LabelledValues known = labelledOnly(logits, unseen.labels);
    return areaUnderRoc(known.values, known.labels);
}

struct Seen
{
    Detection detection;
    size_t missingGenes = 0;
};

Seen runModel(const Model& model, const Sample& sample)
{
    Task task;
    const ModelInput input = prepareInput(sample, model.card(), nullptr, task);
    return {detect(model, input, {"cpu", 512, {}}, task), input.genes.missing.size()};
}

} // namespace

class TestScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SPACRD_NEED_DATA();
        for (const char* name : {"A1", "B1", "C1", "D1", "E1", "F1"})
            m_sections[name] = her2st(name);
    }

    void aRegressionOnFivePatientsFindsTheCancerOfTheSixth_data()
    {
        // scikit-learn's LogisticRegression(C=1, tol=1e-8) with the same panel on features made by numpy and scipy.
        QTest::addColumn<QString>("target");
        QTest::addColumn<double>("auc");
        QTest::newRow("A1") << "A1" << 0.92427;
        QTest::newRow("E1") << "E1" << 0.84760;
        QTest::newRow("F1") << "F1" << 0.82665;
    }

    void aRegressionOnFivePatientsFindsTheCancerOfTheSixth()
    {
        SPACRD_NEED_DATA();
        QFETCH(QString, target);
        QFETCH(double, auc);
        const double found = aucWithout(target.toStdString(), m_sections);
        qInfo("%s: AUC %.4f", qPrintable(target), found);
        QVERIFY2(std::abs(found - auc) < 0.0005, qPrintable(QString::number(found)));
    }

    void breastOfUnseenPatientsIsFamiliarAndColonIsNot()
    {
        SPACRD_NEED_DATA();
        const auto model = loadModel(SPACRD_MODELS "/breast-st.spacrd");
        const auto judge = [&](const Sample& sample) {
            const Seen seen = runModel(*model, sample);
            return judgeFamiliarity(*model->card().familiarity, seen.detection.latentMean, {}, seen.detection.probability,
                                    seen.missingGenes, model->card().panel.size());
        };
        const FamiliarityReport colon = judge(*withoutSlide(dataFolder() / "visium_crc_human" / "outs"));
        for (const char* name : {"C1", "F1"}) {
            const FamiliarityReport breast = judge(*m_sections.at(name).sample);
            qInfo("%s: unlike at %.2f of the spots; colon: %.2f", name, *breast.unlikeLatents, *colon.unlikeLatents);
            QVERIFY(breast.warnings.empty());
            QVERIFY(*colon.unlikeLatents > *breast.unlikeLatents + 0.2);
        }
        QVERIFY(!colon.warnings.empty());
    }

private:
    std::map<std::string, Labelled> m_sections;
};

QTEST_GUILESS_MAIN(TestScores)
#include "test_scores.moc"
