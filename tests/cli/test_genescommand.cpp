#include "tests/cli/phantomsection.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// A model meets a section that lacks genes of it.
class TestGenesCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void allGenesAreFoundById();
    void missingGenesAreToldWithTheirNumber();
    void tooFewGenesAreRefused();
    void fineTuningTellsItToo();

private:
    Run detect(const QString& sample, const char* output) const;
    QJsonObject genesOf(const char* output) const;
    QString poorSection() const { return text(m_folder / "poor" / "outs"); }

    TemporaryFolder m_folder;
    std::optional<PhantomSection> m_section;
};

void TestGenesCommand::initTestCase()
{
    setHome(m_folder / "home");
    m_section.emplace(m_folder.path(), 1);
    // 60 of the 200 genes the model could choose from.
    const Run run = runSpacrd({u"phantom"_s, u"-o"_s, text(m_folder / "poor"), u"--width"_s, u"2500"_s, u"--height"_s, u"2500"_s,
                               u"--genes"_s, u"60"_s});
    QVERIFY2(run.code == 0, run.err.constData());
}

Run TestGenesCommand::detect(const QString& sample, const char* output) const
{
    return runSpacrd({u"detect"_s, sample, u"--no-slide"_s, u"-m"_s, m_section->model(), u"-o"_s, text(m_folder / output),
                      u"--formats"_s, u"csv"_s, u"--json"_s, u"--quiet"_s});
}

QJsonObject TestGenesCommand::genesOf(const char* output) const
{
    const std::string run = read(m_folder / output / "run.json");
    return QJsonDocument::fromJson(QByteArray::fromStdString(run))[u"genes"_s].toObject();
}

void TestGenesCommand::allGenesAreFoundById()
{
    const Run run = detect(m_section->sample(), "whole");
    QVERIFY2(run.code == 0, run.err.constData());
    QVERIFY2(!run.err.contains("not in the sample"), run.err.constData());
    QCOMPARE(run.json()[u"missing_genes"_s].toInt(-1), 0);
    const QJsonObject genes = genesOf("whole");
    QCOMPARE(genes[u"panel"_s].toInt(), 100);
    QCOMPARE(genes[u"found_by_id"_s].toInt(), 100);
    QCOMPARE(genes[u"missing_genes"_s].toArray().size(), 0);
}

void TestGenesCommand::missingGenesAreToldWithTheirNumber()
{
    const Run run = detect(poorSection(), "poor result");
    QVERIFY2(run.code == 0, run.err.constData());
    const QJsonObject genes = genesOf("poor result");
    const int missing = genes[u"missing"_s].toInt();
    QVERIFY(missing >= 40 && missing < 90);
    QCOMPARE(genes[u"found_by_id"_s].toInt() + missing, 100);
    QCOMPARE(genes[u"missing_genes"_s].toArray().size(), missing);
    QCOMPARE(run.json()[u"missing_genes"_s].toInt(), missing);
    const QString told =
        u"warning: %1 of the model's 100 genes are not in the sample and count as not expressed: "_s.arg(missing);
    QVERIFY2(run.err.contains(told.toUtf8()), run.err.constData());
}

void TestGenesCommand::tooFewGenesAreRefused()
{
    std::string counts = "\tALPHA\tBETA\tGAMMA\n";
    std::string spots = "x\ty\tnew_x\tnew_y\tpixel_x\tpixel_y\n";
    for (int i = 0; i < 16; ++i) {
        const std::string x = std::to_string(i % 4);
        const std::string y = std::to_string(i / 4);
        counts += x + "x" + y + "\t1\t2\t" + std::to_string(i) + "\n";
        spots += x + "\t" + y + "\t" + x + "\t" + y + "\t" + x + "00\t" + y + "00\n";
    }
    write(m_folder / "strange" / "counts.tsv", counts);
    write(m_folder / "strange" / "spots.tsv", spots);
    const Run run = detect(text(m_folder / "strange" / "counts.tsv"), "strange result");
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("error: Only 0 of the model's 100 genes are in the sample; below 10 % a result means nothing — "),
             run.err.constData());
    QVERIFY(!std::filesystem::exists(m_folder / "strange result"));
}

void TestGenesCommand::fineTuningTellsItToo()
{
    const QString section = poorSection() + u':' + text(m_folder / "poor" / "truth.csv");
    const Run run = runSpacrd({u"finetune"_s, m_section->model(), section, u"-o"_s, text(m_folder / "tuned.spacrd"),
                               u"--epochs"_s, u"1"_s, u"--quiet"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QVERIFY2(run.err.contains("of the model's 100 genes are not in the sample"), run.err.constData());
    const Run card = runSpacrd({u"model"_s, text(m_folder / "tuned.spacrd")});
    QVERIFY2(card.out.contains("\n  started from    model\n                  trained on "), card.out.constData());
}

QTEST_GUILESS_MAIN(TestGenesCommand)
#include "test_genescommand.moc"
