#include "core/slide/pyramid.h"
#include "core/slide/tilecache.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace spacrd;

namespace {

SlideInfo twoLevels()
{
    SlideInfo info;
    info.levels = {{1300, 512, 1.0}, {325, 128, 4.0}};
    return info;
}

std::shared_ptr<const Image> tile(int width, int height)
{
    auto image = std::make_shared<Image>();
    image->width = width;
    image->height = height;
    image->pixels.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 0xff808080);
    return image;
}

/// Room for `count` tiles of 10 × 10.
size_t roomFor(size_t count)
{
    return count * (sizeof(Image) + 400);
}

} // namespace

class TestSlideTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTiles();
    void placesTiles();
    void findsTilesNearestFirst();
    void findsNoTilesOutside();
    void survivesAbsurdViews();
    void keepsTheLatelyUsed();
    void keepsLessWhenItIsTold();
    void keepsThePinnedLevel();
    void limitsThePinnedLevel();
    void replacesAndClears();
    void isThreadSafe();
};

void TestSlideTiles::countsTiles()
{
    const SlideInfo info = twoLevels();
    QCOMPARE(tileColumns(info.levels[0]), 3); // 512 + 512 + 276
    QCOMPARE(tileRows(info.levels[0]), 1);
    QCOMPARE(tileColumns(info.levels[1]), 1);
    QCOMPARE(tileColumns({513, 1, 1.0}), 2);
}

void TestSlideTiles::placesTiles()
{
    const SlideInfo info = twoLevels();
    QVERIFY((tileLevelRect(info, {0, 2, 0}) == Rect{1024, 0, 276, 512}));
    QVERIFY((tileLevelRect(info, {1, 0, 0}) == Rect{0, 0, 325, 128}));
    QVERIFY((tileLevel0Rect(info, {1, 0, 0}) == Rect{0, 0, 1300, 512}));
    QCOMPARE(tileLevelRect(info, {0, 3, 0}).width, 0.0);
}

void TestSlideTiles::findsTilesNearestFirst()
{
    SlideInfo info;
    info.levels = {{5120, 5120, 1.0}};
    const std::vector<TileKey> tiles =
        tilesFromCentre(info, 0, {600, 600, 2000, 2000}); // columns 1…5, rows 1…5; centre in tile 3,3
    QCOMPARE(tiles.size(), size_t(25));
    QVERIFY((tiles.front() == TileKey{0, 3, 3} || tiles.front() == TileKey{0, 2, 2}));
    double last = 0;
    for (const TileKey& key : tiles) {
        const Point centre = tileLevel0Rect(info, key).centre();
        const double distance = std::hypot(centre.x - 1600, centre.y - 1600);
        QVERIFY(distance >= last);
        last = distance;
        QVERIFY(key.column >= 1 && key.column <= 5 && key.row >= 1 && key.row <= 5);
    }
    QCOMPARE(tilesIn(info, 0, {512, 512, 512, 512}).size(), size_t(1)); // exactly a tile, and no neighbour
}

void TestSlideTiles::findsNoTilesOutside()
{
    const SlideInfo info = twoLevels();
    QVERIFY(tilesIn(info, 0, {-500, 0, 400, 100}).empty());
    QVERIFY(tilesIn(info, 0, {1400, 0, 400, 100}).empty());
    QVERIFY(tilesIn(info, 0, {0, 0, 0, 0}).empty());
    QCOMPARE(tilesIn(info, 0, {-100, -100, 200, 200}).size(), size_t(1));
    QCOMPARE(tilesIn(info, 1, {1200, 0, 5000, 5000}).size(), size_t(1));
}

void TestSlideTiles::survivesAbsurdViews()
{
    const SlideInfo info = twoLevels();
    const double nan = std::nan("");
    QVERIFY(tilesIn(info, 0, {nan, nan, nan, nan}).empty());
    QCOMPARE(tilesIn(info, 0, {-1e300, -1e300, 2e300, 2e300}).size(), size_t(3));
    QVERIFY(tilesIn(info, 0, {1e300, 1e300, 10, 10}).empty());
}

