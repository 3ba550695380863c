#include "core/base/task.h"

#include <QTest>

#include <vector>

using namespace spacrd;

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStageReportsItsStartAndEnd()
    {
        std::vector<Progress> seen;
        Task task({}, [&](const Progress& progress) { seen.push_back(progress); });
        task.stage("Reading", 1000, "spots");
        for (int i = 1; i <= 1000; ++i)
            task.advanceTo(i);
        QCOMPARE(QString::fromLatin1(seen.front().stage), QStringLiteral("Reading"));
        QCOMPARE(seen.front().done, 0);
        QCOMPARE(seen.back().done, 1000);
        QCOMPARE(seen.back().fraction, 1.0);
        QVERIFY(seen.size() < 100); // about ten a second, not one an item
    }

    void aStopIsHonouredEverywhere()
    {
        std::stop_source stop;
        Task task(stop.get_token());
        task.check();
        task.stage("Reading", 10);
        stop.request_stop();
        QVERIFY(task.cancelled());
        QVERIFY_THROWS_EXCEPTION(Cancelled, task.check());
        QVERIFY_THROWS_EXCEPTION(Cancelled, task.advanceTo(1));
        QVERIFY_THROWS_EXCEPTION(Cancelled, task.stage("Next"));
    }
};

QTEST_APPLESS_MAIN(TestTask)
#include "test_task.moc"
