#include "core/slide/pyramidwriter.h"
#include "core/slide/slide.h"
#include "core/slide/tiffdirectory.h"
#include "tests/support/testdata.h"

#include <cmath>
#include <vector>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// A slow gradient: JPEG keeps it within a few levels, and its means are easily told.
std::uint8_t channel(double x, double y, int c)
{
    return static_cast<std::uint8_t>(std::lround(128 + 100 * std::sin((c + 1) * x / 200) * std::cos(y / 150)));
}

std::vector<std::uint8_t> rows(int width, int first, int end)
{
    std::vector<std::uint8_t> rgb;
    for (int y = first; y < end; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < 3; ++c)
                rgb.push_back(channel(x, y, c));
        }
    }
    return rgb;
}

void writeGradient(const std::filesystem::path& file, int width, int height, int atOnce, std::optional<double> mpp = {})
{
    PyramidWriter writer(file, width, height, mpp);
    for (int y = 0; y < height; y += atOnce)
        writer.addRows(rows(width, y, std::min(y + atOnce, height)));
    writer.finish();
}

} // namespace

class TestPyramidWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halvesDownToOneTile_data();
    void halvesDownToOneTile();
    void doesNotCareHowRowsCome();
    void writesBigTiff();
    void refuses();
};

void TestPyramidWriter::halvesDownToOneTile_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("levels");
    QTest::newRow("one pixel") << 1 << 1 << 1;
    QTest::newRow("one tile") << 256 << 256 << 1;
    QTest::newRow("one more") << 257 << 256 << 2;
    QTest::newRow("odd") << 1001 << 777 << 3;
    QTest::newRow("a column") << 1 << 1025 << 3; // 1025, 512, 256
    QTest::newRow("a row") << 1500 << 1 << 4;
    QTest::newRow("wide") << 3000 << 300 << 5;
}

void TestPyramidWriter::halvesDownToOneTile()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, levels);
    const TemporaryFolder folder;
    writeGradient(folder / "a.tif", width, height, 100, 0.345);
    const auto slide = openSlide(folder / "a.tif");
    QVERIFY(std::abs(slide->info().mppX.value_or(0) - 0.345) < 1e-6);
    QVERIFY(std::abs(slide->info().mppY.value_or(0) - 0.345) < 1e-6);
    QCOMPARE(slide->info().levels.size(), static_cast<size_t>(levels));
    for (int level = 0; level < levels; ++level) {
        const SlideLevel& of = slide->info().levels[static_cast<size_t>(level)];
        QCOMPARE(of.width, static_cast<long long>(std::max(width >> level, 1)));
        QCOMPARE(of.height, static_cast<long long>(std::max(height >> level, 1)));
        const double by = 1 << level;
        const Image image = slide->readRegion(level, 0, 0, static_cast<int>(of.width), static_cast<int>(of.height));
        double worst = 0;
        for (int y = 0; y < image.height; y += 3) {
            for (int x = 0; x < image.width; ++x) {
                const double cx = width > 1 ? (x + 0.5) * by - 0.5 : 0;
                const double cy = height > 1 ? (y + 0.5) * by - 0.5 : 0;
                worst = std::max(worst, std::abs(red(image.at(x, y)) - static_cast<double>(channel(cx, cy, 0))));
                worst = std::max(worst, std::abs(blue(image.at(x, y)) - static_cast<double>(channel(cx, cy, 2))));
            }
        }
        QVERIFY2(worst <= 10, qPrintable(QString::fromLatin1("level %1 is off by %2").arg(level).arg(worst)));
    }
}

void TestPyramidWriter::doesNotCareHowRowsCome()
{
    const TemporaryFolder folder;
    writeGradient(folder / "a.tif", 600, 700, 1);
    writeGradient(folder / "b.tif", 600, 700, 333);
    writeGradient(folder / "c.tif", 600, 700, 700);
    QVERIFY(read(folder / "a.tif") == read(folder / "b.tif"));
    QVERIFY(read(folder / "a.tif") == read(folder / "c.tif"));
    QVERIFY(!openSlide(folder / "a.tif")->info().mppX);
}

void TestPyramidWriter::writesBigTiff()
{
    // The directories of a file above 4 GB, round the one tile of a small one.
    const TemporaryFolder folder;
    writeGradient(folder / "classic.tif", 200, 100, 100);
    const std::string classic = read(folder / "classic.tif");
    const size_t start = classic.find("\xff\xd8\xff");
    const size_t end = classic.rfind("\xff\xd9") + 2;
    QVERIFY(start == tiffHeaderBytes && end > start);
    const TiffLevel level{200, 100, 256, {{start, end - start}}};
    std::string big = classic.substr(0, end);
    big.resize((end + 7) / 8 * 8);
    const std::uint64_t directory = big.size();
    big += tiffDirectories({level}, {0.5, {}}, directory, true);
    big.replace(0, tiffHeaderBytes, tiffHeader(directory, true));
    write(folder / "big.tif", big);
    const auto slide = openSlide(folder / "big.tif");
    QVERIFY(std::abs(slide->info().mppX.value_or(0) - 0.5) < 1e-6);
    QVERIFY(slide->readRegion(0, 0, 0, 200, 100).pixels
            == openSlide(folder / "classic.tif")->readRegion(0, 0, 0, 200, 100).pixels);
}

void TestPyramidWriter::refuses()
{
    const TemporaryFolder folder;
    QVERIFY(errorOf([&] {
                PyramidWriter(folder / "a.tif", 0, 10, {});
            }).starts_with("A pyramid of 0 × 10 pixels cannot be written — "));
    QVERIFY(errorOf([&] {
                PyramidWriter(folder / "a.tif", 10, 2000000, {});
            }).starts_with("A pyramid of 10 × 2000000 pixels cannot"));
    QVERIFY(
        errorOf([&] { PyramidWriter(folder / "a.tif", 10, 10, 352.8); }).starts_with("352.8 µm per pixel cannot be right — "));
    QVERIFY(errorOf([&] {
                PyramidWriter(folder / "none/a.tif", 10, 10, {});
            }).starts_with("The pyramid could not be written: No such file"));
    PyramidWriter writer(folder / "a.tif", 10, 10, {});
    writer.addRows(rows(10, 0, 9));
    QVERIFY(errorOf([&] { writer.finish(); }).starts_with("The pyramid lacks rows — "));
    QVERIFY(!errorOf([&] { openSlide(folder / "a.tif"); }).starts_with("(")); // and what there is of it is no slide
}

QTEST_APPLESS_MAIN(TestPyramidWriter)
#include "test_pyramid_writer.moc"
