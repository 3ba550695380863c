#include "tests/cli/program.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// `spacrd evaluate` on a table small enough to reckon by hand.
class TestEvaluateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void figuresAreThoseOfTheTable();
    void textWithoutJson();
    void classNamesNeedPositive();
    void classNamesAreLeftOut();
    void aCellThatIsNoNumberIsNamed();
    void aMisspeltClassIsTold();
    void labelsOfAnotherSectionAreRefused();

private:
    QString file(const char* name) const { return text(m_folder / name); }
    TemporaryFolder m_folder;
};

void TestEvaluateCommand::initTestCase()
{
    setHome(m_folder / "home");
    write(m_folder / "scores.csv", "barcode,x,y,score,probability,class\n"
                                   "a,0,0,0.9,0.8,1\nb,0,1,0.1,0.2,0\nc,1,0,0.4,0.3,0\nd,1,1,0.6,0.4,0\ne,2,2,0.5,0.5,1\n");
    write(m_folder / "labels.csv", "barcode,label\ne,\nd,0\nc,1\nb,0\na,1\n");
    write(m_folder / "classes.tsv",
          "barcode\tlabel\na\tinvasive cancer\nb\tadipose tissue\nc\tcancer in situ\nd\tstroma\ne\tundetermined\n");
}

void TestEvaluateCommand::figuresAreThoseOfTheTable()
{
    const Run run = runSpacrd({u"evaluate"_s, file("scores.csv"), file("labels.csv"), u"--json"_s});
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.code, 0);
    const QJsonObject figures = run.json();
    QCOMPARE(figures.keys(),
             QStringList({u"ap"_s, u"auc"_s, u"brier"_s, u"ece"_s, u"f1"_s, u"n"_s, u"positives"_s, u"threshold"_s}));
    // e has no label. Positives 0.9 and 0.4 against 0.1 and 0.6: three of four pairs in order.
    QCOMPARE(figures[u"n"_s].toInt(), 4);
    QCOMPARE(figures[u"positives"_s].toInt(), 2);
    QCOMPARE(figures[u"auc"_s].toDouble(), 0.75);
    QCOMPARE(figures[u"ap"_s].toDouble(), 0.5 * 1.0 + 0.5 * 2.0 / 3.0);
    // The 50 % percentile of 0.1, 0.4, 0.6, 0.9; one of two positives and one negative lie above it.
    QCOMPARE(figures[u"threshold"_s].toDouble(), 0.5);
    QCOMPARE(figures[u"f1"_s].toDouble(), 0.5);
    QVERIFY(std::abs(figures[u"brier"_s].toDouble() - (0.04 + 0.04 + 0.49 + 0.16) / 4.0) < 1e-12);
}

void TestEvaluateCommand::textWithoutJson()
{
    const Run run = runSpacrd({u"evaluate"_s, file("scores.csv"), file("labels.csv")});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.startsWith("AUC 0.7500\n"), run.out.constData());
}

void TestEvaluateCommand::classNamesNeedPositive()
{
    const Run run = runSpacrd({u"evaluate"_s, file("scores.csv"), file("classes.tsv")});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errorLine().startsWith(u"error: "_s) && run.errorLine().contains(u"classes.tsv"_s), run.err.constData());
}

void TestEvaluateCommand::classNamesAreLeftOut()
{
    const QStringList arguments{u"evaluate"_s, file("scores.csv"), file("classes.tsv"),
                                u"--json"_s,   u"--positive"_s,    u"invasive cancer,cancer in situ"_s};
    const QJsonObject undeterminedLeftOut = runSpacrd(arguments).json();
    QCOMPARE(undeterminedLeftOut[u"n"_s].toInt(), 4);
    QCOMPARE(undeterminedLeftOut[u"positives"_s].toInt(), 2);
    QCOMPARE(undeterminedLeftOut[u"auc"_s].toDouble(), 0.75);

    const QJsonObject stromaLeftOut = runSpacrd(arguments + QStringList{u"--leave-out"_s, u"stroma,undetermined"_s}).json();
    QCOMPARE(stromaLeftOut[u"n"_s].toInt(), 3);
    QCOMPARE(stromaLeftOut[u"auc"_s].toDouble(), 1.0);
}

void TestEvaluateCommand::aCellThatIsNoNumberIsNamed()
{
    write(m_folder / "bad.csv", "barcode,score\na,0.5\nb,high\n");
    const Run run = runSpacrd({u"evaluate"_s, file("bad.csv"), file("labels.csv")});
    QCOMPARE(run.code, 1);
    QCOMPARE(run.errorLine(), u"error: The column score holds high, which is not a number, in data row 2 — "_s + file("bad.csv"));
}

void TestEvaluateCommand::aMisspeltClassIsTold()
{
    const QStringList arguments{u"evaluate"_s, file("scores.csv"), file("classes.tsv"), u"--positive"_s};
    const Run oneOfTwo = runSpacrd(arguments + QStringList{u"Invasive Cancer,cancer in sit"_s});
    QCOMPARE(oneOfTwo.code, 0);
    QCOMPARE(oneOfTwo.errorLine(),
             u"warning: No label is of the positive class \"cancer in sit\"; the classes there are: adipose "
             "tissue, cancer in situ, invasive cancer, stroma, undetermined."_s);
    QCOMPARE(runSpacrd(arguments + QStringList{u"invasive cancer,cancer in situ"_s}).err, QByteArray());
    const Run none = runSpacrd(arguments + QStringList{u"cancr"_s});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.errorLine().contains(u"the classes there are: adipose tissue, cancer in situ, invasive cancer, stroma"_s),
             none.err.constData());
    // Names say nothing about a table of 0 and 1.
    QCOMPARE(runSpacrd({u"evaluate"_s, file("scores.csv"), file("labels.csv"), u"--positive"_s, u"cancr"_s}).err, QByteArray());
}

void TestEvaluateCommand::labelsOfAnotherSectionAreRefused()
{
    std::string scores = "barcode,x,y,score,probability,class\n";
    std::string labels = "barcode,label\n";
    for (int i = 0; i < 40; ++i) {
        scores += "s" + std::to_string(i) + ",0,0,0.5,0.5,0\n";
        labels += "s" + std::to_string(i + 37) + "," + std::to_string(i % 2) + "\n"; // s37, s38, s39 are in both
    }
    write(m_folder / "some.csv", scores);
    write(m_folder / "other.csv", labels);
    const Run run = runSpacrd({u"evaluate"_s, file("some.csv"), file("other.csv")});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errorLine().startsWith(
                 u"error: Only 3 of the 40 rows of the labels name one of the sample's 40 spots; they are those "
                 "of another section — "_s),
             run.err.constData());
}

QTEST_GUILESS_MAIN(TestEvaluateCommand)
#include "test_evaluatecommand.moc"
