#include "memoryslide.h"
#include "samples.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/panels/legendsheet.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/viewsnapshot.h"

#include <QSignalSpy>
#include <QTest>

using namespace spacrd;
using namespace spacrd::test;
using namespace Qt::StringLiterals;

namespace {

const QRectF canvas(0, 0, 8192, 6144);

/// A view of 500 × 400 that looks at one spot without blur, with an overlay.
struct Shown
{
    Shown()
    {
        view.resize(500, 400);
        view.setOverviewVisible(false);
        view.setSlide(slide, canvas, 0.5);
        auto layer =
            std::make_unique<SpotValueLayer>(u"gene"_s, u"Gene"_s, std::make_shared<const SpotPlaces>(*gridSample(4, 4, 1000)));
        layer->setValues(std::vector<float>(16, 1.0F), 0.0, 1.0, u"log"_s);
        view.layers()->add(std::move(layer));
        Camera camera = view.camera();
        camera.setDownsample(4.0);
        camera.centreOn({1000, 1000});
        view.setCamera(camera);
        view.show();
    }

    QImage picture(const ViewSnapshot::Options& options) const
    {
        ViewSnapshot snapshot(view, options);
        QSignalSpy ready(&snapshot, &ViewSnapshot::ready);
        if (!ready.wait())
            qFatal("no picture came");
        return ready.front().front().value<QImage>();
    }

    std::shared_ptr<MemorySlide> slide = std::make_shared<MemorySlide>(8192, 6144, std::vector{1, 2, 4, 8});
    SlideView view;
};

} // namespace

class TestViewSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheScreenShows()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QTRY_VERIFY(shown.view.isSharp());
        const QImage screen = shown.view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        QImage picture = shown.picture({});
        QCOMPARE(picture.size(), screen.size());
        picture.setDevicePixelRatio(screen.devicePixelRatio());
        QCOMPARE(picture, screen);
    }

    void aFinerOneIsReadFromAFinerLevel()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        const double ratio = shown.view.devicePixelRatioF();
        const QImage picture = shown.picture({4.0, false, false});
        QCOMPARE(picture.size(), (QSizeF(500, 400) * 4 * ratio).toSize());
        // At a downsample of 4, four times finer: level 0. At twice the screen's own pixels, too.
        QCOMPARE(picture.pixelColor(picture.rect().center()).red(), MemorySlide::levelRed(0));
        const QPointF middle = QPointF(picture.width(), picture.height()) / 2;
        QCOMPARE(picture.pixelColor(middle.toPoint()).green(), 1000 * 255 / 8192);
    }

    void showsWhatIsAskedFor()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        const QColor high(colourMap(u"viridis"_s).entries.back());
        const QImage with = shown.picture({1.0, true, true});
        const QImage without = shown.picture({1.0, false, false});
        QCOMPARE(with.pixelColor(with.rect().center()), high);
        QVERIFY(without.pixelColor(without.rect().center()) != high);
        const QPoint corner(14, with.height() - 14); // of the scale bar's plate
        QVERIFY(with.pixelColor(corner) != without.pixelColor(corner));

        QImage legends = with;
        paintLegends(legends, shown.view.devicePixelRatioF(), *shown.view.layers(), {}, shown.view.palette());
        QCOMPARE(legends, with);
        paintLegends(legends, shown.view.devicePixelRatioF(), *shown.view.layers(), {u"gene"_s}, shown.view.palette());
        QVERIFY(legends != with);
        const QPoint right(with.width() - 20, with.height() - 14);
        QVERIFY(legends.pixelColor(right) != with.pixelColor(right));
    }

    void theViewItselfStays()
    {
        Shown shown;
        const Camera before = shown.view.camera();
        const QSignalSpy moved(&shown.view, &SlideView::cameraChanged);
        shown.picture({3.0, true, true});
        QCOMPARE(shown.view.camera(), before);
        QCOMPARE(moved.size(), 0);
    }

    void partsThatCannotBeReadDoNotHoldItUp()
    {
        Shown shown;
        shown.slide->fails = [](const MemorySlide::Read& read) { return read.level == 0; };
        QVERIFY(!shown.picture({4.0, true, true}).isNull());
    }
};

QTEST_MAIN(TestViewSnapshot)
#include "test_viewsnapshot.moc"
