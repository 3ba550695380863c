#include "widgets/slideview/camera.h"
#include "widgets/slideview/scalebar.h"

#include <QLocale>
#include <QTest>

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
        QCOMPARE(spacrd::magnificationText(1.0, 0.25), QStringLiteral("40.0× · 0.25 µm/px"));
        QCOMPARE(spacrd::magnificationText(100.0, 0.5), QStringLiteral("0.20× · 50.00 µm/px"));
        QCOMPARE(spacrd::magnificationText(2.0, std::nullopt), QStringLiteral("magnification unknown"));
    }
};

QTEST_APPLESS_MAIN(TestCamera)
#include "test_camera.moc"
