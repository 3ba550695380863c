#include "core/slide/import.h"
#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <clocale>
#include <cmath>
#include <locale>

#include <sys/stat.h>

using namespace spacrd;
using namespace spacrd::test;

namespace {

std::uint32_t grey(int, int)
{
    return 0x808080;
}

class DecimalComma : public std::numpunct<char>
{
    char do_decimal_point() const override { return ','; }
};

/// The sentence alone, without file and hint.
std::string sentenceOf(const std::filesystem::path& path)
{
    const std::string line = errorOf([&] { openSlide(path); });
    return line.substr(0, line.find(path.empty() ? " (" : " — "));
}

} // namespace

class TestSlideOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLevelsAndVendor();
    void readsResolution_data();
    void readsResolution();
    void disbelievesImpossibleResolution();
    void readsNumbersInAnyLocale();
    void saysWhyNot_data();
    void saysWhyNot();
    void saysWhyNotWithoutAName();
    void namesFileAndHint();
    void refusesDamagedTiff();
};

void TestSlideOpening::readsLevelsAndVendor()
{
    const TemporaryFolder folder;
    writeTiledSlide(folder / "slide.tif", 1200, 700, grey, "pyramid");
    const auto slide = openSlide(folder / "slide.tif");
    const SlideInfo& info = slide->info();
    QCOMPARE(info.vendor, std::string("generic-tiff"));
    QCOMPARE(info.path, folder / "slide.tif");
    QCOMPARE(info.width(), 1200LL);
    QCOMPARE(info.height(), 700LL);
    QCOMPARE(info.levels.size(), size_t(4)); // down to one tile: 1200, 600, 300, 150
    QCOMPARE(info.levels[2].width, 300LL);
    QCOMPARE(info.levels[2].height, 175LL);
    QCOMPARE(info.levels[2].downsample, 4.0);
    // 1201 × 703 halves to 600 × 351 and 300 × 175: by 2 and 4, whatever the quotients of the sizes say.
    writeTiledSlide(folder / "odd.tif", 1201, 703, grey, "pyramid");
    const auto odd = openSlide(folder / "odd.tif");
    QCOMPARE(odd->info().levels[1].downsample, 2.0);
    QCOMPARE(odd->info().levels[2].downsample, 4.0);
    QVERIFY((info.level0Bounds == Rect{0, 0, 1200, 700}));
    QVERIFY(!info.objective);
    QVERIFY(info.associated.empty());
}

void TestSlideOpening::readsResolution_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<double>("mpp"); // 0 = must be unknown
    QTest::newRow("half a micrometre, cm") << QStringLiteral("resunit=cm,xres=2000,yres=2000") << 0.5;
    QTest::newRow("half a micrometre, inch") << QStringLiteral("resunit=inch,xres=2000,yres=2000") << 0.5;
    QTest::newRow("quarter") << QStringLiteral("resunit=cm,xres=4000,yres=4000") << 0.25;
    QTest::newRow("coarse but believed") << QStringLiteral("resunit=cm,xres=50.5,yres=50.5") << 1000 / 50.5;
    QTest::newRow("72 dpi") << QStringLiteral("resunit=inch,xres=2.834646,yres=2.834646") << 0.0;
    QTest::newRow("96 dpi") << QStringLiteral("resunit=inch,xres=3.779528,yres=3.779528") << 0.0;
    QTest::newRow("300 dpi") << QStringLiteral("resunit=cm,xres=11.811,yres=11.811") << 0.0;
    QTest::newRow("600 dpi") << QStringLiteral("resunit=cm,xres=23.622,yres=23.622") << 0.0;
}

void TestSlideOpening::readsResolution()
{
    QFETCH(QString, options);
    QFETCH(double, mpp);
    const TemporaryFolder folder;
    writeTiledSlide(folder / "slide.tif", 300, 300, grey, options.toStdString());
    const SlideInfo info = openSlide(folder / "slide.tif")->info();
    QVERIFY2((info.mppX.has_value() == (mpp > 0)), std::to_string(info.mppX.value_or(0)).c_str());
    QCOMPARE(info.mppY.has_value(), mpp > 0);
    if (mpp > 0) {
        QVERIFY(std::abs(*info.mppX - mpp) < 1e-5 * mpp);
        QVERIFY(std::abs(*info.mppY - mpp) < 1e-5 * mpp);
    }
}

