#include "memoryslide.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/smoothmotion.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

namespace {

void showSmooth(SlideView& view)
{
    view.resize(600, 400);
    view.setSlide(std::make_shared<MemorySlide>(8192, 6144, std::vector{1, 2, 4, 8}), {0, 0, 8192, 6144}, 0.5);
    view.setSmoothMotion(true);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

} // namespace

class TestSmoothMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThrowGoesOnAndComesToRest()
    {
        SmoothMotion motion;
        QPointF gone;
        int steps = 0;
        connect(&motion, &SmoothMotion::moved, &motion, [&](QPointF delta) {
            gone += delta;
            ++steps;
        });
        motion.glide({600, -300});
        QVERIFY(motion.isMoving());
        QTRY_VERIFY(!motion.isMoving());
        QVERIFY(steps > 3);
        const double whole = 600 * SmoothMotion::glideSeconds;
        QVERIFY(gone.x() > 0.95 * whole && gone.x() <= whole); // what is left at the end nobody sees
        QVERIFY(std::abs(gone.y() + gone.x() / 2) < 1e-6);
    }

    void aSlowReleaseIsNoThrow()
    {
        SmoothMotion motion;
        motion.glide({40, 30});
        QVERIFY(!motion.isMoving());
    }

    void stepsOfZoomAddUpExactly()
    {
        SmoothMotion motion;
        double all = 1.0;
        QPointF at;
        connect(&motion, &SmoothMotion::zoomed, &motion, [&](QPointF anchor, double factor) {
            all *= factor;
            at = anchor;
        });
        motion.zoom({10, 20}, 1.25);
        motion.zoom({30, 40}, 1.25);
        QTRY_VERIFY(!motion.isMoving());
        QVERIFY(std::abs(all - 1.5625) < 1e-9);
        QCOMPARE(at, QPointF(30, 40));
    }

    void stopsAtOnce()
    {
        SmoothMotion motion;
        const QSignalSpy moved(&motion, &SmoothMotion::moved);
        motion.glide({2000, 0});
        motion.stop();
        QVERIFY(!motion.isMoving());
        QCOMPARE(moved.size(), 0);
    }

    void theWheelZoomsByAsMuchAsWithoutIt()
    {
        SlideView view;
        showSmooth(view);
        const QPointF cursor(410, 120);
        const QPointF under = view.camera().toLevel0(cursor);
        const double before = view.camera().downsample();
        QWheelEvent event(cursor, view.mapToGlobal(cursor), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
        QCOMPARE(view.camera().downsample(), before); // not at once
        QTRY_VERIFY(std::abs(view.camera().downsample() - before / 1.25) < 1e-9);
        QVERIFY((view.camera().toLevel0(cursor) - under).manhattanLength() < 1e-6);
    }

    void aPressHoldsAThrownView()
    {
        SlideView view;
        showSmooth(view);
        view.zoomBy(8.0);
        const QPointF start = view.camera().centreLevel0();
        QTest::mousePress(&view, Qt::LeftButton, {}, {500, 200});
        for (int x = 480; x >= 400; x -= 20)
            QTest::mouseMove(&view, {x, 200}, 5);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {400, 200});
        const QPointF released = view.camera().centreLevel0();
        QVERIFY(released.x() > start.x());
        QTRY_VERIFY(view.camera().centreLevel0().x() > released.x()); // goes on
        QTest::mousePress(&view, Qt::LeftButton, {}, {300, 200});
        const QPointF held = view.camera().centreLevel0();
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {300, 200}, 60);
        QCOMPARE(view.camera().centreLevel0(), held);
    }
};

QTEST_MAIN(TestSmoothMotion)
#include "test_smoothmotion.moc"
