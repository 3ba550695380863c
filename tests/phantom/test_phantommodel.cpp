#include "core/phantom/contour.h"
#include "core/phantom/layout.h"
#include "core/phantom/painter.h"
#include "core/phantom/programme.h"
#include "core/phantom/random.h"
#include "tests/support/testdata.h"

#include "core/base/task.h"

#include <cmath>
#include <numeric>
#include <set>

using namespace spacrd;
using namespace spacrd::phantom;

namespace {

struct Moments
{
    double mean = 0.0;
    double variance = 0.0;
};

template <typename Draw>
Moments momentsOf(int count, Draw draw)
{
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < count; ++i) {
        const double v = static_cast<double>(draw());
        sum += v;
        squares += v * v;
    }
    const double mean = sum / count;
    return {mean, squares / count - mean * mean};
}

/// |a − b| ≤ relative · b
bool near(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::abs(b);
}

double ringArea(const Ring& ring)
{
    double sum = 0.0;
    for (size_t i = 0; i < ring.size(); ++i) {
        const Point& b = ring[(i + 1) % ring.size()];
        sum += ring[i].x * b.y - b.x * ring[i].y;
    }
    return sum / 2;
}

} // namespace

class TestPhantomModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void negativeBinomialHasItsMeanAndVariance_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("dispersion");
        QTest::newRow("small") << 0.2 << 0.5;
        QTest::newRow("one") << 1.0 << 0.3;
        QTest::newRow("split into parts") << 95.0 << 0.1;
        QTest::newRow("overdispersed") << 8.0 << 2.5;
        QTest::newRow("poisson") << 40.0 << 0.0;
    }

    void negativeBinomialHasItsMeanAndVariance()
    {
        QFETCH(double, mean);
        QFETCH(double, dispersion);
        Random random(7);
        const Moments moments = momentsOf(200000, [&] { return random.negativeBinomial(mean, dispersion); });
        QVERIFY2(near(moments.mean, mean, 0.02), qPrintable(QString::number(moments.mean)));
        QVERIFY2(near(moments.variance, mean + dispersion * mean * mean, 0.05), qPrintable(QString::number(moments.variance)));
    }

    void poissonProbabilitiesAreRight()
    {
        Random random(11);
        constexpr int draws = 200000;
        std::array<int, 3> seen{};
        for (int i = 0; i < draws; ++i) {
            const auto k = random.poisson(1.5);
            if (k < 3)
                ++seen[static_cast<size_t>(k)];
        }
        const double none = std::exp(-1.5);
        QVERIFY(near(seen[0], draws * none, 0.02));
        QVERIFY(near(seen[1], draws * none * 1.5, 0.02));
        QVERIFY(near(seen[2], draws * none * 1.125, 0.02));
        QCOMPARE(random.poisson(0.0), 0);
    }

    void gammaAndNormalHaveTheirMoments()
    {
        Random random(3);
        const Moments small = momentsOf(200000, [&] { return random.gamma(0.4); });
        QVERIFY(near(small.mean, 0.4, 0.02) && near(small.variance, 0.4, 0.05));
        const Moments large = momentsOf(200000, [&] { return random.gamma(6.0); });
        QVERIFY(near(large.mean, 6.0, 0.02) && near(large.variance, 6.0, 0.05));
        const Moments normal = momentsOf(200000, [&] { return random.normal(); });
        QVERIFY(std::abs(normal.mean) < 0.01 && near(normal.variance, 1.0, 0.02));
    }

    void randomNumbersAreTheSameEverywhere()
    {
        // SplitMix64 of state 0, as published by its author: the first output.
        QCOMPARE(mixed(0), 0xe220a8397b1dcdafULL);
        QCOMPARE(Random(5).next(), Random(5).next());
        QVERIFY(keyOf(1, 2, 3) != keyOf(1, 3, 2));
    }

    void genesAreRealFirstAndUnique()
    {
        const ExpressionModel model(2000, 0.0, 1);
        std::set<std::string> symbols;
        std::set<std::string> ids;
        size_t fillers = 0;
        for (const Gene& gene : model.genes()) {
            symbols.insert(gene.symbol);
            ids.insert(gene.id);
            fillers += gene.symbol.starts_with("GENE0") ? 1 : 0;
        }
        QCOMPARE(symbols.size(), size_t(2000));
        QCOMPARE(ids.size(), size_t(2000));
        QVERIFY(2000 - fillers >= 800);
        const ExpressionModel small(50, 0.0, 1);
        QCOMPARE(small.genes()[0].symbol, std::string("ERBB2"));
        QVERIFY(symbols.contains("KRT8") && symbols.contains("MT-CO1") && symbols.contains("CXCL13"));
    }

    void batchEffectShiftsGenesAndKeepsTheRest()
    {
        const ExpressionModel plain(300, 0.0, 1);
        const ExpressionModel shifted(300, 1.0, 1);
        const ExpressionModel otherSection(300, 0.0, 2);
        Mixture cells{};
        cells[static_cast<size_t>(Cells::tumour)] = 1.0;
        std::vector<std::int32_t> a;
        std::vector<std::int32_t> b;
        plain.drawCounts(cells, 42, a);
        otherSection.drawCounts(cells, 42, b);
        QCOMPARE(a, b); // without a batch effect two sections differ by their spots alone
        const auto logSpread = [&](const ExpressionModel& model) {
            std::vector<double> ratio;
            std::vector<double> sums(300);
            std::vector<double> base(300);
            for (std::uint64_t key = 0; key < 200; ++key) {
                model.drawCounts(cells, key, b);
                plain.drawCounts(cells, key + 1000, a);
                for (size_t g = 0; g < 300; ++g) {
                    sums[g] += b[g];
                    base[g] += a[g];
                }
            }
            return momentsOf(300,
                             [&, g = size_t(0)]() mutable {
                                 const double r = std::log((sums[g] + 1) / (base[g] + 1));
                                 ++g;
                                 return r;
                             })
                .variance;
        };
        QVERIFY(logSpread(plain) < 0.05);
        QVERIFY(logSpread(shifted) > 0.3);
    }

    void sizeFollowsTheOptions()
    {
        PhantomOptions options;
        QCOMPARE(layoutOf(options).width, 6000);
        QCOMPARE(layoutOf(options).pitchPx(), 200.0);
        options.spots = 1000;
        const Layout chosen = layoutOf(options);
        QCOMPARE(chosen.mpp, 0.5);
        QVERIFY(chosen.width > 6000 && chosen.width < 9000);
        options.width = 1000;
        const Layout squeezed = layoutOf(options);
        QCOMPARE(squeezed.height, 1000);
        QVERIFY(near(squeezed.mpp, 0.5 * chosen.width / 1000, 0.01));
        options = {};
        options.platform = Platform::legacySt;
        QCOMPARE(layoutOf(options).mpp, 0.7);
    }

    void tumourCoversTheWantedFraction_data()
    {
        QTest::addColumn<double>("fraction");
        for (const double fraction : {0.0, 0.1, 0.3, 0.7})
            QTest::addRow("%g", fraction) << fraction;
    }

    void tumourCoversTheWantedFraction()
    {
        QFETCH(double, fraction);
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const TissuePlan plan(3000, 2000, fraction, seed);
            int tissue = 0;
            int tumour = 0;
            for (double y = 3; y < 2000; y += 17) {
                for (double x = 3; x < 3000; x += 17) {
                    const Region region = plan.region({x, y});
                    tissue += region.tissue != Tissue::glass ? 1 : 0;
                    tumour += region.tissue == Tissue::tumour ? 1 : 0;
                }
            }
            QVERIFY(tissue > 6000);
            QVERIFY(std::abs(static_cast<double>(tumour) / tissue - fraction) < 0.02);
        }
    }

    void stripsDoNotDependOnHowTheyAreAsked()
    {
        const TissuePlan plan(300, 300, 0.3, 4);
        const Painter painter(plan, 0.5, StainLook(), 4);
        Task task;
        std::vector<std::uint8_t> whole(600 * 300 * 3);
        painter.paintStrip(600, 100, 300, whole.data(), task);
        std::vector<std::uint8_t> part(600 * 37 * 3);
        painter.paintStrip(600, 211, 37, part.data(), task);
        QVERIFY(std::equal(part.begin(), part.end(), whole.begin() + 111 * 600 * 3));
    }

    void contoursKeepHolesAndCloseAtTheBorder()
    {
        Grid grid{41, 31, 2.0, {}};
        for (int r = 0; r < 31; ++r) {
            for (int c = 0; c < 41; ++c)
                grid.values.push_back(
                    static_cast<float>(std::min(12.3 - std::hypot(c - 20, r - 15), std::hypot(c - 20, r - 15) - 5.2)));
        }
        const std::vector<Polygon> ringed = positiveAreas(grid, 1.0);
        QCOMPARE(ringed.size(), size_t(1));
        QCOMPARE(ringed[0].holes.size(), size_t(1));
        constexpr double pi = 3.14159265358979;
        QVERIFY(near(ringArea(ringed[0].outer), pi * 24.6 * 24.6, 0.02));
        QVERIFY(near(-ringArea(ringed[0].holes[0]), pi * 10.4 * 10.4, 0.03));

        const Grid full{5, 4, 3.0, std::vector<float>(20, 1.0F)};
        const std::vector<Polygon> closed = positiveAreas(full, 1.0);
        QCOMPARE(closed.size(), size_t(1));
        QVERIFY(near(ringArea(closed[0].outer), 12.0 * 9.0, 1e-9));
        QVERIFY(positiveAreas(Grid{5, 4, 3.0, std::vector<float>(20, -1.0F)}, 1.0).empty());

        Grid saddle{4, 4, 1.0, std::vector<float>(16, -1.0F)};
        saddle.values[5] = 1.0F;
        saddle.values[10] = 1.0F;
        QCOMPARE(positiveAreas(saddle, 0.1).size(), size_t(1)); // a middle that is not negative joins the two
        saddle.values[6] = saddle.values[9] = -2.0F;
        QCOMPARE(positiveAreas(saddle, 0.1).size(), size_t(2));
    }

    void haematoxylinIsBlueAndEosinPink()
    {
        float nucleus[3];
        float fibre[3];
        float glass[3];
        toRgb({1.0F, 0.2F}, StainLook(), nucleus);
        toRgb({0.04F, 0.4F}, StainLook(), fibre);
        toRgb({}, StainLook(), glass);
        QVERIFY(near(static_cast<double>(nucleus[2]), 245.0 * std::pow(10.0, -0.29 - 0.2 * 0.5581), 0.01));
        QVERIFY(nucleus[2] > nucleus[0] && nucleus[0] > nucleus[1]);
        QVERIFY(fibre[0] > fibre[2] && fibre[2] > fibre[1]);
        QCOMPARE(glass[1], 242.0F);
    }
};

QTEST_APPLESS_MAIN(TestPhantomModel)
#include "test_phantommodel.moc"
