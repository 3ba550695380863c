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
        std::atomic<int> calls{0};
        QVERIFY_EXCEPTION_THROWN(parallelFor(
                                     100000,
                                     [&](size_t i) {
                                         ++calls;
                                         if (i == 3)
                                             throw std::runtime_error("three");
                                     },
                                     2),
                                 std::runtime_error);
        QVERIFY(calls < 100000);
    }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "test_parallel.moc"
