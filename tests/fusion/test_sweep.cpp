#include "core/fusion/sweep.h"

#include "tests/support/testdata.h"

#include <algorithm>
#include <numeric>
#include <random>

using namespace spacrd;

namespace {

std::vector<Point> grid(int columns, int rows)
{
    std::vector<Point> points;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x)
            points.push_back({double(x), double(y)});
    }
    return points;
}

/// Walks through the plan as a runner does: every neighbour must be encoded and still in the ring, every spot run once.
void follow(const Sweep& sweep, const NeighbourTable& neighbours, std::int64_t chunk)
{
    const auto spots = static_cast<std::int64_t>(neighbours.spots());
    QCOMPARE(sweep.capacity % chunk, std::int64_t{0});
    std::vector<int> runs(neighbours.spots(), 0);
    Sweep::Step done;
    for (const Sweep::Step& step : sweep.steps) {
        QVERIFY(step.encodeTo == spots || step.encodeTo % chunk == 0);
        for (std::int64_t i = done.attendTo; i < step.attendTo; ++i) {
            const auto spot = static_cast<size_t>(sweep.attended[static_cast<size_t>(i)]);
            ++runs[spot];
            for (int n = 0; n < neighbours.k; ++n) {
                const std::int64_t place = sweep.place[static_cast<size_t>(neighbours.row(spot)[n])];
                QVERIFY(place < step.encodeTo);
                QVERIFY(place >= step.encodeTo - sweep.capacity);
            }
        }
        done = step;
    }
    for (const std::int32_t spot : sweep.stragglers)
        ++runs[static_cast<size_t>(spot)];
    QVERIFY(std::all_of(runs.begin(), runs.end(), [](int n) { return n == 1; }));
    for (std::int64_t place = 0; place < spots; ++place)
        QCOMPARE(std::int64_t(sweep.place[static_cast<size_t>(sweep.order[static_cast<size_t>(place)])]), place);
}

} // namespace

class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGridNeedsAFewColumnsAtATime()
    {
        const std::vector<Point> points = grid(400, 100);
        const NeighbourTable neighbours = nearestNeighbours(points);
        const Sweep sweep = planSweep(neighbours, points, 64, 128);
        follow(sweep, neighbours, 64);
        QVERIFY(sweep.stragglers.empty());
        QVERIFY2(sweep.capacity <= 1000, qPrintable(QString::number(sweep.capacity))); // of 40,000
    }

    void aGridTurnedTheOtherWayToo()
    {
        const std::vector<Point> points = grid(100, 400);
        const NeighbourTable neighbours = nearestNeighbours(points);
        const Sweep sweep = planSweep(neighbours, points, 64, 128);
        follow(sweep, neighbours, 64);
        QVERIFY2(sweep.capacity <= 1000, qPrintable(QString::number(sweep.capacity)));
    }

    void scatteredSpotsInAnyOrder()
    {
        std::mt19937 random(3);
        std::vector<Point> points;
        for (int i = 0; i < 5000; ++i)
            points.push_back({double(random() % 100000), double(random() % 100000)});
        const NeighbourTable neighbours = nearestNeighbours(points);
        follow(planSweep(neighbours, points, 32, 96), neighbours, 32);
        follow(planSweep(neighbours, {}, 32, 96), neighbours, 32);
    }

    void aStraySpotDoesNotHoldUpTheRing()
    {
        std::vector<Point> points = grid(1000, 100);
        for (int i = 0; i < 3; ++i)
            points.push_back({-1e6 - i, 50.0}); // its nearest are two companions and the other end of the order
        points[points.size() - 3] = {0.0, 1e5};
        const NeighbourTable neighbours = nearestNeighbours(points);
        std::vector<Point> order = points;
        order.back() = {2e6, 50.0}; // placed at the far end, with its neighbours at the near one
        const Sweep sweep = planSweep(neighbours, order, 64, 128);
        follow(sweep, neighbours, 64);
        QVERIFY(!sweep.stragglers.empty());
        QVERIFY(sweep.capacity < 40000);
    }

    void fewerSpotsThanAChunk()
    {
        const std::vector<Point> points = grid(3, 1);
        const NeighbourTable neighbours = nearestNeighbours(points);
        const Sweep sweep = planSweep(neighbours, points, 512, 1024);
        follow(sweep, neighbours, 512);
        QCOMPARE(sweep.capacity, std::int64_t{512});
    }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "test_sweep.moc"
