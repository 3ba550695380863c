#include "core/base/task.h"
#include "core/fusion/modelcard.h"
#include "core/fusion/modelfile.h"
#include "core/fusion/network.h"

#include "tests/fusion/syntheticsection.h"
#include "tests/fuzz/malformedmodels.h"
#include "tests/support/testdata.h"

#include <sstream>

using namespace spacrd;
using namespace spacrd::test;

namespace {

std::string firstBytesInHex(const std::string& bytes)
{
    return QByteArray::fromStdString(bytes).left(200).toHex().toStdString();
}

ModelFile opened(const std::string& bytes)
{
    return ModelFile(std::make_unique<std::istringstream>(bytes), "bytes");
}

/// Parameters and floating-point buffers of the network itself.
std::map<std::string, std::vector<std::int64_t>> shapesOf(const Network& network)
{
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const auto& item : network->named_parameters())
        shapes[item.key()] = item.value().sizes().vec();
    for (const auto& item : network->named_buffers()) {
        if (item.value().is_floating_point())
            shapes[item.key()] = item.value().sizes().vec();
    }
    return shapes;
}

} // namespace

class TestModelFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTableOfTensorsIsTheNetwork();
    void whatIsSavedIsLoaded();
    void theSmallModelIsInOrder();
    void everyFieldOfTheCardIsRead();
    void aCardWrittenAgainHasTheSameBytes();
    void aCardOfVersion1IsRead();
    void theModelsThatComeWithTheProgramAreInOrder_data();
    void theModelsThatComeWithTheProgramAreInOrder();
    void halfPrecisionHalvesTheFileAndChangesLittle();
    void whatCouldNotBeReadIsNotWritten();
    void verifyingCanBeStopped();
    void aMalformedFileIsOneSentence_data();
    void aMalformedFileIsOneSentence();
    void aPathThatIsNoFileIsOneSentence();
    void aFileCutAnywhereIsOneSentence();

private:
    TemporaryFolder m_folder;
    std::shared_ptr<const Model> m_model;
};

void TestModelFile::initTestCase()
{
    Task task;
    TrainOptions options = quickOptions();
    options.epochs = 1;
    m_model = trainModel({syntheticSection(6, 50, 1)}, options, {}, task);
    saveModel(*m_model, m_folder / "whole.spacrd", false);
}

void TestModelFile::theTableOfTensorsIsTheNetwork()
{
    NetworkShape shape;
    shape.image = 5;
    shape.genes = 7;
    shape.projection = 16;
    QCOMPARE(networkTensors(5, 7, 16), shapesOf(Network(shape)));
}

void TestModelFile::whatIsSavedIsLoaded()
{
    const auto loaded = loadModel(m_folder / "whole.spacrd");
    QCOMPARE(modelCardJson(loaded->card()), modelCardJson(m_model->card()));
    QCOMPARE(modelCardJson(readModelCard(m_folder / "whole.spacrd")), modelCardJson(m_model->card()));
    saveModel(*loaded, m_folder / "again.spacrd", false);
    QVERIFY(read(m_folder / "again.spacrd") == read(m_folder / "whole.spacrd"));
}

void TestModelFile::theSmallModelIsInOrder()
{
    for (const TensorType type : {TensorType::f16, TensorType::f32}) {
        ModelFile file = opened(smallModel(type).bytes());
        Task task;
        file.verify(task);
        QCOMPARE(file.tensors().size(), networkTensors(5, 3, 4).size());
        // Spec §12's count of the full size, with the widths that differ put in.
        const std::uint64_t perInput = 1024;
        const std::uint64_t encoders = (5 + 3) * perInput + 2 * (1024 + 2048 + 512 * 1024 + 512 + 1024 + 4 * 512 + 4);
        const std::uint64_t attention = 2 * (3 * (4 * 512 + 512) + 512 * 512 + 512 + 1024);
        QCOMPARE(file.parameters(), encoders + attention + 525824 + 164224 + 2 * 8256 + 172928 + 8321 + 128);
        QCOMPARE(file.runningStatistics(), std::uint64_t{6144});
        std::vector<float> values(64);
        file.read("target_mu_0", values);
        QVERIFY(std::abs(values[63] - 0.1F) < 1e-4F);
    }
    write(m_folder / "small.spacrd", smallModel().bytes());
    QCOMPARE(loadModel(m_folder / "small.spacrd")->card().name, std::string("small"));
}

