#include "core/slide/slide.h"
#include "tests/slide/paintedslide.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <cmath>

using namespace spacrd;
using spacrd::test::PaintedSlide;

namespace {

std::uint32_t noise(long long x, long long y)
{
    auto bits = static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(y) * 0xc2b2ae3d27d4eb4fULL;
    bits ^= bits >> 31;
    bits *= 0x94d049bb133111ebULL;
    return static_cast<std::uint32_t>(bits >> 40);
}

/// The mean over the rectangle, pixel by pixel, from level 0.
std::array<double, 3> meanOf(const PaintedSlide& slide, const Rect& rect)
{
    std::array<double, 3> sums{};
    const auto down = [](double value) { return static_cast<long long>(std::floor(value)); };
    for (long long y = down(rect.y); y <= down(rect.bottom()); ++y) {
        for (long long x = down(rect.x); x <= down(rect.right()); ++x) {
            const std::uint32_t pixel = slide.readRegion(0, x, y, 1, 1).at(0, 0);
            const double fx = static_cast<double>(x);
            const double fy = static_cast<double>(y);
            const double area = std::max(std::min(fx + 1, rect.right()) - std::max(fx, rect.x), 0.0)
                                * std::max(std::min(fy + 1, rect.bottom()) - std::max(fy, rect.y), 0.0)
                                / (rect.width * rect.height);
            sums[0] += area * red(pixel);
            sums[1] += area * green(pixel);
            sums[2] += area * blue(pixel);
        }
    }
    return sums;
}

} // namespace

class TestSlideScaled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheLevel();
    void isTheMeanOfTheArea_data();
    void isTheMeanOfTheArea();
    void copiesAtScaleOne();
    void readsTheCoarsestLevelThatIsFineEnough();
    void readsHugePartsInBlocks();
    void whiteOutside();
    void refusesEmptyParts();
};

void TestSlideScaled::choosesTheLevel()
{
    SlideInfo info;
    info.levels = {{1000, 1000, 1.0}, {250, 250, 4.0}, {62, 62, 16.2}};
    QCOMPARE(bestLevelFor(info, 0.1), 0);
    QCOMPARE(bestLevelFor(info, 3.9), 0);
    QCOMPARE(bestLevelFor(info, 4.0), 1);
    QCOMPARE(bestLevelFor(info, 3 * (4.0 / 3)), 1);
    QCOMPARE(bestLevelFor(info, 16.0), 1);
    QCOMPARE(bestLevelFor(info, 16.3), 2);
    QCOMPARE(bestLevelFor(info, 1e9), 2);
}

void TestSlideScaled::isTheMeanOfTheArea_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addColumn<int>("outWidth");
    QTest::addColumn<int>("outHeight");
    QTest::newRow("by two") << 10.0 << 20.0 << 40.0 << 40.0 << 20 << 20;
    QTest::newRow("odd factor") << 3.0 << 5.0 << 50.0 << 37.0 << 7 << 6;
    QTest::newRow("between pixels") << 3.3 << 5.7 << 41.9 << 33.3 << 11 << 13;
    QTest::newRow("larger than life") << 7.25 << 8.5 << 6.5 << 4.25 << 31 << 22;
    QTest::newRow("wide and flat") << 2.0 << 9.0 << 90.0 << 3.0 << 9 << 12;
    QTest::newRow("over the corner") << -13.5 << -4.2 << 50.0 << 50.0 << 10 << 10;
    QTest::newRow("over the far corner") << 80.0 << 60.0 << 50.0 << 50.0 << 9 << 11;
    QTest::newRow("all and more") << -10.0 << -10.0 << 140.0 << 120.0 << 5 << 4;
    QTest::newRow("one pixel") << 0.0 << 0.0 << 100.0 << 80.0 << 1 << 1;
}

void TestSlideScaled::isTheMeanOfTheArea()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, width);
    QFETCH(double, height);
    QFETCH(int, outWidth);
    QFETCH(int, outHeight);
    const PaintedSlide slide(100, 80, {1.0}, [](int, long long px, long long py) { return noise(px, py); });
    const Image image = readScaled(slide, {x, y, width, height}, outWidth, outHeight);
    QCOMPARE(image.width, outWidth);
    QCOMPARE(image.height, outHeight);
    QCOMPARE(image.pixels.size(), static_cast<size_t>(outWidth * outHeight));
    const double stepX = width / outWidth;
    const double stepY = height / outHeight;
    for (int j = 0; j < outHeight; ++j) {
        for (int i = 0; i < outWidth; ++i) {
            const auto mean = meanOf(slide, {x + i * stepX, y + j * stepY, stepX, stepY});
            const std::uint32_t pixel = image.at(i, j);
            QCOMPARE(pixel >> 24, 0xffU);
            const double worst =
                std::max({std::abs(red(pixel) - mean[0]), std::abs(green(pixel) - mean[1]), std::abs(blue(pixel) - mean[2])});
            QVERIFY2(worst <= 0.5001, qPrintable(QString::fromLatin1("%1,%2 is off by %3").arg(i).arg(j).arg(worst)));
        }
    }
}

