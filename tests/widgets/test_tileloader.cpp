#include "memoryslide.h"
#include "widgets/slideview/pictureahead.h"
#include "widgets/slideview/tileloader.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace spacrd;
using namespace spacrd::test;

namespace {

constexpr size_t mebibyte = 1024 * 1024;

int readsOf(const MemorySlide& slide, int level)
{
    const auto reads = slide.reads();
    return static_cast<int>(std::count_if(reads.begin(), reads.end(), [level](const auto& read) { return read.level == level; }));
}

/// Glass all over.
class WhiteSlide : public Slide
{
public:
    WhiteSlide(long long width, long long height) { m_info.levels.push_back({width, height, 1.0}); }

    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int, long long, long long, int width, int height) const override
    {
        return {width, height, Pixels(static_cast<size_t>(width) * static_cast<size_t>(height), 0xffffffffU)};
    }
    Image readAssociated(const std::string&) const override { throw Error("There is none."); }

private:
    SlideInfo m_info;
};

/// As WhiteSlide, but tissue all over: two dyes, more and less of each.
class StainedSlide : public WhiteSlide
{
public:
    using WhiteSlide::WhiteSlide;

    Image readRegion(int, long long x, long long y, int width, int height) const override
    {
        partsRead += width < 512;
        Image image{width, height, {}};
        for (long long row = y; row < y + height; ++row) {
            for (long long column = x; column < x + width; ++column) {
                const auto more = static_cast<std::uint32_t>(column * 7 + row * 3) % 90;
                image.pixels.push_back((column + row) % 2 == 0
                                           ? 0xff000000U | (170 - more) << 16 | (140 - more) << 8 | (190 - more / 2)
                                           : 0xff000000U | (235 - more / 4) << 16 | (160 - more) << 8 | (200 - more / 2));
            }
        }
        return image;
    }

    mutable std::atomic<int> partsRead = 0; ///< smaller than a tile: to measure the stain
};

std::vector<TileRequest> sharp(const std::vector<TileKey>& tiles)
{
    std::vector<TileRequest> requests;
    for (const TileKey& key : tiles)
        requests.push_back({key, TilePriority::visibleSharp});
    return requests;
}

/// Each of the tiles is to be put on a place of its own, one to one.
std::shared_ptr<PictureAhead> aheadOf(const std::vector<TileKey>& tiles)
{
    constexpr int side = 512; // of the tiles of a MemorySlide
    const QRect all(0, 0, side * static_cast<int>(tiles.size()), side);
    std::vector<TileTarget> targets;
    for (const TileKey& key : tiles)
        targets.push_back({key, {side * static_cast<int>(targets.size()), 0, side, side}, all});
    return std::make_shared<PictureAhead>(QImage(all.size(), QImage::Format_RGB32), targets);
}

} // namespace

class TestTileLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTileIsReadOnceHoweverOftenItIsAskedFor()
    {
        auto slide = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        slide->gate = std::make_shared<Gate>();
        TileLoader loader;
        loader.setSlide(slide);
        const TileKey key{0, 3, 2};
        loader.request(sharp({key, key}));
        QTRY_COMPARE(slide->gate->waiting(), 1);
        loader.request(sharp({key}));
        loader.request(sharp({key, key, key}));
        slide->gate->open();
        QTRY_VERIFY(loader.tile(key));
        loader.request(sharp({key}));
        QVERIFY(loader.isIdle());
        QCOMPARE(slide->reads().size(), size_t{1});
        QVERIFY(!slide->readOnGuiThread());
    }

    /// Views ask at every frame, so also at the very moment at which a tile is done.
    void norAreTilesThatAreAskedForWhileTheyBecomeDone()
    {
        const auto slide = std::make_shared<MemorySlide>(8192, 8192, std::vector{1, 2, 4});
        TileLoader loader;
        loader.setSlide(slide);
        std::vector<TileKey> all;
        for (int row = 0; row < 16; ++row) {
            for (int column = 0; column < 16; ++column)
                all.push_back({0, column, row});
        }
        do
            loader.request(sharp(all));
        while (!loader.isIdle());
        for (const TileKey& key : all)
            QVERIFY(loader.isDecoded(key));
        QCOMPARE(slide->reads().size(), all.size());
    }

    void whatNoOneLooksAtAnyMoreIsNotRead()
    {
        auto slide = std::make_shared<MemorySlide>(16384, 16384, std::vector{1, 4, 16});
        slide->gate = std::make_shared<Gate>();
        TileLoader loader;
        loader.setSlide(slide);
        std::vector<TileKey> many;
        for (int column = 0; column < 30; ++column)
            many.push_back({0, column, 0});
        loader.request(sharp(many));
        QTRY_VERIFY(slide->gate->waiting() >= 2);
        const int running = slide->gate->waiting();
        const TileKey last{0, 7, 7};
        loader.request(sharp({last}));
        slide->gate->open();
        QTRY_VERIFY(loader.tile(last));
        QTRY_VERIFY(loader.isIdle());
        QVERIFY(slide->reads().size() <= static_cast<size_t>(running) + 3);
    }

    void whatAnotherViewWaitsForStays()
    {
        auto slide = std::make_shared<MemorySlide>(16384, 16384, std::vector{1, 4, 16});
        TileLoader loader;
        loader.setSlide(slide);
        const int first = 0;
        const int second = 0;
        const TileKey here{0, 1, 1};
        const TileKey there{0, 9, 9};
        const TileKey dropped{0, 20, 20};
        slide->gate = std::make_shared<Gate>();
        loader.request(sharp({{0, 4, 4}, {0, 5, 4}, {0, 6, 4}, {0, 7, 4}}), &first); // more than threads
        QTRY_VERIFY(slide->gate->waiting() >= 2);
        loader.request(sharp({here, dropped}), &first);
        loader.request(sharp({there, here}), &second);
        loader.request(sharp({here}), &first);
        slide->gate->open();
        QTRY_VERIFY(loader.tile(here) && loader.tile(there));
        QTRY_VERIFY(loader.isIdle());
        QVERIFY(!loader.isDecoded(dropped));
        loader.request({}, &second);
        QVERIFY(loader.isIdle());
    }

    void tilesArePutOnThePictureThatWaitsForThem()
    {
        auto slide = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        TileLoader loader;
        loader.setSlide(slide);
        const QSignalSpy done(&loader, &TileLoader::tileDone);
        const TileKey one{0, 3, 2};
        const TileKey other{0, 4, 2};
        const TileKey beside{0, 7, 7};
        loader.request(sharp({one, beside, other}), this, aheadOf({one, other}));
        QTRY_COMPARE(done.size(), 3); // each is told, together or not
        QCOMPARE(loader.counts().decoded, size_t{3});
        QCOMPARE(loader.counts().shown, size_t{2});

        const auto picture = aheadOf({{0, 5, 2}});
        loader.request(sharp({{0, 5, 2}}), this, picture);
        QTRY_VERIFY(picture->isComplete());
        const QImage taken = picture->take().picture;
        QTRY_VERIFY(loader.isIdle());
        QCOMPARE(taken.pixel(7, 9), loader.tile({0, 5, 2})->at(7, 9));
        loader.request(sharp({{0, 6, 2}}), this);
        QTRY_COMPARE(done.size(), 5);
        QCOMPARE(loader.counts().shown, size_t{3});
    }

    /// While others are missing there is nothing to be seen of it; but when they are not wanted any more it is not forgotten.
    void aTileOfAPictureIsToldWithTheOthersOfIt()
    {
        auto slide = std::make_shared<MemorySlide>(16384, 16384, std::vector{1, 2, 4});
        slide->gate = std::make_shared<Gate>();
        slide->gated = [](int level) { return level == 0; };
        TileLoader loader;
        loader.setSlide(slide);
        const QSignalSpy done(&loader, &TileLoader::tileDone);
        const TileKey first{1, 0, 0};
        std::vector<TileKey> all{first};
        for (int column = 0; column <= loader.threads(); ++column) // one of them must wait
            all.push_back({0, column, 0});
        const auto picture = aheadOf(all);
        loader.request(sharp(all), this, picture);
        QTRY_COMPARE(slide->gate->waiting(), loader.threads()); // so the first one is done
        QVERIFY(!picture->misses(first));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(done.size(), 0);
        loader.request({}, this);
        QTRY_COMPARE(done.size(), 1);
        slide->gate->open();
        QTRY_COMPARE(done.size(), 1 + loader.threads());
    }

    void tilesAreReadAnewInOtherColours()
    {
        auto slide = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        TileLoader loader;
        loader.setSlide(slide);
        const TileKey key{0, 3, 2};
        loader.request(sharp({key}));
        QTRY_VERIFY(loader.isDecoded(key));
        const std::uint32_t before = loader.tile(key)->at(5, 5);
        const QSignalSpy changed(&loader, &TileLoader::treatmentChanged);
        slide->gate = std::make_shared<Gate>();
        const ColourTreatment dark{-0.8, 0.0, 1.0, ShownStain::all};
        loader.setTreatment(dark);
        loader.setTreatment(dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!loader.isDecoded(key));
        QCOMPARE(loader.tile(key)->at(5, 5), before); // better than nothing
        loader.request(sharp({key}));
        QTRY_COMPARE(slide->gate->waiting(), 1);
        loader.setTreatment({-0.4, 0.0, 1.0, ShownStain::all}); // while it is being read in the colours before
        slide->gate->open();
        QTRY_VERIFY(loader.isDecoded(key));
        QCOMPARE(red(loader.tile(key)->at(5, 5)), red(before) - 51); // 0.2 × 255
    }

    void theStainIsNormalisedByWhatTheSlideIs()
    {
        const auto slide = std::make_shared<StainedSlide>(2048, 2048);
        ColourTreatment treatment;
        treatment.normalised = true;
        const auto profile = measureStains(stainPixels(*slide, [] { return false; }).pixels);
        QVERIFY(profile);
        Image expected = slide->readRegion(0, 0, 0, 512, 512);
        const std::uint32_t before = expected.at(100, 101);
        ColourTables(treatment, *profile).apply(expected);
        QVERIFY(expected.at(100, 101) != before);

        TileLoader loader;
        const QSignalSpy unknown(&loader, &TileLoader::stainUnknown);
        loader.setSlide(slide);
        loader.setTreatment(treatment);
        const TileKey key{0, 0, 0};
        loader.request(sharp({key, {0, 1, 0}, {0, 2, 0}}));
        QTRY_VERIFY(loader.isIdle());
        QCOMPARE(loader.tile(key)->at(100, 101), expected.at(100, 101));

        const int partsRead = slide->partsRead;
        treatment.brightness = 0.2; // a stain is measured once
        loader.setTreatment(treatment);
        loader.request(sharp({key}));
        QTRY_VERIFY(loader.isDecoded(key));
        QVERIFY(loader.tile(key)->at(100, 101) != expected.at(100, 101));
        QCOMPARE(slide->partsRead.load(), partsRead);

        loader.setSlide(std::make_shared<WhiteSlide>(2048, 2048)); // one that has none
        loader.request(sharp({key, {0, 1, 0}, {0, 2, 0}}));
        QTRY_COMPARE(unknown.size(), 1);
        QVERIFY(unknown.front().front().toString().contains(u"normalised"));
        QTRY_VERIFY(loader.isIdle());
        QCOMPARE(loader.tile(key)->at(0, 0), 0xffffffffU);
        QCOMPARE(unknown.size(), 1);
    }

    void theMostUrgentTileIsReadFirst()
    {
        auto slide = std::make_shared<MemorySlide>(8192, 8192, std::vector{1, 2, 4});
        slide->gate = std::make_shared<Gate>();
        TileLoader loader;
        loader.setSlide(slide);
        std::vector<TileKey> wanted;
        for (int column = 15; column >= 0; --column)
            wanted.push_back({0, column, 5});
        loader.request(sharp(wanted));
        QTRY_VERIFY(slide->gate->waiting() >= 2);
        for (const MemorySlide::Read& read : slide->reads())
            QVERIFY(read.x >= 12 * 512);
        slide->gate->open();
    }

    void whatIsSeenGoesBeforeWhatMayBe()
    {
        auto slide = std::make_shared<MemorySlide>(8192, 8192, std::vector{1, 2, 4});
        slide->gate = std::make_shared<Gate>();
        TileLoader loader;
        loader.setSlide(slide);
        std::vector<TileRequest> wanted;
        for (int column = 0; column < 8; ++column)
            wanted.push_back({{0, column, 9}, TilePriority::neighbour});
        wanted.push_back({{0, 1, 1}, TilePriority::ahead});
        for (int column = 0; column < 8; ++column)
            wanted.push_back({{0, column, 3}, TilePriority::visibleSharp});
        loader.request(wanted);
        slide->gate->open();
        QTRY_VERIFY(loader.isIdle());
        const auto reads = slide->reads();
        QCOMPARE(reads.size(), wanted.size());
        const auto placeOf = [&](long long row) {
            return std::ranges::find_if(reads, [row](const auto& read) { return read.y == row * 512; }) - reads.begin();
        };
        QVERIFY(placeOf(3) < placeOf(1));
        QVERIFY(placeOf(1) < placeOf(9));
    }

    void glassTakesNoMemory()
    {
        auto white = std::make_shared<WhiteSlide>(4096, 4096);
        TileLoader loader;
        loader.setSlide(white);
        loader.request(sharp({{0, 1, 1}}));
        QTRY_VERIFY(loader.isDecoded({0, 1, 1}));
        QCOMPARE(loader.tile({0, 1, 1})->pixels.size(), size_t{1});
        QCOMPARE(loader.tile({0, 1, 1})->at(0, 0), 0xffffffffU);
    }

    void whatWasNeverShownIsCounted()
    {
        auto slide = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        slide->fails = [](const MemorySlide::Read& read) { return read.x == 1024; };
        TileLoader loader;
        loader.setSlide(slide);
        loader.request(sharp({{0, 0, 0}, {0, 1, 0}, {0, 2, 0}}));
        QTRY_VERIFY(loader.isDecoded({0, 1, 0}) && loader.hasFailed({0, 2, 0}) && loader.isDecoded({0, 0, 0}));
        QCOMPARE(loader.counts().decoded, size_t{2});
        QCOMPARE(loader.counts().shown, size_t{0});
        QCOMPARE(loader.counts().failed, size_t{1});
        QVERIFY(loader.tile({0, 1, 0}));
        QVERIFY(loader.tile({0, 1, 0}));
        QCOMPARE(loader.counts().shown, size_t{1});
        QVERIFY(loader.tileSeconds() > 0.0);
    }

    void theFirstFailureIsToldOnceAndTheOthersAreRead()
    {
        auto slide = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        slide->fails = [](const MemorySlide::Read& read) { return read.level == 0 && read.y == 0; };
        TileLoader loader;
        const QSignalSpy failures(&loader, &TileLoader::tileFailed);
        loader.setSlide(slide);
        loader.request(sharp({{0, 0, 0}, {0, 1, 0}, {0, 2, 0}, {0, 0, 1}}));
        QTRY_VERIFY(loader.tile({0, 0, 1}));
        QTRY_VERIFY(loader.isIdle());
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.front().front().toString().contains(QStringLiteral("The tile is damaged.")));
        QVERIFY(loader.hasFailed({0, 1, 0}));
        const size_t before = slide->reads().size();
        loader.request(sharp({{0, 0, 0}, {0, 1, 0}}));
        QVERIFY(loader.isIdle());
        QCOMPARE(slide->reads().size(), before);
        loader.setSlide(slide);
        QVERIFY(!loader.hasFailed({0, 1, 0}));
    }

    void aFileThatIsBackIsReadAgain()
    {
        auto slide = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        const auto away = std::make_shared<std::atomic<bool>>(true);
        slide->fails = [away](const MemorySlide::Read& read) { return away->load() || read.x == 2048; };
        TileLoader loader;
        loader.setRetryInterval(std::chrono::milliseconds(1));
        const QSignalSpy failures(&loader, &TileLoader::tileFailed);
        const QSignalSpy back(&loader, &TileLoader::tilesBack);
        loader.setSlide(slide);
        loader.request(sharp({{0, 0, 0}, {0, 1, 0}}));
        QTRY_VERIFY(loader.hasFailed({0, 0, 0}) && loader.hasFailed({0, 1, 0}));
        QTRY_VERIFY(slide->reads().size() > 4); // it is tried again
        QCOMPARE(back.size(), 0);
        QCOMPARE(failures.size(), 1);
        *away = false;
        QTRY_COMPARE(back.size(), 1);
        QVERIFY(!loader.hasFailed({0, 0, 0}) && !loader.hasFailed({0, 1, 0}));
        loader.request(sharp({{0, 0, 0}, {0, 1, 0}, {0, 4, 0}}));
        QTRY_VERIFY(loader.isDecoded({0, 0, 0}) && loader.isDecoded({0, 1, 0}));
        QTRY_COMPARE(failures.size(), 2); // of the one that stays damaged
    }

    void tilesOfTheSlideBeforeAreDropped()
    {
        auto old = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        old->gate = std::make_shared<Gate>();
        old->fails = [](const MemorySlide::Read&) { return true; };
        auto next = std::make_shared<MemorySlide>(4096, 4096, std::vector{1, 2, 4});
        TileLoader loader;
        const QSignalSpy done(&loader, &TileLoader::tileDone);
        const QSignalSpy failures(&loader, &TileLoader::tileFailed);
        loader.setSlide(old);
        loader.request(sharp({{0, 0, 0}}));
        QTRY_COMPARE(old->gate->waiting(), 1);
        loader.setSlide(next); // does not wait for the read that hangs
        old->gate->open();
        loader.request(sharp({{2, 1, 1}}));
        QTRY_VERIFY(loader.tile({2, 1, 1}));
        QTRY_COMPARE(old.use_count(), 1L);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(done.size(), 1);
        QCOMPARE(failures.size(), 0);
    }

    void gapsInThePyramidAreFilled()
    {
        const MemorySlide slide(20000, 10000, {1, 16});
        const ViewPyramid pyramid = viewPyramid(slide.info());
        std::vector<double> downsamples;
        for (const SlideLevel& level : pyramid.info.levels)
            downsamples.push_back(level.downsample);
        QCOMPARE(downsamples, (std::vector<double>{1, 2, 4, 8, 16}));
        // Tile (3, 1) of downsample 4 begins at level-0 pixel (6144, 2048); the gradient there is known.
        const Image tile = readTile(slide, pyramid, {2, 3, 1}, [] { return false; });
        QCOMPARE(tile.width, 512);
        QCOMPARE(red(tile.at(0, 0)), MemorySlide::levelRed(0));
        QVERIFY(std::abs(green(tile.at(0, 0)) - 6144 * 255 / 20000) <= 1);
        QVERIFY(std::abs(blue(tile.at(5, 500)) - (2048 + 2000) * 255 / 10000) <= 1);
        // The last tile of a level is cut at the slide's edge and not mixed with what lies outside.
        const Image corner = readTile(slide, pyramid, {3, 4, 2}, [] { return false; });
        QCOMPARE(corner.width, 2500 - 4 * 512);
        QCOMPARE(corner.height, 1250 - 2 * 512);
        QVERIFY(green(corner.at(corner.width - 1, 0)) >= 253);
        QVERIFY(readTile(slide, pyramid, {3, 4, 2}, [] { return true; }).empty());
    }

    void oneLevelOnlyStillGivesAnOverview()
    {
        const MemorySlide slide(9000, 7000, {1});
        const ViewPyramid pyramid = viewPyramid(slide.info());
        QCOMPARE(pyramid.info.levels.size(), size_t{4});
        QCOMPARE(pyramid.info.levels.back().width, 1125LL);
        QCOMPARE(pyramid.info.levels.back().downsample, 8.0);
    }

    void theCacheKeepsToItsBudgetAndTheCoarsestLevelStays()
    {
        auto slide = std::make_shared<MemorySlide>(16384, 16384, std::vector{1, 4, 16});
        TileLoader loader(8 * mebibyte);
        loader.setSlide(slide);
        QVERIFY(loader.keepsCoarsest());
        const int coarsest = loader.pyramid().coarsest();
        loader.request(sharp({{coarsest, 0, 0}}));
        QTRY_VERIFY(loader.tile({coarsest, 0, 0}));
        std::vector<TileKey> many;
        for (int column = 0; column < 20; ++column)
            many.push_back({0, column, 0});
        loader.request(sharp(many));
        QTRY_VERIFY(loader.isIdle());
        QCOMPARE(readsOf(*slide, 0), 20);
        const auto kept =
            std::count_if(many.begin(), many.end(), [&](const TileKey& key) { return loader.tile(key) != nullptr; });
        QVERIFY(kept < 9);
        QVERIFY(loader.tile({coarsest, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestTileLoader)
#include "test_tileloader.moc"
