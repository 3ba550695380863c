#include "tests/cli/program.h"
#include "tests/slide/fixtures.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

namespace fs = std::filesystem;

/// The folder of made pyramids, used by several processes and by some that end in the middle.
class TestSharedCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void twoProcessesMakeTheSamePyramid();
    void aProcessKilledInTheMiddleLeavesNothingThatIsUsed();

private:
    fs::path pyramids() const { return m_folder / "home" / "cache" / "pyramids"; }
    QStringList info() const { return {u"info"_s, text(m_folder / "counts.tsv"), u"--slide"_s, text(m_folder / "photo.png")}; }

    TemporaryFolder m_folder;
};

void TestSharedCache::initTestCase()
{
    setHome(m_folder / "home");
    std::string counts = "\tTP53\tMYC\n";
    std::string spots = "x\ty\tpixel_x\tpixel_y\n";
    for (int i = 0; i < 16; ++i) {
        const std::string x = std::to_string(i % 4);
        const std::string y = std::to_string(i / 4);
        counts += x + "x" + y + "\t1\t2\n";
        spots += x + "\t" + y + "\t" + std::to_string(400 + 800 * (i % 4)) + "\t" + std::to_string(400 + 800 * (i / 4)) + "\n";
    }
    write(m_folder / "counts.tsv", counts);
    write(m_folder / "spots.tsv", spots);
    // Not compressible, so that its pyramid is of many megabytes.
    writeRgb(
        m_folder / "photo.png", 4000, 4000,
        [](int x, int y) { return static_cast<std::uint32_t>(x * 31 + y * y * 7) & 0xffffffU; }, "compression=1");
}

void TestSharedCache::init()
{
    fs::remove_all(pyramids());
}

void TestSharedCache::twoProcessesMakeTheSamePyramid()
{
    QProcess processes[2];
    for (QProcess& process : processes)
        startSpacrd(process, info());
    for (QProcess& process : processes) {
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    }
    QCOMPARE(namesIn(pyramids()).size(), 1); // and no temporary
    const std::string made = read(pyramids() / namesIn(pyramids()).front().toStdString());
    QCOMPARE(runSpacrd(info()).code, 0);
    QVERIFY(read(pyramids() / namesIn(pyramids()).front().toStdString()) == made);
}

void TestSharedCache::aProcessKilledInTheMiddleLeavesNothingThatIsUsed()
{
    const Run killed = runSpacrdKilledAtFileSize(info(), 1024);
    QVERIFY2(killed.code == -1, killed.err.constData());
    const QStringList left = namesIn(pyramids());
    QCOMPARE(left.size(), 1);
    for (const QString& name : left)
        QVERIFY2(name.startsWith(u'.'), qPrintable(name)); // only a temporary, which trimming removes after a day
    const Run again = runSpacrd(info() + QStringList{u"--json"_s});
    QVERIFY2(again.code == 0, again.err.constData());
    QCOMPARE(again.json()[u"width"_s].toInt(), 4000);
    QCOMPARE(namesIn(pyramids()).size(), left.size() + 1);
}

QTEST_GUILESS_MAIN(TestSharedCache)
#include "test_sharedcache.moc"
