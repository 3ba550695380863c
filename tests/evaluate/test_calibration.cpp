#include "core/base/error.h"
#include "core/evaluate/calibration.h"
#include "core/evaluate/sigmoid.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace spacrd;
using test::errorOf;

namespace {

const std::vector<double> someLogits{-3.0, -2.5, -2.0, -1.0, -1.0, -0.5, 0.0, 0.25, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0};
const std::vector<int> someLabels{0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1};

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

/// Labels drawn with probability σ(slope · logit + offset).
void draw(double slope, double offset, size_t n, std::vector<double>& logits, std::vector<int>& labels)
{
    std::mt19937_64 random(3);
    std::normal_distribution<double> logit(0.0, 3.0);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (size_t i = 0; i < n; ++i) {
        logits.push_back(logit(random));
        labels.push_back(uniform(random) < sigmoid(slope * logits.back() + offset) ? 1 : 0);
    }
}

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFitTheProbabilityIsTheSigmoid()
    {
        const Calibration c;
        QCOMPARE(c.probability(0.0), 0.5);
        QVERIFY(near(c.probability(std::log(3.0)), 0.75, 1e-15));
        QCOMPARE(c.probability(1e4), 1.0);
        QCOMPARE(c.probability(-1e4), 0.0);
    }

    void theMinimumIsThatOfOtherLibraries()
    {
        // scipy's BFGS on the same soft targets; scikit-learn's _sigmoid_calibration agrees to its tolerance of 1e-7.
        const Calibration platt = fitTemperature(someLogits, someLabels, CalibrationOffset::fitted);
        QVERIFY(near(platt.slope, 0.5081602994932349, 1e-7));
        QVERIFY(near(platt.offset, 0.05301604061453507, 1e-7));
        QCOMPARE(platt.spots, 14LL);
        const Calibration temperature = fitTemperature(someLogits, someLabels);
        QVERIFY(near(temperature.slope, 0.5061415473031875, 1e-7));
        QCOMPARE(temperature.offset, 0.0);
        QVERIFY(temperature.method == Calibration::Method::temperature);
    }

    void twoLogitsHaveAClosedForm()
    {
        // Three spots at each of ±1; two of three are positive at +1, one of three at −1: targets 4/5 and 1/5, so the mean
        // target is 3/5 at +1 and 2/5 at −1, and the line that meets both is slope ln(3/2), offset 0.
        const Calibration c = fitTemperature({1, 1, 1, -1, -1, -1}, {1, 1, 0, 1, 0, 0}, CalibrationOffset::fitted);
        QVERIFY(near(c.slope, std::log(1.5)));
        QVERIFY(near(c.offset, 0.0));
        QVERIFY(near(c.probability(1.0), 0.6));
    }

    void theTruthIsRecovered()
    {
        std::vector<double> logits;
        std::vector<int> labels;
        draw(0.4, -1.0, 100000, logits, labels);
        const Calibration c = fitTemperature(logits, labels, CalibrationOffset::fitted);
        QVERIFY(near(c.slope, 0.4, 0.01));
        QVERIFY(near(c.offset, -1.0, 0.03));
    }

    void unitsOfTheLogitsDoNotMatter()
    {
        for (const double unit : {1e-6, 1e6}) {
            std::vector<double> scaled;
            for (const double logit : someLogits)
                scaled.push_back(logit * unit);
            const Calibration c = fitTemperature(scaled, someLabels, CalibrationOffset::fitted);
            QVERIFY(near(c.slope * unit, 0.5081602994932349, 1e-7));
        }
    }

    void separatedClassesGiveAFiniteSlope()
    {
        const Calibration c = fitTemperature({-2, -1, 1, 2}, {0, 0, 1, 1});
        QVERIFY(std::isfinite(c.slope) && c.slope > 0.0);
        // The targets are 3/4 and 1/4, so nothing is ever certain.
        QVERIFY(c.probability(1.0) < 0.75 && c.probability(2.0) > 0.75 && c.probability(2.0) < 0.95);
    }

    void logitsThatRankTheWrongWayRoundSayNothing()
    {
        const Calibration temperature = fitTemperature({2, 1, -1, -2}, {0, 0, 1, 1});
        QCOMPARE(temperature.slope, 0.0);
        QCOMPARE(temperature.probability(5.0), 0.5);
        // With an offset it is the mean target: 2/3 for the one positive, 1/5 for each of the three negatives.
        const Calibration platt = fitTemperature({2, 1, -1, -2}, {0, 0, 0, 1}, CalibrationOffset::fitted);
        QCOMPARE(platt.slope, 0.0);
        QVERIFY(near(platt.probability(-3.0), (2.0 / 3.0 + 3.0 / 5.0) / 4.0));
    }

