#include "core/base/task.h"
#include "core/slide/import.h"
#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

std::uint32_t halves(int x, int)
{
    return x < 150 ? 0xc81e1eU : 0x1e1ec8U;
}

bool near(std::uint32_t pixel, int r, int g, int b, int by = 6)
{
    return std::abs(red(pixel) - r) <= by && std::abs(green(pixel) - g) <= by && std::abs(blue(pixel) - b) <= by;
}

std::shared_ptr<const Slide> imported(const fs::path& image, const ImportOptions& options = {})
{
    Task task;
    const fs::path target = image.string() + ".pyramid.tif";
    importImage(image, target, options, task);
    return openSlide(target);
}

size_t filesIn(const fs::path& folder)
{
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder), {}));
}

} // namespace

class TestImageImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAPyramid_data();
    void makesAPyramid();
    void keepsResolution();
    void turnsUpright_data();
    void turnsUpright();
    void flattensAlpha();
    void takesGrey();
    void takesTinyImages();
    void carriesNoMetadata();
    void reportsProgress();
    void stops();
    void importsInManyThreads();
};

void TestImageImport::makesAPyramid_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("options");
    QTest::newRow("JPEG") << QStringLiteral("jpg") << QStringLiteral("Q=95");
    QTest::newRow("progressive JPEG") << QStringLiteral("jpg") << QStringLiteral("Q=95,interlace");
    QTest::newRow("PNG") << QStringLiteral("png") << QString();
    QTest::newRow("interlaced PNG") << QStringLiteral("png") << QStringLiteral("interlace");
    QTest::newRow("palette PNG") << QStringLiteral("png") << QStringLiteral("palette");
    QTest::newRow("TIFF") << QStringLiteral("tif") << QString();
    QTest::newRow("LZW TIFF") << QStringLiteral("tiff") << QStringLiteral("compression=lzw");
    QTest::newRow("BigTIFF") << QStringLiteral("tif") << QStringLiteral("bigtiff");
    QTest::newRow("tiled TIFF") << QStringLiteral("tif") << QStringLiteral("tile");
}

void TestImageImport::makesAPyramid()
{
    QFETCH(QString, ending);
    QFETCH(QString, options);
    const TemporaryFolder folder;
    const fs::path image = folder / ("image." + ending.toStdString());
    writeRgb(image, 700, 530, halves, options.toStdString());
    const auto slide = imported(image);
    QCOMPARE(slide->info().vendor, std::string("generic-tiff"));
    QCOMPARE(slide->info().width(), 700LL);
    QCOMPARE(slide->info().height(), 530LL);
    QCOMPARE(slide->info().levels.size(), size_t(3));
    QVERIFY(!slide->info().mppX);
    QVERIFY(near(slide->readRegion(0, 20, 500, 1, 1).at(0, 0), 200, 30, 30));
    QVERIFY(near(slide->readRegion(0, 650, 500, 1, 1).at(0, 0), 30, 30, 200));
    QVERIFY(near(slide->readRegion(2, 20, 100, 1, 1).at(0, 0), 200, 30, 30));
    QVERIFY(near(slide->readRegion(2, 160, 100, 1, 1).at(0, 0), 30, 30, 200));
    QCOMPARE(filesIn(folder.path()), size_t(2));
}

void TestImageImport::keepsResolution()
{
    const TemporaryFolder folder;
    writeRgb(folder / "plain.tif", 40, 40, halves, "xres=4000,yres=4000,resunit=cm");
    QVERIFY(std::abs(imported(folder / "plain.tif")->info().mppX.value_or(0) - 0.25) < 1e-6);
    QVERIFY(std::abs(imported(folder / "plain.tif", {0.4991})->info().mppX.value_or(0) - 0.4991) < 1e-6);
    QVERIFY(std::abs(imported(folder / "plain.tif", {0.4991})->info().mppY.value_or(0) - 0.4991) < 1e-6);
    writeRgb(folder / "screen.png", 40, 40, halves); // 72 dpi means that nobody knew
    QVERIFY(!imported(folder / "screen.png")->info().mppX);
    const auto refusal = [&](const ImportOptions& options) {
        Task task;
        return errorOf([&] { importImage(folder / "screen.png", folder / "none.tif", options, task); });
    };
    for (const double nonsense : {0.0, -0.5, 25.0, 1e-6, std::nan(""), static_cast<double>(INFINITY)})
        QVERIFY(refusal({nonsense}).find(" µm per pixel cannot be right — ") != std::string::npos);
}

