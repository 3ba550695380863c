#include "core/base/error.h"
#include "core/base/task.h"
#include "core/evaluate/logistic.h"
#include "core/evaluate/sigmoid.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <random>

using namespace spacrd;
using test::errorOf;

namespace {

struct Case
{
    FeatureMatrix rows;
    std::vector<int> labels;
};

Case tallCase()
{
    Case c;
    c.rows.resize(8, 3);
    c.rows << 0.1f, 0.9f, 0.3f, 0.4f, 0.2f, 0.8f, 0.35f, 0.5f, 0.1f, 0.8f, 0.7f, 0.6f, 0.9f, 0.1f, 0.4f, 0.6f, 0.3f, 0.95f, 0.15f,
        0.65f, 0.55f, 0.7f, 0.85f, 0.05f;
    c.labels = {0, 0, 1, 1, 1, 0, 0, 1};
    return c;
}

/// 30 features, 12 rows.
Case wideCase()
{
    Case c;
    c.rows.resize(12, 30);
    for (int i = 0; i < 12; ++i) {
        for (int j = 0; j < 30; ++j)
            c.rows(i, j) = static_cast<float>(((i * 37 + j * j * 11 + i * j * 7) % 101) / 101.0);
        c.labels.push_back((i * 5 + 1) % 3 == 0 ? 1 : 0);
    }
    return c;
}

/// Sparse features in [0,1] that share a large mean, and labels that a few of them foretell: what expression looks like.
Case randomCase(int n, int p)
{
    Case c;
    std::mt19937 random(11);
    std::uniform_real_distribution<float> uniform(0.0f, 1.0f);
    c.rows = FeatureMatrix::Zero(n, p);
    for (int i = 0; i < n; ++i) {
        double logit = 0.0;
        for (int j = 0; j < p; ++j) {
            c.rows(i, j) = uniform(random) < 0.5f ? uniform(random) : 0.0f;
            if (j < 20)
                logit += (j % 2 ? 3.0 : -3.0) * c.rows(i, j);
        }
        c.labels.push_back(uniform(random) < sigmoid(logit) ? 1 : 0);
    }
    return c;
}

/// The gradient of ½‖w‖² + C Σ log-loss by its definition; the intercept's entry last.
Eigen::VectorXd gradientOf(const Case& c, double inverse, const LogisticRegression& fit)
{
    Eigen::VectorXd gradient(fit.weights.size() + 1);
    gradient << fit.weights, 0.0;
    for (Eigen::Index i = 0; i < c.rows.rows(); ++i) {
        const Eigen::VectorXd row = c.rows.row(i).cast<double>();
        const int label = c.labels[static_cast<size_t>(i)];
        if (label < 0)
            continue;
        const double residual = inverse * (sigmoid(row.dot(fit.weights) + fit.intercept) - label);
        gradient.head(row.size()) += residual * row;
        gradient(row.size()) += residual;
    }
    return gradient;
}

NeighbourTable selfOnly(int n)
{
    NeighbourTable table;
    table.k = 1;
    for (int i = 0; i < n; ++i)
        table.indices.push_back(i);
    return table;
}

} // namespace

