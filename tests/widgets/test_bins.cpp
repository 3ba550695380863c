#include "samples.h"
#include "widgets/layers/binraster.h"
#include "widgets/layers/binvalues.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace spacrd;
using namespace spacrd::test;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// Bins of `side` level-0 pixels whose first has its corner at (`x`, `y`); spot i is cell i.
BinGrid fullGrid(int columns, int rows, double side = 1.0, double x = 0.0, double y = 0.0)
{
    BinGrid grid{columns, rows, QTransform(side, 0, 0, side, x, y), {}};
    for (std::uint32_t i = 0; i < grid.cells(); ++i)
        grid.cellOfSpot.push_back(i);
    return grid;
}

/// Black to white, so that a value of v in [0, 255] is a pixel of v.
ColourMap greys()
{
    ColourMap map{QStringLiteral("greys"), {}, {}};
    for (int i = 0; i < 256; ++i)
        map.entries.push_back(qRgb(i, i, i));
    return map;
}

QImage painted(const BinGrid& grid, const BinValues& values, const QTransform& level0ToDevice, QSize size, int* k = nullptr)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    const int level = paintBins(image, grid.gridToLevel0 * level0ToDevice, values, ValueColours(greys(), {0.0, 255.0}));
    if (k)
        *k = level;
    return image;
}

Sample hdSample(int columns, int rows, double bin, double turn)
{
    Sample sample;
    sample.section.platform = Platform::visiumHd;
    sample.section.lattice = SpotLattice::square;
    sample.section.spotDiameterFullresPx = sample.section.spotPitchFullresPx = bin;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Spot spot;
            spot.arrayRow = 100 + row;
            spot.arrayCol = 40 + column;
            spot.fullres = {500 + bin * (column * std::cos(turn) - row * std::sin(turn)),
                            700 + bin * (column * std::sin(turn) + row * std::cos(turn))};
            sample.section.spots.push_back(spot);
        }
    }
    return sample;
}

} // namespace