void TestSlideScaled::copiesAtScaleOne()
{
    const PaintedSlide slide(3000, 40, {1.0}, [](int, long long x, long long y) { return noise(x, y); });
    const Image image = readScaled(slide, {5, 3, 2900, 30}, 2900, 30);
    QVERIFY(image.pixels == slide.readRegion(0, 5, 3, 2900, 30).pixels);
}

void TestSlideScaled::readsTheCoarsestLevelThatIsFineEnough()
{
    // Levels differ in colour, so the colour tells which was read.
    const PaintedSlide slide(800, 800, {1.0, 4.0, 16.0},
                             [](int level, long long, long long) { return static_cast<std::uint32_t>(level + 1); });
    QCOMPARE(readScaled(slide, {0, 0, 800, 800}, 400, 400).at(7, 7), 0xff000001U);
    QCOMPARE(readScaled(slide, {0, 0, 800, 800}, 200, 200).at(7, 7), 0xff000002U);
    QCOMPARE(readScaled(slide, {0, 0, 800, 800}, 60, 60).at(7, 7), 0xff000002U);
    QCOMPARE(readScaled(slide, {0, 0, 800, 800}, 50, 50).at(7, 7), 0xff000003U);
    QCOMPARE(readScaled(slide, {0, 0, 800, 800}, 400, 5).at(7, 3), 0xff000001U); // the finer direction counts
}

void TestSlideScaled::readsHugePartsInBlocks()
{
    const PaintedSlide slide(9000, 3000, {1.0}, [](int, long long x, long long) { return x < 4500 ? 0x000000U : 0xc80000U; });
    const Image image = readScaled(slide, {0, 0, 9000, 3000}, 3, 1);
    QVERIFY(slide.largestRead <= 1024 * 1024);
    QCOMPARE(slide.pixelsRead.load(), 9000LL * 3000); // each pixel once
    QCOMPARE(image.at(0, 0), 0xff000000U);
    QCOMPARE(image.at(1, 0), 0xff640000U); // half of 200
    QCOMPARE(image.at(2, 0), 0xffc80000U);
}

void TestSlideScaled::whiteOutside()
{
    const PaintedSlide slide(100, 100, {1.0}, [](int, long long, long long) { return 0x102030U; });
    const Image far = readScaled(slide, {1e9, -1e9, 50, 50}, 5, 5);
    QVERIFY(std::ranges::all_of(far.pixels, [](std::uint32_t pixel) { return pixel == 0xffffffffU; }));
    QCOMPARE(slide.pixelsRead.load(), 0LL);
    const Image border = readScaled(slide, {-10, 0, 20, 10}, 2, 1);
    QCOMPARE(border.at(0, 0), 0xffffffffU);
    QCOMPARE(border.at(1, 0), 0xff102030U);
}

void TestSlideScaled::refusesEmptyParts()
{
    const PaintedSlide slide(100, 100, {1.0}, [](int, long long, long long) { return 0U; });
    const double nan = std::nan("");
    for (const Rect& rect : {Rect{0, 0, 0, 10}, Rect{0, 0, 10, -1}, Rect{nan, 0, 10, 10}, Rect{0, 0, INFINITY, 10}})
        QVERIFY(
            test::errorOf([&] { readScaled(slide, rect, 10, 10); }).starts_with("The part of the slide to be read is empty ("));
    QVERIFY(test::errorOf([&] {
                readScaled(slide, {0, 0, 10, 10}, 0, 10);
            }).starts_with("The part of the slide to be read is empty ("));
    QVERIFY(test::errorOf([&] {
                readScaled(slide, {0, 0, 10, 10}, 100000, 100000);
            }).starts_with("A picture of 100000 × 100000 pixels is too large ("));
}

QTEST_APPLESS_MAIN(TestSlideScaled)
#include "test_slide_scaled.moc"
