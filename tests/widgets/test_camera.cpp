#include "widgets/slideview/camera.h"
#include "widgets/slideview/scalebar.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using spacrd::Camera;

class TestCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theCentreIsInTheMiddleOfTheScreen()
    {
        Camera camera;
        camera.setScreenSize({400, 300});
        camera.setDownsample(4.0);
        camera.centreOn({1000, 2000});
        QCOMPARE(camera.toScreen({1000, 2000}), QPointF(200, 150));
        QCOMPARE(camera.toScreen({1040, 2000}), QPointF(210, 150));
        QCOMPARE(camera.toLevel0({210, 150}), QPointF(1040, 2000));
        QCOMPARE(camera.visibleLevel0(), QRectF(200, 1400, 1600, 1200));
    }

    void theTransformIsToScreen()
    {
        Camera camera;
        camera.setScreenSize({401, 299});
        camera.centreOn({12.5, -7});
        camera.setDownsample(0.25);
        const QPointF level0(31.0, 4.5);
        const QPointF apart = camera.level0ToScreen().map(level0) - camera.toScreen(level0);
        QVERIFY(apart.manhattanLength() < 1e-9);
    }

    void zoomingKeepsThePointUnderTheAnchor()
    {
        Camera camera;
        camera.setScreenSize({400, 300});
        camera.centreOn({5000, 5000});
        camera.setDownsample(8.0);
        const QPointF anchor(37, 211);
        const QPointF before = camera.toLevel0(anchor);
        for (const double downsample : {6.4, 1.0, 0.125, 40.0}) {
            camera.setDownsample(downsample, anchor);
            QVERIFY((camera.toLevel0(anchor) - before).manhattanLength() < 1e-6);
            QCOMPARE(camera.downsample(), downsample);
        }
    }

    void turnedAndMirroredPlacesComeBack_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<QPointF>("right"); // where 10 level-0 pixels to the right of the centre are, from the middle
        QTest::newRow("upright") << 0.0 << false << QPointF(5, 0);
        QTest::newRow("right") << 90.0 << false << QPointF(0, 5);
        QTest::newRow("upside down") << 180.0 << false << QPointF(-5, 0);
        QTest::newRow("left") << -90.0 << false << QPointF(0, -5);
        QTest::newRow("left again") << 630.0 << false << QPointF(0, -5);
        QTest::newRow("mirrored") << 0.0 << true << QPointF(-5, 0);
        QTest::newRow("mirrored and right") << 90.0 << true << QPointF(0, -5);
        QTest::newRow("a little") << 30.0 << false << QPointF(5 * std::cos(M_PI / 6), 2.5);
    }
    void turnedAndMirroredPlacesComeBack()
    {
        QFETCH(double, degrees);
        QFETCH(bool, mirrored);
        QFETCH(QPointF, right);
        Camera camera;
        camera.setScreenSize({401, 300});
        camera.centreOn({1000, 2000});
        camera.setDownsample(2.0);
        camera.setRotation(degrees);
        camera.setMirrored(mirrored);
        QVERIFY(camera.rotation() >= 0.0 && camera.rotation() < 360.0);
        const auto near = [](QPointF a, QPointF b) { return (a - b).manhattanLength() < 1e-9; };
        QVERIFY(near(camera.toScreen({1010, 2000}), QPointF(200.5, 150) + right));
        QVERIFY(near(camera.toScreen({1000, 2000}), QPointF(200.5, 150)));
        for (const QPointF screen : {QPointF(0, 0), QPointF(13, 290), QPointF(400, 7.5)}) {
            QVERIFY(near(camera.toScreen(camera.toLevel0(screen)), screen));
            QVERIFY(near(camera.level0ToScreen().map(camera.toLevel0(screen)), screen));
            // By way of the upright camera it is the same place.
            QVERIFY(near(camera.uprightToScreen().map(camera.upright().toScreen(camera.toLevel0(screen))), screen));
            QVERIFY(camera.visibleLevel0().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(camera.toLevel0(screen)));
        }
        const QPointF kept = camera.toLevel0({50, 60});
        camera.setDownsample(0.7, {50, 60});
        QVERIFY(near(camera.toLevel0({50, 60}), kept));
        const QPointF before = camera.toScreen(kept);
        camera.panBy({30, -20});
        QVERIFY(near(camera.toScreen(kept), before + QPointF(30, -20)));
        camera.fit({0, 0, 5000, 300});
        const QRectF shown(0, 0, 401, 300);
        for (const QPointF corner : {QPointF(0, 0), QPointF(5000, 0), QPointF(5000, 300), QPointF(0, 300)})
            QVERIFY(shown.contains(camera.toScreen(corner)));
    }

    void panningMovesThePictureWithTheHand()
    {
        Camera camera;
        camera.setScreenSize({400, 300});
        camera.setDownsample(2.0);
        camera.centreOn({100, 100});
        const QPointF before = camera.toScreen({100, 100});
        camera.panBy({30, -20});
        QCOMPARE(camera.toScreen({100, 100}), before + QPointF(30, -20));
    }

    void fittingShowsAllInTheMiddle()
    {
        Camera camera;
        camera.setScreenSize({400, 300});
        const QRectF slide(100, 50, 8000, 1000);
        camera.fit(slide);
        QVERIFY(camera.visibleLevel0().contains(slide));
        QCOMPARE(camera.centreLevel0(), slide.center());
        QVERIFY(slide.width() / camera.downsample() > 0.9 * 400);
    }

    void fittingNothingKeepsTheZoom()
    {
        Camera camera;
        camera.setDownsample(3.0);
        camera.fit({});
        QCOMPARE(camera.downsample(), 3.0);
    }

    void scaleBarsAreRound_data()
    {
        QTest::addColumn<double>("downsample");
        QTest::addColumn<double>("mpp");
        QTest::addColumn<QString>("label");
        QTest::addColumn<double>("length");
        // Longest bar 140 screen pixels: 140 µm, 14 µm, 1,400 µm, 7 mm, …
        QTest::newRow("one to one") << 1.0 << 1.0 << "100 µm" << 100.0;
        QTest::newRow("deep") << 0.1 << 1.0 << "10 µm" << 100.0;
        QTest::newRow("millimetre") << 10.0 << 1.0 << "1 mm" << 100.0;
        QTest::newRow("five") << 50.0 << 1.0 << "5 mm" << 100.0;
        QTest::newRow("half") << 1.0 << 0.5 << "50 µm" << 100.0;
        QTest::newRow("fraction") << 0.01 << 0.5 << "0.5 µm" << 100.0;
        QTest::newRow("pixels") << 4.0 << 0.0 << "500 px" << 125.0;
        QTest::newRow("a pixel at least") << 0.002 << 0.0 << "1 px" << 500.0;
    }
    void scaleBarsAreRound()
    {
        QFETCH(double, downsample);
        QFETCH(double, mpp);
        const auto known = mpp > 0.0 ? std::optional(mpp) : std::nullopt;
        const spacrd::ScaleBar bar = spacrd::scaleBarFor(downsample, known, 140.0);
        QTEST(bar.label, "label");
        QTEST(bar.screenLength, "length");
    }

    void theReadOutInventsNothing()
    {
        QCOMPARE(spacrd::magnificationText(2.0, 0.5), QStringLiteral("10.0× · 1.00 µm/px"));
        QCOMPARE(spacrd::magnificationText(1.0, 0.25), QStringLiteral("40.0× · 0.250 µm/px"));
        QCOMPARE(spacrd::magnificationText(100.0, 0.5), QStringLiteral("0.20× · 50.0 µm/px"));
        QCOMPARE(spacrd::magnificationText(0.125, 0.5), QStringLiteral("160.0× · 0.0625 µm/px"));
        QCOMPARE(spacrd::magnificationText(2.0, std::nullopt), QStringLiteral("magnification unknown"));
        Camera camera;
        camera.setDownsample(6.0);
        QCOMPARE(spacrd::readOutText(camera, 0.5), QStringLiteral("3.3× · 3.00 µm/px"));
        QCOMPARE(spacrd::readOutText(camera, 0.5, 3.0), QStringLiteral("10.0× · 1.00 µm/px")); // of a picture three times as fine
    }
};

QTEST_APPLESS_MAIN(TestCamera)
#include "test_camera.moc"