class TestBins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksAreMeansOfTheirBins()
    {
        constexpr int columns = 13;
        constexpr int rows = 9;
        const BinGrid grid = fullGrid(columns, rows);
        std::mt19937 random(5);
        std::vector<float> values;
        for (size_t i = 0; i < grid.cells(); ++i)
            values.push_back(random() % 5 == 0 ? notANumber : static_cast<float>(random() % 1000));
        const BinValues mean(grid, values, Aggregate::mean);
        const BinValues most(grid, values, Aggregate::maximum);
        QCOMPARE(mean.levels().size(), size_t{5}); // 13 × 9, 7 × 5, 4 × 3, 2 × 2, 1 × 1
        for (size_t k = 0; k < mean.levels().size(); ++k) {
            const BinValues::Level& level = mean.levels()[k];
            const int side = 1 << k;
            for (int row = 0; row < level.rows; ++row) {
                for (int column = 0; column < level.columns; ++column) {
                    double sum = 0.0;
                    float highest = -1.0F;
                    int count = 0;
                    for (int r = row * side; r < std::min(rows, (row + 1) * side); ++r) {
                        for (int c = column * side; c < std::min(columns, (column + 1) * side); ++c) {
                            const float value = values[static_cast<size_t>(r * columns + c)];
                            if (std::isnan(value))
                                continue;
                            sum += double{value};
                            highest = std::max(highest, value);
                            ++count;
                        }
                    }
                    const auto at = static_cast<size_t>(row * level.columns + column);
                    if (count == 0) {
                        QVERIFY(std::isnan(level.values[at]));
                        continue;
                    }
                    QCOMPARE(level.values[at], static_cast<float>(sum / count));
                    QCOMPARE(most.levels()[k].values[at], highest);
                }
            }
        }
    }

    void placesWithoutBinsAreClear()
    {
        BinGrid grid = fullGrid(4, 2);
        grid.cellOfSpot = {0, 5};
        const BinValues values(grid, std::vector<float>{7.0F, notANumber}, Aggregate::mean);
        QCOMPARE(values.levels()[0].values[1], noBin);
        QVERIFY(std::isnan(values.levels()[0].values[5]));
        QCOMPARE(values.levels()[1].values[0], 7.0F);
        QCOMPARE(values.levels()[1].values[1], noBin);
        const QImage image = painted(grid, values, QTransform::fromScale(10, 10), {50, 30});
        QCOMPARE(image.pixel(5, 5), qRgb(7, 7, 7));
        QCOMPARE(qAlpha(image.pixel(25, 5)), 0);
        QCOMPARE(qAlpha(image.pixel(45, 25)), 0);
        int striped = 0;
        for (int x = 10; x < 20; ++x)
            striped += image.pixel(x, 15) == noValuePixel(x, 15) ? 1 : 0;
        QCOMPARE(striped, 10);
    }

    void everyPixelShowsTheBinUnderIt_data()
    {
        QTest::addColumn<QTransform>("level0ToDevice");
        QTest::newRow("enlarged") << QTransform(6.3, 0, 0, 6.3, -20.5, 3.25);
        QTest::newRow("one to one") << QTransform(1, 0, 0, 1, 2.25, -3.75);
        QTest::newRow("quarter turn") << QTransform(0, 4, -4, 0, 150, 7);
        QTest::newRow("mirrored") << QTransform(-5, 0, 0, 5, 190, 11);
        QTest::newRow("turned") << QTransform(3, 1.5, -1.5, 3, 60, 9);
    }
    void everyPixelShowsTheBinUnderIt()
    {
        QFETCH(QTransform, level0ToDevice);
        const BinGrid grid = fullGrid(30, 20, 1.0, 3.0, 2.0);
        std::vector<float> values;
        for (size_t i = 0; i < grid.cells(); ++i)
            values.push_back(static_cast<float>(i % 251));
        const QImage image = painted(grid, BinValues(grid, values, Aggregate::mean), level0ToDevice, {200, 120});
        const QTransform back = (grid.gridToLevel0 * level0ToDevice).inverted();
        int covered = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QPointF at = back.map(QPointF(x + 0.5, y + 0.5));
                if (std::abs(at.x() - std::round(at.x())) < 1e-6 || std::abs(at.y() - std::round(at.y())) < 1e-6)
                    continue; // on an edge either side is right
                const bool inside = at.x() > 0 && at.y() > 0 && at.x() < 30 && at.y() < 20;
                const int expected = inside ? (static_cast<int>(at.y()) * 30 + static_cast<int>(at.x())) % 251 : -1;
                covered += inside ? 1 : 0;
                QCOMPARE(image.pixel(x, y), inside ? qRgb(expected, expected, expected) : QRgb(0));
            }
        }
        QVERIFY(covered > 100);
    }

    void farAwayBlocksAreNoSmallerThanAPixel()
    {
        const BinGrid grid = fullGrid(64, 64);
        std::vector<float> values;
        for (size_t i = 0; i < grid.cells(); ++i)
            values.push_back(i % 64 % 2 == 0 ? 100.0F : 200.0F);
        const BinValues bins(grid, values, Aggregate::mean);
        int k = -1;
        const QImage half = painted(grid, bins, QTransform::fromScale(0.5, 0.5), {32, 32}, &k);
        QCOMPARE(k, 1);
        QCOMPARE(half.pixel(7, 9), qRgb(150, 150, 150));
        painted(grid, bins, QTransform::fromScale(0.3, 0.3), {32, 32}, &k);
        QCOMPARE(k, 2);
        painted(grid, bins, QTransform::fromScale(1.0, 1.0), {32, 32}, &k);
        QCOMPARE(k, 0);
        painted(grid, bins, QTransform::fromScale(1e-4, 1e-4), {32, 32}, &k);
        QCOMPARE(k, 6);
    }

    void edgesAreBetweenBins()
    {
        const BinGrid grid = fullGrid(3, 2);
        std::vector<bool> there(6, true);
        there[2] = false; // the last of the first row
        QImage image(50, 40, QImage::Format_ARGB32_Premultiplied);
        paintEdges(image, QTransform::fromScale(10, 10), grid, there, qRgb(1, 2, 3));
        QCOMPARE(image.pixel(10, 5), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(0, 5), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(5, 0), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(25, 10), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(20, 5), qRgb(1, 2, 3)); // the right edge of the last bin that is there
        QCOMPARE(image.pixel(5, 20), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(30, 15), qRgb(1, 2, 3));
        QCOMPARE(image.pixel(5, 5), QRgb(0));
        QCOMPARE(image.pixel(25, 5), QRgb(0));
        QCOMPARE(image.pixel(30, 5), QRgb(0));
    }

    void aSampleOfBinsIsAGrid()
    {
        const Sample sample = hdSample(30, 20, 29.3, 0.02);
        const std::optional<BinGrid> grid = binGridOf(sample);
        QVERIFY(grid.has_value());
        QCOMPARE(grid->columns, 30);
        QCOMPARE(grid->rows, 20);
        for (size_t i = 0; i < sample.spots().size(); i += 7) {
            const QPointF centre = grid->centreLevel0(i);
            QVERIFY(std::abs(centre.x() - sample.spots()[i].fullres.x) < 1e-6);
            QVERIFY(std::abs(centre.y() - sample.spots()[i].fullres.y) < 1e-6);
        }
    }

    void whatIsNoGridIsNone_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("another platform") << 0;
        QTest::newRow("two in one place") << 1;
        QTest::newRow("one beside its place") << 2;
        QTest::newRow("places between") << 3;
        QTest::newRow("nearly empty") << 4;
        QTest::newRow("not a number") << 5;
        QTest::newRow("one row") << 6;
    }
    void whatIsNoGridIsNone()
    {
        QFETCH(int, how);
        Sample sample = hdSample(30, how == 6 ? 1 : 20, 29.3, 0.0);
        Spot& spot = sample.section.spots[77 % sample.section.spots.size()];
        if (how == 0)
            sample.section.platform = Platform::visium;
        else if (how == 1)
            spot.arrayCol += 1;
        else if (how == 2)
            spot.fullres.x += 3.0;
        else if (how == 3)
            spot.arrayRow += 0.5;
        else if (how == 4)
            sample.section.spots.back().arrayCol = 100000;
        else if (how == 5)
            spot.fullres.y = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!binGridOf(sample).has_value());
    }
};

QTEST_APPLESS_MAIN(TestBins)
#include "test_bins.moc"
