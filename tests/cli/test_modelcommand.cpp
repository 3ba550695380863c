#include "tests/cli/program.h"
#include "tests/fuzz/malformedmodels.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace spacrd;
using namespace spacrd::test;

/// `spacrd model`, and model files that are wrong.
class TestModelCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCardIsShown();
    void theFileIsChecked();
    void theCardCannotWriteOnTheTerminal();
    void aMalformedFileIsOneLineAndExitCode1_data();
    void aMalformedFileIsOneLineAndExitCode1();
    void aPathThatIsNoFileIsOneLineAndExitCode1();

private:
    TemporaryFolder m_folder;
    QString m_small;
};

namespace {

/// Nothing on standard output, and on standard error one line that is no progress.
void isOneErrorLine(const Run& run, const QString& beginning)
{
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QByteArray());
    QStringList lines = QString::fromUtf8(run.err).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith(u"Checking tensors: "_s); });
    QVERIFY2(lines.size() == 1 && lines.front().startsWith(beginning),
             (run.err + "\nexpected: " + beginning.toUtf8()).constData());
}

} // namespace

void TestModelCommand::initTestCase()
{
    setHome(m_folder / "home");
    write(m_folder / "small.spacrd", smallModel().bytes());
    m_small = text(m_folder / "small.spacrd");
}

void TestModelCommand::theCardIsShown()
{
    const Run run = runSpacrd({u"model"_s, m_small});
    QCOMPARE(run.code, 0);
    for (const char* line :
         {"model small", "  genes           3 (2 with an Ensembl id); library size over 4",
          "  encoder         builtin-1, 5 features of a RGB patch of 112 µm in 224 px (0.5 µm/px)", "  trained on      one, two",
          "  validated on    three", "  started from    smaller", "  training spots  100, positive 40",
          "  paper's ways    the classifier sees σ", "  methods         early stopping on section three",
          "  ablation, AUC   0.8000  as published\n                  0.8500  early stopping", "  held-out auc    0.9000",
          "  held-out ap     0.8000", "                  0.7000 auc of a logistic regression on the same split",
          "  calibration     isotonic with 3 knots, from 50 spots",
          "  familiarity     99 % of training spots within 1.5 (image) and 1.7 (latent); 40.0 % were cancer"})
        QVERIFY2(run.out.contains(QByteArray(line) + '\n'), (line + QByteArray("\n") + run.out).constData());
    QVERIFY(!run.out.contains("check"));

    const QJsonObject card = runSpacrd({u"model"_s, m_small, u"--json"_s}).json();
    QCOMPARE(card[u"format_version"_s].toInt(), 2);
    QCOMPARE(card[u"encoder"_s][u"mpp"_s].toDouble(), 0.5);
    QCOMPARE(card[u"calibration"_s][u"knot_logits"_s].toArray().size(), 3);
    QCOMPARE(card[u"panel_ids"_s].toArray().size(), 3);
    QVERIFY(!card.contains(u"check"_s));
}

void TestModelCommand::theFileIsChecked()
{
    const QString hash = QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromStdString(smallModel().bytes()), QCryptographicHash::Sha256).toHex());
    const Run run = runSpacrd({u"model"_s, m_small, u"--check"_s, u"--quiet"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QByteArray());
    QVERIFY(run.out.contains(("  sha256          " + hash + "\n").toUtf8()));
    const QJsonObject object = runSpacrd({u"model"_s, m_small, u"--check"_s, u"--json"_s}).json();
    QCOMPARE(object[u"check"_s].toString(), u"ok"_s);
    QCOMPARE(object[u"sha256"_s].toString(), hash);
    QCOMPARE(object[u"tensors"_s].toInt(), 72);
    QCOMPARE(object[u"running_statistics"_s].toInt(), 6144);
}

void TestModelCommand::theCardCannotWriteOnTheTerminal()
{
    ModelParts parts = smallModel();
    parts.card["name"] = "a\x1b[2J\nmodel b";
    parts.card["licence"] = "one\ntwo";
    write(m_folder / "rude.spacrd", parts.bytes());
    const Run run = runSpacrd({u"model"_s, text(m_folder / "rude.spacrd")});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.startsWith("model a?[2J?model b\n"));
    QVERIFY(run.out.contains("  licence         one?two\n"));
}

void TestModelCommand::aMalformedFileIsOneLineAndExitCode1_data()
{
    QTest::addColumn<size_t>("index");
    const std::vector<MalformedModel> cases = malformedModels();
    for (size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.c_str()) << i;
}

void TestModelCommand::aMalformedFileIsOneLineAndExitCode1()
{
    QFETCH(size_t, index);
    static const std::vector<MalformedModel> cases = malformedModels();
    const auto file = m_folder / "bad.spacrd";
    write(file, cases[index].bytes());
    const QString beginning = QString::fromStdString("error: " + cases[index].sentence + " — " + file.string());
    isOneErrorLine(runSpacrd({u"model"_s, text(file), u"--check"_s}), beginning);
    if (index % 3 != 0) // both commands read alike (test_modelfile); the program takes a third of a second to start
        return;
    isOneErrorLine(runSpacrd({u"detect"_s, u"outs"_s, u"-m"_s, text(file), u"-o"_s, text(m_folder / "result")}), beginning);
    QVERIFY(!std::filesystem::exists(m_folder / "result"));
}

void TestModelCommand::aPathThatIsNoFileIsOneLineAndExitCode1()
{
    namespace fs = std::filesystem;
    const fs::path folder = m_folder / "folder.spacrd";
    fs::create_directory(folder);
    fs::create_symlink(m_folder / "loop", m_folder / "loop");
    const std::pair<fs::path, std::string> cases[] = {{folder, "This is a folder, not a model file"},
                                                      {m_folder / "loop", "The model file cannot be opened"},
                                                      {"/dev/zero", "The model file cannot be opened"},
                                                      {m_folder / "nowhere", "There is no such model file"}};
    for (const auto& [path, sentence] : cases) {
        const QString beginning = QString::fromStdString("error: " + sentence + " — " + path.string());
        isOneErrorLine(runSpacrd({u"model"_s, text(path), u"--check"_s}), beginning);
        isOneErrorLine(runSpacrd({u"detect"_s, u"outs"_s, u"-m"_s, text(path), u"-o"_s, text(m_folder / "result")}), beginning);
    }
}

QTEST_GUILESS_MAIN(TestModelCommand)
#include "test_modelcommand.moc"
