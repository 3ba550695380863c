#include "core/base/task.h"
#include "core/slide/import.h"
#include "core/slide/slide.h"
#include "tests/support/testdata.h"

#include <chrono>
#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

size_t filesIn(const fs::path& folder)
{
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder), {}));
}

} // namespace

class TestImportReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void her2stSection();
    void stopsAtAnyTime();
    void others_data();
    void others();
    void refusesMultiChannel();
};

void TestImportReal::initTestCase()
{
    SPACRD_NEED_DATA();
}

void TestImportReal::her2stSection()
{
    const TemporaryFolder folder;
    const auto start = std::chrono::steady_clock::now();
    Task task;
    importImage(dataFolder() / "her2st/C2/image.jpg", folder / "c2.tif", {0.6961}, task);
    const double seconds = secondsSince(start);
    qInfo("C2 imported in %.2f s, %.1f MB", seconds, static_cast<double>(fs::file_size(folder / "c2.tif")) / 1e6);
    QVERIFY2(seconds < 30, qPrintable(QString::number(seconds))); // 1–2 s on two idle cores
    const auto slide = openSlide(folder / "c2.tif");
    QCOMPARE(slide->info().width(), 9274LL);
    QCOMPARE(slide->info().height(), 9911LL);
    QCOMPARE(slide->info().levels.size(), size_t(7));
    QVERIFY(std::abs(slide->info().mppX.value_or(0) - 0.6961) < 1e-6);

    // The same pixels as the pyramid that was made elsewhere from the same picture, at every level, up to JPEG.
    const auto other = openSlide(dataFolder() / "slides_more/her2st_C2_pyramid.tif");
    for (int level = 0; level < 7; ++level) {
        QCOMPARE(slide->info().levels[static_cast<size_t>(level)].width, other->info().levels[static_cast<size_t>(level)].width);
        QCOMPARE(slide->info().levels[static_cast<size_t>(level)].height,
                 other->info().levels[static_cast<size_t>(level)].height);
        const long long at = 4000 >> level;
        const int side = 1024 >> level;
        const Image ours = slide->readRegion(level, at, at, side, side);
        const Image theirs = other->readRegion(level, at, at, side, side);
        double difference = 0;
        for (size_t i = 0; i < ours.pixels.size(); ++i)
            difference += std::abs(green(ours.pixels[i]) - green(theirs.pixels[i]));
        difference /= static_cast<double>(ours.pixels.size());
        qInfo("level %d: %.2f", level, difference);
        QVERIFY2(difference < 8.0, qPrintable(QString::fromLatin1("level %1: %2").arg(level).arg(difference)));
    }
}

void TestImportReal::stopsAtAnyTime()
{
    for (const double part : {0.0, 0.1, 0.5, 0.95}) {
        const TemporaryFolder folder;
        std::stop_source stop;
        auto asked = std::chrono::steady_clock::now();
        Task task(stop.get_token(), [&](const Progress& progress) {
            if (progress.fraction >= part && !stop.stop_requested()) {
                asked = std::chrono::steady_clock::now();
                stop.request_stop();
            }
        });
        bool cancelled = false;
        try {
            importImage(dataFolder() / "her2st/C2/image.jpg", folder / "c2.tif", {}, task);
        } catch (const Cancelled&) {
            cancelled = true;
        }
        const double seconds = secondsSince(asked);
        qInfo("stopped %.0f ms after being asked at %.0f %%", seconds * 1000, part * 100);
        QVERIFY(cancelled);
        QVERIFY2(seconds < 1.0, qPrintable(QString::number(seconds)));
        QCOMPARE(filesIn(folder.path()), size_t(0));
    }
}

void TestImportReal::others_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    const auto row = [](const char* file, int width, int height) {
        QTest::newRow(file) << QString::fromUtf8(file) << width << height;
    };
    row("bcss_breast_he/1008.jpg", 3584, 2560);
    row("crc_tiles/TUM-AACHEHDV.tif", 224, 224);
    row("tissue_thumbs/tcga-green-pen.png", 754, 631); // with alpha
    row("tissue_thumbs/tcga-red-pen.png", 471, 448);   // with alpha
    row("tissue_thumbs/diagnostic-slide-thumb-rgb.png", 468, 525);
    row("anndata/NCBI858_xenium_lung.jpg", 1431, 1249);
    row("slides_more/test_orient6.tif", 180, 120); // lying: turned
}

void TestImportReal::others()
{
    QFETCH(QString, file);
    QFETCH(int, width);
    QFETCH(int, height);
    const TemporaryFolder folder;
    Task task;
    importImage(dataFolder() / file.toStdString(), folder / "out.tif", {}, task);
    const auto slide = openSlide(folder / "out.tif");
    QCOMPARE(slide->info().width(), static_cast<long long>(width));
    QCOMPARE(slide->info().height(), static_cast<long long>(height));
    QVERIFY(!slide->info().mppX);
    QCOMPARE(slide->readRegion(0, 0, 0, width, height).pixels.size(), static_cast<size_t>(width) * static_cast<size_t>(height));
}

void TestImportReal::refusesMultiChannel()
{
    const TemporaryFolder folder;
    Task task;
    const fs::path image = dataFolder() / "slides_more/small_vectra.qptiff";
    QVERIFY(!isPlainImage(image));
    QVERIFY(errorOf([&] {
                importImage(image, folder / "out.tif", {}, task);
            }).starts_with("The image has several channels on 6 pages"));
    QVERIFY(errorOf([&] {
                importImage(dataFolder() / "slides_more/small_dicom.dcm", folder / "out.tif", {}, task);
            }).starts_with("This is not a JPEG, PNG or TIFF image — "));
    QCOMPARE(filesIn(folder.path()), size_t(0));
}

QTEST_APPLESS_MAIN(TestImportReal)
#include "test_import_real.moc"
