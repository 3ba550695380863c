// A slide whose file is cut short, taken away or replaced by another while it is looked at.

#include "core/slide/pyramidwriter.h"
#include "core/slide/slide.h"
#include "tests/support/testdata.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <fstream>
#include <random>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

constexpr int slideWidth = 4096;
constexpr int slideHeight = 3072;
constexpr int retryMost = 15'000; // milliseconds: some tries after 2, 4, … seconds
constexpr int watchMost = 15'000; // the file is looked after every 2 seconds

/// Noise, so that its tiles take room; `red` tells slides apart.
void writeSlide(const fs::path& file, std::uint8_t red)
{
    std::mt19937 random(red);
    PyramidWriter writer(file, slideWidth, slideHeight, 0.5);
    std::vector<std::uint8_t> rows(size_t(slideWidth) * 3 * 256);
    for (int y = 0; y < slideHeight; y += 256) {
        for (size_t i = 0; i < rows.size(); i += 3) {
            rows[i] = red;
            rows[i + 1] = static_cast<std::uint8_t>(random());
            rows[i + 2] = static_cast<std::uint8_t>(random() >> 8);
        }
        writer.addRows(rows);
    }
    writer.finish();
}

/// In the same file, as a share that is back does.
void writeBack(const fs::path& file, const std::string& bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::in | std::ios::out);
    out << bytes;
}

struct Shown
{
    explicit Shown(const fs::path& file)
    {
        view.resize(600, 400);
        view.setSlide(openSlide(file), {0.0, 0.0, slideWidth, slideHeight}, 0.5);
        view.show();
        exposed = QTest::qWaitForWindowExposed(&view);
    }

    void lookAt(QPointF level0)
    {
        Camera camera = view.camera();
        camera.setDownsample(1.0);
        camera.centreOn(level0);
        view.setCamera(camera);
        view.grab();
    }

    /// On the average: single pixels of noise are changed by JPEG.
    int redInTheMiddle()
    {
        constexpr int side = 60;
        const QImage picture = view.grab().toImage();
        int sum = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                sum += picture.pixelColor(270 + x, 170 + y).red();
        }
        return sum / (side * side);
    }

    SlideView view;
    bool exposed = false;
};

} // namespace

class TestSlideFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileCutShortIsToldAndComesBack()
    {
        const TemporaryFolder folder;
        writeSlide(folder / "slide.tif", 60);
        const std::string bytes = read(folder / "slide.tif");
        Shown shown(folder / "slide.tif");
        QVERIFY(shown.exposed);
        const QSignalSpy failed(&shown.view, &SlideView::tileFailed);
        const QSignalSpy back(&shown.view, &SlideView::tilesBack);
        QTRY_VERIFY(shown.view.isSharp());
        QCOMPARE(shown.view.tileCounts().failed, size_t(0));

        fs::resize_file(folder / "slide.tif", 4096);
        shown.lookAt({3000, 2500});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("“slide.tif” cannot be read")));
        QTRY_VERIFY(shown.view.isSharp()); // all that cannot be read is known
        QVERIFY(shown.view.tileCounts().failed > 0);
        QTRY_COMPARE_WITH_TIMEOUT(shown.view.fileState(), FileState::cutShort, watchMost);
        shown.lookAt({1000, 700}); // reading goes on; a sentence is enough
        QTRY_VERIFY(shown.view.isSharp());
        QCOMPARE(failed.size(), 1);

        writeBack(folder / "slide.tif", bytes);
        QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, retryMost);
        QTRY_VERIFY(shown.view.isSharp() && shown.view.tileCounts().failed == 0);
        QVERIFY(std::abs(shown.redInTheMiddle() - 60) <= 12);
    }

    void aFileThatIsAwayIsToldAndComesBack()
    {
        const TemporaryFolder folder;
        writeSlide(folder / "slide.tif", 60);
        Shown shown(folder / "slide.tif");
        const QSignalSpy told(&shown.view, &SlideView::fileStateChanged);
        QTRY_VERIFY(shown.view.isSharp());
        QCOMPARE(shown.view.fileState(), FileState::asOpened);
        fs::rename(folder / "slide.tif", folder / "away.tif"); // what is open can still be read
        QTRY_COMPARE_WITH_TIMEOUT(shown.view.fileState(), FileState::gone, watchMost);
        shown.lookAt({3000, 2500});
        QTRY_VERIFY(shown.view.isSharp());
        QCOMPARE(shown.view.tileCounts().failed, size_t(0));
        QVERIFY(std::abs(shown.redInTheMiddle() - 60) <= 12);
        fs::copy_file(folder / "away.tif", folder / "slide.tif");
        QTRY_COMPARE_WITH_TIMEOUT(shown.view.fileState(), FileState::asOpened, watchMost);
        QCOMPARE(told.size(), 2);
    }

    void anotherFileOfTheNameDoesNotMixIn()
    {
        const TemporaryFolder folder;
        writeSlide(folder / "slide.tif", 60);
        writeSlide(folder / "other.tif", 200);
        Shown shown(folder / "slide.tif");
        QTRY_VERIFY(shown.view.isSharp());
        fs::rename(folder / "other.tif", folder / "slide.tif");
        QTRY_COMPARE_WITH_TIMEOUT(shown.view.fileState(), FileState::changed, watchMost);
        for (const QPointF& place : {QPointF(3000, 2500), QPointF(700, 600), QPointF(2100, 1500)}) {
            shown.lookAt(place);
            QTRY_VERIFY(shown.view.isSharp());
            QVERIFY(std::abs(shown.redInTheMiddle() - 60) <= 12);
        }
        shown.view.setSlide(openSlide(folder / "slide.tif"), {0.0, 0.0, slideWidth, slideHeight}, 0.5);
        QCOMPARE(shown.view.fileState(), FileState::asOpened);
        shown.lookAt({3000, 2500});
        QTRY_VERIFY(shown.view.isSharp());
        QVERIFY(std::abs(shown.redInTheMiddle() - 200) <= 12);
    }
};

QTEST_MAIN(TestSlideFile)
#include "test_slidefile.moc"
