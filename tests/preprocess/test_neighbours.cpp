#include "core/preprocess/neighbours.h"

#include <QTest>

using namespace spacrd;

class TestNeighbours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tiesGoToTheLowestIndex()
    {
        // A 5 × 5 grid of unit pitch: the centre (12) has 4 neighbours at 1 and 4 at √2; k = 7 takes 4 + 2.
        std::vector<Point> grid;
        for (int y = 0; y < 5; ++y) {
            for (int x = 0; x < 5; ++x)
                grid.push_back({double(x), double(y)});
        }
        const NeighbourTable table = nearestNeighbours(grid);
        const std::vector<std::int32_t> centre(table.row(12), table.row(12) + 7);
        QCOMPARE(centre, (std::vector<std::int32_t>{12, 7, 11, 13, 17, 6, 8}));
    }

    void aSpotIsItsOwnFirstNeighbourEvenUnderAnother()
    {
        const std::vector<Point> twins{{0, 0}, {0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}};
        const NeighbourTable table = nearestNeighbours(twins);
        QCOMPARE(table.row(0)[0], 0);
        QCOMPARE(table.row(0)[1], 1);
        QCOMPARE(table.row(1)[0], 1);
        QCOMPARE(table.row(1)[1], 0);
    }

    void aSmallSectionRepeatsTheSpotItself()
    {
        const NeighbourTable table = nearestNeighbours({{0, 0}, {10, 0}, {25, 0}});
        const std::vector<std::int32_t> last(table.row(2), table.row(2) + 7);
        QCOMPARE(last, (std::vector<std::int32_t>{2, 1, 0, 2, 2, 2, 2}));
        QCOMPARE(nearestNeighbours({}).spots(), size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestNeighbours)
#include "test_neighbours.moc"
