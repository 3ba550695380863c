#include "core/base/task.h"
#include "core/slide/import.h"
#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

std::uint32_t halves(int x, int)
{
    return x < 150 ? 0xc81e1eU : 0x1e1ec8U;
}

std::string refusal(const fs::path& image)
{
    Task task;
    const fs::path target = image.string() + ".pyramid.tif";
    std::string line = errorOf([&] { importImage(image, target, {}, task); });
    return fs::exists(target) ? "(a file was left) " + line : line;
}

size_t filesIn(const fs::path& folder)
{
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder), {}));
}

} // namespace

class TestImportRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses();
    void refusesDamaged_data();
    void refusesDamaged();
    void replacesWhole();
};

void TestImportRefusals::refuses()
{
    const TemporaryFolder folder;
    write16Bit(folder / "deep.png", 40, 40, 3);
    QVERIFY(refusal(folder / "deep.png").starts_with("The image has 16 bits a channel; only 8 are imported — "));
    write16Bit(folder / "deep.tif", 40, 40, 1);
    QVERIFY(refusal(folder / "deep.tif").starts_with("The image has 16 bits a channel; only 8 are imported — "));
    writeBands(folder / "many.tif", 40, 40, 7, [](int, int, int) -> std::uint8_t { return 9; });
    QVERIFY2(refusal(folder / "many.tif").starts_with("The image has 7 channels; only grey and RGB images are imported — "),
             refusal(folder / "many.tif").c_str());
    writePages(folder / "channels.tif", 60, 40, 5, 1);
    QVERIFY2(refusal(folder / "channels.tif").starts_with("The image has several channels on 5 pages"),
             refusal(folder / "channels.tif").c_str());
    QVERIFY(errorOf([&] { openSlide(folder / "channels.tif"); }).starts_with("The image has several channels on 5 pages"));
    writePages(folder / "sections.tif", 60, 40, 3, 3);
    QVERIFY(refusal(folder / "sections.tif").starts_with("The file holds 3 pages with several pictures of the same size — "));
    for (const char* name : {"deep.png", "many.tif", "channels.tif", "sections.tif"})
        QVERIFY(!isPlainImage(folder / name));

    write(folder / "bomb.png", pngHeader(250000, 10));
    QVERIFY(refusal(folder / "bomb.png").starts_with("The image cannot be read: "));
    writeBands(folder / "long.png", 200001, 1, 1, [](int, int, int) -> std::uint8_t { return 9; });
    QVERIFY(refusal(folder / "long.png").starts_with("The image says it has 200001 × 1 pixels, which is too large — "));
    QVERIFY(refusal(folder / "missing.png").starts_with("There is no such file — "));
    QVERIFY(refusal(folder.path()).starts_with("This is a folder, not an image file — "));
    write(folder / "text.png", "hello");
    QVERIFY(refusal(folder / "text.png").starts_with("This is not a JPEG, PNG or TIFF image — "));

    writeRgb(folder / "good.png", 40, 40, halves);
    Task task;
    QVERIFY(errorOf([&] {
                importImage(folder / "good.png", folder / "good.png", {}, task);
            }).starts_with("The image would be overwritten by its own pyramid — "));
    QVERIFY(errorOf([&] {
                importImage(folder / "good.png", folder / "none/x.tif", {}, task);
            }).starts_with("The file could not be written"));
}

void TestImportRefusals::refusesDamaged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("options");
    QTest::newRow("JPEG") << QStringLiteral("a.jpg") << QString();
    QTest::newRow("progressive JPEG") << QStringLiteral("a.jpg") << QStringLiteral("interlace");
    QTest::newRow("PNG") << QStringLiteral("a.png") << QString();
    QTest::newRow("interlaced PNG") << QStringLiteral("a.png") << QStringLiteral("interlace");
    QTest::newRow("TIFF") << QStringLiteral("a.tif") << QStringLiteral("compression=none");
    QTest::newRow("LZW TIFF") << QStringLiteral("a.tif") << QStringLiteral("compression=lzw");
}

void TestImportRefusals::refusesDamaged()
{
    QFETCH(QString, name);
    QFETCH(QString, options);
    const TemporaryFolder folder;
    const fs::path image = folder / name.toStdString();
    // Not compressible, so that every part of the file matters.
    writeRgb(
        image, 300, 300, [](int x, int y) { return static_cast<std::uint32_t>(x * x * 31 + y * y * 17 + x * y * 7) & 0xffffffU; },
        options.toStdString());
    const std::uintmax_t size = fs::file_size(image);
    const std::string whole = read(image);
    for (const int percent : {90, 50, 20, 2}) {
        write(image, whole.substr(0, size * static_cast<std::uintmax_t>(percent) / 100));
        const std::string line = refusal(image);
        QVERIFY2(line.starts_with("The image can") || line.starts_with("The file is cut short: "),
                 (std::to_string(percent) + " %: " + line).c_str());
        QVERIFY2(line.find('\n') == std::string::npos, line.c_str());
        QCOMPARE(filesIn(folder.path()), size_t(1));
    }
}

void TestImportRefusals::replacesWhole()
{
    const TemporaryFolder folder;
    writeRgb(folder / "a.png", 300, 300, halves);
    write(folder / "a.png.pyramid.tif", "an older file");
    Task task;
    importImage(folder / "a.png", folder / "a.png.pyramid.tif", {}, task);
    QCOMPARE(openSlide(folder / "a.png.pyramid.tif")->info().width(), 300LL);
    // A failed import leaves the older one.
    fs::resize_file(folder / "a.png", fs::file_size(folder / "a.png") / 2);
    const std::string before = read(folder / "a.png.pyramid.tif");
    QVERIFY(refusal(folder / "a.png").find("The image can") != std::string::npos);
    QVERIFY(read(folder / "a.png.pyramid.tif") == before);
}

QTEST_APPLESS_MAIN(TestImportRefusals)
#include "test_import_refusals.moc"
