#include "core/base/task.h"
#include "core/fusion/detect.h"
#include "core/fusion/device.h"
#include "core/fusion/runsection.h"
#include "core/fusion/states.h"
#include "core/fusion/weights.h"

#include "tests/support/golden.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace {

FeatureMatrix matrixOf(const Tensor& tensor)
{
    FeatureMatrix matrix(tensor.shape[0], tensor.shape[1]);
    std::transform(tensor.values.begin(), tensor.values.end(), matrix.data(), [](double v) { return static_cast<float>(v); });
    return matrix;
}

template <class Range>
double apart(const Range& ours, const Tensor& golden)
{
    return largestDifference({ours.begin(), ours.end()}, golden.values);
}

double apart(const FeatureMatrix& ours, const std::vector<double>& golden)
{
    return largestDifference({ours.data(), ours.data() + ours.size()}, golden);
}

/// (spots, 8, 1, 7) to (spots, 7)
std::vector<double> meanOverHeads(const Tensor& attention)
{
    std::vector<double> mean(attention.values.size() / 8, 0.0);
    for (size_t i = 0; i < attention.values.size(); ++i)
        mean[i / 56 * 7 + i % 7] += attention.values[i] / 8.0;
    return mean;
}

/// The golden weights as a model, and the golden section as its input: the way a user's section takes.
struct Case
{
    explicit Case(const GoldenFile& golden)
    {
        ModelCard card;
        card.encoder = EncoderIdentity{};
        card.encoder->dimension = static_cast<int>(golden.attribute("/", "img_dim"));
        card.projection = static_cast<int>(golden.attribute("/", "proj_dim"));
        for (int gene = 0; gene < static_cast<int>(golden.attribute("/", "gene_dim")); ++gene)
            card.panel.push_back("G" + std::to_string(gene));
        auto weights = std::make_shared<Model::Weights>();
        weights->network = Network(networkShape(card));
        const torch::NoGradGuard noGradient;
        for (const auto& [name, tensor] : statesOf(*weights->network)) {
            const Tensor from = golden.tensor("state_dict/" + name);
            torch::Tensor to = tensor;
            to.copy_(torch::tensor(from.values, torch::kDouble).view(tensor.sizes()));
        }
        weights->network->eval();
        model = std::make_shared<const Model>(card, weights);
        input.image = FeatureRows(matrixOf(golden.tensor("inputs/img_spots")));
        input.expression = matrixOf(golden.tensor("inputs/gene_spots")).sparseView();
        for (const double spot : golden.tensor("inputs/neighbours").values)
            input.neighbours.indices.push_back(static_cast<std::int32_t>(spot));
        const Tensor coordinates = golden.tensor("inputs/coords");
        for (size_t i = 0; i + 1 < coordinates.values.size(); i += 2)
            input.centres.push_back({coordinates.values[i], coordinates.values[i + 1]});
        input.hasImage = input.hasExpression = true;
    }

    std::shared_ptr<const Model> model;
    ModelInput input;
};

} // namespace

/// What a user's detection gives from the reference's weights, against what the reference gives.
class TestDetectGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDetectionIsTheReferences_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2}) {
            for (const char* file : {"model_small.h5", "model_full.h5"})
                QTest::addRow("%s, %d threads", file, threads) << QString::fromLatin1(file) << threads;
        }
    }

    void aDetectionIsTheReferences()
    {
        SPACRD_NEED_GOLDEN();
        QFETCH(QString, file);
        QFETCH(int, threads);
        setComputeThreads(threads);
        const GoldenFile golden(goldenFolder() / file.toStdString());
        const Case c(golden);
        Task task;
        const Detection found = detect(*c.model, c.input, {"cpu", 512, {}}, task);
        QVERIFY(apart(found.logit, golden.tensor("eval/logit")) <= 5e-6);
        QVERIFY(apart(found.probability, golden.tensor("eval/probability")) <= 1e-6);
        QVERIFY(apart(found.score, golden.tensor("eval/score")) <= 2e-6);
        QVERIFY(apart(found.latentMean, golden.tensor("eval/mu").values) <= 3e-6);
        QVERIFY(apart(found.histologyToGene, meanOverHeads(golden.tensor("eval/attention_histology_query"))) <= 5e-6);
        QVERIFY(apart(found.geneToHistology, meanOverHeads(golden.tensor("eval/attention_gene_query"))) <= 5e-6);
    }

    /// A graphics card runs this path; it needs none.
    void theDevicesPathIsTheReferencesToo()
    {
        SPACRD_NEED_GOLDEN();
        const GoldenFile golden(goldenFolder() / "model_full.h5");
        const Case c(golden);
        Task task;
        for (const int batch : {5, 64}) {
            Detection found;
            makeRoom(found, c.input.neighbours.spots());
            runOnDevice(c.model->weights().network, torch::kCPU, c.input, batch, found, task);
            QVERIFY(apart(found.logit, golden.tensor("eval/logit")) <= 5e-6);
            QVERIFY(apart(found.latentMean, golden.tensor("eval/mu").values) <= 3e-6);
        }
    }

    void attentionHeadByHeadOfSomeSpots()
    {
        SPACRD_NEED_GOLDEN();
        const GoldenFile golden(goldenFolder() / "model_full.h5");
        const Case c(golden);
        Task task;
        const std::vector<std::int32_t> spots{63, 0, 17};
        const HeadAttention attention = attentionOf(*c.model, c.input, spots, task);
        QCOMPARE(attention.histologyToGene.size(), spots.size() * 56);
        const Tensor first = golden.tensor("eval/attention_histology_query");
        const Tensor second = golden.tensor("eval/attention_gene_query");
        for (size_t i = 0; i < spots.size() * 56; ++i) {
            const size_t there = static_cast<size_t>(spots[i / 56]) * 56 + i % 56;
            QVERIFY(std::abs(double(attention.histologyToGene[i]) - first.values[there]) <= 5e-6);
            QVERIFY(std::abs(double(attention.geneToHistology[i]) - second.values[there]) <= 5e-6);
        }
        QVERIFY(
            errorOf([&] { attentionOf(*c.model, c.input, {64}, task); }).starts_with("There is no spot 64; the section has 64"));
    }

    void theModalitiesCanBeMissing()
    {
        SPACRD_NEED_GOLDEN();
        const GoldenFile golden(goldenFolder() / "model_small.h5");
        Task task;
        for (const bool image : {true, false}) {
            Case c(golden);
            c.input.hasImage = image;
            c.input.hasExpression = !image;
            Detection device;
            makeRoom(device, c.input.neighbours.spots());
            runOnDevice(c.model->weights().network, torch::kCPU, c.input, 64, device, task);
            const Detection found = detect(*c.model, c.input, {"cpu", 512, {}}, task);
            QVERIFY(largestDifference(found.logit, device.logit) <= 5e-6);
            QCOMPARE(found.usedImage, image);
            QCOMPARE(found.usedExpression, !image);
        }
    }
};

QTEST_APPLESS_MAIN(TestDetectGolden)
#include "test_detect_golden.moc"
