#include "core/base/error.h"
#include "core/evaluate/metrics.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <cmath>

using namespace spacrd;
using test::errorOf;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aucCountsOrderedPairs()
    {
        // Pairs positive > negative: .8 beats .1 .4 (2), .35 beats .1 (1): 3 of 4.
        QCOMPARE(areaUnderRoc({.1, .4, .35, .8}, {0, 0, 1, 1}), 0.75);
        QCOMPARE(areaUnderRoc({.5, .5}, {0, 1}), 0.5);
        QCOMPARE(areaUnderRoc({.2, .5, .5, .9}, {0, 0, 1, 1}), 3.5 / 4);
        QVERIFY(std::isnan(areaUnderRoc({.1, .2}, {1, 1})));
        QVERIFY(std::isnan(areaUnderRoc({.1, .2}, {0, 0})));
    }

    void averagePrecisionSumsOverDistinctThresholds()
    {
        // .8 → P 1, R 1/2; .4 → P 1/2; .35 → P 2/3, R 1.
        QCOMPARE(averagePrecision({.1, .4, .35, .8}, {0, 0, 1, 1}), 0.5 + 0.5 * 2 / 3);
        // A tie is one threshold: both at once, P 1/2, R 1.
        QCOMPARE(averagePrecision({.5, .5}, {0, 1}), 0.5);
        QVERIFY(std::isnan(averagePrecision({.1, .2}, {0, 0})));
    }

    void percentileInterpolatesLinearly()
    {
        QCOMPARE(percentile({3, 1, 2, 4}, 0), 1.0);
        QCOMPARE(percentile({3, 1, 2, 4}, 100), 4.0);
        QCOMPARE(percentile({3, 1, 2, 4}, 50), 2.5);
        QCOMPARE(percentile({0, 10}, 25), 2.5);
        QCOMPARE(percentile({7}, 33), 7.0);
        QCOMPARE(errorOf([] { percentile({}, 50); }), std::string("A percentile of no values was asked for"));
        QCOMPARE(errorOf([] { percentile({1}, 101); }), std::string("A percentile lies between 0 and 100, not at 101"));
        QCOMPARE(errorOf([] { percentile({1}, std::nan("")); }), std::string("A percentile lies between 0 and 100, not at nan"));
    }

    void figuresOfASmallTable()
    {
        const Metrics m = evaluateScores({.1, .4, .35, .8}, {.05, .25, .25, .95}, {0, 0, 1, 1});
        QCOMPARE(m.n, 4LL);
        QCOMPARE(m.positives, 2LL);
        QCOMPARE(m.threshold, 0.375); // the median
        QCOMPARE(m.precision, 0.5);   // .4 and .8 predicted
        QCOMPARE(m.recall, 0.5);
        QCOMPARE(m.f1, 0.5);
        QCOMPARE(m.brier, (.05 * .05 + .25 * .25 + .75 * .75 + .05 * .05) / 4);
        // Bins 0, 2 (two spots: mean .25 against .5) and 9.
        QCOMPARE(m.ece, (.05 + 2 * .25 + .05) / 4);
    }

    void oneClassAloneGivesNoRankFigures()
    {
        const Metrics m = evaluateScores({.1, .9}, {.1, 1.0}, {0, 0});
        QVERIFY(std::isnan(m.auc));
        QVERIFY(std::isnan(m.ap));
        QCOMPARE(m.threshold, 0.9);
        QCOMPARE(m.recall, 0.0);
        QCOMPARE(m.ece, (.1 + 1.0) / 2);
    }

    void wrongInputIsRefused_data()
    {
        QTest::addColumn<QList<double>>("scores");
        QTest::addColumn<QList<double>>("probabilities");
        QTest::addColumn<QList<int>>("labels");
        QTest::addColumn<QString>("sentence");
        using D = QList<double>;
        using I = QList<int>;
        QTest::newRow("empty") << D{} << D{} << I{}
                               << "There is no labelled spot to evaluate (check that the labels belong to this sample)";
        QTest::newRow("labels short") << D{1, 2} << D{1, 1} << I{1}
                                      << "There are 2 scores but 1 labels (give one label for each score)";
        QTest::newRow("probabilities short")
            << D{1, 2} << D{1} << I{1, 0} << "There are 1 scores but 2 labels (give one label for each score)";
        QTest::newRow("nan") << D{1, std::nan("")} << D{1, 1} << I{1, 0} << "A score is not a finite number";
        QTest::newRow("label 2") << D{1, 2} << D{1, 1} << I{1, 2} << "The label 2 is neither 0 nor 1";
        QTest::newRow("probability 1.5") << D{1, 2} << D{1, 1.5} << I{1, 0} << "The probability 1.5 does not lie between 0 and 1";
    }

    void wrongInputIsRefused()
    {
        QFETCH(QList<double>, scores);
        QFETCH(QList<double>, probabilities);
        QFETCH(QList<int>, labels);
        QFETCH(QString, sentence);
        const std::string error = errorOf([&] {
            evaluateScores({scores.begin(), scores.end()}, {probabilities.begin(), probabilities.end()},
                           {labels.begin(), labels.end()});
        });
        QCOMPARE(QString::fromStdString(error), sentence);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "test_metrics.moc"
