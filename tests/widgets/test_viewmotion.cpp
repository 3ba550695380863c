#include "widgets/slideview/viewmotion.h"

#include <QTest>

using namespace spacrd;
using namespace std::chrono_literals;

namespace {

Camera cameraAt(double x, double y, double downsample = 2.0)
{
    Camera camera;
    camera.setScreenSize({400, 300});
    camera.setDownsample(downsample);
    camera.centreOn({x, y});
    return camera;
}

} // namespace

class TestViewMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSteadyMotionGoesOn()
    {
        ViewMotion motion;
        ViewMotion::Time now{};
        double x = 0.0;
        for (int i = 0; i < 40; ++i, now += 10ms, x += 6.0) // 600 px a second
            motion.show(cameraAt(x, 50.0), now);
        now -= 10ms;
        const QPointF shift = motion.expectedShiftLevel0(now, 100ms);
        QVERIFY(std::abs(shift.x() - 60.0) < 0.1);
        QCOMPARE(shift.y(), 0.0);
        QVERIFY(std::abs(motion.expectedShiftLevel0(now, 10s).x() - 400.0) < 1e-9); // half the view of 800
    }

    void whatRestsOrZoomsOrJumpsGoesNowhere()
    {
        const ViewMotion::Time start{};
        const auto moving = [&] {
            ViewMotion motion;
            for (int i = 0; i < 10; ++i)
                motion.show(cameraAt(i * 5.0, 0.0), start + i * 10ms);
            return motion;
        };
        const ViewMotion::Time end = start + 90ms;
        QVERIFY(moving().expectedShiftLevel0(end, 100ms).x() > 10.0);
        QVERIFY(moving().expectedShiftLevel0(end + 130ms, 100ms).isNull());
        ViewMotion zoomed = moving();
        zoomed.show(cameraAt(50.0, 0.0, 1.5), end + 10ms);
        QVERIFY(zoomed.expectedShiftLevel0(end + 10ms, 100ms).isNull());
        ViewMotion jumped = moving();
        jumped.show(cameraAt(5000.0, 0.0), end + 10ms);
        QVERIFY(jumped.expectedShiftLevel0(end + 10ms, 100ms).isNull());
        QVERIFY(ViewMotion().expectedShiftLevel0(end, 100ms).isNull());
    }
};

QTEST_APPLESS_MAIN(TestViewMotion)
#include "test_viewmotion.moc"
