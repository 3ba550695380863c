#include "core/slide/colourtreatment.h"
#include "memoryslide.h"
#include "samples.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/slideview/overviewmap.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QBackingStore>
#include <QElapsedTimer>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <functional>
#include <set>
#include <thread>

using namespace spacrd;
using namespace spacrd::test;
using namespace Qt::StringLiterals;

namespace {

constexpr long long slideWidth = 8192;
constexpr long long slideHeight = 6144;
const QRectF canvas(0, 0, slideWidth, slideHeight);
constexpr double mpp = 0.5;

std::shared_ptr<MemorySlide> memorySlide()
{
    return std::make_shared<MemorySlide>(slideWidth, slideHeight, std::vector{1, 2, 4, 8});
}

/// What a window has painted. A picture of the screen may show another window over it.
QImage onScreen(const QWidget& window)
{
    const auto& image = static_cast<const QImage&>(*window.backingStore()->paintDevice());
    return image.copy(QRect({0, 0}, (QSizeF(window.size()) * window.devicePixelRatioF()).toSize()))
        .convertToFormat(QImage::Format_RGB32);
}

/// A view of 600 × 400 with overview and slide, on the screen.
struct Shown
{
    explicit Shown(const std::shared_ptr<const Slide>& slide)
    {
        view.resize(600, 400);
        view.setOverviewVisible(false);
        view.setSlide(slide, canvas, mpp);
        view.show();
        exposed = QTest::qWaitForWindowExposed(&view);
    }

    void wheel(QPointF at, int angle)
    {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }

    void moveTo(Qt::MouseButton held, QPointF at, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, held, modifiers);
        QApplication::sendEvent(&view, &move);
    }

    void drag(Qt::MouseButton button, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        constexpr int steps = 5;
        QTest::mousePress(&view, button, modifiers, from);
        for (int step = 0; step <= steps; ++step)
            moveTo(button, from + QPointF(to - from) * step / steps, modifiers);
        QTest::mouseRelease(&view, button, modifiers, to);
    }

    /// The colour in the picture at a place of the screen.
    QColor colourAt(QPoint screen)
    {
        const QImage picture = view.grab().toImage();
        return picture.pixelColor((QPointF(screen) * picture.devicePixelRatio()).toPoint());
    }

    /// The picture, of which nothing is left from before: another opacity spoils all of it.
    QImage paintedAnew()
    {
        view.setSlideOpacity(0.5);
        view.setSlideOpacity(1.0);
        return view.grab().toImage();
    }

    bool screenIsPicture() { return onScreen(view) == view.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    void lookAt(QPointF level0, double downsample)
    {
        Camera camera = view.camera();
        camera.setDownsample(downsample);
        camera.centreOn(level0);
        view.setCamera(camera);
    }

    SlideView view;
    bool exposed = false;
};

using Change = std::function<void(SlideView&)>;

/// What of a view was painted on the screen since.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(SlideView& view) { view.installEventFilter(this); }
    bool eventFilter(QObject* /*of*/, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }

    QRegion region;
};

bool near(QPointF a, QPointF b, double tolerance)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= tolerance;
}

} // namespace

