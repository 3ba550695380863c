#include "core/fusion/model.h"
#include "core/fusion/modelfile.h"

#include "tests/support/golden.h"
#include "tests/support/testdata.h"

#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace spacrd;
using namespace spacrd::test;

/// The Python of the help page "Model files" does what the page says.
class TestPytorchConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHelpPageTurnsAStateDictIntoAModel_data();
    void theHelpPageTurnsAStateDictIntoAModel();
};

namespace {

const QString python = u"/usr/bin/python3"_s; // Debian's, which has its packages

/// The first Python code of a help page.
QString codeOf(const QString& page)
{
    const auto file = std::filesystem::path(SPACRD_SOURCE_DIR) / "resources" / "help" / page.toStdString();
    const QRegularExpression code(u"```python\\n(.*?)\\n```"_s, QRegularExpression::DotMatchesEverythingOption);
    return code.match(QString::fromStdString(read(file))).captured(1);
}

/// Standard error of a script that failed; empty when it did not.
QByteArray runPython(const QString& script, const QStringList& arguments, const std::filesystem::path& folder)
{
    QProcess process;
    process.setWorkingDirectory(QString::fromStdString(folder.string()));
    process.start(python, QStringList{u"-c"_s, script} + arguments);
    if (!process.waitForFinished(240000) || process.exitStatus() != QProcess::NormalExit)
        return "python3 did not run: " + process.errorString().toUtf8();
    return process.exitCode() == 0 ? QByteArray() : process.readAllStandardError() + " ";
}

/// What a person has before the conversion.
const QString stateDictOfGoldenFile = uR"(
import sys, h5py, torch
with h5py.File(sys.argv[1]) as golden:
    state = {name: torch.tensor(golden["state_dict"][name][()]) for name in golden["state_dict"]}
torch.save(state, "spacrd.pt")
)"_s;

} // namespace

void TestPytorchConversion::theHelpPageTurnsAStateDictIntoAModel_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"modelfiles.md"_s;
    QTest::newRow("Chinese") << u"modelfiles_zh_CN.md"_s;
}

void TestPytorchConversion::theHelpPageTurnsAStateDictIntoAModel()
{
    SPACRD_NEED_GOLDEN();
    QFETCH(QString, page);
    const TemporaryFolder folder;
    if (!runPython(u"import h5py, torch"_s, {}, folder.path()).isEmpty())
        QSKIP("This computer's Python has no torch or h5py (Debian: python3-torch, python3-h5py).");
    const auto goldenPath = goldenFolder() / "model_small.h5";
    QCOMPARE(runPython(stateDictOfGoldenFile, {QString::fromStdString(goldenPath.string())}, folder.path()), QByteArray());
    std::string genes;
    for (int gene = 0; gene < 48; ++gene)
        genes += "GENE" + std::to_string(gene) + "\n";
    write(folder / "panel.txt", genes);
    write(folder / "universe.txt", genes + "OTHER\n");
    write(folder / "uni.pt", "an encoder");

    const QString code = codeOf(page);
    QVERIFY(code.contains(u"torch.load"_s));
    QCOMPARE(runPython(code, {}, folder.path()), QByteArray());

    QCOMPARE(loadModel(folder / "model.spacrd")->card().encoder->dimension, 32);
    ModelFile file(folder / "model.spacrd");
    QCOMPARE(file.card().panel.size(), size_t{48});
    QCOMPARE(file.card().universe.back(), std::string("OTHER"));
    QCOMPARE(file.card().projection, 64);
    QCOMPARE(file.card().encoder->sha256.size(), size_t{64});
    QCOMPARE(file.parameters(), std::uint64_t{2820353}); // spec §12
    const GoldenFile golden(goldenPath);
    for (const auto& [name, entry] : file.tensors()) {
        std::vector<float> values(entry.elements());
        file.read(name, values);
        QVERIFY2(values == golden.tensor("state_dict/" + name).floats(), name.c_str());
    }
}

QTEST_GUILESS_MAIN(TestPytorchConversion)
#include "test_pytorchconversion.moc"
