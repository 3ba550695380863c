#include "core/base/error.h"
#include "core/evaluate/threshold.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace spacrd;
using test::errorOf;

namespace {

std::vector<double> twoGroups(int low, double lowMean, double lowSd, int high, double highMean, double highSd)
{
    std::mt19937_64 random(7);
    std::vector<double> values;
    std::normal_distribution<double> a(lowMean, lowSd);
    std::normal_distribution<double> b(highMean, highSd);
    for (int i = 0; i < low; ++i)
        values.push_back(a(random));
    for (int i = 0; i < high; ++i)
        values.push_back(b(random));
    return values;
}

/// w₀N₀ − w₁N₁ at x, relative to w₀N₀.
double imbalance(const GaussianMixture& m, double x)
{
    const auto density = [&](int k) {
        return m.weight[k] / m.deviation[k] * std::exp(-0.5 * std::pow((x - m.mean[k]) / m.deviation[k], 2));
    };
    return 1.0 - density(1) / density(0);
}

} // namespace

class TestThreshold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoGroupsAreRecovered()
    {
        const GaussianMixture m = fitGaussianMixture(twoGroups(6000, 0.2, 0.05, 2000, 0.8, 0.1));
        QVERIFY(std::abs(m.mean[0] - 0.2) < 0.005 && std::abs(m.mean[1] - 0.8) < 0.01);
        QVERIFY(std::abs(m.deviation[0] - 0.05) < 0.003 && std::abs(m.deviation[1] - 0.1) < 0.006);
        QVERIFY(std::abs(m.weight[0] - 0.75) < 0.005);
        QVERIFY(std::abs(m.weight[0] + m.weight[1] - 1.0) < 1e-9);
        QVERIFY(m.bracketed);
        QVERIFY(m.mean[0] < m.threshold && m.threshold < m.mean[1]);
        QVERIFY(std::abs(imbalance(m, m.threshold)) < 1e-9);
    }

    void orderOfTheValuesDoesNotMatter()
    {
        std::vector<double> values = twoGroups(300, 0.4, 0.1, 300, 0.6, 0.1);
        const double before = fitGaussianMixture(values).threshold;
        std::reverse(values.begin(), values.end());
        QVERIFY(std::abs(fitGaussianMixture(values).threshold - before) < 1e-7);
    }

    void anOutlierIsNoGroup()
    {
        std::vector<double> values = twoGroups(300, 0.6, 0.04, 300, 0.8, 0.04);
        const double before = fitGaussianMixture(values).threshold;
        values.push_back(0.0);
        const GaussianMixture m = fitGaussianMixture(values);
        QVERIFY(std::abs(m.threshold - before) < 0.02);
        QVERIFY(m.weight[0] > 0.4);
    }

    void equalValuesGiveTheirMidpointAndANote()
    {
        const GaussianMixture m = fitGaussianMixture({0.3, 0.3, 0.3});
        QVERIFY(!m.bracketed);
        QVERIFY(std::abs(m.threshold - 0.3) < 1e-9);
        const Decision d = decide("gmm", {0.3, 0.3, 0.3}, {0.7, 0.7, 0.7});
        QCOMPARE(d.notes.size(), size_t{2}); // and every spot reaches the midpoint
        QVERIFY(d.notes.front().english().starts_with("The scores do not fall into two groups"));
    }

    void twoValuesAreEnough()
    {
        const GaussianMixture m = fitGaussianMixture({0.0, 1.0});
        QVERIFY(std::abs(m.threshold - 0.5) < 1e-6);
        QCOMPARE(errorOf([] { fitGaussianMixture({0.5}); }),
                 std::string("A mixture of two Gaussians needs at least two values (use another threshold rule)"));
        QCOMPARE(errorOf([] { fitGaussianMixture({0.5, INFINITY}); }), std::string("A score is not a finite number"));
    }

    void aLargeSectionIsFast()
    {
        const std::vector<double> values = twoGroups(60000, 0.4, 0.1, 40000, 0.6, 0.1);
        QElapsedTimer timer;
        timer.start();
        const GaussianMixture m = fitGaussianMixture(values);
        qInfo("100,000 overlapping values: %lld ms, %d EM steps", timer.elapsed(), m.iterations);
        QVERIFY(m.bracketed);
        QVERIFY(timer.elapsed() < 10000);
    }

    void rulesGiveClasses_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("method");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<bool>("onProbability");
        QTest::addColumn<QString>("classes");
        // score 0 .2 .4 .6 1; probability .1 .3 .5 .7 .9
        QTest::newRow("auto") << "auto"
                              << "probability" << 0.5 << true << "00111";
        QTest::newRow("number") << "0.7"
                                << "probability" << 0.7 << true << "00011";
        QTest::newRow("zero") << "0"
                              << "probability" << 0.0 << true << "11111";
        QTest::newRow("one") << "1"
                             << "probability" << 1.0 << true << "00000";
        QTest::newRow("percentile") << "percentile:75"
                                    << "percentile:75" << 0.6 << false << "00011";
        QTest::newRow("percentile between") << "percentile:12.5"
                                            << "percentile:12.5" << 0.1 << false << "01111";
    }

    void rulesGiveClasses()
    {
        QFETCH(QString, rule);
        QFETCH(double, threshold);
        const Decision d = decide(rule.toStdString(), {0, .2, .4, .6, 1}, {.1, .3, .5, .7, .9});
        QTEST(QString::fromStdString(d.method), "method");
        QVERIFY(std::abs(d.threshold - threshold) < 1e-12);
        QTEST(d.onProbability, "onProbability");
        QString classes;
        for (const int c : d.classes)
            classes += QString::number(c);
        QTEST(classes, "classes");
        QCOMPARE(d.notes.empty(), classes.contains(u'0') && classes.contains(u'1'));
    }

    void nothingFoundIsSaid()
    {
        const Decision d = decide("auto", {0, .5, 1}, {.1, .2, .4});
        QCOMPARE(d.notes.size(), size_t{1});
        QCOMPARE(d.notes.front().english(),
                 std::string("No spot reaches the threshold 0.5: nothing is marked as cancer in this section."));
    }

    void everythingFoundIsSaid()
    {
        const Decision d = decide("0.05", {0, .5, 1}, {.1, .2, .4});
        QCOMPARE(d.notes.size(), size_t{1});
        QCOMPARE(d.notes.front().english(),
                 std::string("Every spot reaches the threshold 0.05: the whole section is marked as cancer."));
    }

    void aThresholdOnTheSectionsOwnScoresSaysWhenTheProbabilitiesDisagree()
    {
        const Decision healthy = decide("percentile:75", {0, .2, .4, .6, 1}, {.01, .02, .02, .03, .49});
        QCOMPARE(healthy.notes.size(), size_t{1});
        QCOMPARE(
            healthy.notes.front().english(),
            std::string("None of the 2 marked spots reaches a probability of 0.5: the threshold divides the section by its own "
                        "scores, whether there is cancer in it or not."));
        QVERIFY(decide("percentile:75", {0, .2, .4, .6, 1}, {.01, .02, .02, .03, .5}).notes.empty());
    }

    void oneGroupOfScoresIsSaid_data()
    {
        QTest::addColumn<int>("high");
        QTest::addColumn<double>("highMean");
        QTest::addColumn<bool>("two");
        QTest::newRow("one Gaussian") << 0 << 0.0 << false;
        QTest::newRow("a shoulder") << 100 << 0.42 << false;
        QTest::newRow("two Gaussians") << 200 << 0.8 << true;
        QTest::newRow("a few far away") << 20 << 0.8 << true;
    }

    void oneGroupOfScoresIsSaid()
    {
        QFETCH(int, high);
        QFETCH(double, highMean);
        QFETCH(bool, two);
        const std::vector<double> score = twoGroups(600, 0.3, 0.06, high, highMean, 0.06);
        const GaussianMixture m = fitGaussianMixture(score);
        QCOMPARE(m.twoGroups, two);
        QVERIFY(m.valley >= 0.0 && m.valley <= 1.0);
        const Decision d = decide("gmm", score, std::vector<double>(score.size(), 0.9));
        QCOMPARE(d.notes.size(), two ? size_t{0} : size_t{1});
        if (!two)
            QVERIFY(d.notes.front().english().starts_with("The scores do not fall into two groups"));
    }

    void theValleyIsThatOfTheDensity()
    {
        // Equal components four deviations apart: two peaks near the means, and between them 2·N(2)/(N(0) + N(4)) of the peak.
        const GaussianMixture m = fitGaussianMixture(twoGroups(20000, 0.3, 0.1, 20000, 0.7, 0.1));
        QVERIFY(std::abs(m.valley - 2.0 * std::exp(-2.0) / (1.0 + std::exp(-8.0))) < 0.02);
    }

    void noSampleOfOneGaussianIsTwoGroups()
    {
        for (unsigned seed = 1; seed <= 100; ++seed) {
            std::mt19937_64 random(seed);
            std::normal_distribution<double> normal(0.5, 0.1);
            std::vector<double> values(200);
            std::generate(values.begin(), values.end(), [&] { return normal(random); });
            QVERIFY2(!fitGaussianMixture(values).twoGroups, qPrintable(QString::number(seed)));
        }
    }

    void gmmDecidesOnTheScore()
    {
        const Decision d = decide("gmm", {0, .05, .1, .9, .95, 1}, {.9, .9, .9, .1, .1, .1});
        QCOMPARE(d.classes, (std::vector<int>{0, 0, 0, 1, 1, 1}));
        QCOMPARE(d.method, std::string("gmm"));
        QVERIFY(!d.onProbability);
    }

    void wrongRulesAreRefused_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("sentence");
        const QString known = QStringLiteral(
            "The threshold rule \"%1\" is not known (use auto, gmm, percentile:Q or a probability between 0 and 1)");
        for (const char* rule : {"", "otsu", "1.01", "-0.1", "nan", "0.5 ", "GMM"})
            QTest::newRow(rule) << QString::fromUtf8(rule) << known.arg(QString::fromUtf8(rule));
        const QString quantile =
            QStringLiteral("The threshold rule \"%1\" does not name a percentile (write percentile:Q with Q between 0 and 100)");
        for (const char* rule : {"percentile:", "percentile:x", "percentile:101", "percentile:-1"})
            QTest::newRow(rule) << QString::fromUtf8(rule) << quantile.arg(QString::fromUtf8(rule));
    }

    void wrongRulesAreRefused()
    {
        QFETCH(QString, rule);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(errorOf([&] { decide(rule.toStdString(), {0, 1}, {0, 1}); })), sentence);
    }

    void wrongValuesAreRefused()
    {
        QCOMPARE(errorOf([] { decide("auto", {}, {}); }), std::string("There are no spots to decide on"));
        QCOMPARE(errorOf([] { decide("auto", {1}, {1, 0}); }), std::string("There are 1 scores but 2 probabilities"));
        QCOMPARE(errorOf([] {
                     decide("auto", {1, 0}, {1, std::nan("")});
                 }),
                 std::string("The score of spot number 2 is not a finite number"));
    }
};

QTEST_APPLESS_MAIN(TestThreshold)
#include "test_threshold.moc"
