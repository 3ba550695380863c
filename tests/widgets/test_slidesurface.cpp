#include "core/base/mix64.h"
#include "memoryslide.h"
#include "widgets/slideview/graphicscard.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tiletextures.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QOpenGLFramebufferObject>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// Every pixel of another colour than its neighbours, so that one that is misplaced is seen.
class NoiseSlide : public MemorySlide
{
public:
    NoiseSlide()
        : MemorySlide(4096, 3000, {1, 4, 16})
    {}

    Image readRegion(int level, long long x, long long y, int width, int height) const override
    {
        Image image = MemorySlide::readRegion(level, x, y, width, height);
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const auto place = static_cast<std::uint64_t>(((y + row) * 100'000 + x + column) * 4 + level);
                image.pixels[static_cast<size_t>(row * width + column)] =
                    0xff000000U | static_cast<std::uint32_t>(mixed64(place * goldenStep64) >> 40U);
            }
        }
        return image;
    }
};

const QRectF canvas(0, 0, 4096, 3000);

struct Shown
{
    explicit Shown(bool byCard, const std::shared_ptr<const Slide>& slide)
    {
        view.resize(601, 401);
        view.setOverviewVisible(false);
        view.setScaleBarVisible(false);
        view.setDrawnByCard(byCard);
        view.setSlide(slide, canvas, 0.5);
        view.show();
        exposed = QTest::qWaitForWindowExposed(&view);
    }
    QImage picture() { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    SlideView view;
    bool exposed = false;
};

int largestDifference(const QImage& a, const QImage& b, const QRect& part)
{
    int largest = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            largest =
                std::max({largest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    }
    return largest;
}

} // namespace

class TestSlideSurface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (graphicsCard().name.isEmpty())
            QSKIP("There is no OpenGL here.");
    }

    void theCardDrawsWhatTheProcessorDraws_data()
    {
        QTest::addColumn<double>("downsample");
        QTest::addColumn<double>("rotation");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<int>("tolerance");
        QTest::newRow("1:1") << 1.0 << 0.0 << false << 0;
        QTest::newRow("1:1, a quarter turned") << 1.0 << 90.0 << false << 0;
        QTest::newRow("1:1, turned and mirrored") << 1.0 << 270.0 << true << 0;
        QTest::newRow("reduced") << 2.7 << 0.0 << false << 3;
        QTest::newRow("reduced, mirrored") << 6.1 << 180.0 << true << 3;
        QTest::newRow("enlarged smoothly") << 0.6 << 0.0 << false << 3;
        QTest::newRow("enlarged as squares") << 0.125 << 0.0 << false << 0;
    }

    void theCardDrawsWhatTheProcessorDraws()
    {
        QFETCH(double, downsample);
        QFETCH(double, rotation);
        QFETCH(bool, mirrored);
        QFETCH(int, tolerance);
        const auto slide = std::make_shared<NoiseSlide>();
        Shown byProcessor(false, slide);
        Shown byCard(true, slide);
        QVERIFY(byProcessor.exposed && byCard.exposed && byCard.view.isDrawnByCard());
        for (Shown* shown : {&byProcessor, &byCard}) {
            Camera camera = shown->view.camera();
            camera.setRotation(rotation);
            camera.setMirrored(mirrored);
            camera.setDownsample(downsample);
            camera.centreOn({1500.5, 1200.5});
            QSignalSpy completed(&shown->view, &SlideView::completed);
            shown->view.setCamera(camera);
            QTRY_VERIFY(!completed.isEmpty() && shown->view.isSharp());
        }
        const QImage expected = byProcessor.picture();
        const QImage drawn = byCard.picture();
        QCOMPARE(drawn.size(), expected.size());
        const int difference = largestDifference(drawn, expected, expected.rect());
        QVERIFY2(difference <= tolerance, qPrintable(QString::number(difference)));
    }

    void theEdgeOfTheSlideIsThere()
    {
        const auto slide = std::make_shared<NoiseSlide>();
        Shown byProcessor(false, slide);
        Shown byCard(true, slide);
        for (Shown* shown : {&byProcessor, &byCard}) {
            Camera camera = shown->view.camera();
            camera.setDownsample(1.0);
            camera.centreOn({4050.5, 2950.5});
            QSignalSpy completed(&shown->view, &SlideView::completed);
            shown->view.setCamera(camera);
            QTRY_VERIFY(!completed.isEmpty() && shown->view.isSharp());
        }
        QCOMPARE(largestDifference(byCard.picture(), byProcessor.picture(), byProcessor.picture().rect()), 0);
    }

    void whatCannotBeReadIsHatched()
    {
        const auto slide = std::make_shared<MemorySlide>(4096, 3000, std::vector{1, 4});
        slide->fails = [](const MemorySlide::Read& read) { return read.level == 0; };
        Shown byProcessor(false, slide);
        Shown byCard(true, slide);
        for (Shown* shown : {&byProcessor, &byCard}) {
            Camera camera = shown->view.camera();
            camera.setDownsample(1.0);
            shown->view.setCamera(camera);
            QTRY_VERIFY(shown->view.isSharp());
        }
        QTRY_COMPARE(byCard.picture(), byProcessor.picture());
    }

    void drawingCanChangeWhileTheSlideIsShown()
    {
        const auto slide = std::make_shared<NoiseSlide>();
        Shown shown(false, slide);
        QTRY_VERIFY(shown.view.isSharp());
        const QImage expected = shown.picture();
        shown.view.setDrawnByCard(true);
        QTRY_VERIFY(largestDifference(shown.picture(), expected, expected.rect()) <= 3);
        shown.view.setDrawnByCard(false);
        QVERIFY(!shown.view.isDrawnByCard());
        QTRY_COMPARE(shown.picture(), expected);
    }

    void theMouseReachesTheView()
    {
        const auto slide = std::make_shared<NoiseSlide>();
        Shown shown(true, slide);
        QSignalSpy clicked(&shown.view, &SlideView::clicked);
        QTest::mouseClick(shown.view.window()->windowHandle(), Qt::LeftButton, {}, QPoint(300, 200));
        QTRY_COMPARE(clicked.size(), 1);
    }

    /// More than the array may hold: each is drawn, by more than one call.
    void moreTilesThanTexturesAreDrawn()
    {
        QOffscreenSurface surface;
        surface.create();
        QOpenGLContext context;
        QVERIFY(context.create() && context.makeCurrent(&surface));
        {
            constexpr int side = 1024; // 4 MiB a tile, of which 256 MiB hold 64
            constexpr int count = 150;
            QOpenGLFramebufferObject frame(count, 4);
            QVERIFY(frame.bind());
            context.functions()->glViewport(0, 0, count, 4);
            TileTextures textures;
            QVERIFY(textures.isValid());
            std::vector<TileBlit> blits;
            for (int i = 0; i < count; ++i) {
                const auto colour = 0xff000000U | static_cast<std::uint32_t>(i * 1000);
                blits.push_back({QRect(i, 0, 1, 4), QRect(0, 0, count, 4),
                                 std::make_shared<const Image>(Image{side, side, Pixels(size_t{side} * side, colour)}),
                                 Sampling::nearest});
            }
            for (int again = 0; again < 2; ++again) {
                textures.draw(blits, QTransform(2.0 / count, 0.0, 0.0, -0.5, -1.0, 1.0));
                const QImage picture = frame.toImage();
                for (int i = 0; i < count; ++i)
                    QCOMPARE(picture.pixel(i, 2), 0xff000000U | static_cast<QRgb>(i * 1000));
            }
        }
        context.doneCurrent();
    }
};

QTEST_MAIN(TestSlideSurface)
#include "test_slidesurface.moc"
