#include "core/slide/pyramid.h"
#include "core/slide/slide.h"
#include "tests/support/testdata.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

using namespace spacrd;
using namespace spacrd::test;

namespace {

std::filesystem::path slideNamed(const char* name)
{
    const std::filesystem::path path = dataFolder() / "slides" / name;
    return std::filesystem::exists(path) ? path : dataFolder() / "slides_more" / name;
}

std::string refusal(const std::filesystem::path& path)
{
    return errorOf([&] { openSlide(path); });
}

/// Mean brightness, 0…255.
double mean(const Image& image)
{
    double sum = 0;
    for (const std::uint32_t pixel : image.pixels)
        sum += red(pixel) + green(pixel) + blue(pixel);
    return sum / (3.0 * static_cast<double>(image.pixels.size()));
}

} // namespace

class TestSlideReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cmu1SmallRegion();
    void smallSvs();
    void unreadableSvs();
    void tcgaSvs();
    void her2stPyramid();
    void boxes();
    void coarseTiffs();
    void zstd();
    void refusals_data();
    void refusals();
    void levelsAgree();
    void manyThreadsReadTheSame();
};

void TestSlideReal::initTestCase()
{
    SPACRD_NEED_DATA();
}

void TestSlideReal::cmu1SmallRegion()
{
    const auto slide = openSlide(slideNamed("CMU-1-Small-Region.svs"));
    const SlideInfo& info = slide->info();
    QCOMPARE(info.vendor, std::string("aperio"));
    QCOMPARE(info.width(), 2220LL);
    QCOMPARE(info.height(), 2967LL);
    QCOMPARE(info.levels.size(), size_t(1));
    QCOMPARE(info.mppX.value_or(0), 0.499);
    QCOMPARE(info.mppY.value_or(0), 0.499);
    QCOMPARE(info.objective.value_or(0), 20.0);
    QVERIFY((info.level0Bounds == Rect{0, 0, 2220, 2967}));
    QVERIFY((info.associated == std::vector<std::string>{"label", "macro", "thumbnail"}));
    QCOMPARE(slide->readRegion(0, 0, 0, 1, 1).at(0, 0), 0xffddb6ddU);
    const Image label = slide->readAssociated("label");
    QVERIFY(label.width > 50 && label.height > 50);
    QVERIFY(slide->readAssociated("macro").width > label.width);
    QVERIFY(errorOf([&] { slide->readAssociated("photo"); }).starts_with("The slide holds no image named photo — "));
    const Image thumbnail = readScaled(*slide, info.level0Bounds, 222, 297);
    QVERIFY(std::abs(mean(thumbnail) - mean(slide->readRegion(0, 0, 0, 2220, 2967))) < 0.7);
}

void TestSlideReal::smallSvs()
{
    const auto slide = openSlide(slideNamed("small.svs"));
    QCOMPARE(slide->info().width(), 16LL);
    QCOMPARE(slide->readRegion(0, 0, 0, 1, 1).at(0, 0), 0xfff5f3fcU);
    QCOMPARE(slide->readRegion(0, 10, 10, 20, 20).at(19, 19), 0xffffffffU);
}

void TestSlideReal::unreadableSvs()
{
    const auto slide = openSlide(slideNamed("unreadable.svs"));
    QCOMPARE(slide->info().width(), 16LL);
    std::atomic<int> refused{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 10; ++i)
                    refused +=
                        errorOf([&] { slide->readRegion(0, 0, 0, 16, 16); }).starts_with("A part of the slide cannot be read: ")
                            ? 1
                            : 0;
            });
        }
    }
    QCOMPARE(refused.load(), 40);
    QVERIFY(errorOf([&] { readScaled(*slide, {0, 0, 16, 16}, 4, 4); }).starts_with("A part of the slide cannot be read: "));
}

void TestSlideReal::tcgaSvs()
{
    const auto slide = openSlide(slideNamed("tcga-cr-7395-01a-01-ts1.svs")); // JPEG 2000 tiles
    QCOMPARE(slide->info().width(), 4443LL);
    QCOMPARE(slide->info().levels.size(), size_t(2));
    QVERIFY(!slide->info().mppX && !slide->info().objective); // and none is invented
    const Image image = readScaled(*slide, slide->info().level0Bounds, 444, 356);
    QVERIFY(mean(image) > 100 && mean(image) < 250);
}

void TestSlideReal::her2stPyramid()
{
    const auto slide = openSlide(slideNamed("her2st_C2_pyramid.tif"));
    const SlideInfo& info = slide->info();
    QCOMPARE(info.width(), 9274LL);
    QCOMPARE(info.height(), 9911LL);
    QCOMPARE(info.levels.size(), size_t(7));
    QVERIFY(std::abs(info.mppX.value_or(0) - 10000 / 14365.6279296875) < 1e-9);
    QVERIFY(std::abs(info.mppX.value_or(0) - 0.6961) < 1e-4);
    QCOMPARE(bestLevelFor(info, 32.0), 5); // OpenSlide says 32.08; 9274 and 9911 halve five times to 289 × 309
    QCOMPARE(info.levels[5].downsample, 32.0);
    QCOMPARE(tileColumns(info.levels[0]), 37); // tiles of 256 px, as in the file
    QCOMPARE(tileRows(info.levels[0]), 39);
}

