#include "core/base/error.h"
#include "core/preprocess/expression.h"

#include "tests/support/testdata.h"

#include <cmath>

using namespace spacrd;

namespace {

ExpressionMatrix matrixOf(const std::vector<std::string>& symbols, const std::vector<std::vector<float>>& rows)
{
    ExpressionMatrix matrix;
    for (const std::string& symbol : symbols)
        matrix.genes.push_back({symbol, {}});
    std::vector<Eigen::Triplet<float>> entries;
    for (size_t spot = 0; spot < rows.size(); ++spot) {
        matrix.barcodes.push_back("spot" + std::to_string(spot));
        for (size_t gene = 0; gene < symbols.size(); ++gene) {
            if (rows[spot][gene] != 0.0f)
                entries.emplace_back(static_cast<int>(spot), static_cast<int>(gene), rows[spot][gene]);
        }
    }
    matrix.counts = CountMatrix(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(symbols.size()));
    matrix.counts.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

PanelGenes panelOf(const std::vector<std::string>& universe, const std::vector<std::string>& genes)
{
    return {genesOf(universe), genesOf(genes)};
}

std::vector<std::string> commonSymbols(const std::vector<const ExpressionMatrix*>& sections)
{
    std::vector<std::string> symbols;
    for (const Gene& gene : commonGenes(sections))
        symbols.push_back(gene.symbol);
    return symbols;
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void librarySizeIsTakenPerSpot()
    {
        const ExpressionMatrix matrix = matrixOf({"A", "B"}, {{1, 3}, {0, 0}, {5, 0}});
        const FeatureMatrix log(libraryLog1p(matrix.counts));
        QVERIFY(std::abs(log(0, 0) - std::log1p(2500.0f)) < 1e-6f);
        QVERIFY(std::abs(log(0, 1) - std::log1p(7500.0f)) < 1e-6f);
        QCOMPARE(log(1, 0), 0.0f);
        QVERIFY(std::abs(log(2, 0) - std::log1p(10000.0f)) < 1e-6f);
    }

    void aMatrixWithoutGenesHasNothingOfThePanel()
    {
        const ExpressionMatrix matrix = matrixOf({}, {{}, {}, {}});
        QCOMPARE(libraryLog1p(matrix.counts).nonZeros(), Eigen::Index(0));
        GeneReport report;
        const FeatureMatrix features(expressionFeatures(matrix, panelOf({"A", "B"}, {"B", "A"}), &report));
        QCOMPARE(features.rows(), Eigen::Index(3));
        QCOMPARE(features.cols(), Eigen::Index(2));
        QVERIFY(features.isZero());
        QCOMPARE(report.missing, (std::vector<std::string>{"B", "A"}));
        const std::string error = spacrd::test::errorOf([&] { commonGenes({&matrix, &matrix}); });
        QVERIFY2(error.find("no gene in common") != std::string::npos, error.c_str());
    }

    void minMaxMakesAConstantColumnZero()
    {
        FeatureMatrix features(3, 2);
        features << 1, 7, 3, 7, 2, 7;
        minMaxColumns(features);
        FeatureMatrix expected(3, 2);
        expected << 0, 0, 1, 0, 0.5, 0;
        QVERIFY((features - expected).cwiseAbs().maxCoeff() < 1e-6f);
    }

    void onlyGenesOfEverySectionAreCommon()
    {
        const ExpressionMatrix a = matrixOf({"A", "B", "C"}, {{1, 1, 1}});
        const ExpressionMatrix b = matrixOf({"C", "X", "A"}, {{1, 1, 1}});
        QCOMPARE(commonSymbols({&a, &b}), (std::vector<std::string>{"A", "C"}));
        const ExpressionMatrix none = matrixOf({"Y"}, {{1}});
        QCOMPARE(
            test::errorOf([&] {
                commonGenes({&a, &none});
            }),
            std::string("The sections have no gene in common (check that all of them name their genes the same way, by symbol or "
                        "Ensembl id)"));
    }

    void aGeneOfTwoNamesIsCommonByItsId()
    {
        ExpressionMatrix a = matrixOf({"TP53", "MYC"}, {{1, 1}});
        a.genes[0].id = "ENSG00000141510";
        ExpressionMatrix b = matrixOf({"MYC", "P53"}, {{1, 1}});
        b.genes = {{"MYC", "ENSG00000136997.12"}, {"P53", "ENSG00000141510.9"}};
        const std::vector<Gene> common = commonGenes({&a, &b});
        QCOMPARE(common.size(), size_t{2});
        QCOMPARE(common[0].symbol + " " + common[0].id, std::string("TP53 ENSG00000141510"));
        QCOMPARE(common[1].symbol + " " + common[1].id, std::string("MYC ENSG00000136997.12"));
    }

    void thePanelKeepsItsOrderAndSaysWhatIsMissing()
    {
        const ExpressionMatrix matrix = matrixOf({"A", "B", "C"}, {{1, 1, 8}, {4, 4, 2}});
        GeneReport report;
        const FeatureMatrix features(expressionFeatures(matrix, panelOf({"A", "B"}, {"B", "Z", "A"}), &report));
        QCOMPARE(report.missing, std::vector<std::string>{"Z"});
        QCOMPARE(features.cols(), Eigen::Index{3});
        // Library size over A and B alone: both spots hold one half of each, so the columns are constant.
        QCOMPARE(features.cwiseAbs().maxCoeff(), 0.0f);
        const FeatureMatrix whole(expressionFeatures(matrix, panelOf({"A", "B", "C"}, {"A"}), nullptr));
        QCOMPARE(whole(0, 0), 0.0f);
        QCOMPARE(whole(1, 0), 1.0f);
    }
};

QTEST_APPLESS_MAIN(TestExpression)
#include "test_expression.moc"
