#include "widgets/slideview/pictureahead.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace spacrd;

namespace {

constexpr int side = 32;
constexpr int across = 8;

std::uint32_t colourOf(const TileKey& key)
{
    return 0xff000000U | static_cast<std::uint32_t>(key.column * 20 + 1) << 16 | static_cast<std::uint32_t>(key.row * 20 + 1);
}

Image tileOf(const TileKey& key)
{
    return {side, side, Pixels(static_cast<size_t>(side) * side, colourOf(key))};
}

QImage black()
{
    QImage picture(side * across, side * across, QImage::Format_RGB32);
    picture.fill(Qt::black);
    return picture;
}

std::vector<TileKey> allTiles()
{
    std::vector<TileKey> keys;
    for (int row = 0; row < across; ++row) {
        for (int column = 0; column < across; ++column)
            keys.push_back({2, column, row});
    }
    return keys;
}

std::vector<TileTarget> targetsOf(const std::vector<TileKey>& keys)
{
    std::vector<TileTarget> targets;
    for (const TileKey& key : keys)
        targets.push_back({key, {key.column * side, key.row * side, side, side}, {0, 0, side * across, side * across}});
    return targets;
}

} // namespace

class TestPictureAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyMayPutTilesAtOnce()
    {
        const std::vector<TileKey> keys = allTiles();
        PictureAhead ahead(black(), targetsOf(keys));
        std::atomic<int> put = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    for (const TileKey& key : keys) // each of them tries all
                        put += ahead.put(key, tileOf(key)) ? 1 : 0;
                });
            }
        }
        QCOMPARE(put.load(), across * across);
        QVERIFY(ahead.isComplete());
        const PictureAhead::Taken taken = ahead.take();
        QVERIFY(taken.missing.empty());
        for (const TileKey& key : keys) {
            const QRect place(key.column * side, key.row * side, side, side);
            QCOMPARE(taken.picture.pixel(place.topLeft()), colourOf(key));
            QCOMPARE(taken.picture.pixel(place.bottomRight()), colourOf(key));
        }
    }

    void whatHasNoTargetIsNotPut()
    {
        const TileKey here{2, 1, 1};
        PictureAhead ahead(black(), targetsOf({here}));
        QVERIFY(ahead.misses(here));
        QVERIFY(!ahead.misses({1, 1, 1}));
        QVERIFY(!ahead.put({1, 1, 1}, tileOf(here)));
        QVERIFY(!ahead.isComplete());
        QVERIFY(ahead.put(here, tileOf(here)));
        QVERIFY(!ahead.put(here, tileOf({2, 3, 3})));
        QVERIFY(ahead.isComplete());
        QCOMPARE(ahead.take().picture.pixel(side + 1, side + 1), colourOf(here));
    }

    void onceTakenItIsLeftAlone()
    {
        const TileKey there{2, 0, 0};
        const TileKey missing{2, 1, 0};
        PictureAhead ahead(black(), targetsOf({there, missing}));
        QVERIFY(ahead.put(there, tileOf(there)));
        const PictureAhead::Taken taken = ahead.take();
        QCOMPARE(taken.missing, std::vector{missing});
        QVERIFY(!ahead.put(missing, tileOf(missing)));
        QVERIFY(!ahead.isComplete());
        QCOMPARE(taken.picture.pixel(1, 1), colourOf(there));
        QCOMPARE(taken.picture.pixel(side + 1, 1), black().pixel(0, 0));
    }
};

QTEST_GUILESS_MAIN(TestPictureAhead)
#include "test_pictureahead.moc"
