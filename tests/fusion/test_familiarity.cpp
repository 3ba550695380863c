#include "core/fusion/familiarity.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace spacrd;
using test::errorOf;

namespace {

constexpr int width = 64;

struct Spots
{
    FeatureMatrix latent;
    std::vector<int> labels;
    FeatureMatrix image;
};

/// Latents as real models have them: two classes 6 deviations apart, along one axis that also carries nearly all the variance
/// within a class, and a little noise across. Images: 20 features, the last of which never varies. `across` moves the latents
/// off the axis, `stain` the images.
Spots section(int spots, double cancerShare, unsigned seed, float across = 0.0F, float stain = 0.0F)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Spots s;
    s.latent = FeatureMatrix::Zero(spots, width);
    s.image = FeatureMatrix::Constant(spots, 20, 0.3F);
    for (int i = 0; i < spots; ++i) {
        const int label = i < cancerShare * spots ? 1 : 0;
        s.labels.push_back(label);
        const float along = 6.0F * static_cast<float>(label) + normal(random);
        for (int j = 0; j < width; ++j)
            s.latent(i, j) = 0.1F * along + 0.01F * normal(random) + (j % 2 ? across : -across);
        for (int j = 0; j < 19; ++j)
            s.image(i, j) = static_cast<float>(j) + 0.5F * normal(random) + stain;
    }
    return s;
}

Familiarity trained()
{
    const Spots s = section(2000, 0.4, 1);
    return measureFamiliarity(s.latent, s.labels, s.image);
}

std::vector<double> probabilitiesOf(const Spots& s)
{
    std::vector<double> probabilities;
    for (const int label : s.labels)
        probabilities.push_back(label == 1 ? 0.9 : 0.1);
    return probabilities;
}

FamiliarityReport judge(const Familiarity& familiarity, const Spots& s, size_t missing = 0)
{
    return judgeFamiliarity(familiarity, s.latent, shareOfUnlikeImages(familiarity, s.image), probabilitiesOf(s), missing, 1000);
}

bool warns(const FamiliarityReport& report, const std::string& start)
{
    return std::any_of(report.warnings.begin(), report.warnings.end(),
                       [&](const Text& warning) { return warning.english().starts_with(start); });
}

} // namespace

