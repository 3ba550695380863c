#include "core/preprocess/expression.h"
#include "core/preprocess/neighbours.h"
#include "core/preprocess/variablegenes.h"

#include "tests/support/golden.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace spacrd;
using namespace spacrd::test;

namespace {

CountMatrix countsOf(const GoldenFile& golden)
{
    const std::vector<double> data = golden.tensor("counts/data").values;
    const std::vector<double> columns = golden.tensor("counts/indices").values;
    const std::vector<double> starts = golden.tensor("counts/indptr").values;
    std::vector<Eigen::Triplet<float>> entries;
    for (size_t row = 0; row + 1 < starts.size(); ++row) {
        for (auto i = static_cast<size_t>(starts[row]); i < static_cast<size_t>(starts[row + 1]); ++i)
            entries.emplace_back(static_cast<int>(row), static_cast<int>(columns[i]), static_cast<float>(data[i]));
    }
    CountMatrix counts(static_cast<Eigen::Index>(starts.size() - 1), 600);
    counts.setFromTriplets(entries.begin(), entries.end());
    return counts;
}

std::vector<double> valuesOf(const FeatureMatrix& dense)
{
    return {dense.data(), dense.data() + dense.size()};
}

double overlapOfTop(const std::vector<int>& order, const std::vector<double>& rank, size_t top)
{
    size_t both = 0;
    for (size_t i = 0; i < top; ++i)
        both += rank[static_cast<size_t>(order[i])] < static_cast<double>(top) ? 1 : 0;
    return static_cast<double>(both) / static_cast<double>(top);
}

} // namespace

class TestPreprocessGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SPACRD_NEED_GOLDEN();
        m_golden = std::make_unique<GoldenFile>(goldenFolder() / "preprocess.h5");
    }

    void logNormalisationAgrees()
    {
        const FeatureMatrix log1p(libraryLog1p(countsOf(*m_golden)));
        QVERIFY(largestDifference(valuesOf(log1p), m_golden->tensor("log1p").values) < 2e-6);
        FeatureMatrix scaled = log1p;
        minMaxColumns(scaled);
        QVERIFY(largestDifference(valuesOf(scaled), m_golden->tensor("min_max").values) < 2e-6);
    }

    void variableGenesAgree_data()
    {
        QTest::addColumn<bool>("log");
        QTest::newRow("raw counts") << false;
        QTest::newRow("log1p") << true;
    }

    void variableGenesAgree()
    {
        QFETCH(bool, log);
        const std::string group = log ? "hvg/log1p/" : "hvg/raw_counts/";
        const CountMatrix counts = countsOf(*m_golden);
        const GeneVariability ours = seuratV3(log ? libraryLog1p(counts) : counts);
        const auto close = [](const std::vector<double>& a, const std::vector<double>& b, double relative) {
            for (size_t i = 0; i < b.size(); ++i) {
                if (std::abs(a[i] - b[i]) > relative * std::abs(b[i]) + 1e-15)
                    return false;
            }
            return a.size() == b.size();
        };
        // log1p values are float32, so their moments agree to that precision only.
        QVERIFY(close(ours.mean, m_golden->tensor(group + "mean").values, log ? 1e-6 : 1e-9));
        QVERIFY(close(ours.variance, m_golden->tensor(group + "variance").values, log ? 1e-6 : 1e-9));
        const double fit =
            largestDifference(ours.loessLog10Variance, m_golden->tensor(group + "loess_log10_variance_direct").values);
        QVERIFY2(fit < (log ? 1e-5 : 1e-6), qPrintable(QString::number(fit)));
        QVERIFY(overlapOfTop(ours.order, m_golden->tensor(group + "rank").values, 100) >= 0.98);
    }

    void neighboursAgree_data()
    {
        QTest::addColumn<QString>("name");
        SPACRD_NEED_GOLDEN();
        for (const std::string& name : m_golden->members("neighbours"))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void neighboursAgree()
    {
        QFETCH(QString, name);
        const std::string group = "neighbours/" + name.toStdString() + "/";
        const std::vector<double> coordinates = m_golden->tensor(group + "coords").values;
        std::vector<Point> points;
        for (size_t i = 0; i < coordinates.size(); i += 2)
            points.push_back({coordinates[i], coordinates[i + 1]});
        const NeighbourTable ours = nearestNeighbours(points);
        const std::vector<double> indices = m_golden->tensor(group + "indices").values;
        const std::vector<double> distances = m_golden->tensor(group + "distances").values;
        const std::vector<double> ambiguous = m_golden->tensor(group + "set_is_ambiguous").values;
        QCOMPARE(ours.spots(), points.size());
        for (size_t spot = 0; spot < points.size(); ++spot) {
            QCOMPARE(ours.row(spot)[0], static_cast<std::int32_t>(spot));
            std::set<int> mine;
            std::set<int> reference;
            for (size_t place = 0; place < 7; ++place) {
                const auto other = static_cast<size_t>(ours.row(spot)[place]);
                const double distance = std::hypot(points[spot].x - points[other].x, points[spot].y - points[other].y);
                QVERIFY(std::abs(distance - distances[spot * 7 + place]) < 1e-9 * (1 + distance));
                mine.insert(static_cast<int>(other));
                reference.insert(static_cast<int>(indices[spot * 7 + place]));
            }
            if (ambiguous[spot] == 0.0)
                QCOMPARE(mine, reference);
        }
    }

private:
    std::unique_ptr<GoldenFile> m_golden;
};

QTEST_APPLESS_MAIN(TestPreprocessGolden)
#include "test_preprocess_golden.moc"
