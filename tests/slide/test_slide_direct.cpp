#include "core/base/error.h"
#include "core/slide/jpegtiffsource.h"
#include "core/slide/jpegtile.h"
#include "core/slide/openslidesource.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <cmath>
#include <random>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// Edges, gradients and grain, as tissue has them.
std::uint32_t texture(int x, int y)
{
    const auto wave = [](double at) { return static_cast<std::uint32_t>(128.0 + 100.0 * std::sin(at)); };
    const std::uint32_t grain = static_cast<std::uint32_t>(x * 7919 + y * 104729) % 23;
    const std::uint32_t nucleus = (x / 9 + y / 7) % 5 == 0 ? 60 : 0;
    return (wave(x / 17.0) - nucleus / 2 + grain / 2) << 16 | (wave(y / 23.0) / 2 + grain) << 8
           | (wave((x + y) / 31.0) - nucleus / 2);
}

int largestDifference(const Image& a, const Image& b)
{
    if (a.width != b.width || a.height != b.height)
        return 255;
    int most = 0;
    for (size_t i = 0; i < a.pixels.size(); ++i)
        most = std::max({most, std::abs(red(a.pixels[i]) - red(b.pixels[i])), std::abs(green(a.pixels[i]) - green(b.pixels[i])),
                         std::abs(blue(a.pixels[i]) - blue(b.pixels[i]))});
    return most;
}

Image crop(const Image& image, int x, int y, int side)
{
    Image part{side, side, Pixels(static_cast<size_t>(side) * static_cast<size_t>(side), 0U)};
    for (int row = 0; row < side; ++row) {
        const auto from = image.pixels.begin() + static_cast<std::ptrdiff_t>(y + row) * image.width + x;
        std::copy_n(from, side, part.pixels.begin() + static_cast<std::ptrdiff_t>(row) * side);
    }
    return part;
}

bool isDirect(const Slide& slide)
{
    return dynamic_cast<const JpegTiffSource*>(&slide) != nullptr;
}

/// Regions of level 0, inside and over every border, compared with OpenSlide's.
int largestDifferenceOfRegions(const std::filesystem::path& path)
{
    const auto direct = openSlide(path);
    const OpenSlideSource openSlide(path);
    const auto width = static_cast<int>(direct->info().width());
    const auto height = static_cast<int>(direct->info().height());
    std::mt19937 random(5);
    int most = 0;
    if (width < 2000) // the whole of it
        most = largestDifference(direct->readRegion(0, -40, -30, width + 90, height + 70),
                                 openSlide.readRegion(0, -40, -30, width + 90, height + 70));
    for (int i = 0; i < 60; ++i) {
        const int x = static_cast<int>(random() % static_cast<unsigned>(width + 100)) - 50;
        const int y = static_cast<int>(random() % static_cast<unsigned>(height + 100)) - 50;
        const int side = 1 + static_cast<int>(random() % 500);
        most =
            std::max(most, largestDifference(direct->readRegion(0, x, y, side, side), openSlide.readRegion(0, x, y, side, side)));
    }
    return most;
}

} // namespace

class TestSlideDirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOpenSlidesPixels_data();
    void givesOpenSlidesPixels();
    void leavesOtherFormsToOpenSlide_data();
    void leavesOtherFormsToOpenSlide();
    void readsCoarserLevelsInPlace();
    void leavesADamagedTileToOpenSlide();
    void givesNoTissueForACorruptTile();
    void readsASlideWhoseTilesAllWarn();
    void saysWhichPartIsCutOff();
    void readsOnWhenTheFileWasReplaced();
    void marksColoursWhateverTheTileSays();
    void refusesTilesOfAnotherSize();
    void realSlides();

private:
    std::filesystem::path file(const char* name = "slide.tif") const { return m_folder / name; }

    TemporaryFolder m_folder;
};