void TestSlideTiles::keepsTheLatelyUsed()
{
    TileCache cache(roomFor(4), 9);
    cache.insert({0, 0, 0}, tile(10, 10));
    cache.insert({0, 1, 0}, tile(10, 10));
    cache.insert({0, 2, 0}, tile(10, 10));
    cache.insert({0, 3, 0}, tile(10, 10));
    QVERIFY(cache.find({0, 0, 0}));
    cache.insert({0, 4, 0}, tile(10, 10));
    QVERIFY(cache.find({0, 0, 0}));
    QVERIFY(!cache.find({0, 1, 0}));
    QVERIFY(cache.find({0, 4, 0}));
    QCOMPARE(cache.bytes(), roomFor(4));
}

void TestSlideTiles::keepsLessWhenItIsTold()
{
    TileCache cache(roomFor(10), 1);
    for (int i = 0; i < 3; ++i)
        cache.insert({1, i, 0}, tile(10, 10)); // pinned
    for (int i = 0; i < 7; ++i)
        cache.insert({0, i, 0}, tile(10, 10));
    cache.setCapacity(roomFor(4));
    QCOMPARE(cache.bytes(), roomFor(4));
    QVERIFY(!cache.find({1, 0, 0}) && cache.find({1, 1, 0}) && cache.find({1, 2, 0})); // half of it at most
    QVERIFY(!cache.find({0, 4, 0}) && cache.find({0, 5, 0}) && cache.find({0, 6, 0}));
    cache.setCapacity(roomFor(5));
    cache.insert({0, 7, 0}, tile(10, 10));
    QCOMPARE(cache.bytes(), roomFor(5));
}

void TestSlideTiles::keepsThePinnedLevel()
{
    TileCache cache(roomFor(4), 2);
    cache.insert({2, 0, 0}, tile(10, 10));
    for (int i = 0; i < 50; ++i)
        cache.insert({0, i, 0}, tile(10, 10));
    QVERIFY(cache.find({2, 0, 0}));
    QVERIFY(cache.find({0, 49, 0}));
    QVERIFY(!cache.find({0, 46, 0}));
    QVERIFY(cache.bytes() <= roomFor(4));
}

void TestSlideTiles::limitsThePinnedLevel()
{
    TileCache cache(roomFor(10), 0); // a slide of one level: all its tiles are of the coarsest
    for (int i = 0; i < 50; ++i)
        cache.insert({0, i, 0}, tile(10, 10));
    QCOMPARE(cache.bytes(), roomFor(5));
    QVERIFY(cache.find({0, 49, 0}));
    QVERIFY(!cache.find({0, 0, 0}));
}

void TestSlideTiles::replacesAndClears()
{
    TileCache cache(roomFor(10), 9);
    cache.insert({0, 0, 0}, tile(10, 10));
    cache.insert({0, 0, 0}, tile(5, 10));
    QCOMPARE(cache.find({0, 0, 0})->width, 5);
    QCOMPARE(cache.bytes(), sizeof(Image) + 200);
    cache.insert({0, 0, 0}, nullptr);
    QVERIFY(cache.find({0, 0, 0}));
    const auto held = cache.find({0, 0, 0});
    cache.clear();
    QCOMPARE(cache.bytes(), size_t(0));
    QVERIFY(!cache.find({0, 0, 0}));
    QCOMPARE(held->pixels.size(), size_t(50)); // who holds a tile keeps it
}

void TestSlideTiles::isThreadSafe()
{
    TileCache cache(roomFor(20), 3);
    std::atomic<int> wrong{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 5000; ++i) {
                    const TileKey key{i % 4, (i * 7 + t) % 30, 0};
                    if (const auto found = cache.find(key); found && found->width != key.column + 1)
                        ++wrong;
                    cache.insert(key, tile(key.column + 1, 1));
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
    QVERIFY(cache.bytes() <= roomFor(20));
}

QTEST_APPLESS_MAIN(TestSlideTiles)
#include "test_slide_tiles.moc"
