#include "core/evaluate/metrics.h"
#include "core/evaluate/threshold.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <hdf5.h>

#include <algorithm>
#include <cmath>

using namespace spacrd;

namespace {

/// Closes an HDF5 identifier at the end of the scope.
class Handle
{
public:
    Handle(hid_t id, herr_t (*close)(hid_t))
        : m_id(id)
        , m_close(close)
    {}
    ~Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    hid_t id() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

template <typename T>
std::vector<T> column(hid_t file, const std::string& path, hid_t type)
{
    const Handle dataset(H5Dopen2(file, path.c_str(), H5P_DEFAULT), H5Dclose);
    const Handle space(H5Dget_space(dataset.id()), H5Sclose);
    const hssize_t size = H5Sget_simple_extent_npoints(space.id());
    std::vector<T> values(size > 0 ? static_cast<size_t>(size) : 0);
    if (values.empty() || H5Dread(dataset.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
        qFatal("%s cannot be read from the golden file", path.c_str());
    return values;
}

std::vector<double> attributes(hid_t file, const std::string& group, const char* name, size_t size)
{
    std::vector<double> values(size);
    const Handle attribute(H5Aopen_by_name(file, group.c_str(), name, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    const Handle space(H5Aget_space(attribute.id()), H5Sclose);
    if (H5Sget_simple_extent_npoints(space.id()) != static_cast<hssize_t>(size)
        || H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, values.data()) < 0)
        qFatal("attribute %s of %s cannot be read from the golden file", name, group.c_str());
    return values;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestEvaluateGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SPACRD_NEED_GOLDEN();
        m_file = H5Fopen((test::goldenFolder() / "preprocess.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
        QVERIFY(m_file >= 0);
    }

    void cleanupTestCase()
    {
        if (m_file >= 0)
            H5Fclose(m_file);
    }

    void metrics_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"constant_scores", "imbalanced_common", "imbalanced_rare", "inverted", "many_ties", "perfect",
                                 "random", "rounded_4_decimals", "two_spots", "typical"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void metrics()
    {
        QFETCH(QString, name);
        const std::string group = "metrics/" + name.toStdString();
        const auto expected = [&](const char* attribute) { return attributes(m_file, group, attribute, 1).front(); };
        const auto scores = column<double>(m_file, group + "/scores", H5T_NATIVE_DOUBLE);
        const auto labels = column<int>(m_file, group + "/labels", H5T_NATIVE_INT);
        const Metrics m = evaluateScores(scores, scores, labels);
        QVERIFY(near(m.auc, expected("auc"), 1e-12));
        QVERIFY(near(m.ap, expected("ap"), 1e-12));
        QVERIFY(near(m.f1, expected("f1"), 1e-12));
        QVERIFY(near(m.threshold, expected("threshold"), 1e-12));
        QVERIFY(near(m.precision, expected("precision"), 1e-12));
        QVERIFY(near(m.recall, expected("recall"), 1e-12));
        QVERIFY(near(m.brier, expected("brier"), 1e-12));
        const auto predicted = std::count_if(scores.begin(), scores.end(), [&](double s) { return s >= m.threshold; });
        QCOMPARE(static_cast<double>(predicted), expected("predicted_positive"));
    }

    void mixture_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"bounded_at_0_and_1", "descending_components_possible", "small_sample", "unequal_weights",
                                 "well_separated", "wide_low_narrow_high"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void mixture()
    {
        QFETCH(QString, name);
        const std::string group = "gmm/" + name.toStdString();
        const GaussianMixture m = fitGaussianMixture(column<double>(m_file, group + "/scores", H5T_NATIVE_DOUBLE));
        const auto means = attributes(m_file, group, "converged_means", 2);
        const auto deviations = attributes(m_file, group, "converged_standard_deviations", 2);
        const auto weights = attributes(m_file, group, "converged_weights", 2);
        for (size_t k = 0; k < 2; ++k) {
            QVERIFY(near(m.mean[k], means[k], 1e-5));
            QVERIFY(near(m.deviation[k], deviations[k], 1e-5));
            QVERIFY(near(m.weight[k], weights[k], 1e-5));
        }
        QCOMPARE(m.bracketed, attributes(m_file, group, "converged_bracketed", 1).front() != 0.0);
        QVERIFY(near(m.threshold, attributes(m_file, group, "converged_threshold", 1).front(), 1e-5));
        qInfo("%s: %d EM steps", qPrintable(name), m.iterations);
    }

    void ambiguousMixturesAreNoLessLikely_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("overlapping") << "overlapping";
        QTest::newRow("unimodal") << "unimodal";
    }

    /// Their likelihood has several optima: another one than the golden file's is right when it is at least as likely.
    void ambiguousMixturesAreNoLessLikely()
    {
        QFETCH(QString, name);
        const std::string group = "gmm/" + name.toStdString();
        const auto values = column<double>(m_file, group + "/scores", H5T_NATIVE_DOUBLE);
        const GaussianMixture m = fitGaussianMixture(values);
        double sum = 0.0;
        for (const double x : values) {
            double density = 0.0;
            for (int k = 0; k < 2; ++k) {
                const double z = (x - m.mean[k]) / m.deviation[k];
                density += m.weight[k] / (m.deviation[k] * std::sqrt(2.0 * M_PI)) * std::exp(-0.5 * z * z);
            }
            sum += std::log(density);
        }
        const double mine = sum / static_cast<double>(values.size());
        const double golden = attributes(m_file, group, "converged_mean_log_likelihood", 1).front();
        qInfo("%s: log-likelihood %.9f, golden %.9f, threshold %.6f", qPrintable(name), mine, golden, m.threshold);
        QVERIFY(mine >= golden - 1e-7);
        QVERIFY(m.mean[0] <= m.threshold && m.threshold <= m.mean[1]);
    }

private:
    hid_t m_file = -1;
};

QTEST_APPLESS_MAIN(TestEvaluateGolden)
#include "test_evaluate_golden.moc"
