#include "widgets/slideview/grid.h"
#include "widgets/slideview/overviewmap.h"
#include "widgets/slideview/scalebar.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace spacrd;

namespace {

QImage painted(const Camera& camera, std::optional<double> mpp)
{
    QImage image(camera.screenSize().toSize(), QImage::Format_RGB32);
    image.fill(QColor(200, 120, 160));
    QPainter painter(&image);
    paintGrid(painter, image.rect(), camera, {0, 0, 10000, 8000}, mpp);
    return image;
}

bool isDarker(const QImage& image, QPoint at)
{
    return image.pixelColor(at).red() < 160;
}

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreRoundAndFarEnoughApart()
    {
        for (const double mpp : {0.2213, 0.5, 1.7}) {
            for (double downsample = 0.1; downsample < 200.0; downsample *= 1.37) {
                const double step = gridStep(downsample, mpp, 80.0);
                QVERIFY(step / downsample >= 80.0 - 1e-6);
                QVERIFY(step / downsample <= 200.0 + 1e-6); // no more than 2.5 times as far
                const double micrometres = step * mpp;
                const double mantissa = micrometres / std::pow(10.0, std::floor(std::log10(micrometres) + 1e-9));
                QVERIFY(qAbs(mantissa - 1) < 1e-6 || qAbs(mantissa - 2) < 1e-6 || qAbs(mantissa - 5) < 1e-6);
            }
        }
        QCOMPARE(gridStep(0.001, std::nullopt, 80.0), 1.0); // never a part of a pixel
        QCOMPARE(gridStep(1.0, std::nullopt, 80.0), 100.0);
    }

    void linesLieAtRoundPlacesOfTheSlide()
    {
        Camera camera;
        camera.setScreenSize({400, 300});
        camera.setDownsample(1.0);
        camera.centreOn({1000, 1000});                      // from 800 and 850
        const QImage image = painted(camera, std::nullopt); // every 100 px
        for (const int x : {100, 200, 300}) {
            QVERIFY(isDarker(image, {x, 120}));
            QVERIFY(!isDarker(image, {x + 20, 120}));
        }
        for (const int y : {150, 250})
            QVERIFY(isDarker(image, {330, y}));
    }

    /// The slide is 10000 × 8000; a step of 1000 has ten lines with names above, and eight to the left.
    void linesAreNamedWhereTheSlideEnds()
    {
        Camera camera;
        camera.setScreenSize({1400, 1200});
        camera.setDownsample(10.0);
        camera.centreOn({5000, 4000}); // all of it, 200 pixels from each side
        const QImage image = painted(camera, std::nullopt);
        const auto isPlate = [&](QPoint at) { return image.pixelColor(at).green() > 200; };
        for (int line = 0; line <= 10; ++line)
            QVERIFY2(isPlate({200 + 100 * line + 4, 203}), qPrintable(QString::number(line)));
        for (int line = 0; line <= 8; ++line)
            QVERIFY2(isPlate({202, 200 + 100 * line - 4}), qPrintable(QString::number(line)));
        QVERIFY(!isPlate({204, 10}) && !isPlate({10, 300})); // beside the slide
    }

    void turnsWithTheSlide()
    {
        Camera camera;
        camera.setScreenSize({400, 400});
        camera.setDownsample(1.0);
        camera.centreOn({1000, 1000});
        camera.setRotation(45);
        const QImage image = painted(camera, std::nullopt);
        QVERIFY(isDarker(image, {200, 200})); // 1000 | 1000 itself
        QVERIFY(isDarker(image, {250, 250}) && isDarker(image, {250, 150}));
        QVERIFY(!isDarker(image, {200, 240}) && !isDarker(image, {240, 200}));
    }

    void outsideTheSlideThereAreNone()
    {
        Camera camera;
        camera.setScreenSize({400, 300});
        camera.setDownsample(1.0);
        camera.centreOn({-5000, 1000});
        QImage plain(400, 300, QImage::Format_RGB32);
        plain.fill(QColor(200, 120, 160));
        QCOMPARE(painted(camera, 0.5), plain);
    }

    void namesHaveUnits()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(lengthText(500, true), QStringLiteral("500 µm"));
        QCOMPARE(lengthText(2500, true), QStringLiteral("2.5 mm"));
        QCOMPARE(lengthText(2500, false), QStringLiteral("2500 px"));
        QCOMPARE(lengthText(0, true), QStringLiteral("0 µm"));
    }

    void theOverviewTintsWhatWasVisited()
    {
        QWidget parent;
        OverviewMap map(&parent);
        map.reset({0, 0, 1000, 1000});
        map.show();
        const QColor before = map.grab().toImage().pixelColor(map.width() / 4, map.height() / 4);
        map.addVisited(QPolygonF(QRectF(0, 0, 500, 500)));
        const QImage after = map.grab().toImage();
        QVERIFY(after.pixelColor(map.width() / 4, map.height() / 4).red() < before.red());
        QCOMPARE(after.pixelColor(map.width() * 3 / 4, map.height() * 3 / 4), before);
        map.addVisited(QPolygonF(QRectF(0, 0, 500, 500)));
        QCOMPARE(map.grab().toImage(), after); // twice is not more
        map.reset({0, 0, 1000, 1000});
        QCOMPARE(map.grab().toImage().pixelColor(map.width() / 4, map.height() / 4), before);
    }
};

QTEST_MAIN(TestGrid)
#include "test_grid.moc"
