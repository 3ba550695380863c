#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <atomic>
#include <climits>
#include <thread>

using namespace spacrd;
using namespace spacrd::test;

namespace {

constexpr std::uint32_t white = 0xffffffff;

/// An even colour for every tile of 256 px, so that JPEG keeps it.
std::uint32_t tileColour(long long x, long long y)
{
    const auto column = static_cast<std::uint32_t>(x / 256);
    const auto row = static_cast<std::uint32_t>(y / 256);
    return (40 + 30 * column) << 16 | (60 + 20 * row) << 8 | 100;
}

bool near(std::uint32_t a, std::uint32_t b)
{
    return std::abs(red(a) - red(b)) <= 3 && std::abs(green(a) - green(b)) <= 3 && std::abs(blue(a) - blue(b)) <= 3;
}

void writeSlide(const std::filesystem::path& path, const std::string& more = {})
{
    writeTiledSlide(
        path, 1280, 1024, [](int x, int y) { return tileColour(x, y); }, more);
}

bool rightTile(const Image& image, long long x, long long y)
{
    return std::ranges::all_of(image.pixels,
                               [&](std::uint32_t pixel) { return (pixel >> 24) == 0xff && near(pixel, tileColour(x, y)); });
}

} // namespace

class TestSlideReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlaces();
    void readsLevelPixels();
    void readsUnevenLevels();
    void dropsLevelsThatWouldBeSheared();
    void whiteOutside_data();
    void whiteOutside();
    void refusesNonsense();
    void goesOnAfterADamagedTile();
    void goesOnInManyThreads();
    void saysWhenTheFileWasReplaced();
};

void TestSlideReading::readsPlaces()
{
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif");
    const auto slide = openSlide(folder / "slide.tif");
    const Image image = slide->readRegion(0, 200, 240, 100, 30);
    QCOMPARE(image.width, 100);
    QCOMPARE(image.height, 30);
    for (int y = 0; y < 30; ++y) {
        for (int x = 0; x < 100; ++x)
            QVERIFY(near(image.at(x, y), tileColour(200 + x, 240 + y)));
    }
}

void TestSlideReading::readsLevelPixels()
{
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif", "pyramid");
    const auto slide = openSlide(folder / "slide.tif");
    // Level 1: a tile's colour covers 128 px. Away from edges, which JPEG blurs.
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 5; ++column) {
            const Image image = slide->readRegion(1, column * 128 + 20, row * 128 + 20, 80, 80);
            QVERIFY(rightTile(image, column * 256, row * 256));
        }
    }
}

void TestSlideReading::readsUnevenLevels()
{
    // 1001 × 777: OpenSlide's downsamples are not whole numbers, so corners fall between its level-0 pixels.
    const TemporaryFolder folder;
    writeRgb(
        folder / "slide.tif", 1001, 777, [](int x, int) { return static_cast<std::uint32_t>(x / 4) << 16; },
        "compression=deflate,tile,tile-width=128,tile-height=128,pyramid");
    const auto slide = openSlide(folder / "slide.tif");
    QVERIFY(slide->info().levels.size() >= 3);
    QCOMPARE(slide->info().levels[2].width, 250LL);
    QCOMPARE(slide->info().levels[2].height, 194LL);
    const Image whole = slide->readRegion(2, 0, 0, 250, 194);
    QVERIFY(std::abs(red(whole.at(100, 50)) - 100) <= 1);
    QVERIFY(std::abs(red(whole.at(248, 190)) - 248) <= 1);
    for (const long long x : {1, 57, 128, 191, 230}) { // a part equals the same part of the whole, to the rounding
        const Image part = slide->readRegion(2, x, 100, 15, 10);
        for (int i = 0; i < 14; ++i)
            QVERIFY(std::abs(red(part.at(i, 5)) - red(whole.at(static_cast<int>(x) + i, 105))) <= 1);
    }
}

void TestSlideReading::dropsLevelsThatWouldBeSheared()
{
    const TemporaryFolder folder;
    const auto upright = [](int x, int) { return x < 100 ? 0xc80000U : 0x0000c8U; };
    for (const char* compression : {"deflate", "jpeg"}) {
        const std::string options = std::string("Q=95,tile,tile-width=256,tile-height=256,pyramid,compression=") + compression;
        writeRgb(folder / "slide.tif", 600, 900, upright, options);
        const auto slide = openSlide(folder / "slide.tif");
        for (int level = 0; level < static_cast<int>(slide->info().levels.size()); ++level) {
            const SlideLevel& of = slide->info().levels[static_cast<size_t>(level)];
            const Image image = slide->readRegion(level, 0, 0, static_cast<int>(of.width), static_cast<int>(of.height));
            for (int y = 0; y < image.height; ++y) {
                QVERIFY(red(image.at(5, y)) > 150);
                QVERIFY(blue(image.at(image.width - 5, y)) > 150);
            }
        }
    }
    writeRgb(folder / "narrow.tif", 100, 300, upright, "tile,tile-width=256,tile-height=256,compression=deflate");
    const std::string line = errorOf([&] {
        const Image image = openSlide(folder / "narrow.tif")->readRegion(0, 0, 0, 100, 300);
        QVERIFY(std::ranges::all_of(image.pixels, [](std::uint32_t pixel) { return pixel == 0xffc80000U; }));
    });
    if (line != "(nothing thrown)") // OpenSlide 4 reads it
        QVERIFY2(line.starts_with("This TIFF is narrower than its tiles, and OpenSlide 3 reads such pixels in a wrong order — "),
                 line.c_str());
}

