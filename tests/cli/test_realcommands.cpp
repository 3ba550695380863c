#include "tests/cli/program.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// The commands on published sections and slides, read in place.
class TestRealCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setHome(m_folder / "home"); }

    void infoOfAnAperioSlide();
    void infoOfALegacyStSection();
    void infoOfASpaceRangerFolder();
    void infoOfASectionWithoutItsMatrix();
    void anUnreadableSlideIsNamed();

private:
    QString data(const char* name) const { return text(dataFolder() / name); }
    TemporaryFolder m_folder;
};

void TestRealCommands::infoOfAnAperioSlide()
{
    SPACRD_NEED_DATA();
    const Run run = runSpacrd({u"info"_s, data("slides/CMU-1-Small-Region.svs"), u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    const QJsonObject facts = run.json();
    QCOMPARE(facts[u"kind"_s].toString(), u"slide"_s);
    QCOMPARE(facts[u"vendor"_s].toString(), u"aperio"_s);
    QCOMPARE(facts[u"width"_s].toInt(), 2220);
    QCOMPARE(facts[u"height"_s].toInt(), 2967);
    QCOMPARE(facts[u"levels"_s].toArray().size(), 1);
    QCOMPARE(facts[u"mpp_x"_s].toDouble(), 0.499);
    QCOMPARE(facts[u"objective"_s].toDouble(), 20.0);
    QVERIFY(facts[u"spots"_s].isNull());
}

void TestRealCommands::infoOfALegacyStSection()
{
    SPACRD_NEED_DATA();
    const Run run = runSpacrd({u"info"_s, data("her2st/A1/counts.tsv.gz"), u"--no-slide"_s, u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QCOMPARE(run.json()[u"platform"_s].toString(), u"st"_s);
    QCOMPARE(run.json()[u"spots"_s].toInt(), 346);
    QVERIFY(qAbs(run.json()[u"mpp_x"_s].toDouble() - 0.93) < 0.03);
}

void TestRealCommands::infoOfASpaceRangerFolder()
{
    SPACRD_NEED_DATA();
    const Run run = runSpacrd({u"info"_s, data("visium_tiny_human_heart/outs"), u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QCOMPARE(run.json()[u"platform"_s].toString(), u"visium"_s);
    QCOMPARE(run.json()[u"genes"_s].toInt(), 100);
}

void TestRealCommands::infoOfASectionWithoutItsMatrix()
{
    SPACRD_NEED_DATA();
    const Run run = runSpacrd({u"info"_s, data("visium_ucec_no_matrix"), u"--json"_s, u"--quiet"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QVERIFY2(run.err.startsWith("warning: No expression matrix ("), run.err.constData());
    QCOMPARE(run.json()[u"spots"_s].toInt(), 1091);
    QCOMPARE(run.json()[u"genes"_s].toInt(-1), 0);
    QCOMPARE(run.json()[u"height"_s].toInt(), 2000);
    const Run neither = runSpacrd({u"info"_s, data("visium_ucec_no_matrix"), u"--no-slide"_s, u"--quiet"_s});
    QCOMPARE(neither.code, 1);
    QVERIFY2(neither.errorLine().contains(u"neither an expression matrix nor an image"_s), neither.err.constData());
}

void TestRealCommands::anUnreadableSlideIsNamed()
{
    SPACRD_NEED_DATA();
    const Run run = runSpacrd({u"info"_s, data("slides_more/unopenable.tiff")});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errorLine().contains(u"unopenable.tiff"_s), run.err.constData());
    // Beside a section it is refused as well, not left out; the error tells how to leave it out.
    const Run named =
        runSpacrd({u"info"_s, data("her2st/A1/counts.tsv.gz"), u"--slide"_s, data("slides_more/unopenable.tiff"), u"--quiet"_s});
    QCOMPARE(named.code, 1);
    QVERIFY2(named.errorLine().contains(u"unopenable.tiff"_s) && named.errorLine().contains(u"--no-slide"_s),
             named.err.constData());
}

QTEST_GUILESS_MAIN(TestRealCommands)
#include "test_realcommands.moc"
