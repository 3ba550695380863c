#include "tests/cli/program.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// What can be said about the command line without a sample.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setHome(m_folder / "home"); }

    void helpListsTheCommandsThatExist();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void versionNamesTheLibraries();
    void mistakesAreOneLineAndExitCode2_data();
    void mistakesAreOneLineAndExitCode2();
    void failuresAreOneLineAndExitCode1_data();
    void failuresAreOneLineAndExitCode1();

private:
    TemporaryFolder m_folder;
};

void TestCommandLine::helpListsTheCommandsThatExist()
{
    const Run run = runSpacrd({u"--help"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QByteArray());
    for (const char* name : {"info", "import", "phantom", "features", "train", "finetune", "detect", "evaluate", "model"})
        QVERIFY2(run.out.contains("\n  " + QByteArray(name) + " "), name);
    for (const char* name : {"export", "convert"})
        QVERIFY2(!run.out.contains(name), name);
}

void TestCommandLine::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("info") << u"info"_s << QStringList{u"PATH"_s,           u"--slide"_s, u"--positions"_s,
                                                      u"--scalefactors"_s, u"--spots"_s, u"--json"_s};
    QTest::newRow("import") << u"import"_s << QStringList{u"IMAGE"_s, u"--output"_s, u"--mpp"_s};
    QTest::newRow("phantom") << u"phantom"_s
                             << QStringList{u"--platform"_s, u"--spots"_s,           u"--genes"_s,        u"--width"_s,
                                            u"--height"_s,   u"--tumour-fraction"_s, u"--batch-effect"_s, u"--seed"_s};
    QTest::newRow("features") << u"features"_s << QStringList{u"SAMPLE"_s, u"--encoder"_s, u"--trust-encoder"_s, u"--device"_s};
    QTest::newRow("train") << u"train"_s << QStringList{u"SAMPLE:LABELS"_s, u"--holdout"_s, u"--positive"_s, u"--leave-out"_s,
                                                        u"--encoder"_s,     u"--genes"_s,   u"--epochs"_s,   u"--batch"_s,
                                                        u"--lr"_s,          u"--half"_s,    u"--threads"_s,  u"--seed"_s};
    QTest::newRow("detect") << u"detect"_s
                            << QStringList{u"SAMPLE"_s, u"--model"_s, u"--output"_s, u"--threshold"_s, u"--formats"_s};
    QTest::newRow("evaluate") << u"evaluate"_s << QStringList{u"SCORES"_s, u"LABELS"_s, u"--positive"_s};
    QTest::newRow("model") << u"model"_s << QStringList{u"MODEL"_s, u"--check"_s};
}

void TestCommandLine::everyCommandHasHelp()
{
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    const Run run = runSpacrd({command, u"--help"_s});
    QCOMPARE(run.code, 0);
    for (const QString& word : words)
        QVERIFY2(run.out.contains(word.toUtf8()), qPrintable(word));
    // What arrives later is not promised.
    for (const char* later : {"loupe", "tiff-mask"})
        QVERIFY2(!run.out.contains(later), later);
}

void TestCommandLine::versionNamesTheLibraries()
{
    const Run run = runSpacrd({u"--version"_s});
    QCOMPARE(run.code, 0);
    const QStringList lines = QString::fromUtf8(run.out).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    const char* shapes[] = {"^spacrd \\d+\\.\\d+\\.\\d+$", "^LibTorch \\d+\\.\\d+", "^OpenSlide \\d+\\.\\d+",
                            "^HDF5 \\d+\\.\\d+\\.\\d+$", "^devices: cpu(, cuda:\\d+ \\(.+\\))*( \\(.+\\))?$"};
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(QRegularExpression(QString::fromLatin1(shapes[i])).match(lines[i]).hasMatch(), qPrintable(lines[i]));
}