void TestSlideOpening::disbelievesImpossibleResolution()
{
    using namespace std::string_literals;
    const TemporaryFolder folder;
    writeTiledSlide(folder / "slide.tif", 300, 300, grey, "resunit=cm,xres=1234,yres=1234");
    const std::string whole = read(folder / "slide.tif");
    const std::string stored = "\x34\x30\0\0\x01\0\0\0"s; // 12340/1 px a centimetre
    QVERIFY(whole.find(stored) != std::string::npos);
    for (const std::string& fraction :
         {"\0\0\0\0\x01\0\0\0"s, "\0\0\0\0\0\0\0\0"s, "\x34\x30\0\0\0\0\0\0"s, "\xff\xff\xff\xff\x01\0\0\0"s}) {
        std::string bytes = whole;
        for (size_t at = bytes.find(stored); at != std::string::npos; at = bytes.find(stored, at + 1))
            bytes.replace(at, stored.size(), fraction);
        write(folder / "slide.tif", bytes);
        const SlideInfo info = openSlide(folder / "slide.tif")->info();
        QVERIFY(!info.mppX && !info.mppY);
    }
}

void TestSlideOpening::readsNumbersInAnyLocale()
{
    // C++ streams with a decimal comma, and C functions too where such a locale is installed.
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new DecimalComma));
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"})
        std::setlocale(LC_NUMERIC, name);
    const TemporaryFolder folder;
    writeTiledSlide(folder / "slide.tif", 300, 300, grey, "resunit=cm,xres=2500,yres=2500");
    const SlideInfo info = openSlide(folder / "slide.tif")->info();
    std::locale::global(before);
    std::setlocale(LC_NUMERIC, "C");
    QVERIFY(info.mppX && std::abs(*info.mppX - 0.4) < 1e-6);
}

void TestSlideOpening::saysWhyNot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const std::string& bytes, const char* sentence) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << QString::fromUtf8(sentence);
    };
    using namespace std::string_literals;
    const char* unknown = "This is not a slide of a format that OpenSlide reads";
    const char* damaged = "The image cannot be read: ";
    const char* cutShort = "The file is cut short: ";
    row("empty", "", "The file is empty");
    row("text", "not a slide\n", unknown);
    row("one byte", "I", unknown);
    row("zeros", std::string(5000, '\0'), unknown);
    row("gzip", "\x1f\x8b\x08\0\0\0\0\0"s, unknown);
    row("HDF5", "\x89HDF\r\n\x1a\n"s + std::string(100, '\0'), unknown);
    row("TIFF magic only", "II*\0"s, cutShort);
    row("TIFF whose directory is beyond the end", "II*\0\xff\xff\xff\x7f"s, cutShort);
    row("TIFF whose directory is itself", "II*\0\x08\0\0\0\x01\0\0\x01\x04\0\x01\0\0\0\x10\0\0\0\x08\0\0\0"s, damaged);
    row("TIFF of a million tags", "II*\0\x08\0\0\0\xff\xff"s + std::string(200, '\x01'), damaged);
    row("BigTIFF magic only", "II+\0\x08\0\0\0"s, cutShort);
    row("big-endian TIFF magic only", "MM\0*\0\0\0\x08"s, cutShort);
    row("JPEG magic only", "\xff\xd8\xff"s, damaged);
    row("JPEG of rubbish", "\xff\xd8\xff\xe0"s + std::string(300, '\x55'), damaged);
    row("PNG magic only", "\x89PNG\r\n\x1a\n"s, damaged);
    row("PNG header only", pngHeader(100, 100), "");
    row("PNG of no size", pngHeader(0, 0), damaged);
    row("PNG too large", pngHeader(300000, 300000), "");
    row("DICOM", std::string(128, '\0') + "DICM" + std::string(100, '\0'),
        "This is a DICOM file; reading it needs OpenSlide 4, and this is OpenSlide 3");
    row("Hamamatsu VMS of rubbish", "[Virtual Microscope Specimen]\nNoLayers=1000000000\n", "");
    row("MIRAX index without its folder", "[GENERAL]\n", "");
}

