#include "core/base/error.h"
#include "tests/region/arrays.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>
#include <QTest>

using namespace spacrd;
using namespace spacrd::test;

namespace {

constexpr double pitch = 100.0;
const double hexagonArea = std::sqrt(3.0) / 2 * pitch * pitch;

bool near(double a, double b, double relative = 1e-3)
{
    return std::abs(a - b) <= relative * std::abs(b);
}

std::vector<int> classesAt(const SpatialSection& section, const std::vector<std::string>& barcodes)
{
    std::vector<int> classes;
    for (const Spot& spot : section.spots)
        classes.push_back(std::find(barcodes.begin(), barcodes.end(), spot.barcode) != barcodes.end() ? 1 : 0);
    return classes;
}

} // namespace

class TestRegion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isolatedSquaresStayApart()
    {
        const SpatialSection section = makeSection({.rows = 5, .columns = 5});
        const auto regions = regionsOfClasses(section, classesAt(section, {"0x0", "2x0", "4x0", "1x2", "3x4"}));
        QCOMPARE(regions.size(), size_t{5});
        for (const Region& region : regions) {
            QCOMPARE(region.spots, 1);
            QCOMPARE(region.fullres.outer.size(), size_t{4});
            QVERIFY(near(region.areaPx2, pitch * pitch));
        }
        // Equal areas: from top to bottom, then from left to right.
        QCOMPARE(regions[0].name, std::string("CTR 1"));
        QCOMPARE(regions[0].fullres.outer[0], (Point{4950, 6950}));
        QCOMPARE(regions[1].fullres.outer[0], (Point{5150, 6950}));
        QCOMPARE(regions[4].fullres.outer[0], (Point{5250, 7350}));
    }

    void cellsOfNoArrayAreTheNearestPlaces()
    {
        SpatialSection section = makeSection({.rows = 5, .columns = 5});
        section.lattice = SpotLattice::irregular;
        const std::vector<Ring> cells = spotCells(section);
        Ring middle = cells[12]; // its neighbours leave the square that an array would give it
        QCOMPARE(middle.size(), size_t{4});
        std::sort(middle.begin(), middle.end(), [](Point a, Point b) { return std::pair(a.y, a.x) < std::pair(b.y, b.x); });
        QCOMPARE(middle, (Ring{{5150, 7150}, {5250, 7150}, {5150, 7250}, {5250, 7250}}));
        QCOMPARE(spotCell(section, 12), cells[12]);
        const auto all = regionsOfAll(section);
        QCOMPARE(all.size(), size_t{1});
        QVERIFY(all[0].fullres.holes.empty());
        QVERIFY(all[0].areaPx2 > 25 * pitch * pitch); // at the edge they go a little further
        section.spots.erase(section.spots.begin() + 12);
        QVERIFY(regionsOfAll(section)[0].areaPx2 < all[0].areaPx2 + 1.0); // what the missing one had goes to those around it
    }

    void cellsOfNoArrayDoNotOverlap()
    {
        SpatialSection section = makeSection({.rows = 40, .columns = 40, .jitter = 0.45});
        section.lattice = SpotLattice::irregular;
        double sum = 0.0;
        for (const Ring& ring : spotCells(section)) {
            for (size_t k = 0; k < ring.size(); ++k) {
                const Point a = ring[k];
                const Point b = ring[(k + 1) % ring.size()];
                sum += ((a.x - 5000) * (b.y - 7000) - (a.y - 7000) * (b.x - 5000)) / 2;
            }
        }
        double united = 0.0;
        for (const Region& region : regionsOfAll(section))
            united += region.areaPx2;
        QVERIFY2(near(united, sum, 1e-4), qPrintable(QString::number(united / sum, 'g', 9)));
    }

    void farCellsOfNoArrayStayApart()
    {
        SpatialSection section = makeSection({.rows = 3, .columns = 3});
        section.lattice = SpotLattice::irregular;
        const size_t near = section.spots.size();
        for (size_t s = 0; s < near; ++s) {
            section.spots.push_back(section.spots[s]);
            section.spots.back().fullres.x += 10 * pitch;
        }
        section.spots.push_back(section.spots.front()); // at the same place
        const std::vector<Ring> cells = spotCells(section);
        QCOMPARE(cells.back(), cells.front());
        QCOMPARE(regionsOfAll(section).size(), size_t{2});
        section.spotPitchFullresPx = 0.0;
        QVERIFY(errorOf([&] { spotCells(section); }).find("The size of the spots is not known") != std::string::npos);
    }

    void cornersAloneDoNotJoin()
    {
        const SpatialSection section = makeSection({.rows = 2, .columns = 2});
        QCOMPARE(regionsOfClasses(section, {1, 0, 0, 1}).size(), size_t{2});
    }

    void aBlockOfFourSquaresHasFourPitchesSquared()
    {
        SpatialSection section = makeSection({.rows = 3, .columns = 4});
        section.mpp = 0.5;
        const auto regions = regionsOfClasses(section, classesAt(section, {"0x0", "1x0", "0x1", "1x1"}));
        QCOMPARE(regions.size(), size_t{1});
        QVERIFY(near(regions[0].areaPx2, 4 * pitch * pitch));
        QVERIFY(near(regions[0].areaUm2.value_or(0), 4 * pitch * pitch * 0.25));
        QVERIFY(regions[0].fullres.holes.empty());
    }

    void aRingKeepsItsHole()
    {
        const SpatialSection section = makeSection({.rows = 3, .columns = 3});
        const auto regions = regionsOfClasses(section, {1, 1, 1, 1, 0, 1, 1, 1, 1});
        QCOMPARE(regions.size(), size_t{1});
        const Region& ring = regions[0];
        QCOMPARE(ring.spots, 8);
        QVERIFY(near(ring.areaPx2, 8 * pitch * pitch));
        QCOMPARE(ring.fullres.holes.size(), size_t{1});
        QVERIFY(near(shoelace(ring.fullres.outer), 9 * pitch * pitch)); // positive
        QVERIFY(near(shoelace(ring.fullres.holes[0]), -pitch * pitch)); // negative
        QVERIFY(isValid(ring.fullres));
        QVERIFY(!ring.areaUm2);
    }

    void aMissingSpotLeavesAHoleToo()
    {
        SpatialSection section = makeSection({.rows = 3, .columns = 3});
        section.spots.erase(section.spots.begin() + 4);
        QCOMPARE(regionsOfAll(section).front().fullres.holes.size(), size_t{1});
    }

    void cellsFollowTheTurnedLattice_data()
    {
        QTest::addColumn<bool>("hexagonal");
        QTest::addColumn<double>("angle");
        QTest::addColumn<bool>("arrayCoordinates");
        for (const bool hexagonal : {true, false}) {
            for (const double degrees : {0.0, 7.0, 30.0, 45.0, 90.0, 171.0}) {
                for (const bool array : {true, false}) {
                    QTest::addRow("%s %g° %s", hexagonal ? "hexagonal" : "square", degrees, array ? "array" : "neighbours")
                        << hexagonal << degrees << array;
                }
            }
        }
    }

    void cellsFollowTheTurnedLattice()
    {
        QFETCH(bool, hexagonal);
        QFETCH(double, angle);
        QFETCH(bool, arrayCoordinates);
        const SpatialSection section = makeSection({.lattice = hexagonal ? SpotLattice::hexagonal : SpotLattice::square,
                                                    .rows = 8,
                                                    .columns = 9,
                                                    .angle = angle * M_PI / 180,
                                                    .withArrayCoordinates = arrayCoordinates});
        const double cellArea = hexagonal ? hexagonArea : pitch * pitch;
        const Ring cell = spotCell(section, 30);
        QCOMPARE(cell.size(), hexagonal ? size_t{6} : size_t{4});
        QVERIFY(near(std::abs(shoelace(cell)), cellArea));
        // Corners at the circumradius, the first neighbour across an edge: half a pitch from the centre to each edge.
        for (size_t k = 0; k < cell.size(); ++k) {
            const Point a = cell[k];
            const Point b = cell[(k + 1) % cell.size()];
            const Point centre = section.spots[30].fullres.plain();
            QVERIFY(near(std::hypot((a.x + b.x) / 2 - centre.x, (a.y + b.y) / 2 - centre.y), pitch / 2));
        }
        const auto regions = regionsOfAll(section);
        QCOMPARE(regions.size(), size_t{1});
        QCOMPARE(regions[0].spots, 72);
        QVERIFY(regions[0].fullres.holes.empty());
        QVERIFY(near(regions[0].areaPx2, 72 * cellArea));
        QVERIFY(isValid(regions[0].fullres));
    }

    void aHexagonHasItsArea()
    {
        const SpatialSection section = makeSection({.lattice = SpotLattice::hexagonal, .rows = 5, .columns = 5});
        const auto one = regionsOfClasses(section, classesAt(section, {"2x2"}));
        QCOMPARE(one.size(), size_t{1});
        QVERIFY(near(one[0].areaPx2, hexagonArea));
        // The six round it: a ring with one hexagonal hole.
        const auto ring = regionsOfClasses(section, classesAt(section, {"1x2", "3x2", "1x1", "2x1", "1x3", "2x3"}));
        QCOMPARE(ring.size(), size_t{1});
        QVERIFY(near(ring[0].areaPx2, 6 * hexagonArea));
        QCOMPARE(ring[0].fullres.holes.size(), size_t{1});
        QVERIFY(near(-shoelace(ring[0].fullres.holes[0]), hexagonArea));
    }

    void crookedArraysAreCoveredWithoutSeams_data()
    {
        QTest::addColumn<bool>("hexagonal");
        QTest::addColumn<bool>("arrayCoordinates");
        QTest::newRow("hexagonal array") << true << true;
        QTest::newRow("hexagonal neighbours") << true << false;
        QTest::newRow("square array") << false << true;
        QTest::newRow("square neighbours") << false << false;
    }

    void crookedArraysAreCoveredWithoutSeams()
    {
        QFETCH(bool, hexagonal);
        QFETCH(bool, arrayCoordinates);
        const SpatialSection section = makeSection({.lattice = hexagonal ? SpotLattice::hexagonal : SpotLattice::square,
                                                    .rows = 20,
                                                    .columns = 20,
                                                    .angle = 0.1,
                                                    .jitter = 0.08,
                                                    .withArrayCoordinates = arrayCoordinates});
        const auto all = regionsOfAll(section);
        QCOMPARE(all.size(), size_t{1});
        QVERIFY(all[0].fullres.holes.empty());
        QVERIFY(near(all[0].areaPx2, 400 * (hexagonal ? hexagonArea : pitch * pitch), 0.01));
        // No two cells overlap: their areas add up to that of the whole.
        double sum = 0.0;
        for (const Ring& cell : spotCells(section))
            sum += std::abs(shoelace(cell));
        QVERIFY(near(sum, all[0].areaPx2, 1e-4));
        // Any choice of classes is a set of valid polygons without multi-parts, and counts every spot once.
        std::mt19937_64 random(11);
        for (const double share : {0.1, 0.3, 0.5, 0.7, 0.9}) {
            std::vector<int> classes;
            for (size_t s = 0; s < section.spots.size(); ++s)
                classes.push_back(std::bernoulli_distribution(share)(random) ? 1 : 0);
            int spots = 0;
            for (const Region& region : regionsOfClasses(section, classes)) {
                QVERIFY(isValid(region.fullres));
                spots += region.spots;
            }
            QCOMPARE(spots, static_cast<int>(std::count(classes.begin(), classes.end(), 1)));
        }
    }

    void aSpotFarFromItsPlaceStillHasACell()
    {
        SpatialSection section = makeSection({.rows = 6, .columns = 6});
        section.spots[14].fullres.x += 1.7 * pitch; // two cells away, over another spot
        const auto regions = regionsOfAll(section);
        int spots = 0;
        for (const Region& region : regions) {
            QVERIFY(isValid(region.fullres));
            spots += region.spots;
        }
        QCOMPARE(spots, 36);
        QVERIFY(std::abs(shoelace(spotCell(section, 14))) > 0.3 * pitch * pitch);
    }

    void fewSpotsTakeTheirSizeFromTheDiameter()
    {
        SpatialSection one;
        one.lattice = SpotLattice::hexagonal;
        one.spots.push_back({.barcode = "A", .fullres = {500, 600}});
        one.spotDiameterFullresPx = 55;
        auto regions = regionsOfAll(one);
        QCOMPARE(regions.size(), size_t{1});
        QVERIFY(near(regions[0].areaPx2, hexagonArea));
        QCOMPARE(regions[0].spots, 1);

        one.spotDiameterFullresPx = 0;
        one.mpp = 1.0;
        QVERIFY(near(regionsOfAll(one)[0].areaPx2, hexagonArea));
        QVERIFY(near(regionsOfAll(one)[0].areaUm2.value_or(0), hexagonArea));

        // Two spots of a square array, a thousand pixels apart: not one pitch.
        SpatialSection two;
        two.lattice = SpotLattice::square;
        two.spots = {{.barcode = "A", .fullres = {500, 600}}, {.barcode = "B", .fullres = {1500, 600}}};
        two.spotPitchFullresPx = 1000;
        two.spotDiameterFullresPx = 50;
        regions = regionsOfAll(two);
        QCOMPARE(regions.size(), size_t{2});
        QVERIFY(near(regions[0].areaPx2, pitch * pitch));
    }

    void spotsAtOnePlaceAreOneCell()
    {
        SpatialSection section;
        section.lattice = SpotLattice::square;
        section.spotDiameterFullresPx = 50;
        section.spots.assign(4, {.barcode = "A", .fullres = {500, 600}});
        const auto regions = regionsOfAll(section);
        QCOMPARE(regions.size(), size_t{1});
        QCOMPARE(regions[0].spots, 4);
        QVERIFY(near(regions[0].areaPx2, pitch * pitch));
    }

    void meansAreOverTheRegionsSpots()
    {
        const SpatialSection section = makeSection({.rows = 1, .columns = 4});
        const auto regions = regionsOf(section, {1, 1, 0, 1}, {0.2, 0.4, 0.9, 0.8}, {0.6, 0.8, 0.1, 0.5});
        QCOMPARE(regions.size(), size_t{2});
        QVERIFY(near(regions[0].meanScore, 0.3, 1e-12));
        QVERIFY(near(regions[0].meanProbability, 0.7, 1e-12));
        QVERIFY(near(regions[1].meanScore, 0.8, 1e-12));
    }

    void noneIsNone()
    {
        const SpatialSection section = makeSection({.rows = 3, .columns = 3});
        QVERIFY(regionsOfClasses(section, std::vector<int>(9, 0)).empty());
        QVERIFY(regionsOfClasses(SpatialSection(), {}).empty());
    }

    void coordinatesLieOnTheGrid()
    {
        const SpatialSection section =
            makeSection({.lattice = SpotLattice::hexagonal, .rows = 6, .columns = 6, .angle = 0.3, .jitter = 0.05});
        for (const Region& region : regionsOfAll(section)) {
            for (const Point p : region.fullres.outer) {
                QVERIFY(std::abs(p.x * 100 - std::round(p.x * 100)) < 1e-6);
                QVERIFY(std::abs(p.y * 100 - std::round(p.y * 100)) < 1e-6);
            }
        }
    }

    void aWholeSectionTakesLessThanASecond()
    {
        const SpatialSection section =
            makeSection({.lattice = SpotLattice::hexagonal, .rows = 78, .columns = 64, .angle = 0.02, .jitter = 0.03});
        std::vector<int> classes;
        std::mt19937_64 random(5);
        for (size_t s = 0; s < section.spots.size(); ++s)
            classes.push_back(std::bernoulli_distribution(0.6)(random) ? 1 : 0);
        QElapsedTimer timer;
        timer.start();
        const auto regions = regionsOfClasses(section, classes);
        qInfo("%zu spots, %zu regions: %lld ms", section.spots.size(), regions.size(), timer.elapsed());
        QVERIFY(timer.elapsed() < 1000);
        // The same again, byte for byte.
        const auto again = regionsOfClasses(section, classes);
        QCOMPARE(again.size(), regions.size());
        for (size_t k = 0; k < regions.size(); ++k)
            QCOMPARE(again[k].fullres.outer, regions[k].fullres.outer);
    }

    void wrongInputIsRefused()
    {
        SpatialSection section = makeSection({.rows = 2, .columns = 2});
        const std::vector<double> four(4, 0.5);
        QCOMPARE(errorOf([&] {
                     regionsOf(section, {1, 1}, four, four);
                 }),
                 std::string("The section has 4 spots, but there are 2 classes, 4 scores and 4 probabilities"));
        QCOMPARE(errorOf([&] { regionsOf(section, {1, 0, 2, 0}, four, four); }), std::string("The class 2 is neither 0 nor 1"));
        section.spots[1].fullres.x = std::nan("");
        QCOMPARE(errorOf([&] {
                     regionsOf(section, {1, 0, 0, 0}, four, four);
                 }),
                 std::string("The position of spot 1x0 is not a pixel of any image"));
        SpatialSection unknown;
        unknown.spots.push_back({.barcode = "A", .fullres = {5, 6}});
        QCOMPARE(
            errorOf([&] { regionsOf(unknown, {1}, {1}, {1}); }),
            std::string("The size of the spots is not known, so no region can be drawn (give the scale factors of the sample)"));
    }
};

QTEST_APPLESS_MAIN(TestRegion)
#include "test_region.moc"
