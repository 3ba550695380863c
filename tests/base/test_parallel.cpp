#include "core/base/parallel.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace spacrd;

class TestParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyItemIsWorkedOnce()
    {
        std::vector<std::atomic<int>> hits(1000);
        parallelFor(
            hits.size(), [&](size_t i) { ++hits[i]; }, 4);
        for (const auto& hit : hits)
            QCOMPARE(hit.load(), 1);
        parallelFor(0, [](size_t) { QFAIL("nothing to do"); });
    }

    void anExceptionReachesTheCaller()
    {
        const auto failAtThree = [](std::atomic<int>& calls) {
            return [&calls](size_t i) {
                ++calls;
                if (i == 3)
                    throw std::runtime_error("three");
            };
        };
        std::atomic<int> alone{0};
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, parallelFor(1000, failAtThree(alone), 1));
        QCOMPARE(alone.load(), 4);
        std::atomic<int> together{0};
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, parallelFor(1000, failAtThree(together), 4));
    }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "test_parallel.moc"