class TestSlideView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What a picture of the view shows is painted by a way of its own.
    void theScreenShowsThePictureOfTheView()
    {
        Shown shown(memorySlide());
        QVERIFY(shown.exposed);
        shown.view.setOverviewVisible(true);
        const auto screenIsPicture = [&shown] { return shown.screenIsPicture(); };
        shown.lookAt({3001, 2003}, 1.3);
        QTRY_VERIFY(shown.view.isSharp());
        QTRY_VERIFY(screenIsPicture());
        shown.view.update(QRect(20, 30, 41, 17)); // a part, beside the map that lies over it
        shown.view.markPlace(QPointF(3050, 2020));
        QTRY_VERIFY(screenIsPicture());
        for (const QPointF by : {QPointF(13, -7), QPointF(-40, 21)}) { // moved by whole pixels
            Camera camera = shown.view.camera();
            camera.panBy(by);
            shown.view.setCamera(camera);
            QTRY_VERIFY(shown.view.isSharp() && screenIsPicture());
        }
        shown.view.turnBy(90);
        QTRY_VERIFY(shown.view.isSharp() && screenIsPicture());
    }

    void whatIsBesideTheSlideIsPaintedWhenItChanges_data()
    {
        QTest::addColumn<Change>("change");
        const auto pan = [](double x, double y) {
            return Change([x, y](SlideView& view) {
                Camera camera = view.camera();
                camera.panBy({x, y});
                view.setCamera(camera);
            });
        };
        QTest::newRow("the same slide anew") << Change([](SlideView& view) { view.setSlide(memorySlide(), canvas, mpp); });
        QTest::newRow("a narrower one") << Change([](SlideView& view) {
            view.setSlide(std::make_shared<MemorySlide>(2048, 6144, std::vector{1, 2, 4, 8}), {0, 0, 2048, 6144}, mpp);
        });
        QTest::newRow("a canvas larger than the slide")
            << Change([](SlideView& view) { view.setSlide(memorySlide(), canvas.adjusted(-2000, 0, 0, 0), mpp); });
        QTest::newRow("a slide larger than the canvas")
            << Change([](SlideView& view) { view.setSlide(memorySlide(), canvas.adjusted(2000, 1500, -2000, -1500), mpp); });
        QTest::newRow("a canvas without a slide") << Change([](SlideView& view) {
            view.setSlide(nullptr, {0, 0, 500, 900}, {});
        });
        QTest::newRow("no slide") << Change([](SlideView& view) { view.clear(); });
        QTest::newRow("moved") << pan(80, 0);
        QTest::newRow("moved by parts of pixels") << pan(-70.3, 55.6);
        QTest::newRow("turned") << Change([](SlideView& view) { view.turnBy(33); });
        QTest::newRow("turned by a quarter") << Change([](SlideView& view) { view.turnBy(90); });
        QTest::newRow("smaller") << Change([](SlideView& view) { view.zoomBy(0.6); });
        QTest::newRow("another scale bar") << Change([](SlideView& view) { view.zoomBy(0.99); });
        QTest::newRow("no scale bar") << Change([](SlideView& view) { view.setScaleBarVisible(false); });
        QTest::newRow("a grid") << Change([](SlideView& view) { view.setGridVisible(true); });
        QTest::newRow("a ruler") << Change([](SlideView& view) { view.setRulers({{{-900, 10}, {9000, 6000}}}); });
        QTest::newRow("a frame") << Change([](SlideView& view) { view.frameArea(canvas.adjusted(-900, -90, 900, 90)); });
        QTest::newRow("the frame of the Tab key") << Change([](SlideView& view) { view.setFocus(Qt::TabFocusReason); });
        QTest::newRow("a window of another colour") << Change([](SlideView& view) {
            QPalette palette = view.palette();
            palette.setColor(QPalette::Window, Qt::darkGreen);
            view.setPalette(palette);
        });
        // What goes while the view waits for its tiles was to be painted, and was not.
        QTest::newRow("something over it goes while it waits") << Change([](SlideView& view) {
            QWidget over(&view);
            over.setAutoFillBackground(true);
            over.setPalette(Qt::red);
            over.setGeometry(0, 10, 30, 40);
            over.show();
            QTRY_VERIFY(onScreen(view).pixelColor(15, 20) == Qt::red);
            view.setSlide(std::make_shared<MemorySlide>(slideWidth, slideHeight, std::vector{1, 2, 4, 8}), canvas, mpp);
        });
    }
    void whatIsBesideTheSlideIsPaintedWhenItChanges()
    {
        QFETCH(Change, change);
        Shown shown(memorySlide());
        QVERIFY(shown.exposed);
        QTRY_VERIFY(shown.view.isSharp() && shown.screenIsPicture());
        change(shown.view);
        QTRY_VERIFY(shown.view.isSharp() && shown.screenIsPicture());
        shown.view.setRulers({});
        shown.view.fit();
        shown.view.setUpright();
        QTRY_VERIFY(shown.view.isSharp() && shown.screenIsPicture());
    }

    void whatIsBesideTheSlideIsNotPaintedWhereItIsThere()
    {
        Shown shown(nullptr);
        QVERIFY(shown.exposed);
        shown.view.clear();
        QTRY_VERIFY(shown.screenIsPicture());
        PaintedRegion painted(shown.view);
        const QSignalSpy completed(&shown.view, &SlideView::completed);
        shown.view.setSlide(memorySlide(), canvas, mpp);
        QTRY_COMPARE(completed.size(), 1);
        const QPoint beside(10, 200);
        QVERIFY(painted.region.contains(QPoint(300, 200)));
        QVERIFY(painted.region.contains(QPoint(30, 380))); // scale bar
        QVERIFY(!painted.region.contains(beside));
        shown.view.setGridVisible(true);
        QTRY_VERIFY(painted.region.contains(beside));
    }

    void soItDoesWhereTheViewIsAPartOfAWindow()
    {
        QWidget window;
        window.resize(700, 500);
        SlideView view(&window);
        view.setGeometry(37, 21, 601, 433);
        view.setSlide(memorySlide(), canvas, mpp);
        QWidget over(&view); // what lies over it stays
        over.setAutoFillBackground(true);
        over.setGeometry(100, 100, 60, 40);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        Camera camera = view.camera();
        camera.setDownsample(1.7);
        camera.centreOn({3001, 2003});
        view.setCamera(camera);
        QTRY_VERIFY(view.isSharp());
        const auto screenIsPicture = [&] {
            return onScreen(window) == window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        };
        QTRY_VERIFY(screenIsPicture());
        view.update(QRect(80, 90, 50, 30)); // which is half under the other
        QTRY_VERIFY(screenIsPicture());
    }

    void anEmptyViewIsBackground()
    {
        SlideView view;
        view.resize(300, 200);
        const QImage picture = view.grab().toImage();
        QImage plain(picture.size(), picture.format());
        plain.setDevicePixelRatio(picture.devicePixelRatio());
        plain.fill(view.palette().color(QPalette::Window));
        QCOMPARE(picture.convertToFormat(QImage::Format_RGB32), plain.convertToFormat(QImage::Format_RGB32));
        QVERIFY(view.isSharp());
        QVERIFY(!view.magnification());
    }

    void aSlideIsFittedAndFitsAgainWhenTheWindowGrows()
    {
        Shown shown(memorySlide());
        QVERIFY(shown.exposed);
        QVERIFY(shown.view.camera().visibleLevel0().contains(canvas));
        const double before = shown.view.camera().downsample();
        shown.view.resize(900, 700);
        QTRY_VERIFY(shown.view.camera().downsample() < before);
        QVERIFY(shown.view.camera().visibleLevel0().contains(canvas));
    }

    void otherColoursComeWithoutABlank()
    {
        const auto slide = memorySlide();
        slide->gate = std::make_shared<Gate>();
        slide->gate->open();
        Shown shown(slide);
        shown.lookAt({4000, 3000}, 1.0);
        QTRY_VERIFY(shown.view.isSharp());
        const QColor before = shown.colourAt({300, 200});
        slide->gate->close();
        shown.view.setTreatment({0.2, 0.0, 1.0, ShownStain::all});
        QVERIFY(!shown.view.isSharp());
        QCOMPARE(shown.colourAt({300, 200}), before);
        slide->gate->open();
        QTRY_VERIFY(shown.view.isSharp());
        QTRY_COMPARE(shown.colourAt({300, 200}).red(), before.red() + 26); // 0.1 × 255
        QCOMPARE(shown.colourAt({560, 30}).red(), before.red() + 26);
        shown.view.setTreatment({});
        QTRY_COMPARE(shown.colourAt({300, 200}), before);
    }

    /// A column of pixels, eight of the screen wide, has one colour as squares, and as many as there is room for blended.
    void pixelsAreSquaresOrBlended()
    {
        constexpr int width = 64;
        const auto slide = std::make_shared<MemorySlide>(width, width, std::vector{1});
        Shown shown(slide);
        shown.view.setSlide(slide, {0, 0, width, width}, mpp);
        shown.lookAt({32, 32}, 0.125);
        const auto coloursOfARow = [&] {
            const QImage picture = shown.view.grab().toImage();
            std::set<QRgb> colours;
            for (int x = picture.width() / 4; x < picture.width() / 2; ++x)
                colours.insert(picture.pixel(x, picture.height() / 2));
            return static_cast<int>(colours.size());
        };
        QTRY_VERIFY(shown.view.isSharp());
        const int squares = coloursOfARow();
        QVERIFY2(squares <= 20, qPrintable(QString::number(squares))); // 150 pixels of the screen are 19 of the slide
        SlideView other(shown.view);
        shown.view.setSquarePixels(false);
        QVERIFY(!other.hasSquarePixels());
        const int blended = coloursOfARow();
        QVERIFY2(blended > 2 * squares, qPrintable(QString::number(blended)));
        shown.view.setSquarePixels(true);
        QCOMPARE(coloursOfARow(), squares);
    }

    void aPartThatIsPaintedDoesNotKeepWhatCameFromTheRest_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("the slide alone") << Change([](SlideView&) {});
        QTest::newRow("turned") << Change([](SlideView& view) { view.turnBy(33); });
        QTest::newRow("faded") << Change([](SlideView& view) { view.setSlideOpacity(0.5); });
        QTest::newRow("under a layer") << Change([](SlideView& view) {
            const auto places = std::make_shared<const SpotPlaces>(*gridSample(8, 6, 900.0));
            view.layers()->add(std::make_unique<SpotValueLayer>(u"spots"_s, QString(), places));
        });
    }
    /// Tiles that are there when a part is painted go onto the picture of all, before the view is told of them.
    void aPartThatIsPaintedDoesNotKeepWhatCameFromTheRest()
    {
        QFETCH(Change, change);
        const auto slide = memorySlide();
        slide->gate = std::make_shared<Gate>();
        slide->gate->open();
        Shown shown(slide);
        QVERIFY(shown.exposed);
        change(shown.view);
        QTRY_VERIFY(shown.view.isSharp() && shown.screenIsPicture());
        slide->gate->close();
        PaintedRegion painted(shown.view);
        shown.lookAt({4096, 3072}, 1.0);
        QTRY_VERIFY(painted.region.contains(QPoint(300, 200))); // with coarse tiles
        slide->gate->open();
        QElapsedTimer clock;
        clock.start();
        while (!shown.view.isSharp() && clock.elapsed() < 10000) // and no event is taken
            std::this_thread::yield();
        shown.view.repaint(20, 30, 40, 50);
        QTRY_VERIFY(shown.view.isSharp() && shown.screenIsPicture());
    }

    void theWheelZoomsAtTheCursor()
    {
        Shown shown(memorySlide());
        const QPointF cursor(410, 120);
        const QPointF under = shown.view.camera().toLevel0(cursor);
        const double before = shown.view.camera().downsample();
        const QSignalSpy moved(&shown.view, &SlideView::cameraChanged);
        shown.wheel(cursor, 120);
        QCOMPARE(shown.view.camera().downsample(), before / 1.25);
        QVERIFY(near(shown.view.camera().toLevel0(cursor), under, 1e-6));
        for (int i = 0; i < 12; ++i)
            shown.wheel(cursor, 120);
        QVERIFY(near(shown.view.camera().toLevel0(cursor), under, 1e-6));
        for (int i = 0; i < 5; ++i)
            shown.wheel(cursor, -60);
        QVERIFY(near(shown.view.camera().toLevel0(cursor), under, 1e-6));
        QCOMPARE(moved.size(), 18);
    }

    void twoFingersPan_data()
    {
        QTest::addColumn<QPoint>("pixels");
        QTest::addColumn<QPoint>("angle");
        QTest::addColumn<Qt::ScrollPhase>("phase");
        QTest::addColumn<bool>("touchpad");
        QTest::addColumn<QPointF>("moves");
        const auto none = Qt::NoScrollPhase;
        QTest::newRow("with phases") << QPoint(7, -13) << QPoint(56, -104) << Qt::ScrollUpdate << false << QPointF(7, -13);
        QTest::newRow("a known touchpad") << QPoint() << QPoint(15, -30) << none << true << QPointF(5, -10);
        QTest::newRow("a tilted wheel") << QPoint() << QPoint(-120, 0) << none << false << QPointF(-40, 0);
    }
    void twoFingersPan()
    {
        QFETCH(QPoint, pixels);
        QFETCH(QPoint, angle);
        QFETCH(Qt::ScrollPhase, phase);
        QFETCH(bool, touchpad);
        QFETCH(QPointF, moves);
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QPointF at(410, 120);
        const QPointF under = shown.view.camera().toLevel0(at);
        const QPointingDevice fingers(u"fingers"_s, 77, QInputDevice::DeviceType::TouchPad, QPointingDevice::PointerType::Finger,
                                      QInputDevice::Capability::Scroll, 2, 1);
        const QPointingDevice* device = touchpad ? &fingers : QPointingDevice::primaryPointingDevice();
        QWheelEvent event(at, shown.view.mapToGlobal(at), pixels, angle, Qt::NoButton, Qt::NoModifier, phase, false,
                          Qt::MouseEventNotSynthesized, device);
        QApplication::sendEvent(&shown.view, &event);
        QCOMPARE(shown.view.camera().downsample(), 2.0);
        QVERIFY(near(shown.view.camera().toLevel0(at + moves), under, 1e-6));
    }

    /// Wayland calls whatever scrolls a touchpad.
    void wholeNotchesAreAWheelsWhateverTheDeviceIsCalled()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QPointingDevice called(u"wheel"_s, 78, QInputDevice::DeviceType::TouchPad, QPointingDevice::PointerType::Finger,
                                     QInputDevice::Capability::Scroll, 2, 1);
        const QPointF at(300, 200);
        QWheelEvent event(at, shown.view.mapToGlobal(at), {0, 15}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false, Qt::MouseEventNotSynthesized, &called);
        QApplication::sendEvent(&shown.view, &event);
        QCOMPARE(shown.view.camera().downsample(), 1.6);
    }

    void aPinchZoomsBetweenTheFingers()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QPointF at(410, 120);
        const QPointF under = shown.view.camera().toLevel0(at);
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                                  shown.view.mapToGlobal(at), 0.25, {});
        QApplication::sendEvent(&shown.view, &pinch);
        QCOMPARE(shown.view.camera().downsample(), 1.6);
        QVERIFY(near(shown.view.camera().toLevel0(at), under, 1e-6));
    }

    void controlAndTheWheelFadeWhatIsShown()
    {
        Shown shown(memorySlide());
        const auto places = std::make_shared<const SpotPlaces>(*gridSample(8, 6, 900.0));
        for (const char* id : {"seen", "faint", "hidden"})
            shown.view.layers()->add(std::make_unique<SpotValueLayer>(QString::fromLatin1(id), QString(), places));
        const auto layer = [&](const char* id) { return shown.view.layers()->find(QString::fromLatin1(id)); };
        layer("faint")->setOpacity(0.25);
        layer("hidden")->setVisible(false);
        const Camera before = shown.view.camera();
        const auto turn = [&](int angle) {
            QWheelEvent event({300, 200}, shown.view.mapToGlobal(QPointF(300, 200)), {}, {0, angle}, Qt::NoButton,
                              Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&shown.view, &event);
        };
        turn(-240);
        QCOMPARE(layer("seen")->opacity(), 0.64);
        QCOMPARE(layer("faint")->opacity(), 0.16);
        for (int i = 0; i < 100; ++i)
            turn(-120);
        QCOMPARE(layer("seen")->opacity(), 0.02); // nearly gone
        for (int i = 0; i < 100; ++i)
            turn(120); // and back, each to where it was
        QCOMPARE(layer("seen")->opacity(), 1.0);
        QCOMPARE(layer("faint")->opacity(), 0.25);
        QCOMPARE(layer("hidden")->opacity(), 1.0);
        QCOMPARE(shown.view.camera(), before);
    }

    void aDragMeasures()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        shown.view.setMeasuring(true);
        const QSignalSpy clicks(&shown.view, &SlideView::clicked);
        const Camera before = shown.view.camera();
        shown.drag(Qt::LeftButton, {100, 100}, {220, 190});
        QCOMPARE(shown.view.rulers().size(), size_t(1));
        QVERIFY(near(shown.view.rulers().back().from, before.toLevel0({100, 100}), 1e-6));
        QVERIFY(near(shown.view.rulers().back().to, before.toLevel0({220, 190}), 1e-6));
        QVERIFY2(shown.view.accessibleDescription().contains(u"150 µm"_s), qPrintable(shown.view.accessibleDescription()));
        QVERIFY(shown.colourAt({160, 145}).value() < 60); // black
        QCOMPARE(shown.view.camera(), before);
        shown.drag(Qt::LeftButton, {100, 100}, {220, 110}, Qt::ShiftModifier); // straight
        QVERIFY(near(shown.view.rulers().back().to, before.toLevel0({220, 100}), 1e-6));
        QCOMPARE(shown.view.rulers().size(), size_t(2));                // beside the one before
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {310, 190}); // measures nothing
        QCOMPARE(shown.view.rulers().size(), size_t(2));
        QCOMPARE(clicks.size(), 0);
    }

    void theSlideMovesWhileItMeasures()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        shown.view.setMeasuring(true);
        QCOMPARE(shown.view.cursor().shape(), Qt::CrossCursor);
        shown.drag(Qt::LeftButton, {100, 100}, {220, 190});
        const std::vector<Ruler> measured = shown.view.rulers();
        shown.drag(Qt::MiddleButton, {100, 100}, {150, 120});
        QCOMPARE(shown.view.camera().centreLevel0(), QPointF(3900, 2960));
        QTest::keyPress(&shown.view, Qt::Key_Space);
        QCOMPARE(shown.view.cursor().shape(), Qt::OpenHandCursor);
        shown.drag(Qt::LeftButton, {100, 100}, {150, 120});
        QTest::keyRelease(&shown.view, Qt::Key_Space);
        QCOMPARE(shown.view.camera().centreLevel0(), QPointF(3800, 2920));
        QCOMPARE(shown.view.cursor().shape(), Qt::CrossCursor);
        QCOMPARE(shown.view.rulers(), measured);
        // The ruler stays with its end on the slide while the wheel zooms in the middle of a drag.
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, {100, 100});
        const QPointF from = shown.view.camera().toLevel0({100, 100});
        shown.wheel({300, 200}, 120);
        shown.moveTo(Qt::LeftButton, {200, 200});
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {200, 200});
        QVERIFY(near(shown.view.rulers().back().from, from, 1e-6));
        QVERIFY(near(shown.view.rulers().back().to, shown.view.camera().toLevel0({200, 200}), 1e-6));
    }

    void rulersStayUntilTheyAreTakenAwayOrTheirSlideIs()
    {
        Shown shown(memorySlide());
        const Ruler first{{1000, 1000}, {2000, 1000}};
        const Ruler second{{1000, 1000}, {1000, 3000}};
        const QSignalSpy changes(&shown.view, &SlideView::rulersChanged);
        shown.view.setMeasuring(true);
        shown.view.setRulers({first, second});
        shown.view.setMeasuring(false);
        QCOMPARE(shown.view.cursor().shape(), Qt::ArrowCursor);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.view.rulers().size(), size_t(2));
        QTest::keyClick(&shown.view, Qt::Key_Delete);
        QCOMPARE(shown.view.rulers(), std::vector{first});
        QTest::keyClick(&shown.view, Qt::Key_Backspace);
        QTest::keyClick(&shown.view, Qt::Key_Delete); // of nothing
        QVERIFY(shown.view.rulers().empty());
        QCOMPARE(changes.size(), 3);
        shown.view.setRulers({first});
        shown.view.setSlide(memorySlide(), canvas, mpp);
        QVERIFY(shown.view.rulers().empty());
    }

    void deletingTheRulerInHandLeavesTheOneBefore()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        shown.view.setMeasuring(true);
        shown.drag(Qt::LeftButton, {100, 100}, {220, 190});
        const std::vector<Ruler> before = shown.view.rulers();
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, {50, 60});
        shown.moveTo(Qt::LeftButton, {90, 160});
        QTest::keyClick(&shown.view, Qt::Key_Delete);
        shown.moveTo(Qt::LeftButton, {95, 170});
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {95, 170});
        QCOMPARE(shown.view.rulers(), before);
    }

    void escapeGivesUpTheRulerInHand()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        shown.view.setMeasuring(true);
        shown.drag(Qt::LeftButton, {100, 100}, {220, 190});
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, {50, 60});
        shown.moveTo(Qt::LeftButton, {90, 160});
        QCOMPARE(shown.view.rulers().size(), size_t(2));
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        shown.moveTo(Qt::LeftButton, {95, 170});
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {95, 170});
        QCOMPARE(shown.view.rulers().size(), size_t(1));
    }

    void zoomHasLimits()
    {
        Shown shown(memorySlide());
        const double fitted = shown.view.camera().downsample();
        for (int i = 0; i < 60; ++i)
            shown.wheel({300, 200}, -120);
        QCOMPARE(shown.view.camera().downsample(), fitted * 2);
        for (int i = 0; i < 100; ++i)
            shown.wheel({300, 200}, 120);
        QCOMPARE(shown.view.camera().downsample(), 0.125);
    }

    void draggingPans_data()
    {
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::newRow("left") << Qt::LeftButton;
        QTest::newRow("middle") << Qt::MiddleButton;
    }
    void draggingPans()
    {
        QFETCH(Qt::MouseButton, button);
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QSignalSpy clicks(&shown.view, &SlideView::clicked);
        const QPointF under = shown.view.camera().toLevel0({300, 200});
        shown.drag(button, {300, 200}, {420, 170});
        QVERIFY(near(shown.view.camera().toLevel0({420, 170}), under, 1e-6));
        QCOMPARE(clicks.size(), 0);
    }

    void aClickReportsThePlace()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QSignalSpy clicks(&shown.view, &SlideView::clicked);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {310, 190});
        QCOMPARE(clicks.size(), 1);
        QVERIFY(near(clicks.front().front().toPointF(), {4020, 2980}, 1e-6));
        QTest::mouseClick(&shown.view, Qt::MiddleButton, {}, {310, 190});
        QTest::mouseClick(&shown.view, Qt::RightButton, {}, {310, 190});
        QCOMPARE(clicks.size(), 1);
    }

    void aDoubleClickZoomsInAndItsSecondPressIsNoClick()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QSignalSpy clicks(&shown.view, &SlideView::clicked);
        const QPointF under = shown.view.camera().toLevel0({100, 100});
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {100, 100});
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, {100, 100}); // the second press only
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {100, 100});
        QVERIFY(shown.view.camera().downsample() < 2.0);
        QVERIFY(near(shown.view.camera().toLevel0({100, 100}), under, 1e-6));
        QCOMPARE(clicks.size(), 1);
    }

    void theCursorIsReported()
    {
        Shown shown(memorySlide());
        shown.lookAt({4000, 3000}, 2.0);
        const QSignalSpy moves(&shown.view, &SlideView::cursorMoved);
        QMouseEvent move(QEvent::MouseMove, QPointF(250, 150), shown.view.mapToGlobal(QPointF(250, 150)), Qt::NoButton,
                         Qt::NoButton, {});
        QApplication::sendEvent(&shown.view, &move);
        QVERIFY(near(moves.back().front().toPointF(), {3900, 2900}, 1e-6));
        QTest::keyClick(&shown.view, Qt::Key_Right); // the slide moves under it
        QVERIFY(near(moves.back().front().toPointF(), {3900 + 600 / 8.0 * 2, 2900}, 1e-6));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&shown.view, &leave);
        const qsizetype before = moves.size();
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(moves.size(), before);
    }

    void keysPanAndZoom()
    {
        Shown shown(memorySlide());
        const double fitted = shown.view.camera().downsample();
        shown.lookAt({4000, 3000}, 2.0);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(shown.view.camera().centreLevel0(), QPointF(4000 + 600 / 8.0 * 2, 3000));
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QTest::keyClick(&shown.view, Qt::Key_PageDown);
        QCOMPARE(shown.view.camera().centreLevel0(), QPointF(4000, 3000 + 400 * 0.9 * 2));
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QCOMPARE(shown.view.camera().downsample(), 1.6);
        QTest::keyClick(&shown.view, Qt::Key_Minus);
        QCOMPARE(shown.view.camera().downsample(), 2.0);
        QTest::keyClick(&shown.view, Qt::Key_Home);
        QCOMPARE(shown.view.camera().downsample(), fitted);
        shown.lookAt({4000, 3000}, 2.0);
        QTest::keyClick(&shown.view, Qt::Key_0);
        QCOMPARE(shown.view.camera().downsample(), fitted);
    }

    void magnificationFollowsTheZoom()
    {
        Shown shown(memorySlide());
        for (const double magnification : {2.5, 5.0, 10.0, 20.0, 40.0}) {
            shown.view.zoomToMagnification(magnification);
            QCOMPARE(*shown.view.magnification(), magnification);
            QCOMPARE(shown.view.camera().downsample(), 10.0 / magnification / mpp);
        }
        QVERIFY(shown.view.accessibleDescription().contains(QStringLiteral("40.0×")));
        shown.view.setSlide(memorySlide(), canvas, std::nullopt);
        const double before = shown.view.camera().downsample();
        shown.view.zoomToMagnification(10.0);
        QVERIFY(!shown.view.magnification());
        QCOMPARE(shown.view.camera().downsample(), before);
        QVERIFY(shown.view.accessibleDescription().contains(QStringLiteral("unknown")));
    }

    void theSlideCannotBeLost()
    {
        Shown shown(memorySlide());
        shown.lookAt({1e9, -1e9}, 2.0);
        QVERIFY(shown.view.camera().visibleLevel0().intersects(canvas));
    }

    void pixelsAreWhereTheyBelong()
    {
        Shown shown(memorySlide());
        for (const double downsample : {0.25, 1.0, 1.3, 3.0, 6.0, 12.0}) {
            shown.lookAt({4100, 3100}, downsample);
            QTRY_VERIFY(shown.view.isSharp());
            for (const QPoint screen : {QPoint(300, 200), QPoint(420, 60), QPoint(220, 250)}) {
                const QPointF level0 = shown.view.camera().toLevel0(screen);
                const QColor colour = shown.colourAt(screen);
                const double perStep = std::max(1.0, downsample / 12);
                QVERIFY(std::abs(colour.green() - level0.x() * 255 / slideWidth) <= 1.5 * perStep);
                QVERIFY(std::abs(colour.blue() - level0.y() * 255 / slideHeight) <= 1.5 * perStep);
            }
        }
    }

    void thereAreNoSeamsBetweenTiles()
    {
        Shown shown(memorySlide());
        for (const double downsample : {1.0, 1.37, 2.71, 0.61}) {
            shown.lookAt({4096.3, 3072.7}, downsample); // a corner where four tiles meet
            QTRY_VERIFY(shown.view.isSharp());
            const QImage picture = shown.view.grab().toImage();
            const int ratio = qRound(picture.devicePixelRatio());
            const int red = picture.pixelColor(300 * ratio, 200 * ratio).red();
            for (int x = 0; x < picture.width(); ++x)
                QVERIFY2(std::abs(picture.pixelColor(x, 200 * ratio).red() - red) <= 1, qPrintable(QString::number(x)));
            for (int y = 0; y < picture.height(); ++y)
                QVERIFY2(std::abs(picture.pixelColor(300 * ratio, y).red() - red) <= 1, qPrintable(QString::number(y)));
        }
    }

    /// Coarse levels end a little before the slide does: what they lack is paper, not whatever the picture's memory held.
    void nothingIsLeftUnpaintedWhereACoarseLevelEnds()
    {
        constexpr int downsample = 16;
        constexpr int lacking = downsample - 1;
        const QRectF all(0, 0, 600 * downsample + lacking, 450 * downsample + lacking);
        SlideView view;
        view.resize(600, 400);
        view.setOverviewVisible(false);
        view.setScaleBarVisible(false);
        view.setSlide(std::make_shared<MemorySlide>(static_cast<long long>(all.width()), static_cast<long long>(all.height()),
                                                    std::vector{1, 4, downsample}),
                      all, std::nullopt);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto lookAt = [&view](QPointF level0) {
            Camera camera = view.camera();
            camera.setDownsample(downsample);
            camera.centreOn(level0);
            view.setCamera(camera);
        };
        const auto edge = [](double screen) { return static_cast<int>(std::floor(screen + 0.5)); };
        int lines = 0;
        for (int shift = 0; shift < downsample; shift += 3) {
            lookAt(all.center()); // the picture is full of tissue
            QTRY_VERIFY(view.isSharp());
            QVERIFY(!view.grab().isNull());
            lookAt(all.bottomRight() - QPointF(1000.4 + shift, 700.7 + shift));
            QTRY_VERIFY(view.isSharp());
            const QImage picture = view.grab().toImage();
            const double ratio = picture.devicePixelRatio();
            const QPointF end = view.camera().toScreen(all.bottomRight()) * ratio;
            const QPointF levelEnd = view.camera().toScreen(all.bottomRight() - QPointF(lacking, lacking)) * ratio;
            for (int x = edge(levelEnd.x()); x < edge(end.x()); ++x, ++lines)
                QCOMPARE(picture.pixelColor(x, 50), QColor(Qt::white));
            for (int y = edge(levelEnd.y()); y < edge(end.y()); ++y, ++lines)
                QCOMPARE(picture.pixelColor(50, y), QColor(Qt::white));
        }
        QVERIFY(lines >= downsample / 3);
    }

    void pixelsAreTheSlidesOwnHoweverItIsTurned_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<double>("tolerance"); // of 255; a pixel of a slide of 8192 is 1/32 of one
        for (const bool mirrored : {false, true}) {
            const char* const how = mirrored ? ", mirrored" : "";
            for (const double degrees : {0.0, 90.0, 180.0, 270.0})
                QTest::addRow("%g%s", degrees, how) << degrees << mirrored << 0.5;
            for (const double degrees : {5.0, 33.0, 200.0})
                QTest::addRow("%g%s", degrees, how) << degrees << mirrored << 1.5;
        }
    }
    void pixelsAreTheSlidesOwnHoweverItIsTurned()
    {
        QFETCH(double, degrees);
        QFETCH(bool, mirrored);
        QFETCH(double, tolerance);
        Shown shown(memorySlide());
        Camera camera = shown.view.camera();
        camera.centreOn({3000, 2500});
        camera.setDownsample(1.0);
        camera.setRotation(degrees);
        camera.setMirrored(mirrored);
        shown.view.setCamera(camera);
        QTRY_VERIFY(shown.view.isSharp());
        const QImage picture = shown.view.grab().toImage();
        for (const QPoint screen : {QPoint(150, 20), QPoint(300, 200), QPoint(580, 390), QPoint(20, 100), QPoint(400, 33)}) {
            const QPoint device = screen * picture.devicePixelRatio();
            const QPointF level0 =
                shown.view.camera().toLevel0((QPointF(device) + QPointF(0.5, 0.5)) / picture.devicePixelRatio());
            const QColor pixel = picture.pixelColor(device);
            QCOMPARE(pixel.red(), MemorySlide::levelRed(0));
            QVERIFY(std::abs(pixel.green() - std::floor(level0.x()) * 255 / slideWidth) <= tolerance + 0.5);
            QVERIFY(std::abs(pixel.blue() - std::floor(level0.y()) * 255 / slideHeight) <= tolerance + 0.5);
        }
    }

    void aFrameMadeTileByTileIsThatMadeAtOnce_data()
    {
        QTest::addColumn<double>("downsample");
        for (const double downsample : {0.3, 1.0, 1.37, 5.5})
            QTest::addRow("%g", downsample) << downsample;
    }
    void aFrameMadeTileByTileIsThatMadeAtOnce()
    {
        QFETCH(double, downsample);
        Shown shown(memorySlide());
        QTRY_VERIFY(shown.view.isSharp());
        shown.lookAt({4100.4, 3100.7}, downsample);
        QTRY_VERIFY(shown.view.isSharp());
        const QImage grown = shown.view.grab().toImage();
        QCOMPARE(shown.paintedAnew(), grown);
    }

    /// A view that waits for its tiles has them put together by those who read them.
    void soIsOneThatWasWaitedFor_data()
    {
        QTest::addColumn<double>("downsample");
        QTest::addColumn<double>("degrees");
        QTest::newRow("whole") << 0.0 << 0.0;
        QTest::newRow("whole, turned") << 0.0 << 90.0;
        QTest::newRow("close") << 1.37 << 0.0;
        QTest::newRow("at the edge") << 20.0 << 30.0;
    }
    void soIsOneThatWasWaitedFor()
    {
        QFETCH(double, downsample);
        QFETCH(double, degrees);
        Shown shown(memorySlide());
        QTRY_VERIFY(shown.view.isSharp());
        shown.view.grab();
        QCoreApplication::sendPostedEvents(); // all of the first slide is told
        const QSignalSpy completed(&shown.view, &SlideView::completed);
        shown.view.setSlide(memorySlide(), canvas, mpp);
        shown.view.turnBy(degrees);
        if (downsample > 0.0)
            shown.lookAt({500.4, 300.7}, downsample);
        QTRY_COMPARE(completed.size(), 1);
        const QImage waitedFor = shown.view.grab().toImage();
        QCOMPARE(shown.paintedAnew(), waitedFor);
    }

    void noPaperShowsRoundASlide()
    {
        Shown shown(memorySlide());
        QPalette palette = shown.view.palette();
        palette.setColor(QPalette::Window, Qt::black);
        shown.view.setPalette(palette);
        shown.view.setScaleBarVisible(false);
        for (const double downsample : {20.0, 21.3, 27.7, 33.1}) { // the whole slide, its edges between pixels
            shown.lookAt({4096.3, 3071.8}, downsample);
            QTRY_VERIFY(shown.view.isSharp());
            const QImage picture = shown.view.grab().toImage().convertToFormat(QImage::Format_RGB32);
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    QVERIFY(picture.pixel(x, y) != qRgb(255, 255, 255)); // no pixel of the slide is
            }
        }
    }

    /// Pictures of another format than the screen's are painted by another way.
    void pictureFormatsMakeNoDifference()
    {
        Shown shown(memorySlide());
        shown.lookAt({500.4, 300.7}, 5.0);    // with what is beside the slide
        shown.view.setScaleBarVisible(false); // which is translucent
        QTRY_VERIFY(shown.view.isSharp());
        for (const double ratio : {1.0, 1.25, 2.0}) {
            shown.view.setPixelRatio(ratio);
            QTRY_VERIFY(shown.view.isSharp());
            const auto pictureIn = [&](QImage::Format format) {
                QImage picture((QSizeF(shown.view.size()) * ratio).toSize(), format);
                picture.setDevicePixelRatio(ratio);
                QPainter painter(&picture);
                shown.view.paintPicture(painter);
                painter.end();
                return picture.convertToFormat(QImage::Format_RGB32);
            };
            QCOMPARE(pictureIn(QImage::Format_ARGB32), pictureIn(QImage::Format_RGB32));
        }
    }

    void aMovedFrameIsThatMadeAnew_data()
    {
        QTest::addColumn<double>("downsample");
        QTest::addColumn<double>("degrees");
        QTest::newRow("one to one") << 1.0 << 0.0;
        QTest::newRow("shrunk") << 1.7 << 0.0;
        QTest::newRow("enlarged") << 0.25 << 0.0;
        QTest::newRow("turned") << 1.7 << 30.0;
        QTest::newRow("beyond the edges") << 20.0 << 0.0;
    }
    void aMovedFrameIsThatMadeAnew()
    {
        QFETCH(double, downsample);
        QFETCH(double, degrees);
        const auto slide = memorySlide();
        Shown moved(slide);
        moved.lookAt({3000.5, 2000.25}, downsample);
        moved.view.turnBy(degrees);
        QTRY_VERIFY(moved.view.isSharp());
        moved.view.grab();
        for (const QPointF& by : {QPointF(17, -9), QPointF(-300, 0), QPointF(0, 250), QPointF(2000, 1500), QPointF(-1, -1)}) {
            Camera next = moved.view.camera();
            next.panBy(by);
            moved.view.setCamera(next);
            moved.view.grab(); // some of it still without its tiles
            QTRY_VERIFY(moved.view.isSharp());
            Shown anew(slide);
            anew.view.turnBy(degrees);
            anew.view.setCamera(moved.view.camera());
            QTRY_VERIFY(anew.view.isSharp());
            QCOMPARE(moved.view.grab().toImage(), anew.view.grab().toImage());
        }
    }

    void aViewOfTheWholeStaysOneWhenTurned()
    {
        Shown shown(memorySlide());
        shown.view.turnBy(90);
        QCOMPARE(shown.view.camera().rotation(), 90.0);
        QVERIFY(shown.view.camera().visibleLevel0().contains(canvas));
        shown.view.turnBy(-95);
        QCOMPARE(shown.view.camera().rotation(), 355.0);
        shown.view.setMirrored(true);
        QVERIFY(shown.view.accessibleDescription().contains(QStringLiteral("turned 355°")));
        QVERIFY(shown.view.accessibleDescription().contains(QStringLiteral("mirrored")));
        shown.view.setUpright();
        QVERIFY(shown.view.camera().isUpright());
        shown.view.turnBy(180);
        shown.view.setSlide(memorySlide(), canvas, mpp);
        QVERIFY(shown.view.camera().isUpright());
    }

    void completionIsToldOnceAView()
    {
        auto slide = memorySlide();
        slide->gate = std::make_shared<Gate>();
        Shown shown(slide);
        const QSignalSpy completed(&shown.view, &SlideView::completed);
        slide->gate->open();
        QTRY_COMPARE(completed.size(), 1);
        QVERIFY(shown.view.isSharp());
        shown.view.repaint();
        shown.lookAt({4000, 3000}, 1.0);
        QTRY_COMPARE(completed.size(), 2);
        QVERIFY(shown.view.tileCounts().shown > 0);
    }

    void theCoarseLevelIsShownUntilTheSharpOneComes()
    {
        auto slide = memorySlide();
        slide->gate = std::make_shared<Gate>();
        slide->gated = [](int level) { return level < 3; };
        Shown shown(slide);
        shown.lookAt({4000, 3000}, 1.0);
        QTRY_COMPARE(shown.colourAt({300, 200}).red(), MemorySlide::levelRed(3));
        QVERIFY(!shown.view.isSharp());
        slide->gate->open();
        QTRY_COMPARE(shown.colourAt({300, 200}).red(), MemorySlide::levelRed(0));
        QTRY_VERIFY(shown.view.isSharp());
        QVERIFY(!slide->readOnGuiThread());
    }

    /// Also where a picture was made of the view while it waited.
    void soItIsAfterAPictureWasMadeOfNothing()
    {
        auto slide = memorySlide();
        slide->gate = std::make_shared<Gate>();
        slide->gated = [](int level) { return level < 3; };
        Gate coarse;
        slide->fails = [&coarse](const MemorySlide::Read& read) {
            if (read.level == 3)
                coarse.pass();
            return false;
        };
        Shown shown(slide);
        shown.lookAt({4000, 3000}, 1.0);
        QCOMPARE(shown.colourAt({300, 200}), QColor(Qt::white));
        coarse.open();
        QTRY_COMPARE(shown.colourAt({300, 200}).red(), MemorySlide::levelRed(3));
        slide->gate->open();
        QTRY_VERIFY(shown.view.isSharp());
    }

    void theWindowAnswersWhileReadsHang()
    {
        auto slide = memorySlide();
        slide->gate = std::make_shared<Gate>();
        Shown shown(slide);
        QTRY_VERIFY(slide->gate->waiting() >= 1);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 10; ++i) {
            shown.wheel({200 + 10.0 * i, 150}, 120);
            shown.view.grab();
        }
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {310, 190});
        shown.view.setSlide(memorySlide(), canvas, mpp);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        slide->gate->open();
        QTRY_VERIFY(shown.view.isSharp());
    }

    void unreadableTilesAreHatchedAndToldOnce()
    {
        auto slide = memorySlide();
        slide->fails = [](const MemorySlide::Read& read) { return read.level == 0 && read.x >= 4096; };
        Shown shown(slide);
        const QSignalSpy failures(&shown.view, &SlideView::tileFailed);
        shown.lookAt({4096, 3000}, 1.0);
        QTRY_VERIFY(shown.view.isSharp());
        QTRY_COMPARE(failures.size(), 1);
        const QImage picture = shown.view.grab().toImage();
        const int ratio = qRound(picture.devicePixelRatio());
        QCOMPARE(picture.pixelColor(200 * ratio, 100).red(), MemorySlide::levelRed(0));
        int hatched = 0;
        for (int x = 320 * ratio; x < 400 * ratio; ++x)
            hatched += picture.pixelColor(x, 100) == QColor(110, 110, 110) ? 1 : 0;
        QVERIFY(hatched > 5);
        shown.lookAt({5000, 4000}, 1.0);
        QTRY_VERIFY(shown.view.isSharp());
        QCOMPARE(failures.size(), 1);
    }

    void slidesMayBeReplacedWhileTheyLoad()
    {
        Shown shown(memorySlide());
        std::vector<std::weak_ptr<const Slide>> before;
        for (int i = 0; i < 50; ++i) {
            const auto slide = memorySlide();
            before.push_back(slide);
            shown.view.setSlide(slide, canvas, mpp);
            shown.wheel({50.0 + 10 * i, 200}, 480);
            QCoreApplication::sendPostedEvents();
            if (i % 3 == 0)
                shown.view.grab();
        }
        QTRY_VERIFY(shown.view.isSharp());
        before.pop_back();
        for (const auto& slide : before)
            QTRY_VERIFY(slide.expired());
        shown.view.clear();
        QVERIFY(shown.view.isSharp());
    }

    void withoutAnImageThereIsACanvas()
    {
        Shown shown(nullptr);
        QPalette palette = shown.view.palette();
        palette.setColor(QPalette::Base, Qt::yellow);
        shown.view.setPalette(palette);
        QCOMPARE(shown.colourAt({300, 200}), QColor(Qt::yellow));
        QCOMPARE(shown.colourAt({2, 2}), palette.color(QPalette::Window));
        QVERIFY(shown.view.isSharp());
    }

    void theSlideCanBeHiddenAndFaded()
    {
        Shown shown(memorySlide());
        const QSignalSpy changes(&shown.view, &SlideView::slideLayerChanged);
        shown.lookAt({4000, 3000}, 1.0);
        QTRY_VERIFY(shown.view.isSharp());
        const QColor full = shown.colourAt({300, 200});
        shown.view.setSlideOpacity(0.5);
        const QColor half = shown.colourAt({300, 200});
        QVERIFY(std::abs(half.red() - (full.red() + 255) / 2) <= 2);
        shown.view.setSlideVisible(false);
        QCOMPARE(shown.colourAt({300, 200}), QColor(Qt::white));
        QCOMPARE(changes.size(), 2);
    }

    void layersChangeThePicture()
    {
        Shown shown(nullptr);
        auto layer = std::make_unique<SpotValueLayer>(QStringLiteral("score"), QStringLiteral("Score"),
                                                      std::make_shared<const SpotPlaces>(*gridSample(1, 1, 3000)));
        layer->setValues({1.0F}, 0.0, 1.0, {});
        SpotValueLayer* const score = layer.get();
        shown.view.layers()->add(std::move(layer));
        shown.lookAt({3000, 3000}, 10.0);
        const QColor with = shown.colourAt({300, 200});
        QCOMPARE(with.rgb(), colourMap(QStringLiteral("viridis")).entries.back());
        score->setOpacity(0.25);
        const QColor faint = shown.colourAt({300, 200});
        score->setVisible(false);
        const QColor without = shown.colourAt({300, 200});
        QCOMPARE(without, shown.view.palette().color(QPalette::Base));
        QVERIFY(std::abs(faint.blue() - (with.blue() + 3 * without.blue()) / 4) <= 2);
    }

    void theOverviewShowsRecentresAndHides()
    {
        auto slide = memorySlide();
        Shown shown(slide);
        auto* map = shown.view.findChild<OverviewMap*>();
        shown.view.setOverviewVisible(true);
        QVERIFY(!map->isVisible()); // the whole slide is in view
        shown.lookAt({1000, 1000}, 1.0);
        QVERIFY(map->isVisible());
        const QSignalSpy clicks(&shown.view, &SlideView::clicked);
        const auto under = [&](QPoint at) { return map->grab().toImage().pixelColor(at); };
        QTRY_COMPARE(under(map->rect().center()).red(), MemorySlide::levelRed(3)); // from the coarsest level
        QTest::mouseClick(map, Qt::LeftButton, {}, map->rect().center());
        QVERIFY(near(shown.view.camera().centreLevel0(), canvas.center(), 60));
        QCOMPARE(clicks.size(), 0);
        shown.view.setOverviewVisible(false);
        QVERIFY(!map->isVisible());
    }

    void peopleWithoutAMouseFindTheView()
    {
        const SlideView view;
        QCOMPARE(view.focusPolicy(), Qt::StrongFocus);
        QVERIFY(!view.accessibleName().isEmpty());
        QVERIFY(!view.accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(TestSlideView)
#include "test_slideview.moc"
