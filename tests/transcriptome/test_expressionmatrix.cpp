#include "core/transcriptome/expressionmatrix.h"

#include "core/transcriptome/countrows.h"
#include "core/transcriptome/spotpitch.h"
#include "tests/support/testdata.h"

#include <cmath>

using namespace spacrd;

class TestExpressionMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void symbolsBecomeUniqueAsInAnndata()
    {
        std::vector<Gene> genes{{"A", ""}, {"A-1", ""}, {"A", ""}, {"B", ""}, {"A", ""}, {"B", ""}};
        makeSymbolsUnique(genes);
        const char* const expected[] = {"A", "A-1", "A-2", "B", "A-3", "B-1"};
        for (size_t i = 0; i < genes.size(); ++i)
            QCOMPARE(genes[i].symbol, std::string(expected[i]));
    }

    void geneLogExpressionIsLog1pOfCountsPerTenThousand()
    {
        ExpressionMatrix matrix;
        matrix.barcodes = {"a", "b", "c"};
        matrix.genes = {{"G", ""}, {"H", ""}};
        CountRows rows("x", 2);
        rows.add(1, 3);
        rows.add(0, 1);
        rows.endRow();
        rows.endRow(); // an empty spot
        rows.add(1, 5);
        rows.endRow();
        matrix.counts = rows.take();
        const std::vector<float> values = geneLogExpression(matrix, 0);
        QCOMPARE(values.size(), size_t(3));
        QCOMPARE(values[0], static_cast<float>(std::log(1.0 + 2500.0)));
        QCOMPARE(values[1], 0.0F);
        QCOMPARE(values[2], 0.0F);
        QCOMPARE(geneLogExpression(matrix, 1)[2], static_cast<float>(std::log(1.0 + 10000.0)));
    }

    void onlyTheGivenRowsOfAMatrixStay()
    {
        ExpressionMatrix matrix;
        matrix.barcodes = {"a", "b", "c"};
        matrix.genes = {{"G", ""}, {"H", ""}};
        CountRows rows("x", 2);
        for (const int value : {1, 2, 3}) {
            rows.add(0, value);
            rows.add(1, value * 10);
            rows.endRow();
        }
        matrix.counts = rows.take();
        keepRows(matrix, {0, 2});
        QCOMPARE(matrix.barcodes, (std::vector<std::string>{"a", "c"}));
        QCOMPARE(matrix.counts.rows(), 2);
        QCOMPARE(matrix.counts.nonZeros(), 4);
        QCOMPARE(matrix.counts.coeff(0, 1), 10.0F);
        QCOMPARE(matrix.counts.coeff(1, 0), 3.0F);
        QVERIFY(matrix.counts.isCompressed());
    }

    void pitchIsThatOfNeighboursOnly()
    {
        // Three spots in a row with a hole: only the first two are neighbours.
        std::vector<Spot> spots{{"a", {0, 0}, 0, 0, true}, {"b", {80, 0}, 0, 2, true}, {"c", {400, 0}, 0, 10, true}};
        QCOMPARE(spotPitch(spots, SpotLattice::hexagonal), 80.0);
        spots.erase(spots.begin() + 1); // no neighbours left: five pitches apart
        QCOMPARE(spotPitch(spots, SpotLattice::hexagonal), 80.0);
        spots.pop_back();
        QCOMPARE(spotPitch(spots, SpotLattice::hexagonal), 0.0);
        // Two rows apart is √3 pitches on a hexagonal array and two on a square one.
        const std::vector<Spot> column{{"a", {0, 0}, 0, 0, true}, {"b", {0, 300}, 2, 0, true}};
        QCOMPARE(spotPitch(column, SpotLattice::hexagonal), 300.0 / std::sqrt(3.0));
        QCOMPARE(spotPitch(column, SpotLattice::square), 150.0);
    }
};

QTEST_APPLESS_MAIN(TestExpressionMatrix)
#include "test_expressionmatrix.moc"