void TestCommandLine::mistakesAreOneLineAndExitCode2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named"); // what the line must name
    QTest::newRow("nothing") << QStringList{} << u"spacrd --help"_s;
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("a later command") << QStringList{u"convert"_s} << u"convert"_s;
    QTest::newRow("unknown option") << QStringList{u"info"_s, u"x"_s, u"--frob"_s} << u"--frob"_s;
    QTest::newRow("missing argument") << QStringList{u"info"_s} << u"PATH"_s;
    QTest::newRow("missing output") << QStringList{u"import"_s, u"a.jpg"_s} << u"--output"_s;
    QTest::newRow("empty output of import") << QStringList{u"import"_s, u"a.jpg"_s, u"-o"_s, QString()}
                                            << u"--output: The name is empty"_s;
    QTest::newRow("empty output of phantom") << QStringList{u"phantom"_s, u"-o"_s, QString()} << u"--output: The name is empty"_s;
    QTest::newRow("empty output of features")
        << QStringList{u"features"_s, u"outs"_s, u"--output"_s, QString()} << u"--output: The name is empty"_s;
    QTest::newRow("empty output of detect") << QStringList{u"detect"_s, u"outs"_s, u"-m"_s, u"m"_s, u"-o"_s, QString()}
                                            << u"--output: The name is empty"_s;
    QTest::newRow("empty output of train") << QStringList{u"train"_s, u"a:b"_s, u"-o"_s, QString()}
                                           << u"--output: The name is empty"_s;
    QTest::newRow("empty output of finetune")
        << QStringList{u"finetune"_s, u"m"_s, u"a:b"_s, u"-o"_s, QString()} << u"--output: The name is empty"_s;
    QTest::newRow("not a number") << QStringList{u"phantom"_s, u"-o"_s, u"x"_s, u"--genes"_s, u"many"_s} << u"--genes"_s;
    QTest::newRow("out of range") << QStringList{u"phantom"_s, u"-o"_s, u"x"_s, u"--tumour-fraction"_s, u"2"_s}
                                  << u"--tumour-fraction"_s;
    QTest::newRow("no such platform") << QStringList{u"phantom"_s, u"-o"_s, u"x"_s, u"--platform"_s, u"slideseq"_s}
                                      << u"visium, visium-hd, st and xenium"_s;
    for (const char* device : {"gpu", "cuda:", "cuda:x", "cuda:-1", "cuda:1000", "cuda 0", "CPU"}) {
        QTest::addRow("device \"%s\"", device)
            << QStringList{u"info"_s, u"x"_s, u"--device=%1"_s.arg(QString::fromLatin1(device))}
            << u"error: %1 is no device; there are auto"_s.arg(QString::fromLatin1(device));
    }
    const QStringList detect{u"detect"_s, u"outs"_s, u"-m"_s, u"m.spacrd"_s, u"-o"_s, u"out"_s};
    QTest::newRow("format of a later version")
        << detect + QStringList{u"--formats"_s, u"csv,loupe"_s} << u"csv, geojson, png and h5ad"_s;
    QTest::newRow("no such format") << detect + QStringList{u"--formats"_s, u"docx"_s} << u"docx"_s;
    QTest::newRow("threshold word") << detect + QStringList{u"--threshold"_s, u"high"_s} << u"percentile:Q"_s;
    QTest::newRow("threshold too high") << detect + QStringList{u"--threshold"_s, u"1.5"_s} << u"1.5"_s;
    QTest::newRow("percentile too high") << detect + QStringList{u"--threshold"_s, u"percentile:101"_s} << u"percentile:101"_s;
    QTest::newRow("train without labels") << QStringList{u"train"_s, u"outs"_s, u"-o"_s, u"m.spacrd"_s} << u"SAMPLE:LABELS"_s;
    const QStringList train{u"train"_s, u"a:b"_s, u"-o"_s, u"m.spacrd"_s};
    QTest::newRow("a section twice") << train + QStringList{u"./a:c"_s} << u"a is named already"_s;
    QTest::newRow("held out and trained on") << train + QStringList{u"--holdout"_s, u"a:b"_s} << u"--holdout"_s;
    QTest::newRow("validated and trained on") << train + QStringList{u"--validate"_s, u"a:b"_s} << u"--validate"_s;
    QTest::newRow("chooses the epoch and is held out")
        << train + QStringList{u"--validate"_s, u"c:d"_s, u"--patience"_s, u"2"_s, u"--holdout"_s, u"c:d"_s} << u"--holdout"_s;
    QTest::newRow("patience with nothing to watch") << train + QStringList{u"--patience"_s, u"2"_s} << u"--validate"_s;
    QTest::newRow("nothing held out to ablate on") << train + QStringList{u"--ablate"_s} << u"--holdout"_s;
    QTest::newRow("no such panel") << train + QStringList{u"--panel"_s, u"best"_s} << u"--panel"_s;
    const QStringList finetune{u"finetune"_s, u"/proc/self/exe"_s, u"a:b"_s, u"-o"_s};
    QTest::newRow("replayed and held out") << finetune
                                                  + QStringList{u"m.spacrd"_s, u"--replay"_s, u"c:d"_s, u"--holdout"_s, u"c:d"_s}
                                           << u"--holdout"_s;
    QTest::newRow("over the model itself") << finetune + QStringList{u"/proc/self/exe"_s} << u"--output"_s;
    QTest::newRow("features of no encoder") << QStringList{u"features"_s, u"outs"_s,      u"-o"_s,
                                                           u"f.h5"_s,     u"--encoder"_s, u"none"_s}
                                            << u"--encoder"_s;
}

void TestCommandLine::mistakesAreOneLineAndExitCode2()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Run run = runSpacrd(arguments);
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QByteArray());
    const QString line = run.errorLine();
    QVERIFY2(QRegularExpression(u"^error: [^\\n]+ \\(see spacrd ([a-z]+ )?--help\\)$"_s).match(line).hasMatch(),
             qPrintable(line));
    QVERIFY2(line.contains(named), qPrintable(line));
}

void TestCommandLine::failuresAreOneLineAndExitCode1_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("info") << QStringList{u"info"_s, u"/no/such/slide.svs"_s} << u"/no/such/slide.svs"_s;
    QTest::newRow("model") << QStringList{u"model"_s, u"/no/such/model.spacrd"_s} << u"/no/such/model.spacrd"_s;
    QTest::newRow("evaluate") << QStringList{u"evaluate"_s, u"/no/such/scores.csv"_s, u"labels.csv"_s}
                              << u"/no/such/scores.csv"_s;
    QTest::newRow("phantom into nowhere") << QStringList{u"phantom"_s, u"-o"_s, u"/proc/phantom"_s} << u"/proc/phantom"_s;
    QTest::newRow("model into nowhere") << QStringList{u"train"_s, u"a:b"_s, u"-o"_s, u"/no/such/folder/m.spacrd"_s}
                                        << u"/no/such/folder/m.spacrd"_s;
    QTest::newRow("no such encoder") << QStringList{u"features"_s,           u"outs"_s,      u"-o"_s,
                                                    text(m_folder / "f.h5"), u"--encoder"_s, u"/no/such/encoder.pt"_s}
                                     << u"/no/such/encoder.pt"_s;
}

void TestCommandLine::failuresAreOneLineAndExitCode1()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Run run = runSpacrd(arguments);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QByteArray());
    const QString line = run.errorLine();
    QVERIFY2(QRegularExpression(u"^error: [^\\n]+ — [^\\n]+$"_s).match(line).hasMatch(), qPrintable(line));
    QVERIFY2(line.contains(named), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_commandline.moc"
