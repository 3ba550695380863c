#include "core/fusion/losses.h"
#include "core/fusion/network.h"

#include "tests/support/golden.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace {

torch::Tensor floats(const Tensor& tensor)
{
    return torch::tensor(tensor.values, torch::kDouble).to(torch::kFloat).view(tensor.shape);
}

std::vector<double> doubles(const torch::Tensor& tensor)
{
    const auto flat = tensor.detach().to(torch::kDouble).contiguous().view({-1});
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

double apart(const torch::Tensor& ours, const Tensor& golden)
{
    return largestDifference(doubles(ours), golden.values);
}

/// A gradient that is zero in exact arithmetic: Adam moves it by rounding noise (spec §8).
bool hasZeroGradient(const std::string& parameter)
{
    for (const char* end : {"fc.0.bias", "fc.4.bias", "key_proj.bias"}) {
        if (parameter.size() >= strlen(end) && parameter.compare(parameter.size() - strlen(end), std::string::npos, end) == 0)
            return true;
    }
    return false;
}

/// The network with the golden weights and, per spot or neighbourhood, the golden inputs. Dropout is 0 as in the files.
struct Case
{
    explicit Case(const GoldenFile& golden)
    {
        NetworkShape shape;
        shape.image = static_cast<int>(golden.attribute("/", "img_dim"));
        shape.genes = static_cast<int>(golden.attribute("/", "gene_dim"));
        shape.projection = static_cast<int>(golden.attribute("/", "proj_dim"));
        network = Network(shape, DropoutRates{0.0, 0.0});
        const torch::NoGradGuard noGradient;
        for (auto& item : network->named_parameters())
            item.value().copy_(floats(golden.tensor("state_dict/" + item.key())));
        for (auto& item : network->named_buffers())
            item.value().copy_(floats(golden.tensor("state_dict/" + item.key())).view(item.value().sizes()));
        image = floats(golden.tensor("inputs/img_spots"));
        gene = floats(golden.tensor("inputs/gene_spots"));
        const Tensor table = golden.tensor("inputs/neighbours");
        neighbours = torch::tensor(table.values, torch::kDouble).to(torch::kLong);
        labels = floats(golden.tensor("inputs/labels"));
        noise = floats(golden.tensor("inputs/eps"));
    }

    torch::Tensor gathered(const torch::Tensor& perSpot) const
    {
        return perSpot.index_select(0, neighbours).view({-1, 7, perSpot.size(1)});
    }

    /// Encodes every copy of every neighbour, as the reference does in training.
    NetworkOutput forwardTraining()
    {
        const auto encode = [&](ModalityEncoder& encoder, const torch::Tensor& spots) {
            return encoder(spots.index_select(0, neighbours)).view({-1, 7, network->shape.projection});
        };
        return network->forward(encode(network->encoders->image, image), encode(network->encoders->gene, gene));
    }

    Network network{nullptr};
    torch::Tensor image, gene, neighbours, labels, noise;
};

} // namespace

class TestNetworkGolden : public QObject
{
    Q_OBJECT