void TestModelFile::everyFieldOfTheCardIsRead()
{
    const ModelCard card = opened(smallModel().bytes()).card();
    QCOMPARE(card.formatVersion, 2);
    QCOMPARE(card.panel, (std::vector<std::string>{"A", "B", "C"}));
    QCOMPARE(card.panelIds, (std::vector<std::string>{"ENSG1", "", "ENSG3"}));
    QCOMPARE(card.universe, (std::vector<std::string>{"A", "B", "C", "D"}));
    QCOMPARE(card.universeIds, (std::vector<std::string>{"ENSG1", "", "ENSG3", "ENSG4"}));
    QCOMPARE(card.encoder->dimension, 5);
    QCOMPARE(card.encoder->patchUm, 112.0);
    QCOMPARE(card.projection, 4);
    QVERIFY((card.paperWays == PaperWays{false, true, false, true}));
    QCOMPARE(card.trainedOn, (std::vector<std::string>{"one", "two"}));
    QCOMPARE(card.validatedOn, (std::vector<std::string>{"three"}));
    QCOMPARE(card.trainingSpots, 100);
    QCOMPARE(card.trainingPositives, 40);
    QCOMPARE(card.seed, -42);
    QCOMPARE(card.methods, (std::vector<std::string>{"early stopping on section three"}));
    QCOMPARE(card.ablation.size(), size_t{2});
    QCOMPARE(card.ablation[1].change, std::string("early stopping"));
    QCOMPARE(card.ablation[1].auc, 0.85);
    QCOMPARE(card.startedFrom, std::string("smaller"));
    QCOMPARE(card.startedFromTrainedOn, std::vector<std::string>{"zero"});
    QCOMPARE(card.heldOutOn, (std::vector<std::string>{"four", "five"}));
    QCOMPARE(card.heldOut, (std::vector<std::pair<std::string, double>>{{"auc", 0.9}, {"ap", 0.8}}));
    QCOMPARE(card.baseline, (std::vector<std::pair<std::string, double>>{{"auc", 0.7}}));
    QVERIFY(card.calibration->method == Calibration::Method::isotonic);
    QCOMPARE(card.calibration->knotLogits, (std::vector<double>{-1.0, 0.5, 2.0}));
    QCOMPARE(card.calibration->knotProbabilities, (std::vector<double>{0.1, 0.5, 0.9}));
    QCOMPARE(card.calibration->spots, 50);
    QCOMPARE(card.familiarity->imageMean, (std::vector<float>{0.1F, 0.2F, 0.3F, 0.4F, 0.5F}));
    QCOMPARE(card.familiarity->imageDeviation, (std::vector<float>{1.0F, 1.0F, 1.0F, 1.0F, 0.0F}));
    QCOMPARE(card.familiarity->imageDistance, 1.5);
    QCOMPARE(card.familiarity->latentMean[0], std::vector<float>(64, -0.25F));
    QCOMPARE(card.familiarity->latentMean[1], std::vector<float>(64, 0.25F));
    QCOMPARE(card.familiarity->latentDeviation, std::vector<float>(64, 1.0F));
    QCOMPARE(card.familiarity->latentDistance, 1.7);
    QCOMPARE(card.familiarity->positiveShare, 0.4);
    QCOMPARE(card.licence, std::string("CC0 1.0"));
    QCOMPARE(card.intendedUse, std::string("Tests."));
}

