#include "core/base/atomicfile.h"
#include "core/base/task.h"
#include "tests/cli/program.h"

#include <csignal>

using namespace Qt::StringLiterals;
using namespace spacrd;
using namespace spacrd::test;

class TestCancellation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setHome(m_folder / "home"); }

    void aDeafProgramEndsWithinASecondAndLeavesNothing_data();
    void aDeafProgramEndsWithinASecondAndLeavesNothing();
    void afterRemovalNothingIsWrittenAnyMore();

private:
    TemporaryFolder m_folder;
};

void TestCancellation::aDeafProgramEndsWithinASecondAndLeavesNothing_data()
{
    QTest::addColumn<int>("sent");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCancellation::aDeafProgramEndsWithinASecondAndLeavesNothing()
{
    QFETCH(int, sent);
    const TemporaryFolder folder;
    const Run run = interrupt(QStringLiteral(DEAF_PROGRAM), {text(folder.path())}, "ready", sent);
    QCOMPARE(run.code, 130);
    QVERIFY2(run.milliseconds < 1000, qPrintable(QString::number(run.milliseconds)));
    QCOMPARE(run.err, QByteArray("ready\n"));
    QCOMPARE(namesIn(folder.path()), QStringList());
}

void TestCancellation::afterRemovalNothingIsWrittenAnyMore()
{
    // The last test of this program: it ends all writing in the process.
    const TemporaryFolder folder;
    AtomicFolder result(folder / "result");
    write(result.temporary() / "scores.csv", "barcode\n");
    AtomicFile file(folder / "model.spacrd");
    write(file.temporary(), "weights");
    QCOMPARE(namesIn(folder.path()).size(), 2);

    removeLiveTemporaries();
    QCOMPARE(namesIn(folder.path()), QStringList());
    QVERIFY_THROWS_EXCEPTION(Cancelled, AtomicFile(folder / "another"));
    QVERIFY_THROWS_EXCEPTION(Cancelled, AtomicFolder(folder / "another"));
    QVERIFY_THROWS_EXCEPTION(Cancelled, writeFile(folder / "another", "bytes"));
    QCOMPARE(namesIn(folder.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestCancellation)
#include "test_cancellation.moc"
