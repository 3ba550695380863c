#include "core/fusion/absorbedattention.h"
#include "core/fusion/adam.h"
#include "core/fusion/batchnorm.h"
#include "core/fusion/sparsebatch.h"

#include "tests/support/testdata.h"

using namespace spacrd;

namespace {

double largest(const torch::Tensor& difference)
{
    return difference.abs().max().item<double>();
}

/// 40 rows of 300 columns, of which `density` is filled.
SparseFeatures sparseRows(double density)
{
    const torch::Tensor values = torch::rand({40, 300}) * (torch::rand({40, 300}) < density);
    const FeatureMatrix dense = Eigen::Map<const FeatureMatrix>(values.data_ptr<float>(), 40, 300);
    return dense.sparseView();
}

} // namespace

/// The CPU's own kernels against the same thing in plain tensor operations, forward and backward.
class TestKernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(5); }

    void aSparseLinearLayerIsALinearLayer()
    {
        for (const double density : {0.0, 0.1, 0.9}) { // the last is computed dense
            torch::nn::Linear linear(300, 128);
            std::vector<std::int32_t> rows{7, 7, 0, 39, 12};
            for (std::int32_t row = 0; row < 260; ++row) // more than two bands of the transposed matrix
                rows.push_back(row % 40);
            const SparseBatch batch = sparseBatch(sparseRows(density), rows);
            const torch::Tensor upstream = torch::randn({batch.rows(), 128});
            const torch::Tensor ours = sparseLinear(*linear, batch);
            (ours * upstream).sum().backward();
            const torch::Tensor weightGradient = linear->weight.grad().clone();
            const torch::Tensor biasGradient = linear->bias.grad().clone();
            linear->zero_grad();
            const torch::Tensor plain = linear(batch.dense());
            (plain * upstream).sum().backward();
            QVERIFY(largest(ours - plain) < 1e-5);
            QVERIFY(largest(weightGradient - linear->weight.grad()) < 1e-5);
            QVERIFY(largest(biasGradient - linear->bias.grad()) < 1e-5);
        }
    }

    void aSparseLinearLayerOfNoRowsIsEmpty()
    {
        torch::nn::Linear linear(300, 128);
        QCOMPARE(sparseLinear(*linear, sparseBatch(sparseRows(0.1), {})).size(0), std::int64_t{0});
    }

    void normalisingAlongTheNeighboursIsOnePass()
    {
        torch::Tensor rows = torch::randn({5, neighbourhoodSize, 70});
        rows.select(2, 3).zero_(); // a feature that no neighbour has
        torch::Tensor rowsAgain = rows.clone().requires_grad_();
        rows.requires_grad_();
        const torch::Tensor upstream = torch::randn({5, neighbourhoodSize, 70});
        const torch::Tensor ours = normalisedNeighbourhoods(rows);
        const torch::Tensor plain = normaliseAxis1(rowsAgain);
        (ours * upstream).sum().backward();
        (plain * upstream).sum().backward();
        QVERIFY(largest(ours - plain) < 1e-6);
        for (const int feature : {0, 3, 69}) {
            const torch::Tensor expected = rowsAgain.grad().select(2, feature);
            QVERIFY(largest(rows.grad().select(2, feature) - expected) <= 1e-5 * std::max(1.0, largest(expected)));
        }
    }

    /// Rows that stand for several copies give what the copies themselves give.
    void normalisingCountsEveryCopy()
    {
        const torch::Tensor members = torch::tensor({0, 0, 1, 2, 2, 2, 3, 4}, torch::kLong);
        const torch::Tensor copies = torch::tensor({2.0f, 1.0f, 3.0f, 1.0f, 1.0f});
        torch::Tensor rows = torch::randn({5, 100}, torch::requires_grad());
        torch::Tensor rowsAgain = rows.detach().clone().requires_grad_();
        torch::nn::BatchNorm1d ours(100);
        torch::nn::BatchNorm1d plain(100);
        {
            const torch::NoGradGuard noGradient;
            ours->weight.uniform_(-1.0, 2.0);
            ours->bias.uniform_(-0.5, 0.5);
            plain->weight.copy_(ours->weight);
            plain->bias.copy_(ours->bias);
        }
        const torch::Tensor upstream = torch::randn({8, 100});
        const torch::Tensor a = batchNormRelu(*ours, rows, copies).index_select(0, members);
        const torch::Tensor b = torch::relu(plain(rowsAgain.index_select(0, members)));
        (a * upstream).sum().backward();
        (b * upstream).sum().backward();
        QVERIFY(largest(a - b) < 1e-5);
        QVERIFY(largest(rows.grad() - rowsAgain.grad()) < 1e-4);
        QVERIFY(largest(ours->weight.grad() - plain->weight.grad()) < 1e-4);
        QVERIFY(largest(ours->bias.grad() - plain->bias.grad()) < 1e-4);
        QVERIFY(largest(ours->running_mean - plain->running_mean) < 1e-6);
        QVERIFY(largest(ours->running_var - plain->running_var) < 1e-5);
        ours->eval();
        plain->eval();
        QVERIFY(largest(batchNormRelu(*ours, rows, copies) - torch::relu(plain(rows))) < 1e-5);
    }

    void absorbedAttentionIsAttention_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("the published width") << 512;
        QTest::newRow("not a multiple of a register") << 70;
    }

    void absorbedAttentionIsAttention()
    {
        QFETCH(int, width);
        CrossAttention layer(width, 0.0);
        torch::Tensor query = torch::randn({9, width}, torch::requires_grad());
        torch::Tensor context = torch::randn({9, neighbourhoodSize, width}, torch::requires_grad());
        const torch::Tensor upstream = torch::randn({9, embeddingWidth});
        const Attended ours = absorbedAttention(*layer, query, context);
        (ours.row * upstream).sum().backward();
        std::map<std::string, torch::Tensor> gradients;
        for (const auto& item : layer->named_parameters())
            gradients[item.key()] = item.value().grad().defined() ? item.value().grad().clone() : torch::zeros_like(item.value());
        const torch::Tensor queryGradient = query.grad().clone();
        const torch::Tensor contextGradient = context.grad().clone();
        layer->zero_grad();
        query.mutable_grad().reset();
        context.mutable_grad().reset();

        const Attended plain = layer(query, context);
        (plain.row * upstream).sum().backward();
        QVERIFY(largest(ours.row - plain.row) < 1e-4);
        QVERIFY(largest(ours.weights - plain.weights) < 1e-5);
        QVERIFY(largest(queryGradient - query.grad()) < 1e-4);
        QVERIFY(largest(contextGradient - context.grad()) < 1e-4);
        for (const auto& item : layer->named_parameters())
            QVERIFY2(largest(gradients.at(item.key()) - item.value().grad()) < 2e-4 * std::max(1.0, largest(item.value().grad())),
                     item.key().c_str());
    }

    void adamIsPyTorchsAdam()
    {
        torch::nn::Linear ours(30, 20);
        torch::nn::Linear plain(30, 20);
        {
            const torch::NoGradGuard noGradient;
            plain->weight.copy_(ours->weight);
            plain->bias.copy_(ours->bias);
        }
        AdamOptions options;
        options.learningRate = 1e-3;
        options.weightDecay = 0.1;
        Adam mine(ours->named_parameters(), options);
        torch::optim::AdamW theirs(plain->parameters(), torch::optim::AdamWOptions(1e-3).weight_decay(0.1));
        for (int step = 0; step < 5; ++step) {
            const torch::Tensor rows = torch::randn({8, 30});
            mine.clearGradients();
            theirs.zero_grad();
            ours(rows).pow(2).sum().backward();
            plain(rows).pow(2).sum().backward();
            mine.step();
            theirs.step();
        }
        QVERIFY(largest(ours->weight - plain->weight) < 1e-6);
        QVERIFY(largest(ours->bias - plain->bias) < 1e-6);
    }

    void aParameterWithoutAGradientIsSkipped()
    {
        torch::nn::Linear linear(3, 2);
        Adam adam(linear->named_parameters(), {});
        adam.step();
        QCOMPARE(adam.slots()[0].steps, std::int64_t{0});
        QVERIFY(!adam.slots()[0].first.defined());
    }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "test_kernels.moc"