void TestModelFile::aCardWrittenAgainHasTheSameBytes()
{
    ModelCard card = opened(smallModel().bytes()).card();
    std::mt19937 random(7);
    std::uniform_real_distribution<float> any(-3.0F, 3.0F);
    for (float& value : card.familiarity->latentMean[0])
        value = any(random);
    card.familiarity->imageMean = {1e-38F, 3.4e38F, -0.0F, 1.0F / 3.0F, 16777217.0F};
    card.calibration = Calibration{Calibration::Method::temperature, 0.1 + 0.2, -1.0 / 3.0, {}, {}, 12};
    const std::string first = modelCardJson(card);
    const ModelCard again = parseModelCard(first, "card");
    QCOMPARE(modelCardJson(again), first);
    QCOMPARE(again.familiarity->latentMean[0], card.familiarity->latentMean[0]);
    QCOMPARE(again.familiarity->imageMean, card.familiarity->imageMean);
    QCOMPARE(again.calibration->slope, 0.1 + 0.2);
    QCOMPARE(again.calibration->offset, -1.0 / 3.0);
    // What could not be measured is left out, what is not UTF-8 is replaced: a trained model must not be lost over it.
    card.heldOut = {{"auc", std::nan("")}, {"f1", 0.5}};
    card.name = "caf\xe9";
    const ModelCard mended = parseModelCard(modelCardJson(card), "card");
    QCOMPARE(mended.heldOut, (std::vector<std::pair<std::string, double>>{{"f1", 0.5}}));
    QCOMPARE(mended.name, std::string("caf\xef\xbf\xbd"));
}

void TestModelFile::aCardOfVersion1IsRead()
{
    ModelParts parts = smallModel();
    parts.card["format_version"] = 1;
    for (const char* field : {"panel_ids", "universe_ids", "paper_ways", "validated_on", "methods", "ablation", "started_from",
                              "started_from_trained_on", "held_out_on", "baseline", "calibration", "familiarity"})
        parts.card.erase(field);
    parts.card["encoder"].erase("mpp");
    write(m_folder / "v1.spacrd", parts.bytes());
    const auto model = loadModel(m_folder / "v1.spacrd");
    QCOMPARE(model->card().formatVersion, 1);
    QVERIFY(model->card().paperWays == PaperWays{} && !model->card().calibration && !model->card().familiarity);
    saveModel(*model, m_folder / "v2.spacrd", true);
    QCOMPARE(readModelCard(m_folder / "v2.spacrd").formatVersion, 2);
}

void TestModelFile::theModelsThatComeWithTheProgramAreInOrder_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("breast-st") << QStringLiteral("breast-st.spacrd");
    QTest::newRow("demo") << QStringLiteral("demo.spacrd");
}

void TestModelFile::theModelsThatComeWithTheProgramAreInOrder()
{
    QFETCH(QString, file);
    ModelFile model(std::filesystem::path(SPACRD_SOURCE_DIR) / "resources" / "models" / file.toStdString());
    Task task;
    model.verify(task);
    QCOMPARE(model.tensors().size(), size_t{72});
}

void TestModelFile::halfPrecisionHalvesTheFileAndChangesLittle()
{
    saveModel(*m_model, m_folder / "half.spacrd", true);
    QVERIFY(100 * read(m_folder / "half.spacrd").size() < 51 * read(m_folder / "whole.spacrd").size());
    Task task;
    const auto sample = syntheticSection(6, 50, 2).sample;
    const Detection whole = detectSample(*sample, *m_model, {"cpu", 64, {}}, task);
    const Detection half = detectSample(*sample, *loadModel(m_folder / "half.spacrd"), {"cpu", 64, {}}, task);
    for (size_t spot = 0; spot < whole.logit.size(); ++spot)
        QVERIFY(std::abs(whole.logit[spot] - half.logit[spot]) < 0.02);
}