void TestSlideDirect::givesOpenSlidesPixels_data()
{
    QTest::addColumn<QString>("options");
    QTest::addRow("full chroma") << "Q=95,tile-width=256,tile-height=256";
    QTest::addRow("subsampled chroma") << "Q=75,tile-width=256,tile-height=256";
    QTest::addRow("tiles of 240") << "Q=75,tile-width=240,tile-height=240";
    QTest::addRow("oblong tiles") << "Q=75,tile-width=512,tile-height=128";
    QTest::addRow("one tile") << "Q=75,tile-width=1024,tile-height=1024";
    QTest::addRow("RGB") << "Q=90,rgbjpeg,tile-width=256,tile-height=256";
    QTest::addRow("BigTIFF") << "Q=75,bigtiff,tile-width=256,tile-height=256";
}

void TestSlideDirect::givesOpenSlidesPixels()
{
    QFETCH(const QString, options);
    writeRgb(file(), 900, 700, texture, "compression=jpeg,tile," + options.toStdString());
    QVERIFY(isDirect(*openSlide(file())));
    const int most = largestDifferenceOfRegions(file());
    QVERIFY2(most <= 2, qPrintable(QString::number(most)));
}

void TestSlideDirect::leavesOtherFormsToOpenSlide_data()
{
    QTest::addColumn<QString>("options");
    QTest::addRow("deflate") << "compression=deflate,tile,tile-width=256,tile-height=256";
    QTest::addRow("raw") << "compression=none,tile,tile-width=256,tile-height=256";
}

void TestSlideDirect::leavesOtherFormsToOpenSlide()
{
    QFETCH(const QString, options);
    writeRgb(file(), 900, 700, texture, options.toStdString());
    QVERIFY(!isDirect(*openSlide(file())));
    QCOMPARE(largestDifferenceOfRegions(file()), 0);
}

void TestSlideDirect::readsCoarserLevelsInPlace()
{
    writeRgb(file(), 2048, 1024, texture, "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256,pyramid");
    const auto direct = openSlide(file());
    const OpenSlideSource openSlide(file());
    QVERIFY(isDirect(*direct));
    QCOMPARE(direct->info().levels.size(), 4u);
    for (int level = 1; level < 4; ++level) { // half, quarter, eighth: OpenSlide interpolates nothing
        QVERIFY(largestDifference(direct->readRegion(level, 10, 20, 200, 90), openSlide.readRegion(level, 10, 20, 200, 90)) <= 2);
    }
}

void TestSlideDirect::leavesADamagedTileToOpenSlide()
{
    writeRgb(file(), 900, 700, texture, "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256");
    const auto before = openSlide(file())->readRegion(0, 512, 256, 256, 256);
    QVERIFY(spoilJpeg(file(), 0));
    const auto slide = openSlide(file());
    QVERIFY(isDirect(*slide));
    const std::string why = errorOf([&] { slide->readRegion(0, 0, 0, 100, 100); });
    QVERIFY2(QString::fromStdString(why).contains("A part of the slide cannot be read"), why.c_str());
    QCOMPARE(largestDifference(slide->readRegion(0, 512, 256, 256, 256), before), 0);
}

void TestSlideDirect::givesNoTissueForACorruptTile()
{
    writeRgb(file(), 900, 700, texture, "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256");
    const auto before = openSlide(file())->readRegion(0, 0, 0, 900, 700);
    QVERIFY(garbleJpeg(file(), 5)); // 4 tiles in a row: the second of the second
    const OpenSlideSource openSlides(file());
    QVERIFY(largestDifference(openSlides.readRegion(0, 256, 256, 256, 256), crop(before, 256, 256, 256)) > 50);
    const auto slide = openSlide(file());
    QVERIFY(isDirect(*slide));
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            const auto read = [&] { return slide->readRegion(0, column * 256, row * 256, 256, 256); };
            if (row == 1 && column == 1)
                QVERIFY(QString::fromStdString(errorOf(read)).contains("JPEG data are corrupt"));
            else
                QCOMPARE(largestDifference(read(), crop(before, column * 256, row * 256, 256)), 0);
        }
    }
}

/// Some programs write such streams.
void TestSlideDirect::readsASlideWhoseTilesAllWarn()
{
    writeRgb(file(), 900, 700, texture, "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256");
    for (int i = 0; i < 12; ++i)
        QVERIFY(garbleJpeg(file(), i));
    QCOMPARE(largestDifferenceOfRegions(file()), 0);
}