    void files()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("small") << QStringLiteral("model_small.h5");
        QTest::newRow("full") << QStringLiteral("model_full.h5");
    }

    std::unique_ptr<GoldenFile> open(const QString& file)
    {
        return std::make_unique<GoldenFile>(goldenFolder() / file.toStdString());
    }

    static void compareGradients(NetworkImpl& network, const GoldenFile& golden, const std::string& kind)
    {
        const std::vector<std::string> full = golden.members("train/reconstruction/grad_" + kind);
        for (const auto& item : network.named_parameters()) {
            const double expected = golden.tensor("train/reconstruction/grad_l2_" + kind + "/" + item.key()).scalar();
            const auto& gradient = item.value().grad();
            const double ours = gradient.defined() ? gradient.norm().item<double>() : 0.0;
            QVERIFY2(std::abs(ours - expected) <= 1e-4 * expected + 1e-4, item.key().c_str());
            if (std::find(full.begin(), full.end(), item.key()) == full.end())
                continue;
            const Tensor reference = golden.tensor("train/reconstruction/grad_" + kind + "/" + item.key());
            double largest = 0.0;
            for (const double value : reference.values)
                largest = std::max(largest, std::abs(value));
            QVERIFY2(apart(gradient, reference) <= 2e-5 * largest, item.key().c_str());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        SPACRD_NEED_GOLDEN();
        at::set_num_threads(2);
    }

    void inferenceAgrees_data() { files(); }
    void inferenceAgrees()
    {
        QFETCH(QString, file);
        const auto golden = open(file);
        Case c(*golden);
        c.network->eval();
        const torch::NoGradGuard noGradient;
        const auto image = c.network->encoders->image(c.image);
        const auto gene = c.network->encoders->gene(c.gene);
        QVERIFY(apart(image, golden->tensor("eval/img_encoding")) < 2e-5);
        QVERIFY(apart(gene, golden->tensor("eval/gene_encoding")) < 2e-5);
        QVERIFY(apart(normaliseAxis1(image), golden->tensor("eval/img_z_contrastive")) < 1e-5);
        QVERIFY(apart(normaliseAxis1(c.gathered(image)), golden->tensor("eval/img_z")) < 1e-5);
        QVERIFY(apart(normaliseAxis1(c.gathered(gene)), golden->tensor("eval/gene_z")) < 1e-5);

        const NetworkOutput out = c.network->forward(c.gathered(image), c.gathered(gene));
        QVERIFY(apart(out.fused.histologyToGene, golden->tensor("eval/attention_histology_query")) < 5e-6);
        QVERIFY(apart(out.fused.geneToHistology, golden->tensor("eval/attention_gene_query")) < 5e-6);
        QVERIFY(apart(out.fused.multimodal, golden->tensor("eval/multimodal")) < 1e-5);
        QVERIFY(apart(out.latent.mean, golden->tensor("eval/mu")) < 3e-6);
        QVERIFY(apart(out.latent.logVariance, golden->tensor("eval/logvar")) < 3e-6);
        QVERIFY(apart(out.logit, golden->tensor("eval/logit")) < 5e-6);
        QVERIFY(apart(torch::sigmoid(out.logit), golden->tensor("eval/probability")) < 1e-6);
        QVERIFY(apart(c.network->vae->decode(out.latent.mean), golden->tensor("eval/reconstruction_mean")) < 1e-5);
        const auto z = out.latent.mean + torch::exp(out.latent.logVariance / 2) * c.noise;
        QVERIFY(apart(c.network->vae->decode(z), golden->tensor("eval/reconstruction_eps")) < 1e-5);
    }

    void contrastiveStepsAgree_data() { files(); }
    void contrastiveStepsAgree()
    {
        QFETCH(QString, file);
        const auto golden = open(file);
        const std::string group = "train/contrastive/";
        Case c(*golden);
        c.network->train();
        torch::optim::Adam adam(c.network->encoders->parameters(), torch::optim::AdamOptions(1e-4));
        const std::vector<double> expected = golden->tensor(group + "adam_losses_lr1e-4").values;
        for (size_t step = 0; step < expected.size(); ++step) {
            adam.zero_grad();
            const ContrastiveLoss loss = contrastiveLoss(c.network->encoders->image(c.image), c.network->encoders->gene(c.gene));
            QVERIFY(std::abs(loss.total.item<double>() - expected[step]) <= 1e-5 * expected[step]);
            loss.total.backward();
            if (step == 0) {
                QVERIFY(std::abs(loss.imageToGene.item<double>() / golden->tensor(group + "img_to_gene").scalar() - 1) < 3e-6);
                QVERIFY(std::abs(loss.geneToImage.item<double>() / golden->tensor(group + "gene_to_img").scalar() - 1) < 3e-6);
                for (const auto& item : c.network->encoders->named_parameters()) {
                    const double norm = golden->tensor(group + "grad_l2/" + item.key()).scalar();
                    QVERIFY2(std::abs(item.value().grad().norm().item<double>() - norm) <= 1e-4 * norm + 1e-4,
                             item.key().c_str());
                }
            }
            adam.step();
            if (step == 0) {
                for (const auto& item : c.network->encoders->named_buffers()) {
                    if (item.key().find("running") == std::string::npos)
                        continue;
                    const Tensor running = golden->tensor(group + "running_after_1_step/" + item.key());
                    QVERIFY2(apart(item.value(), running) < 1e-5, item.key().c_str());
                }
            }
        }
        for (const auto& item : c.network->encoders->named_parameters()) {
            if (hasZeroGradient(item.key()))
                continue;
            const double norm = golden->tensor(group + "param_l2_after_6_steps/" + item.key()).scalar();
            QVERIFY2(std::abs(item.value().norm().item<double>() - norm) <= 1e-3 * norm, item.key().c_str());
        }
    }

    void reconstructionLossesAndGradientsAgree_data() { files(); }
    void reconstructionLossesAndGradientsAgree()
    {
        QFETCH(QString, file);
        const auto golden = open(file);
        const std::string group = "train/reconstruction/";
        for (const bool classifier : {false, true}) {
            Case c(*golden);
            c.network->train();
            const ReconstructionLoss loss = reconstructionLoss(*c.network, c.forwardTraining(), c.labels, c.noise);
            const auto agrees = [&](const torch::Tensor& term, const char* name) {
                const double expected = golden->tensor(group + name).scalar();
                return std::abs(term.item<double>() - expected) <= 3e-6 * std::abs(expected);
            };
            QVERIFY(agrees(loss.mse, "reconstruction_mse"));
            QVERIFY(agrees(loss.categoryKl, "category_kl"));
            QVERIFY(agrees(loss.separation, "separation"));
            QVERIFY(agrees(loss.vaeTotal, "vae_total"));
            QVERIFY(agrees(loss.bce, "bce"));
            QVERIFY(agrees(loss.classifierTotal, "cls_total"));
            (classifier ? loss.classifierTotal : loss.vaeTotal).backward();
            compareGradients(*c.network, *golden, classifier ? "cls_total" : "vae_total");
        }
    }

    void reconstructionStepsAgree_data() { files(); }
    void reconstructionStepsAgree()
    {
        QFETCH(QString, file);
        const auto golden = open(file);
        const std::string group = "train/reconstruction/";
        Case c(*golden);
        c.network->train();
        const torch::Tensor noises = floats(golden->tensor("inputs/eps_sequence"));
        const std::vector<double> expected = golden->tensor(group + "adam_losses_lr1e-4_switch_after_3").values;
        torch::optim::Adam adam(c.network->parameters(), torch::optim::AdamOptions(1e-4));
        for (size_t step = 0; step < expected.size(); ++step) {
            adam.zero_grad();
            const ReconstructionLoss loss =
                reconstructionLoss(*c.network, c.forwardTraining(), c.labels, noises[static_cast<int64_t>(step)]);
            const auto& total = step < 3 ? loss.vaeTotal : loss.classifierTotal;
            QVERIFY(std::abs(total.item<double>() - expected[step]) <= 1e-5 * std::abs(expected[step]));
            total.backward();
            adam.step();
        }
        for (const auto& item : c.network->named_parameters()) {
            if (hasZeroGradient(item.key()))
                continue;
            const double norm = golden->tensor(group + "param_l2_after_6_steps/" + item.key()).scalar();
            QVERIFY2(std::abs(item.value().norm().item<double>() - norm) <= 1e-3 * norm, item.key().c_str());
        }
        c.network->eval();
        const torch::NoGradGuard noGradient;
        const NetworkOutput out =
            c.network->forward(c.gathered(c.network->encoders->image(c.image)), c.gathered(c.network->encoders->gene(c.gene)));
        QVERIFY(apart(out.logit, golden->tensor(group + "logit_after_6_steps")) < 5e-3);
    }
};

QTEST_APPLESS_MAIN(TestNetworkGolden)
#include "test_network_golden.moc"