class TestLogistic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTallCaseIsScikitLearns_data()
    {
        // sklearn 1.2.1 LogisticRegression(C, tol=1e-12, solver="newton-cg")
        QTest::addColumn<double>("inverse");
        QTest::addColumn<double>("w0");
        QTest::addColumn<double>("w1");
        QTest::addColumn<double>("w2");
        QTest::addColumn<double>("intercept");
        QTest::newRow("C 1") << 1.0 << 0.6572079949419334 << 0.030502718772263616 << -0.6195341486736681 << -0.05386897617966621;
        QTest::newRow("C 0.1") << 0.1 << 0.07395737778092319 << 0.004742812178583348 << -0.07126433308898693
                               << -0.006063005181960232;
        QTest::newRow("C 100") << 100.0 << 8.564682107806107 << -0.1793647074221276 << -7.510530441615829 << -0.355588736921436;
    }

    void aTallCaseIsScikitLearns()
    {
        QFETCH(double, inverse);
        QFETCH(double, w0);
        QFETCH(double, w1);
        QFETCH(double, w2);
        QFETCH(double, intercept);
        Task task;
        const Case c = tallCase();
        const LogisticRegression fit = fitLogistic(c.rows, c.labels, inverse, task);
        QVERIFY((fit.weights - Eigen::Vector3d(w0, w1, w2)).norm() < 1e-6);
        QVERIFY(std::abs(fit.intercept - intercept) < 1e-6);
        QVERIFY(gradientOf(c, inverse, fit).norm() < 1e-8);
        QVERIFY(fit.gradientNorm < 1e-8);
    }

    void moreFeaturesThanRowsIsScikitLearns()
    {
        Task task;
        const Case c = wideCase();
        const LogisticRegression fit = fitLogistic(c.rows, c.labels, 1.0, task);
        QVERIFY(std::abs(fit.weights(0) - 0.26321350084606426) < 1e-6);
        QVERIFY(std::abs(fit.weights(7) - 0.21279144838899597) < 1e-6);
        QVERIFY(std::abs(fit.weights(29) + 0.39589384287015417) < 1e-6);
        QVERIFY(std::abs(fit.intercept + 0.7128842428154571) < 1e-6);
        QVERIFY(std::abs(fit.weights.norm() - 1.6334709560660727) < 1e-6);
        QVERIFY(gradientOf(c, 1.0, fit).norm() < 1e-8);
    }

    void separableRowsHaveAFiniteAnswer()
    {
        Task task;
        Case c;
        c.rows.resize(4, 1);
        c.rows << -2.0f, -1.0f, 1.0f, 2.0f;
        c.labels = {0, 0, 1, 1};
        for (const double inverse : {1.0, 1e6}) {
            const LogisticRegression fit = fitLogistic(c.rows, c.labels, inverse, task);
            QVERIFY(std::isfinite(fit.weights(0)) && fit.weights(0) > 0.0);
            QVERIFY(std::abs(fit.intercept) < 1e-9); // the rows are symmetric
            QVERIFY(gradientOf(c, inverse, fit).norm() < 1e-7);
        }
    }

    void constantFeaturesLeaveTheLogOdds()
    {
        Task task;
        const LogisticRegression fit = fitLogistic(FeatureMatrix::Constant(8, 2, 0.7f), {1, 0, 1, 1, 0, 1, 1, 1}, 1.0, task);
        QVERIFY(fit.weights.norm() < 1e-9);
        QVERIFY(std::abs(fit.intercept - std::log(3.0)) < 1e-7);
    }

    void rowsWithoutALabelAreLeftOut()
    {
        Task task;
        const Case c = tallCase();
        const LogisticRegression expected = fitLogistic(c.rows, c.labels, 1.0, task);
        Case more = c;
        more.rows.conservativeResize(10, 3);
        more.rows.row(8) = c.rows.row(2);
        more.rows.row(2) << 7.0f, -3.0f, 5.0f;
        more.rows.row(9) << 9.0f, 9.0f, 9.0f;
        more.labels = {0, 0, -1, 1, 1, 0, 0, 1, 1, -1};
        const LogisticRegression fit = fitLogistic(more.rows, more.labels, 1.0, task);
        QVERIFY((fit.weights - expected.weights).norm() < 1e-7);
        QVERIFY(std::abs(fit.intercept - expected.intercept) < 1e-7);
    }

    void aSetOfSectionsTakesSeconds()
    {
        Task task;
        const Case c = randomCase(2000, 3000);
        QElapsedTimer timer;
        timer.start();
        const LogisticRegression fit = fitLogistic(c.rows, c.labels, 1.0, task);
        qInfo("2,000 rows of 3,000 features: %lld ms, %d Newton steps, gradient %g", timer.elapsed(), fit.steps,
              fit.gradientNorm);
        QVERIFY(gradientOf(c, 1.0, fit).norm() < 1e-8);
        QVERIFY(timer.elapsed() < 30000);
    }

    void aStopIsHeard()
    {
        std::stop_source stop;
        stop.request_stop();
        Task task(stop.get_token());
        const Case c = tallCase();
        QVERIFY_THROWS_EXCEPTION(Cancelled, fitLogistic(c.rows, c.labels, 1.0, task));
    }

    void wrongInputIsRefused()
    {
        Task task;
        const FeatureMatrix two = FeatureMatrix::Ones(2, 2);
        QCOMPARE(errorOf([&] { fitLogistic(two, {1}, 1.0, task); }), std::string("There are 2 rows of features but 1 labels"));
        QCOMPARE(errorOf([&] { fitLogistic(two, {1, 2}, 1.0, task); }), std::string("The label 2 is neither 0 nor 1"));
        const std::string oneClass = "A logistic regression cannot be fitted to spots of one class only (give sections with both "
                                     "cancer and other tissue)";
        QCOMPARE(errorOf([&] { fitLogistic(two, {1, 1}, 1.0, task); }), oneClass);
        QCOMPARE(errorOf([&] { fitLogistic(two, {0, -1}, 1.0, task); }), oneClass);
        for (const double inverse : {0.0, -1.0}) {
            QVERIFY(errorOf([&] { fitLogistic(two, {0, 1}, inverse, task); }).starts_with("The inverse regularisation"));
        }
        FeatureMatrix broken = two;
        broken(1, 1) = NAN;
        QCOMPARE(errorOf([&] { fitLogistic(broken, {0, 1}, 1.0, task); }), std::string("A feature is not a finite number"));
    }

    void neighboursAreAveraged()
    {
        FeatureMatrix features(3, 2);
        features << 0.0f, 3.0f, 3.0f, 0.0f, 6.0f, 0.0f;
        NeighbourTable table;
        table.k = 3;
        table.indices = {0, 1, 2, 1, 1, 0, 2, 2, 2};
        FeatureMatrix expected(3, 2);
        expected << 3.0f, 1.0f, 2.0f, 1.0f, 6.0f, 0.0f;
        QVERIFY(neighbourMean(features, table).isApprox(expected));
        const Eigen::SparseMatrix<float, Eigen::RowMajor> sparse = features.sparseView();
        QVERIFY(neighbourMean(sparse, table).isApprox(expected));
    }

    void logitsOfNeighboursAreThoseOfTheirMean()
    {
        const Case c = wideCase();
        NeighbourTable table;
        for (int spot = 0; spot < 12; ++spot) {
            for (int place = 0; place < table.k; ++place)
                table.indices.push_back((spot + place * place) % 12);
        }
        Task task;
        const FeatureMatrix mean = neighbourMean(c.rows, table);
        const LogisticRegression fit = fitLogistic(mean, c.labels, 1.0, task);
        const std::vector<double> expected = neighbourLogits(fit, mean, selfOnly(12));
        const std::vector<double> dense = neighbourLogits(fit, c.rows, table);
        const Eigen::SparseMatrix<float, Eigen::RowMajor> sparseRows = c.rows.sparseView();
        const std::vector<double> sparse = neighbourLogits(fit, sparseRows, table);
        for (size_t spot = 0; spot < 12; ++spot) {
            QVERIFY(std::abs(dense[spot] - expected[spot]) < 1e-6);
            QVERIFY(std::abs(sparse[spot] - dense[spot]) < 1e-12);
        }
        QCOMPARE(errorOf([&] { neighbourLogits(fit, tallCase().rows, selfOnly(8)); }),
                 std::string("The logistic regression takes 30 features, not 3"));
    }
};

QTEST_APPLESS_MAIN(TestLogistic)
#include "test_logistic.moc"