void TestSlideOpening::saysWhyNot()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const TemporaryFolder folder;
    for (const char* name : {"a.svs", "a.tif", "a.mrxs", "a.vms", "a.jpg"}) {
        write(folder / name, bytes.toStdString());
        const std::string said = sentenceOf(folder / name);
        QVERIFY2(said.starts_with(sentence.toStdString()), said.c_str());
        QVERIFY2(!said.starts_with("("), said.c_str()); // an Error, and no other exception
        QVERIFY2(!said.empty() && said.find('\n') == std::string::npos, said.c_str());
    }
}

void TestSlideOpening::saysWhyNotWithoutAName()
{
    const TemporaryFolder folder;
    QCOMPARE(sentenceOf(folder / "missing.svs"), std::string("There is no such file"));
    QCOMPARE(sentenceOf({}), std::string("There is no such file"));
    QCOMPARE(sentenceOf(folder.path()), std::string("This is a folder, not an image file"));
    QCOMPARE(sentenceOf("/dev/null"), std::string("This is not an ordinary file"));
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    QCOMPARE(sentenceOf(folder / "pipe"), std::string("This is not an ordinary file")); // and does not wait for a writer
    std::filesystem::create_symlink(folder / "nowhere", folder / "link");
    QCOMPARE(sentenceOf(folder / "link"), std::string("There is no such file"));
}

void TestSlideOpening::namesFileAndHint()
{
    const TemporaryFolder folder;
    writeRgb(folder / "photo.jpg", 40, 30, grey);
    writeRgb(folder / "photo.png", 40, 30, grey);
    writeRgb(folder / "photo.tif", 40, 30, grey);
    for (const char* name : {"photo.jpg", "photo.png", "photo.tif"}) {
        const std::string line = errorOf([&] { openSlide(folder / name); });
        QVERIFY2(line.starts_with("This is a plain image, not a whole-slide image with levels — "), line.c_str());
        QVERIFY2(line.find((folder / name).string()) != std::string::npos, line.c_str());
        QVERIFY2(line.ends_with("(import it first: spacrd import IMAGE -o SLIDE.tif)"), line.c_str());
        QVERIFY(isPlainImage(folder / name));
    }
    writeTiledSlide(folder / "slide.tif", 300, 300, grey);
    QVERIFY(!isPlainImage(folder / "slide.tif"));
    QVERIFY(!isPlainImage(folder / "missing"));
    QVERIFY(!isPlainImage(folder.path()));
}

void TestSlideOpening::refusesDamagedTiff()
{
    const TemporaryFolder folder;
    writeTiledSlide(folder / "slide.tif", 1000, 1000, grey, "pyramid");
    const std::string whole = read(folder / "slide.tif");
    int refused = 0;
    for (size_t part = 1; part < 20; ++part) {
        write(folder / "cut.tif", whole.substr(0, whole.size() * part / 20));
        const std::string line = errorOf([&] { openSlide(folder / "cut.tif")->readRegion(0, 0, 0, 1000, 1000); });
        QVERIFY2(!line.starts_with("(another"), line.c_str());
        refused += line.starts_with("(nothing") ? 0 : 1;
    }
    QVERIFY(refused >= 15);
    // One byte at a time over the header and the directories: refused or read, never a crash or another exception.
    for (size_t at = 0; at < whole.size(); at += whole.size() / 300 + 1) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        write(folder / "bent.tif", bytes);
        const std::string line = errorOf([&] { openSlide(folder / "bent.tif")->readRegion(0, 0, 0, 300, 300); });
        QVERIFY2(!line.starts_with("(another"), line.c_str());
    }
}

QTEST_APPLESS_MAIN(TestSlideOpening)
#include "test_slide_opening.moc"