void TestImageImport::turnsUpright_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("x"); // where the marked corner of the stored image must be
    QTest::addColumn<int>("y");
    QTest::newRow("1") << 1 << 320 << 0 << 0;
    QTest::newRow("2") << 2 << 320 << 319 << 0;
    QTest::newRow("3") << 3 << 320 << 319 << 199;
    QTest::newRow("4") << 4 << 320 << 0 << 199;
    QTest::newRow("5") << 5 << 200 << 0 << 0;
    QTest::newRow("6") << 6 << 200 << 199 << 0;
    QTest::newRow("7") << 7 << 200 << 199 << 319;
    QTest::newRow("8") << 8 << 200 << 0 << 319;
}

void TestImageImport::turnsUpright()
{
    QFETCH(int, orientation);
    QFETCH(int, width);
    QFETCH(int, x);
    QFETCH(int, y);
    const TemporaryFolder folder;
    writeOriented(
        folder / "photo.jpg", 320, 200, [](int px, int py) { return px < 48 && py < 48 ? 0xff0000U : 0xffffffU; }, orientation);
    const auto slide = imported(folder / "photo.jpg");
    QCOMPARE(slide->info().width(), static_cast<long long>(width));
    QCOMPARE(slide->info().height(), static_cast<long long>(520 - width));
    QVERIFY(near(slide->readRegion(0, x, y, 1, 1).at(0, 0), 255, 0, 0, 12));
    const long long oppositeX = width - 1 - x;
    const long long oppositeY = 520 - width - 1 - y;
    QVERIFY(near(slide->readRegion(0, oppositeX, oppositeY, 1, 1).at(0, 0), 255, 255, 255));
    QCOMPARE(filesIn(folder.path()), size_t(2)); // and no scratch file
}

void TestImageImport::flattensAlpha()
{
    const TemporaryFolder folder;
    const auto rgba = [](int x, int, int band) -> std::uint8_t { return band < 3 ? 20 : x < 100 ? 255 : x < 200 ? 128 : 0; };
    writeBands(folder / "rgba.png", 300, 100, 4, rgba);
    const auto colour = imported(folder / "rgba.png");
    QVERIFY(near(colour->readRegion(0, 50, 50, 1, 1).at(0, 0), 20, 20, 20));
    QVERIFY(near(colour->readRegion(0, 150, 50, 1, 1).at(0, 0), 137, 137, 137)); // 20 × 128/255 + 255 × 127/255
    QVERIFY(near(colour->readRegion(0, 250, 50, 1, 1).at(0, 0), 255, 255, 255));
    writeBands(folder / "ga.png", 300, 100, 2, [](int x, int, int band) -> std::uint8_t {
        return band == 0 ? 20 : x < 100 ? 255 : 0;
    });
    const auto grey = imported(folder / "ga.png");
    QVERIFY(near(grey->readRegion(0, 50, 50, 1, 1).at(0, 0), 20, 20, 20));
    QVERIFY(near(grey->readRegion(0, 250, 50, 1, 1).at(0, 0), 255, 255, 255));
}

void TestImageImport::takesGrey()
{
    const TemporaryFolder folder;
    for (const char* name : {"grey.png", "grey.jpg", "grey.tif"}) {
        writeBands(folder / name, 300, 300, 1, [](int, int, int) -> std::uint8_t { return 77; });
        QVERIFY(near(imported(folder / name)->readRegion(0, 150, 150, 1, 1).at(0, 0), 77, 77, 77, 2));
    }
}