class TestFamiliarity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesAndFeaturesAreMeasured()
    {
        // One latent dimension that differs: healthy 0 and 2, cancer 5, 7 and 9; −1 is left out.
        FeatureMatrix latent = FeatureMatrix::Zero(6, width);
        latent.col(3) << 0.0F, 2.0F, 5.0F, 7.0F, 9.0F, 1000.0F;
        FeatureMatrix image(2, 2);
        image << 1.0F, 4.0F, 3.0F, 4.0F;
        const Familiarity f = measureFamiliarity(latent, {0, 0, 1, 1, 1, -1}, image);
        QCOMPARE(f.latentMean[0][3], 1.0F);
        QCOMPARE(f.latentMean[1][3], 7.0F);
        QCOMPARE(f.latentMean[1][0], 0.0F);
        QCOMPARE(f.latentDeviation[3], std::sqrt(10.0F / 5.0F)); // (1 + 1 + 4 + 0 + 4) / 5
        QCOMPARE(f.positiveShare, 0.6);
        QCOMPARE(f.imageMean, (std::vector<float>{2.0F, 4.0F}));
        QCOMPARE(f.imageDeviation, (std::vector<float>{1.0F, 0.0F}));
        QVERIFY(std::abs(f.imageDistance - 1.0) < 1e-6); // both rows are one deviation off in the one feature that varies
        QCOMPARE(f.latentWhitening.size(), size_t{width * width});
    }

    void ninetyNineOfAHundredTrainingSpotsAreFamiliar()
    {
        const Spots s = section(2000, 0.4, 1);
        const FamiliarityReport report = judge(trained(), s);
        QVERIFY(std::abs(*report.unlikeLatents - 0.01) < 0.001);
        QVERIFY(std::abs(*report.unlikeImages - 0.01) < 0.001);
        QVERIFY(std::abs(*report.nearerCancer - 0.4) < 0.01);
        QVERIFY(report.warnings.empty());
    }

    void anotherSectionOfTheSameKindGivesNoWarning()
    {
        const FamiliarityReport report = judge(trained(), section(500, 0.2, 2), 20);
        QVERIFY(report.warnings.empty());
        QCOMPARE(report.geneOverlap, 0.98);
    }

    void tissueOffTheAxisOfTheClassesIsUnlike()
    {
        // 0.1 is a sixth of the distance between the classes, and no more than the deviation of any one dimension.
        const FamiliarityReport report = judge(trained(), section(500, 0.4, 2, 0.1F));
        QVERIFY(*report.unlikeLatents > 0.99);
        QCOMPARE(report.warnings.size(), size_t{1});
        QVERIFY(warns(report, "At 100 % of the spots the tissue is like neither the cancer nor the healthy tissue"));
    }

    void anotherStainIsUnlike()
    {
        const FamiliarityReport report = judge(trained(), section(500, 0.4, 2, 0.0F, 1.5F));
        QVERIFY(*report.unlikeImages > 0.99);
        QVERIFY(*report.unlikeLatents < 0.05);
        QCOMPARE(report.warnings.size(), size_t{1});
        QVERIFY(warns(report, "At 100 % of the spots the image looks unlike"));
    }

    void aFeatureThatNeverVariedDoesNotDecide()
    {
        Spots s = section(500, 0.4, 2);
        s.image.col(19).setConstant(1e6F);
        QVERIFY(judge(trained(), s).warnings.empty());
        // One that varied, and is off by any amount, counts ten deviations in one of 19 features: √(100 / 19) = 2.3.
        s.image.col(0).setConstant(1e6F);
        QVERIFY(*judge(trained(), s).unlikeImages > 0.99);
    }

    void missingGenesAreToldInTwoSteps_data()
    {
        QTest::addColumn<int>("missing");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("all there") << 0 << QString();
        QTest::newRow("900 of 1,000") << 100 << QString();
        QTest::newRow("899")
            << 101
            << "899 of the model's 1000 genes are in this sample; the others count as not expressed, which makes "
               "the result less certain.";
        QTest::newRow("500")
            << 500
            << "500 of the model's 1000 genes are in this sample; the others count as not expressed, which makes "
               "the result less certain.";
        QTest::newRow("122") << 878 << "Only 122 of the model's 1000 genes are in this sample; its result cannot be relied on.";
    }

    void missingGenesAreToldInTwoSteps()
    {
        QFETCH(int, missing);
        QFETCH(QString, sentence);
        const FamiliarityReport report = judge(trained(), section(500, 0.4, 2), static_cast<size_t>(missing));
        QCOMPARE(report.warnings.empty(), sentence.isEmpty());
        if (!sentence.isEmpty())
            QCOMPARE(QString::fromStdString(report.warnings.front().english()), sentence);
    }

    void noCancerIsExpectedInHealthyTissue()
    {
        const FamiliarityReport report = judge(trained(), section(500, 0.0, 2));
        QCOMPARE(report.warnings.size(), size_t{1});
        QVERIFY(warns(report, "No cancer is expected here: no spot reaches a probability of 0.5."));
    }

    void fewSpotsOfCancerAreCounted()
    {
        const Spots s = section(500, 0.004, 2);
        const FamiliarityReport report = judge(trained(), s);
        QCOMPARE(report.warnings.size(), size_t{1});
        QVERIFY(warns(report, "Little or no cancer is expected here: only 2 of 500 spots reach a probability of 0.5."));
        QVERIFY(judge(trained(), section(500, 0.02, 2)).warnings.empty());
    }

    void cancerEverywhereIsDoubted()
    {
        const FamiliarityReport report = judge(trained(), section(500, 0.992, 2));
        QCOMPARE(report.warnings.size(), size_t{1});
        QCOMPARE(report.warnings.front().english(),
                 std::string("496 of 500 spots reach a probability of 0.5: either the section is cancer throughout, or the model "
                             "does not know such tissue."));
        QVERIFY(judge(trained(), section(500, 0.98, 2)).warnings.empty());
    }

    void lowProbabilitiesAloneAreNoSignOfHealth()
    {
        const Spots s = section(500, 0.4, 2);
        const FamiliarityReport report =
            judgeFamiliarity(trained(), s.latent, std::nullopt, std::vector<double>(500, 0.2), 0, 1000);
        QVERIFY(report.warnings.empty()); // 40 % of the spots lie nearer the cancer mean
    }

    void unknownTissueIsNotCalledHealthy()
    {
        const Spots healthy = section(500, 0.0, 2);
        for (const FamiliarityReport& report :
             {judge(trained(), section(500, 0.0, 2, 0.1F)), judge(trained(), section(500, 0.0, 2, 0.0F, 1.5F)),
              judge(trained(), healthy, 600)}) {
            QCOMPARE(report.warnings.size(), size_t{1});
            QVERIFY(!warns(report, "No cancer"));
        }
    }

    void anOlderCardLeavesGenesAndProbabilities()
    {
        const Spots s = section(500, 0.0, 2, 0.1F, 1.5F);
        const FamiliarityReport report = judge(Familiarity{}, s, 700);
        QVERIFY(!report.unlikeImages && !report.unlikeLatents && !report.nearerCancer);
        QCOMPARE(report.warnings.size(), size_t{1});
        QVERIFY(warns(report, "Only 300 of the model's 1000 genes"));
        QVERIFY(warns(judge(Familiarity{}, s), "No cancer is expected here"));
    }

    void withoutImagesNothingIsSaidOfThem()
    {
        Spots s = section(500, 0.4, 2);
        const Familiarity familiarity = measureFamiliarity(s.latent, s.labels, {});
        QVERIFY(familiarity.imageMean.empty());
        QVERIFY(!shareOfUnlikeImages(familiarity, s.image));
        QVERIFY(!shareOfUnlikeImages(trained(), {}));
    }

    void wrongInputIsRefused()
    {
        const Spots s = section(10, 0.5, 2);
        QCOMPARE(errorOf([&] {
                     measureFamiliarity(s.latent, {0, 1}, {});
                 }),
                 std::string("There are 10 rows of features but 2 labels"));
        QCOMPARE(errorOf([&] { measureFamiliarity(s.latent, std::vector<int>(10, 1), {}); }),
                 std::string("What a model knows cannot be measured on spots of one class only"));
        QCOMPARE(errorOf([&] { measureFamiliarity(s.latent, std::vector<int>(10, 2), {}); }),
                 std::string("The label 2 is neither 0 nor 1"));
        FeatureMatrix broken = s.latent;
        broken(2, 2) = NAN;
        QCOMPARE(errorOf([&] { measureFamiliarity(broken, s.labels, {}); }), std::string("A feature is not a finite number"));
        QCOMPARE(errorOf([&] { shareOfUnlikeImages(trained(), FeatureMatrix::Zero(2, 3)); }),
                 std::string("The model's card describes 20 image features, not 3"));
        QCOMPARE(errorOf([&] { judgeFamiliarity({}, s.latent, {}, {0.5}, 0, 10); }),
                 std::string("There are 10 rows of features but 1 probabilities"));
        QCOMPARE(errorOf([&] { judgeFamiliarity({}, s.latent, {}, std::vector<double>(10, 0.5), 11, 10); }),
                 std::string("More of the model's genes are missing than it has"));
        QCOMPARE(errorOf([&] { judgeFamiliarity(trained(), FeatureMatrix::Zero(1, 3), {}, {0.5}, 0, 10); }),
                 std::string("The model's card describes another latent space than the model has"));
    }
};

QTEST_APPLESS_MAIN(TestFamiliarity)
#include "test_familiarity.moc"
