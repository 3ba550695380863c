#include "tests/cli/phantomsection.h"

#include <csignal>
#include <fstream>
#include <optional>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// SIGINT and SIGTERM in the middle of every long command: exit code 130 within a second, and nothing left behind.
class TestInterrupt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { std::filesystem::create_directory(m_folder / "target"); }
    void cleanup() { std::filesystem::remove_all(m_folder / "target"); }

    void phantom();
    void import();
    void features();
    void train();
    void detect();
    void aKilledTrainingGoesOn();

private:
    void stopsCleanly(const QStringList& arguments, const QByteArray& during, int signal);
    QString target(const char* name) const { return text(m_folder / "target" / name); }

    TemporaryFolder m_folder;
    std::optional<PhantomSection> m_section;
};

void TestInterrupt::initTestCase()
{
    setHome(m_folder / "home");
    m_section.emplace(m_folder.path(), 1);
}

void TestInterrupt::stopsCleanly(const QStringList& arguments, const QByteArray& during, int signal)
{
    const Run run = interruptSpacrd(arguments, during, signal);
    QVERIFY2(run.err.contains(during), run.err.constData());
    QVERIFY2(run.code == 130, qPrintable(QString::number(run.code) + u' ' + QString::fromUtf8(run.err)));
    QVERIFY2(run.milliseconds < 1000, qPrintable(QString::number(run.milliseconds)));
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(!run.err.contains("error"), run.err.constData());
    QCOMPARE(namesIn(m_folder / "target"), QStringList());
}

void TestInterrupt::phantom()
{
    for (const int signal : {SIGINT, SIGTERM})
        stopsCleanly({u"phantom"_s, u"-o"_s, target("phantom"), u"--width"_s, u"16000"_s, u"--height"_s, u"16000"_s},
                     "Painting the slide", signal);
}

void TestInterrupt::import()
{
    // A flat grey TIFF of 20,000 × 20,000 pixels that takes no disk: its pixels are a hole in the file.
    const auto word16 = [](unsigned v) { return std::string{static_cast<char>(v & 255), static_cast<char>(v >> 8)}; };
    const auto word32 = [&word16](unsigned v) { return word16(v & 0xffff) + word16(v >> 16); };
    const auto entry = [&](unsigned tag, unsigned type, unsigned value) {
        return word16(tag) + word16(type) + word32(1) + word32(value);
    };
    const unsigned side = 20000;
    std::string tiff = "II*" + std::string(1, '\0') + word32(8) + word16(8) + entry(256, 4, side) + entry(257, 4, side)
                       + entry(258, 3, 8) + entry(259, 3, 1) + entry(262, 3, 1) + entry(273, 4, 4096) + entry(278, 4, side)
                       + entry(279, 4, side * side) + word32(0);
    const auto image = m_folder / "flat.tif";
    write(image, tiff);
    std::filesystem::resize_file(image, 4096 + std::uintmax_t(side) * side);
    stopsCleanly({u"import"_s, text(image), u"-o"_s, target("pyramid.tif")}, "Writing the pyramid", SIGINT);
}

void TestInterrupt::features()
{
    // No cached features for this run, so that there is work to stop.
    std::filesystem::remove_all(m_folder / "home" / "cache");
    stopsCleanly({u"features"_s, m_section->sampleFile(), u"-o"_s, target("features.h5")}, "Encoding image patches", SIGINT);
}

void TestInterrupt::train()
{
    stopsCleanly({u"train"_s, m_section->sampleFile() + u':' + m_section->labels(), u"-o"_s, target("model.spacrd"),
                  u"--epochs"_s, u"100000"_s, u"--genes"_s, u"100"_s},
                 "Training", SIGINT);
}

void TestInterrupt::detect()
{
    for (const int signal : {SIGINT, SIGTERM}) {
        std::filesystem::remove_all(m_folder / "home" / "cache");
        stopsCleanly({u"detect"_s, m_section->sampleFile(), u"-m"_s, m_section->model(), u"-o"_s, target("result")},
                     "Encoding image patches", signal);
    }
}

/// Killed outright three times, at the end of an epoch or while its checkpoint is written, and taken up again.
void TestInterrupt::aKilledTrainingGoesOn()
{
    const auto train = [&](const char* folder) {
        std::filesystem::create_directory(m_folder / "target" / folder);
        return QStringList{u"train"_s,     m_section->sampleFile() + u':' + m_section->labels(),
                           u"-o"_s,        text(m_folder / "target" / folder / "model.spacrd"),
                           u"--epochs"_s,  u"12"_s,
                           u"--genes"_s,   u"100"_s,
                           u"--encoder"_s, u"none"_s,
                           u"--average"_s, u"0.9"_s};
    };
    const Run whole = runSpacrd(train("whole"));
    QVERIFY2(whole.code == 0, whole.err.constData());
    const QStringList goOn = train("killed") + QStringList{u"--checkpoint-every"_s, u"1"_s, u"--resume"_s};
    for (int kill = 0; kill < 3; ++kill)
        QCOMPARE(interruptSpacrd(goOn, "loss", SIGKILL).code, -1);
    const Run last = runSpacrd(goOn);
    QVERIFY2(last.code == 0, last.err.constData());
    QVERIFY2(last.err.contains("Went on from the checkpoint after epoch "), last.err.constData());
    QCOMPARE(read(m_folder / "target" / "killed" / "model.spacrd"), read(m_folder / "target" / "whole" / "model.spacrd"));
    QCOMPARE(namesIn(m_folder / "target" / "killed"), QStringList{u"model.spacrd"_s});
}

QTEST_GUILESS_MAIN(TestInterrupt)
#include "test_interrupt.moc"