void TestImageImport::takesTinyImages()
{
    const TemporaryFolder folder;
    writeRgb(folder / "tiny.png", 1, 1, [](int, int) { return 0x6496c8U; });
    const auto slide = imported(folder / "tiny.png");
    QCOMPARE(slide->info().width(), 1LL);
    QVERIFY(near(slide->readRegion(0, 0, 0, 1, 1).at(0, 0), 100, 150, 200));
    QCOMPARE(slide->readRegion(0, 1, 0, 1, 1).at(0, 0), 0xffffffffU);
}

void TestImageImport::carriesNoMetadata()
{
    const TemporaryFolder folder;
    writeRgb(folder / "named.tif", 300, 300, halves);
    const std::string name = "DOE^JANE 1970";
    std::string bytes = read(folder / "named.tif");
    writeOriented(folder / "named.jpg", 300, 300, halves, 1);
    bytes = read(folder / "named.jpg");
    bytes.insert(2, "\xff\xfe" + std::string({0, static_cast<char>(name.size() + 2)}) + name); // a JPEG comment
    write(folder / "named.jpg", bytes);
    imported(folder / "named.jpg");
    QCOMPARE(read(folder / "named.jpg.pyramid.tif").find(name), std::string::npos);
}

void TestImageImport::reportsProgress()
{
    const TemporaryFolder folder;
    writeRgb(folder / "a.png", 2000, 3000, halves);
    std::vector<Progress> seen;
    const auto thread = std::this_thread::get_id();
    bool sameThread = true;
    Task task({}, [&](const Progress& progress) {
        seen.push_back(progress);
        sameThread = sameThread && std::this_thread::get_id() == thread;
    });
    importImage(folder / "a.png", folder / "a.tif", {}, task);
    QVERIFY(sameThread);
    QVERIFY(seen.size() >= 2);
    QCOMPARE(seen.front().total, std::int64_t(3000));
    QCOMPARE(seen.back().done, std::int64_t(3000));
    QCOMPARE(QString::fromUtf8(seen.back().stage), QStringLiteral("Writing the pyramid"));
    for (size_t i = 1; i < seen.size(); ++i)
        QVERIFY(seen[i].done >= seen[i - 1].done);
}

void TestImageImport::stops()
{
    const TemporaryFolder folder;
    writeRgb(
        folder / "a.png", 4000, 6000, [](int x, int y) { return static_cast<std::uint32_t>(x * 31 + y * y); }, "compression=1");
    for (const bool before : {true, false}) {
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now();
        Task task(stop.get_token(), [&](const Progress& progress) {
            if (progress.done > 0 && !stop.stop_requested()) {
                asked = std::chrono::steady_clock::now();
                stop.request_stop();
            }
        });
        if (before)
            stop.request_stop();
        bool cancelled = false;
        try {
            importImage(folder / "a.png", folder / "a.tif", {}, task);
        } catch (const Cancelled&) {
            cancelled = true;
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count();
        QVERIFY(cancelled);
        QVERIFY2(seconds < 1.0, qPrintable(QString::number(seconds)));
        QCOMPARE(filesIn(folder.path()), size_t(1));
    }
}

void TestImageImport::importsInManyThreads()
{
    const TemporaryFolder folder;
    writeRgb(folder / "a.jpg", 700, 530, halves, "Q=95");
    std::atomic<int> right{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                Task task;
                const fs::path target = folder / (std::to_string(t % 2) + ".tif"); // two write the same file
                importImage(folder / "a.jpg", target, {0.5}, task);
                right += openSlide(target)->info().width() == 700 ? 1 : 0;
            });
        }
    }
    QCOMPARE(right.load(), 4);
    QCOMPARE(filesIn(folder.path()), size_t(3));
}

QTEST_APPLESS_MAIN(TestImageImport)
#include "test_image_import.moc"