    void equalLogitsAreNoTrouble()
    {
        for (const double logit : {0.0, 2.0}) {
            const Calibration c = fitTemperature({logit, logit, logit, logit}, {1, 1, 1, 0}, CalibrationOffset::fitted);
            QVERIFY(near(c.probability(logit), (3 * 0.8 + 1.0 / 3.0) / 4.0, 1e-6));
        }
    }

    void isotonicIsScikitLearns()
    {
        // sklearn 1.2.1 IsotonicRegression: X_thresholds_, y_thresholds_, predict.
        const Calibration c = fitIsotonic(someLogits, someLabels);
        QCOMPARE(c.knotLogits, (std::vector<double>{-3.0, -2.5, -2.0, -1.0, -0.5, 1.0, 1.5, 3.0}));
        const std::vector<double> expected{0.0, 0.0, 1.0 / 3.0, 1.0 / 3.0, 0.5, 0.5, 1.0, 1.0};
        for (size_t i = 0; i < expected.size(); ++i)
            QVERIFY(near(c.knotProbabilities[i], expected[i], 1e-15));
        QVERIFY(near(c.probability(-9.0), 0.0));
        QVERIFY(near(c.probability(-2.2), 0.2));
        QVERIFY(near(c.probability(-1.5), 1.0 / 3.0));
        QVERIFY(near(c.probability(1.2), 0.7));
        QVERIFY(near(c.probability(9.0), 1.0));
    }

    void equalLogitsShareOneProbabilityWhateverTheirOrder()
    {
        // 0.5 at logit 1 is above the 1/3 before it and must stay so; taken one by one, 0 would join the block below.
        for (const std::vector<int>& labels : {std::vector<int>{0, 1, 0, 0, 1, 1}, std::vector<int>{0, 1, 0, 1, 0, 1}}) {
            const Calibration c = fitIsotonic({-2, -1, 0, 1, 1, 2}, labels);
            QVERIFY(near(c.probability(1.0), 0.5));
            QVERIFY(near(c.probability(0.0), 0.5));
            QVERIFY(near(c.probability(2.0), 1.0));
            QVERIFY(near(c.probability(-2.0), 0.0));
        }
    }

    void isotonicKnotsRiseOnRandomData()
    {
        std::vector<double> logits;
        std::vector<int> labels;
        draw(1.0, 0.5, 5000, logits, labels);
        const Calibration c = fitIsotonic(logits, labels);
        QCOMPARE(c.knotLogits.size(), c.knotProbabilities.size());
        for (size_t i = 1; i < c.knotLogits.size(); ++i) {
            QVERIFY(c.knotLogits[i] > c.knotLogits[i - 1]);
            QVERIFY(c.knotProbabilities[i] >= c.knotProbabilities[i - 1]);
        }
        double worst = 0.0;
        for (double x = -2.0; x <= 2.0; x += 0.1)
            worst = std::max(worst, std::abs(c.probability(x) - sigmoid(x + 0.5)));
        QVERIFY2(worst < 0.1, qPrintable(QString::number(worst)));
    }

    void wrongInputIsRefused()
    {
        const auto fits = {+[](const std::vector<double>& x, const std::vector<int>& y) { fitTemperature(x, y); },
                           +[](const std::vector<double>& x, const std::vector<int>& y) { fitIsotonic(x, y); }};
        for (const auto& fit : fits) {
            QCOMPARE(errorOf([&] {
                         fit({1, 2}, {1});
                     }),
                     std::string("There are 2 logits but 1 labels (give one label for each logit)"));
            QCOMPARE(errorOf([&] { fit({1, NAN}, {1, 0}); }), std::string("A logit is not a finite number"));
            QCOMPARE(errorOf([&] { fit({1, 2}, {1, -1}); }), std::string("The label -1 is neither 0 nor 1"));
            const std::string oneClass = "Probabilities cannot be calibrated on spots of one class only (hold out a section "
                                         "with both cancer and other tissue)";
            QCOMPARE(errorOf([&] { fit({1, 2}, {1, 1}); }), oneClass);
            QCOMPARE(errorOf([&] { fit({1, 2}, {0, 0}); }), oneClass);
            QCOMPARE(errorOf([&] { fit({}, {}); }), oneClass);
        }
        Calibration broken;
        broken.method = Calibration::Method::isotonic;
        QCOMPARE(errorOf([&] { broken.probability(0.0); }), std::string("The model's calibration has no usable knots"));
    }
};

QTEST_APPLESS_MAIN(TestCalibration)
#include "test_calibration.moc"
