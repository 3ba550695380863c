// One screen pixel for one pixel of the slide: what the view shows is what OpenSlide reads there.

#include "core/slide/openslidesource.h"
#include "core/slide/pyramidwriter.h"
#include "tests/support/testdata.h"
#include "widgets/slideview/slideview.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

constexpr QSize screen(640, 420);

/// The largest difference of a channel between the view, whose upper left corner is at a pixel of the slide, and OpenSlide.
int largestDifference(SlideView& view, const Slide& openSlide, int x, int y)
{
    Camera camera = view.camera();
    camera.setDownsample(1.0);
    camera.centreOn({x + screen.width() / 2.0, y + screen.height() / 2.0});
    view.setCamera(camera);
    if (!QTest::qWaitFor([&] { return view.isSharp(); }))
        return 256;
    const QImage shown = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const Image read = openSlide.readRegion(0, x, y, screen.width(), screen.height());
    int most = 0;
    // The scale bar lies on the lower left.
    for (int row = 0; row < screen.height() - 90; ++row) {
        for (int column = 0; column < screen.width(); ++column) {
            const QRgb a = shown.pixel(column, row);
            const std::uint32_t b = read.at(column, row);
            most = std::max({most, std::abs(qRed(a) - red(b)), std::abs(qGreen(a) - green(b)), std::abs(qBlue(a) - blue(b))});
        }
    }
    return most;
}

/// The same at places all over the slide.
int largestDifference(const fs::path& file, const std::shared_ptr<const Slide>& slide)
{
    const OpenSlideSource openSlide(file);
    const SlideInfo& info = openSlide.info();
    SlideView view;
    view.setOverviewVisible(false);
    view.resize(screen);
    view.setSlide(slide, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}, 0.5);
    std::mt19937 random(4);
    int most = 0;
    for (int i = 0; i < 8; ++i) {
        const auto x = static_cast<int>(random() % static_cast<unsigned>(info.width() - screen.width()));
        const auto y = static_cast<int>(random() % static_cast<unsigned>(info.height() - screen.height()));
        most = std::max(most, largestDifference(view, openSlide, x, y));
    }
    return most;
}

} // namespace

class TestSlidePixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realSlides_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"slides/CMU-1-Small-Region.svs", "slides_more/her2st_C2_pyramid.tif",
                                 "slides_more/tcga-cr-7395-01a-01-ts1.svs", "slides_more/yb10kx5k.zstd.tiff"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void realSlides()
    {
        SPACRD_NEED_DATA();
        QFETCH(QString, name);
        const fs::path file = dataFolder() / name.toStdString();
        QCOMPARE(largestDifference(file, std::make_shared<const OpenSlideSource>(file)), 0);
        const int direct = largestDifference(file, openSlide(file));
        QVERIFY2(direct <= 2, qPrintable(QString::number(direct)));
    }

    void aSlideOfOurs()
    {
        const TemporaryFolder folder;
        std::mt19937 random(2);
        PyramidWriter writer(folder / "slide.tif", 2000, 1500, 0.5);
        std::vector<std::uint8_t> rows(size_t(2000) * 1500 * 3);
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i] = static_cast<std::uint8_t>(128 + 40 * std::sin(static_cast<double>(i % 6000) / 200.0)
                                                + static_cast<double>(random() % 40));
        writer.addRows(rows);
        writer.finish();
        QCOMPARE(largestDifference(folder / "slide.tif", std::make_shared<const OpenSlideSource>(folder / "slide.tif")), 0);
        QVERIFY(largestDifference(folder / "slide.tif", openSlide(folder / "slide.tif")) <= 2);
    }
};

QTEST_MAIN(TestSlidePixels)
#include "test_slidepixels.moc"
