#include "widgets/layers/spotraster.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace spacrd;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

ColourMap greys()
{
    ColourMap map{QStringLiteral("greys"), {}, {}};
    for (int i = 0; i < 256; ++i)
        map.entries.push_back(qRgb(i, i, i));
    return map;
}

std::vector<QPointF> scattered(size_t count, double side)
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0.0, side);
    std::vector<QPointF> points;
    for (size_t i = 0; i < count; ++i) {
        const double x = place(random);
        points.emplace_back(x, place(random));
    }
    return points;
}

} // namespace

class TestSpotRaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreFoundByWhereTheyAre()
    {
        const std::vector<QPointF> points = scattered(5000, 1000.0);
        const SpotPlaces places(points, 3.0);
        QCOMPARE(places.size(), points.size());
        std::vector<float> numbers;
        for (size_t i = 0; i < points.size(); ++i)
            numbers.push_back(static_cast<float>(i));
        const std::vector<float> spotAt = places.inPlaceOrder(numbers);
        for (const QRectF& rect : {QRectF(100, 200, 50, 80), QRectF(-50, -50, 60, 60), QRectF(990, 0, 500, 2000),
                                   QRectF(-10, -10, 2000, 2000), QRectF(2000, 2000, 5, 5)}) {
            std::vector<bool> found(points.size());
            size_t told = 0;
            places.forEachIn(rect, [&](size_t place, double x, double y) {
                ++told;
                const auto spot = static_cast<size_t>(spotAt[place]);
                found[spot] = true;
                QVERIFY(std::hypot(x - points[spot].x(), y - points[spot].y()) < 1e-3);
            });
            QCOMPARE(told, places.countIn(rect));
            for (size_t i = 0; i < points.size(); ++i)
                QVERIFY(!rect.contains(points[i]) || found[i]);
            QVERIFY(told < points.size() || rect.width() > 1000);
        }
        QVERIFY(std::hypot(places.centreLevel0(17).x() - points[17].x(), places.centreLevel0(17).y() - points[17].y()) < 1e-3);
    }

    void noneAndOneAreNoTrouble()
    {
        const SpotPlaces none(std::vector<QPointF>{}, 5.0);
        none.forEachIn({0, 0, 10, 10}, [](size_t, double, double) { QFAIL("there is none"); });
        const SpotPlaces one({QPointF(5, 6)}, 5.0);
        QCOMPARE(one.countIn({0, 0, 10, 10}), size_t{1});
    }

    void aPixelIsTheMeanOrMaximumOfItsSpots_data()
    {
        QTest::addColumn<bool>("mean");
        QTest::addColumn<QTransform>("map");
        QTest::newRow("mean") << true << QTransform(0.1, 0, 0, 0.1, -7.3, 2.1);
        QTest::newRow("maximum") << false << QTransform(0.1, 0, 0, 0.1, -7.3, 2.1);
        QTest::newRow("mean, turned") << true << QTransform(0.08, 0.06, -0.06, 0.08, 40, 1);
    }
    void aPixelIsTheMeanOrMaximumOfItsSpots()
    {
        QFETCH(bool, mean);
        QFETCH(QTransform, map);
        const std::vector<QPointF> points = scattered(20000, 1000.0);
        const SpotPlaces places(points, 3.0);
        std::vector<float> values;
        for (size_t i = 0; i < points.size(); ++i)
            values.push_back(i % 13 == 0 ? notANumber : static_cast<float>(i * 7 % 256));
        QImage image(90, 110, QImage::Format_ARGB32_Premultiplied);
        SpotRaster raster;
        const Aggregate aggregate = mean ? Aggregate::mean : Aggregate::maximum;
        for (int again = 0; again < 2; ++again) // what was kept of the last frame does not show
            raster.paintPixels(image, map, places, places.inPlaceOrder(values), aggregate, ValueColours(greys(), {0.0, 255.0}));
        struct Sum
        {
            double sum = 0.0;
            float highest = 0.0F;
            int count = 0;
        };
        std::map<std::pair<int, int>, Sum> expected;
        for (size_t i = 0; i < points.size(); ++i) {
            // As the places keep them, so that a spot on the border of a pixel falls to the same side.
            const QPointF at = map.map(places.centreLevel0(i));
            Sum& sum = expected[{static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y()))}];
            if (std::isnan(values[i]))
                continue;
            sum.sum += double{values[i]};
            sum.highest = std::max(sum.highest, values[i]);
            ++sum.count;
        }
        int shown = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const auto found = expected.find({x, y});
                if (found == expected.end()) {
                    QCOMPARE(image.pixel(x, y), QRgb(0));
                    continue;
                }
                const Sum& sum = found->second;
                if (sum.count == 0) {
                    QVERIFY(qAlpha(image.pixel(x, y)) > 0);
                    continue;
                }
                ++shown;
                const double value = mean ? sum.sum / sum.count : double{sum.highest};
                QVERIFY(std::abs(qRed(image.pixel(x, y)) - value) <= 0.5 + 1e-3);
            }
        }
        QVERIFY(shown > 3000);
    }

    void spritesAreWithinHalfAPixelOfTheirSpots_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<QTransform>("map");
        QTest::newRow("odd") << 5 << QTransform(0.37, 0, 0, 0.37, 3.3, 1.9);
        QTest::newRow("even") << 6 << QTransform(0.37, 0, 0, 0.37, 3.3, 1.9);
        QTest::newRow("mirrored") << 4 << QTransform(-0.5, 0, 0, 0.5, 180, -2);
        QTest::newRow("turned") << 7 << QTransform(0.3, 0.3, -0.3, 0.3, 90, 4);
    }
    void spritesAreWithinHalfAPixelOfTheirSpots()
    {
        QFETCH(int, side);
        QFETCH(QTransform, map);
        QImage sprite(side, side, QImage::Format_ARGB32_Premultiplied);
        sprite.fill(Qt::black);
        int shown = 0;
        for (const QPointF& at : scattered(60, 300.0)) {
            QImage image(190, 130, QImage::Format_ARGB32_Premultiplied);
            const SpotPlaces one({at}, 3.0);
            paintSprites(image, map, one, sprite);
            const QPointF device = map.map(at);
            if (!QRectF(image.rect()).adjusted(10, 10, -10, -10).contains(device))
                continue;
            double sumX = 0.0;
            double sumY = 0.0;
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (qAlpha(image.pixel(x, y)) == 0)
                        continue;
                    sumX += x + 0.5;
                    sumY += y + 0.5;
                    ++count;
                }
            }
            ++shown;
            QCOMPARE(count, side * side);
            QVERIFY(std::abs(sumX / count - device.x()) <= 0.5 + 1e-3);
            QVERIFY(std::abs(sumY / count - device.y()) <= 0.5 + 1e-3);
        }
        QVERIFY(shown > 5);
    }

    void discsAreRoundAndAsLargeAsTheyAre_data()
    {
        QTest::addColumn<int>("diameter");
        QTest::addColumn<bool>("rimmed");
        for (const int diameter : {1, 2, 3, 6, 7, 20, 21, 100, 301})
            QTest::addRow("%d", diameter) << diameter << (diameter >= 7);
    }
    void discsAreRoundAndAsLargeAsTheyAre()
    {
        QFETCH(int, diameter);
        QFETCH(bool, rimmed);
        const DiscShape shape(diameter, rimmed);
        const int side = diameter + 8;
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        const SpotPlaces one({QPointF(side / 2.0, side / 2.0)}, diameter);
        const std::vector<float> values{200.0F};
        paintDiscs(image, QTransform(), one, shape, values, ValueColours(greys(), {0.0, 255.0}));
        double area = 0.0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const double alpha = qAlpha(image.pixel(x, y)) / 255.0;
                const double distance = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0);
                area += alpha;
                QVERIFY(distance < diameter / 2.0 + 0.51 || alpha == 0.0);
                QVERIFY(distance > diameter / 2.0 - 0.51 || alpha == 1.0);
                if (distance < diameter / 2.0 - 1.6)
                    QCOMPARE(image.pixel(x, y), qRgb(200, 200, 200));
                QCOMPARE(image.pixel(x, y), image.pixel(side - 1 - x, y));
                QCOMPARE(image.pixel(x, y), image.pixel(x, side - 1 - y));
            }
        }
        const double expected = M_PI * diameter * diameter / 4.0;
        QVERIFY(std::abs(area - expected) <= (rimmed ? 0.08 : 0.02) * expected + 0.6);
    }

    void discsThatReachOverTheEdgeAreCut()
    {
        const DiscShape shape(9, true);
        const SpotPlaces four({QPointF(0, 0), QPointF(30, 0), QPointF(0, 20), QPointF(30, 20)}, 9);
        const std::vector<float> values{10.0F, notANumber, 100.0F, 250.0F};
        QImage image(30, 20, QImage::Format_ARGB32_Premultiplied);
        paintDiscs(image, QTransform(), four, shape, four.inPlaceOrder(values), ValueColours(greys(), {0.0, 255.0}));
        QCOMPARE(image.pixel(0, 0), qRgb(10, 10, 10));
        QCOMPARE(image.pixel(0, 19), qRgb(100, 100, 100));
        QCOMPARE(image.pixel(29, 19), qRgb(250, 250, 250));
        QVERIFY(qAlpha(image.pixel(29, 0)) > 0);
        QCOMPARE(qAlpha(image.pixel(15, 10)), 0);
    }

    void spritesBlendAsQtDoes()
    {
        QImage sprite(3, 3, QImage::Format_ARGB32_Premultiplied);
        sprite.fill(QColor(200, 40, 90, 120));
        const SpotPlaces two({QPointF(5.5, 5.5), QPointF(6.5, 5.5)}, 3.0);
        QImage image(12, 12, QImage::Format_ARGB32_Premultiplied);
        paintSprites(image, QTransform(), two, sprite);
        QImage expected(12, 12, QImage::Format_ARGB32_Premultiplied);
        expected.fill(Qt::transparent);
        QPainter painter(&expected);
        painter.drawImage(4, 4, sprite);
        painter.drawImage(5, 4, sprite);
        painter.end();
        for (int y = 0; y < 12; ++y) {
            for (int x = 0; x < 12; ++x) {
                const QRgb got = reinterpret_cast<const QRgb*>(image.constScanLine(y))[x];
                const QRgb want = reinterpret_cast<const QRgb*>(expected.constScanLine(y))[x];
                for (const int shift : {0, 8, 16, 24})
                    QVERIFY(std::abs(static_cast<int>(got >> shift & 0xff) - static_cast<int>(want >> shift & 0xff)) <= 1);
            }
        }
    }
};

QTEST_MAIN(TestSpotRaster)
#include "test_spotraster.moc"