void TestSlideDirect::saysWhichPartIsCutOff()
{
    writeRgb(file(), 900, 700, texture, "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256");
    const auto slide = openSlide(file());
    const Image before = slide->readRegion(0, 0, 0, 256, 256);
    truncateTo(file(), std::filesystem::file_size(file()) / 2); // under our hands, as a lost disk does
    QVERIFY(!errorOf([&] { slide->readRegion(0, 768, 512, 100, 100); }).empty());
    QCOMPARE(largestDifference(slide->readRegion(0, 0, 0, 256, 256), before), 0);
}

void TestSlideDirect::readsOnWhenTheFileWasReplaced()
{
    const char* options = "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256";
    writeRgb(file(), 900, 700, texture, options);
    const auto slide = openSlide(file());
    const Image before = slide->readRegion(0, 100, 100, 300, 300);
    writeRgb(
        file("other.tif"), 900, 700, [](int, int) { return 0x204060U; }, options);
    std::filesystem::rename(file("other.tif"), file());
    QCOMPARE(largestDifference(slide->readRegion(0, 100, 100, 300, 300), before), 0);
}

void TestSlideDirect::marksColoursWhateverTheTileSays()
{
    JpegTileFormat format;
    format.width = format.height = 16;
    format.colours = JpegColours::rgb;
    std::vector<unsigned char> jpeg = jpegPrefix(format);
    const size_t own = jpeg.size();
    const std::vector<unsigned char> rest{0xff, 0xe0, 0, 4, 'J', 'F', 0xff, 0xee, 0,  4, 'A',  'd', // JFIF's and Adobe's markers
                                          0xff, 0xc0, 0, 8, 8,   0,   16,   0,    16, 3, 0xff, 0xda, 0, 2};
    jpeg.insert(jpeg.end(), rest.begin(), rest.end());
    QVERIFY(prepareJpeg(jpeg, format));
    QCOMPARE(jpeg[3], 0xee);    // ours stays
    QCOMPARE(jpeg[own - 1], 0); // RGB
    QCOMPARE(jpeg[own + 1], 0xec);
    QCOMPARE(jpeg[own + 7], 0xec);
}

void TestSlideDirect::refusesTilesOfAnotherSize()
{
    JpegTileFormat format;
    format.width = format.height = 16;
    const auto accepts = [&](const std::vector<unsigned char>& rest) {
        std::vector<unsigned char> jpeg = jpegPrefix(format);
        jpeg.insert(jpeg.end(), rest.begin(), rest.end());
        return prepareJpeg(jpeg, format);
    };
    QVERIFY(accepts({0xff, 0xc0, 0, 8, 8, 0, 16, 0, 16, 3, 0xff, 0xda, 0, 2}));
    QVERIFY(!accepts({0xff, 0xc0, 0, 8, 8, 0, 32, 0, 16, 3, 0xff, 0xda, 0, 2}));
    QVERIFY(!accepts({0xff, 0xc0, 0, 8, 12, 0, 16, 0, 16, 3, 0xff, 0xda, 0, 2}));
    QVERIFY(!accepts({0xff, 0xc0, 0, 8, 8, 0, 16, 0, 16, 1, 0xff, 0xda, 0, 2}));
    QVERIFY(!accepts({0xff, 0xda, 0, 2}));                   // no frame
    QVERIFY(!accepts({0xff, 0xc0, 0, 90, 8, 0, 16, 0, 16})); // reaches beyond its end
    QVERIFY(!accepts({0xff, 0xc0, 0, 1}));
    QVERIFY(!accepts({}));
    format.tables = {1, 2, 3, 4};
    QVERIFY(jpegPrefix(format).empty());
}

void TestSlideDirect::realSlides()
{
    SPACRD_NEED_DATA();
    for (const char* name : {"slides/CMU-1-Small-Region.svs", "slides_more/her2st_C2_pyramid.tif"}) {
        const std::filesystem::path path = dataFolder() / name;
        if (!std::filesystem::exists(path))
            continue;
        QVERIFY(isDirect(*openSlide(path)));
        QVERIFY2(largestDifferenceOfRegions(path) <= 2, name);
    }
}

QTEST_APPLESS_MAIN(TestSlideDirect)
#include "test_slide_direct.moc"