void TestModelFile::whatCouldNotBeReadIsNotWritten()
{
    const auto file = m_folder / "refused.spacrd";
    const std::vector<float> large{1.0F, 70000.0F};
    writeSafetensors(file, {{"t", {{2}, large}}}, {}, TensorType::f32);
    QCOMPARE(readTensor(file, "t", readSafetensorsHeader(file).tensors.at("t")), large);
    std::filesystem::remove(file);
    QCOMPARE(errorOf([&] {
                 writeSafetensors(file, {{"t", {{2}, large}}}, {}, TensorType::f16);
             }),
             "Tensor \"t\" holds 70000, too large for half precision — " + file.string()
                 + " (write the model in full precision)");
    const std::vector<float> broken{1.0F, std::nanf("")};
    QCOMPARE(errorOf([&] {
                 writeSafetensors(file, {{"t", {{2}, broken}}}, {}, TensorType::f32);
             }),
             "Tensor \"t\" holds a value that is not a finite number — " + file.string());
    QVERIFY(!std::filesystem::exists(file));
}

void TestModelFile::verifyingCanBeStopped()
{
    ModelFile file(m_folder / "whole.spacrd");
    std::stop_source stop;
    stop.request_stop();
    Task task(stop.get_token());
    QVERIFY_THROWS_EXCEPTION(Cancelled, file.verify(task));
}

void TestModelFile::aMalformedFileIsOneSentence_data()
{
    QTest::addColumn<size_t>("index");
    const std::vector<MalformedModel> cases = malformedModels();
    for (size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.c_str()) << i;
}

void TestModelFile::aMalformedFileIsOneSentence()
{
    QFETCH(size_t, index);
    static const std::vector<MalformedModel> cases = malformedModels();
    const std::string bytes = cases[index].bytes();
    const auto file = m_folder / "bad.spacrd";
    write(file, bytes);
    const std::string line = errorOf([&] { loadModel(file); });
    const std::string expected = cases[index].sentence + " — " + file.string();
    QVERIFY2(line.starts_with(expected), (line + "\nexpected: " + expected + "\n" + firstBytesInHex(bytes)).c_str());
    QCOMPARE(line.find_first_of("\n%"), std::string::npos); // one line, every %1 filled
    // The same without LibTorch.
    QCOMPARE(errorOf([&] {
                 Task task;
                 ModelFile(file).verify(task);
             }),
             line);
}

void TestModelFile::aPathThatIsNoFileIsOneSentence()
{
    namespace fs = std::filesystem;
    QCOMPARE(errorOf([] { loadModel("/nowhere/x.spacrd"); }),
             std::string("There is no such model file — /nowhere/x.spacrd (check the path)"));
    const auto folder = m_folder / "folder.spacrd";
    fs::create_directory(folder);
    QCOMPARE(errorOf([&] { loadModel(folder); }),
             "This is a folder, not a model file — " + folder.string() + " (name a .spacrd file)");
    fs::create_symlink(m_folder / "loop b", m_folder / "loop a");
    fs::create_symlink(m_folder / "loop a", m_folder / "loop b");
    const std::string hint = " (check that it is a file, that its links lead to one, and that you may read it)";
    for (const fs::path& path : {m_folder / "loop a", fs::path("/dev/zero")})
        QCOMPARE(errorOf([&] { loadModel(path); }), "The model file cannot be opened — " + path.string() + hint);
}

void TestModelFile::aFileCutAnywhereIsOneSentence()
{
    const std::string whole = smallModel().bytes();
    for (size_t step = 0; step < 300; ++step) {
        const size_t length = step < 100 ? step * 80 : (step - 99) * (whole.size() / 201);
        const std::string line = errorOf([&] {
            ModelFile file = opened(whole.substr(0, length));
            Task task;
            file.verify(task);
        });
        QVERIFY2(line.find(" — bytes (") != std::string::npos, line.c_str());
    }
}

QTEST_APPLESS_MAIN(TestModelFile)
#include "test_modelfile.moc"
