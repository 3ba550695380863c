#include "tests/cli/program.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// What `spacrd info` tells a script of a section that lies wrong, and of cells.
class TestInfoCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void nothingIsFoundWhereNothingIsWrong();
    void aTurnedSectionIsAFindingWithNumbers();
    void mediansAreOfCellsOnXenium();

private:
    QString sample() const { return text(m_folder / "visium" / "outs"); }
    QString slide() const { return text(m_folder / "visium" / "slide.tif"); }
    TemporaryFolder m_folder;
};

void TestInfoCommand::initTestCase()
{
    setHome(m_folder / "home");
    const Run run = runSpacrd({u"phantom"_s, u"-o"_s, text(m_folder / "visium"), u"--width"_s, u"3600"_s, u"--height"_s,
                               u"3000"_s, u"--genes"_s, u"300"_s});
    QVERIFY2(run.code == 0, run.err.constData());
}

void TestInfoCommand::nothingIsFoundWhereNothingIsWrong()
{
    const QJsonObject facts = runSpacrd({u"info"_s, sample(), u"--slide"_s, slide(), u"--json"_s}).json();
    QCOMPARE(facts[u"kind"_s].toString(), u"sample"_s);
    QVERIFY(facts[u"findings"_s].isArray());
    QCOMPARE(facts[u"findings"_s].toArray().size(), facts[u"warnings"_s].toArray().size());
    for (const QJsonValue& finding : facts[u"findings"_s].toArray())
        QCOMPARE(finding[u"kind"_s].toString(), u"data"_s); // spots outside the tissue are left out
    const QJsonObject onlySlide = runSpacrd({u"info"_s, slide(), u"--json"_s}).json();
    QVERIFY(onlySlide[u"findings"_s].isArray() && onlySlide[u"findings"_s].toArray().isEmpty());
}

void TestInfoCommand::aTurnedSectionIsAFindingWithNumbers()
{
    const Run run = runSpacrd({u"info"_s, sample(), u"--slide"_s, slide(), u"--align"_s, u"rotate-180"_s, u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    const QJsonArray warnings = run.json()[u"warnings"_s].toArray();
    const QJsonArray findings = run.json()[u"findings"_s].toArray();
    QCOMPARE(findings.size(), warnings.size());
    QJsonObject turned;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        QCOMPARE(findings[i][u"sentence"_s].toString(), warnings[i].toString());
        if (findings[i][u"kind"_s].toString() == u"orientation"_s)
            turned = findings[i].toObject();
    }
    QCOMPARE(turned[u"severity"_s].toString(), u"warning"_s);
    QCOMPARE(turned[u"fix"_s].toString(), u"rotate-180"_s);
    QCOMPARE(turned[u"angle_degrees"_s].toDouble(), 180.0);
    QCOMPARE(turned[u"mirrored"_s].toDouble(-1), 0.0);
    QCOMPARE(turned[u"scale"_s].toDouble(), 1.0);
    QCOMPARE(turned[u"offset_x_px"_s].toDouble(), 3600.0);
    QCOMPARE(turned[u"offset_y_px"_s].toDouble(), 3000.0);
    QVERIFY(turned[u"sigmas"_s].toDouble() > 3.0);
    // Turned twice it lies as it did.
    QCOMPARE(turned[u"alignment"_s].toArray(), QJsonArray({1.0, 0.0, 0.0, 0.0, 1.0, 0.0}));
}

void TestInfoCommand::mediansAreOfCellsOnXenium()
{
    const QString folder = text(m_folder / "xenium");
    QCOMPARE(runSpacrd({u"phantom"_s, u"-o"_s, folder, u"--platform"_s, u"xenium"_s, u"--width"_s, u"2000"_s, u"--height"_s,
                        u"2000"_s, u"--genes"_s, u"60"_s})
                 .code,
             0);
    const QStringList info{u"info"_s, folder + u"/outs"_s, u"--no-slide"_s};
    const QJsonObject facts = runSpacrd(info + QStringList{u"--json"_s}).json();
    QCOMPARE(facts[u"platform"_s].toString(), u"xenium"_s);
    const double umis = facts[u"quality"_s][u"median_umis"_s].toDouble();
    QVERIFY(umis >= facts[u"quality"_s][u"median_genes"_s].toDouble() && umis > 0.0);
    const auto told = QRegularExpression(u"UMIs +([0-9.]+) a cell \\(median\\)"_s).match(QString::fromUtf8(runSpacrd(info).out));
    QVERIFY(told.hasMatch());
    QCOMPARE(told.captured(1).toDouble(), umis);
}

QTEST_GUILESS_MAIN(TestInfoCommand)
#include "test_infocommand.moc"
