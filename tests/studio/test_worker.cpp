#include "app/studio/worker.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace spacrd;
using namespace Qt::StringLiterals;

namespace {

/// Waits as a long job does: until it is asked to stop.
void untilStopped(const Task& task)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, task.stopToken(), [] { return false; });
    task.check();
}

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackHereInOrder()
    {
        Worker worker(u"test"_s);
        std::vector<int> seen;
        QThread* here = QThread::currentThread();
        std::atomic<bool> elsewhere = true;
        for (int i = 0; i < 5; ++i)
            worker.start(
                [i, here, &elsewhere](Task&) {
                    elsewhere = elsewhere && QThread::currentThread() != here;
                    return i * 10;
                },
                [&](int value) {
                    QCOMPARE(QThread::currentThread(), here);
                    seen.push_back(value);
                });
        QTRY_COMPARE(seen.size(), size_t(5));
        QCOMPARE(seen, (std::vector<int>{0, 10, 20, 30, 40}));
        QVERIFY(elsewhere);
    }

    void anErrorIsCopiedToItsEnd()
    {
        Worker worker(u"test"_s);
        QString sentence;
        worker.start([](Task&) -> int { throw Error(Text("The table has no column named %1.", {"x"}), "a.tsv"); },
                     [](int) { QFAIL("done"); },
                     {[&](const Error& error) { sentence = QString::fromUtf8(error.what()); }, [] { QFAIL("cancelled"); }});
        QTRY_COMPARE(sentence, u"The table has no column named x — a.tsv"_s);
    }

    void aForeignExceptionBecomesASentence()
    {
        Worker worker(u"test"_s);
        QString sentence;
        worker.start([](Task&) { throw std::bad_alloc(); }, [] { QFAIL("done"); },
                     {[&](const Error& error) { sentence = QString::fromUtf8(error.what()); }, {}});
        QTRY_VERIFY(sentence.startsWith(u"There is not enough memory"_s));
    }

    void progressCarriesTheJobsId()
    {
        Worker worker(u"test"_s);
        Worker::Id seen = 0;
        int done = 0;
        connect(&worker, &Worker::progressed, this, [&](Worker::Id id, const Progress& progress) {
            seen = id;
            QCOMPARE(QString::fromUtf8(progress.stage), u"Counting"_s);
        });
        const Worker::Id id = worker.start([](Task& task) { task.stage("Counting", 3, "spots"); }, [&] { ++done; });
        QTRY_COMPARE(done, 1);
        QCOMPARE(seen, id);
        QVERIFY(!worker.isRunning(id));
    }

    void cancelReturnsAtOnceAndTheJobEnds()
    {
        Worker worker(u"test"_s);
        int cancelled = 0;
        const Worker::Id id = worker.start([](Task& task) { untilStopped(task); }, [] { QFAIL("done"); },
                                           {[](const Error&) { QFAIL("failed"); }, [&] { ++cancelled; }});
        worker.cancel(id);
        QVERIFY(worker.isRunning(id));
        QTRY_COMPARE(cancelled, 1);
        QVERIFY(!worker.isRunning(id));
    }

    void anAbandonedJobReportsNothing()
    {
        Worker worker(u"test"_s);
        int reports = 0;
        const Worker::Id id = worker.start([](Task&) { return 1; }, [&](int) { ++reports; },
                                           {[&](const Error&) { ++reports; }, [&] { ++reports; }});
        worker.abandon(id);
        bool nextDone = false;
        worker.start([](Task&) {}, [&] { nextDone = true; });
        QTRY_VERIFY(nextDone);
        QCOMPARE(reports, 0);
    }

    void shutdownStopsWhatRunsAndWhatWaits()
    {
        std::atomic<bool> secondRan = false;
        std::atomic<bool> lastRan = false;
        Worker worker(u"test"_s);
        worker.start([](Task& task) { untilStopped(task); }, [] {});
        worker.start([&](Task&) { secondRan = true; }, [] {});
        worker.shutdown([&] { lastRan = true; });
        QVERIFY(!secondRan);
        QVERIFY(lastRan);
        const Worker::Id late = worker.start([&](Task&) { secondRan = true; }, [] {});
        QVERIFY(!worker.isRunning(late));
        QVERIFY(!secondRan);
    }

    void ofManyRequestsTheNewestIsShown()
    {
        Worker worker(u"test"_s);
        LatestJob latest(worker);
        std::atomic<int> ran = 0;
        std::vector<int> shown;
        for (int i = 0; i < 100; ++i)
            latest.start(
                [i, &ran](Task&) {
                    ++ran;
                    return i;
                },
                [&](int value) { shown.push_back(value); });
        QTRY_VERIFY(!shown.empty() && shown.back() == 99);
        QCOMPARE(ran.load(), 2); // the first, and the newest of those that waited
        QCOMPARE(shown, (std::vector<int>{0, 99}));
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
