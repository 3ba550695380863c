#include "core/preprocess/variablegenes.h"

#include <QTest>

#include <cmath>

using namespace spacrd;

class TestVariableGenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void momentsAreThoseOfTheColumns()
    {
        // Column 0: 1 2 3 → mean 2, variance 1. Column 1: 0 0 6 → mean 2, variance 12. Column 2: all zero.
        CountMatrix values(3, 3);
        const std::vector<Eigen::Triplet<float>> entries{{0, 0, 1}, {1, 0, 2}, {2, 0, 3}, {2, 1, 6}};
        values.setFromTriplets(entries.begin(), entries.end());
        const GeneVariability genes = seuratV3(values);
        QCOMPARE(genes.mean, (std::vector<double>{2, 2, 0}));
        QCOMPARE(genes.variance, (std::vector<double>{1, 12, 0}));
        QCOMPARE(genes.loessLog10Variance[2], 0.0);
        QCOMPARE(genes.normalisedVariance[2], 0.0);
        QCOMPARE(genes.order.front(), 1);
    }

    void pooledVarianceIsOverAllSpots()
    {
        // Columns over both sections: 1 2 3 | 5 → mean 2.75, variance 2.92; 0 0 6 | 6 → mean 3, variance 12; 4 4 4 | 0 → mean 3,
        // variance 4. In the first section alone the last column has none.
        CountMatrix first(3, 3);
        CountMatrix second(1, 3);
        const std::vector<Eigen::Triplet<float>> entries{{0, 0, 1}, {1, 0, 2}, {2, 0, 3}, {2, 1, 6},
                                                         {0, 2, 4}, {1, 2, 4}, {2, 2, 4}};
        const std::vector<Eigen::Triplet<float>> more{{0, 0, 5}, {0, 1, 6}};
        first.setFromTriplets(entries.begin(), entries.end());
        second.setFromTriplets(more.begin(), more.end());
        QCOMPARE(byPooledVariance(std::vector{first, second}), (std::vector<int>{1, 2, 0}));
        QCOMPARE(byPooledVariance(std::vector{first}), (std::vector<int>{1, 0, 2}));
        QCOMPARE(byPooledVariance({}), std::vector<int>{});
    }

    void aStraightLineIsFittedExactly()
    {
        // Genes with two values 0 and a: mean a/2, variance a²/2, so log10 variance = 2·log10 mean + log10 2 exactly, and
        // the normalised variance is 1 for all of them (nothing is clipped with two spots).
        const int count = 40;
        CountMatrix values(2, count);
        std::vector<Eigen::Triplet<float>> entries;
        entries.reserve(count);
        for (int gene = 0; gene < count; ++gene)
            entries.emplace_back(1, gene, static_cast<float>(gene + 1));
        values.setFromTriplets(entries.begin(), entries.end());
        const GeneVariability genes = seuratV3(values);
        for (int gene = 0; gene < count; ++gene) {
            const auto i = static_cast<size_t>(gene);
            QVERIFY(std::abs(genes.loessLog10Variance[i] - std::log10(genes.variance[i])) < 1e-9);
            QVERIFY(std::abs(genes.normalisedVariance[i] - 1.0) < 1e-6);
        }
    }
};

QTEST_APPLESS_MAIN(TestVariableGenes)
#include "test_variablegenes.moc"