void TestSlideReal::boxes()
{
    const auto slide = openSlide(slideNamed("boxes.tiff"));
    // The fourth level, 37 px wide in tiles of 64 px, would come out sheared.
    QCOMPARE(slide->info().levels.size(), size_t(3));
    QVERIFY(!slide->info().mppX); // 72 dpi
    const Image image = slide->readRegion(0, 0, 0, 300, 250);
    QCOMPARE(image.at(4, 4), 0xffffffffU);
    QCOMPARE(image.at(60, 50), 0xffff0000U);
    QCOMPARE(image.at(120, 100), 0xff0000ffU);
    QCOMPARE(image.at(220, 150), 0xff00ff00U);
    const Image half = readScaled(*slide, {0, 0, 300, 250}, 150, 125);
    QCOMPARE(half.at(30, 25), 0xffff0000U);
    QCOMPARE(half.at(60, 50), 0xff0000ffU);
    QCOMPARE(half.at(110, 75), 0xff00ff00U);
    for (int level = 1; level < 3; ++level) {
        const double by = slide->info().levels[static_cast<size_t>(level)].downsample;
        const auto at = [&](double x, double y) {
            return slide->readRegion(level, std::llround(x / by), std::llround(y / by), 1, 1).at(0, 0);
        };
        QVERIFY2(red(at(70, 60)) > 240 && blue(at(70, 60)) < 15, qPrintable(QString::number(at(70, 60), 16)));
        QVERIFY(blue(at(120, 120)) > 240 && red(at(120, 120)) < 15);
    }
}

void TestSlideReal::coarseTiffs()
{
    const SlideInfo thumbnail = openSlide(slideNamed("CMU-1-small.tiff"))->info();
    QCOMPARE(thumbnail.levels.size(), size_t(3));
    QVERIFY(std::abs(thumbnail.mppX.value_or(0) - 10000.0 / 3130.0) < 1e-9);
    const auto grey = openSlide(slideNamed("test_orient6.tif")); // one band
    QCOMPARE(grey->info().width(), 120LL);
    const std::uint32_t pixel = grey->readRegion(0, 60, 90, 1, 1).at(0, 0);
    QCOMPARE(red(pixel), blue(pixel));
}

void TestSlideReal::zstd()
{
    // libtiff may be built without zstd: then one sentence, else pixels.
    const auto path = slideNamed("yb10kx5k.zstd.tiff");
    Image image;
    const std::string line = errorOf([&] { image = readScaled(*openSlide(path), {0, 0, 10000, 5000}, 100, 50); });
    if (line == "(nothing thrown)")
        QVERIFY(std::ranges::any_of(image.pixels, [](std::uint32_t pixel) { return pixel != 0xffffffffU; }));
    else
        QVERIFY2(line.starts_with("OpenSlide cannot open this slide: ")
                     || line.starts_with("A part of the slide cannot be read: "),
                 line.c_str());
}

void TestSlideReal::refusals_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* file, const char* sentence) {
        QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(sentence);
    };
    const char* dicom = "This is a DICOM file; reading it needs OpenSlide 4, and this is OpenSlide 3.";
    const char* plain = "This is a plain image, not a whole-slide image with levels — ";
    row("slides_more/small_dicom.dcm", dicom);
    row("slides_more/multiframe_camelyon_challenge_image.dcm", dicom);
    row("slides_more/dicom_boxes/boxes_0.dcm", dicom);
    row("slides_more/dicom_boxes/boxes_1.dcm", dicom);
    row("slides_more/unopenable.tiff", "OpenSlide cannot open this slide: Unsupported TIFF compression: 52479 — ");
    row("slides_more/small_vectra.qptiff", "The image has several channels on 6 pages, as fluorescence images do");
    row("her2st/C2/image.jpg", plain);
    row("her2st/A1/image_2000px.png", plain);
    row("bcss_breast_he/1008.jpg", plain);
    row("crc_tiles/TUM-AACHEHDV.tif", plain);
    row("tissue_thumbs/tcga-green-pen.png", plain);
    row("slides_more/README.md", "This is not a slide of a format that OpenSlide reads — ");
    row("her2st/C2/counts.tsv.gz", "This is not a slide of a format that OpenSlide reads — ");
    row("slides", "This is a folder, not an image file — ");
}

void TestSlideReal::refusals()
{
    QFETCH(QString, file);
    QFETCH(QString, sentence);
    const std::string line = refusal(dataFolder() / file.toStdString());
    QVERIFY2(line.starts_with(sentence.toStdString()), line.c_str());
}

void TestSlideReal::levelsAgree()
{
    // The same place read from every level looks the same: the conversion of frames is right.
    const auto slide = openSlide(slideNamed("her2st_C2_pyramid.tif"));
    const Rect place{3008, 4032, 2048, 2048};                  // whole pixels of every level
    const Image reference = readScaled(*slide, place, 32, 32); // from level 6
    for (const int side : {64, 128, 256, 512, 1024}) {
        const Image finer = readScaled(*slide, place, side, side);
        const int ratio = side / 32;
        double worst = 0;
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                double sum = 0;
                for (int j = 0; j < ratio * ratio; ++j)
                    sum += green(finer.at(x * ratio + j % ratio, y * ratio + j / ratio));
                worst += std::abs(sum / (ratio * ratio) - green(reference.at(x, y)));
            }
        }
        QVERIFY2(worst / 1024 < 7.0, qPrintable(QString::number(worst / 1024)));
    }
}

void TestSlideReal::manyThreadsReadTheSame()
{
    const auto slide = openSlide(slideNamed("her2st_C2_pyramid.tif"));
    std::vector<Pixels> alone;
    for (int i = 0; i < 12; ++i)
        alone.push_back(slide->readRegion(i % 3, 300 * i, 200 * i, 200, 200).pixels);
    std::atomic<int> different{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int k = 0; k < 24; ++k) {
                    const int i = (k * 5 + t) % 12;
                    different +=
                        slide->readRegion(i % 3, 300 * i, 200 * i, 200, 200).pixels == alone[static_cast<size_t>(i)] ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(different.load(), 0);
}

QTEST_APPLESS_MAIN(TestSlideReal)
#include "test_slide_real.moc"