void TestSlideReading::whiteOutside_data()
{
    QTest::addColumn<qint64>("x");
    QTest::addColumn<qint64>("y");
    QTest::newRow("left") << qint64(-30) << qint64(50);
    QTest::newRow("above") << qint64(50) << qint64(-30);
    QTest::newRow("right") << qint64(1280 - 20) << qint64(50);
    QTest::newRow("below") << qint64(50) << qint64(1024 - 20);
    QTest::newRow("corner") << qint64(-10) << qint64(-10);
    QTest::newRow("far corner") << qint64(1260) << qint64(1000);
    QTest::newRow("far away") << qint64(1000000) << qint64(-1000000);
    QTest::newRow("at the end of numbers") << qint64(LLONG_MAX) << qint64(LLONG_MIN);
}

void TestSlideReading::whiteOutside()
{
    QFETCH(qint64, x);
    QFETCH(qint64, y);
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif");
    const Image image = openSlide(folder / "slide.tif")->readRegion(0, x, y, 60, 60);
    for (int j = 0; j < 60; ++j) {
        for (int i = 0; i < 60; ++i) {
            const bool inside = x > -100 && x < 1280 - i && x >= -i && y > -100 && y < 1024 - j && y >= -j;
            if (inside)
                QVERIFY(near(image.at(i, j), tileColour(x + i, y + j)));
            else
                QCOMPARE(image.at(i, j), white);
        }
    }
}

void TestSlideReading::refusesNonsense()
{
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif");
    const auto slide = openSlide(folder / "slide.tif");
    QVERIFY(errorOf([&] { slide->readRegion(7, 0, 0, 10, 10); }).starts_with("The slide has no level 7 — "));
    QVERIFY(errorOf([&] { slide->readRegion(-1, 0, 0, 10, 10); }).starts_with("The slide has no level -1 — "));
    QVERIFY(errorOf([&] { slide->readRegion(0, 0, 0, INT_MAX, INT_MAX); }).find("is too large to be read at once — ")
            != std::string::npos);
    QVERIFY(slide->readRegion(0, 0, 0, 0, 10).empty());
    QVERIFY(errorOf([&] { slide->readAssociated("label"); }).starts_with("The slide holds no image named label — "));
}

void TestSlideReading::goesOnAfterADamagedTile()
{
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif");
    QVERIFY(spoilJpeg(folder / "slide.tif", 7)); // row by row, five a row: column 2, row 1
    const auto slide = openSlide(folder / "slide.tif");
    QVERIFY(rightTile(slide->readRegion(0, 256, 256, 256, 256), 256, 256));
    for (int i = 0; i < 3; ++i) {
        const std::string line = errorOf([&] { slide->readRegion(0, 512, 256, 100, 100); });
        QVERIFY2(line.starts_with("A part of the slide cannot be read: "), line.c_str());
        QVERIFY2(line.find("slide.tif") != std::string::npos, line.c_str());
        QVERIFY(rightTile(slide->readRegion(0, 768, 256, 256, 256), 768, 256));
        QVERIFY(rightTile(slide->readRegion(0, 0, 0, 256, 256), 0, 0));
    }
}

void TestSlideReading::goesOnInManyThreads()
{
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif");
    QVERIFY(spoilJpeg(folder / "slide.tif", 7));
    const auto slide = openSlide(folder / "slide.tif");
    std::atomic<int> wrong{0};
    std::atomic<int> thrown{0};
    std::atomic<int> read{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 6; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 60; ++i) {
                    const int tile = (i * 7 + t * 3) % 20;
                    const long long x = tile % 5 * 256;
                    const long long y = tile / 5 * 256;
                    try {
                        if (!rightTile(slide->readRegion(0, x, y, 256, 256), x, y) || tile == 7)
                            ++wrong;
                        ++read;
                    } catch (const std::exception&) {
                        if (tile != 7)
                            ++wrong;
                        ++thrown;
                    }
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(thrown.load(), 18); // one of twenty tiles
    QCOMPARE(read.load(), 342);
}

void TestSlideReading::saysWhenTheFileWasReplaced()
{
    const TemporaryFolder folder;
    writeSlide(folder / "slide.tif");
    QVERIFY(spoilJpeg(folder / "slide.tif", 0));
    const auto slide = openSlide(folder / "slide.tif");
    std::filesystem::rename(folder / "slide.tif", folder / "old.tif");
    QVERIFY(errorOf([&] { slide->readRegion(0, 0, 0, 9, 9); }).starts_with("There is no such file — "));
    writeTiledSlide(folder / "slide.tif", 300, 300, [](int, int) { return 0U; });
    QVERIFY(
        errorOf([&] { slide->readRegion(0, 0, 0, 9, 9); }).starts_with("The slide's file has changed since it was opened — "));
}

QTEST_APPLESS_MAIN(TestSlideReading)
#include "test_slide_reading.moc"
