#include "widgets/slideview/ruler.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTest>

using namespace spacrd;
using namespace Qt::StringLiterals;

namespace {

const QColor tissue(200, 120, 160);
const Ruler ruler{{1000, 1000}, {1300, 1000}};

Camera cameraOn(QPointF level0)
{
    Camera camera;
    camera.setScreenSize({600, 400});
    camera.setDownsample(2.0);
    camera.centreOn(level0);
    return camera;
}

QImage painted(const Camera& camera)
{
    QImage image(camera.screenSize().toSize(), QImage::Format_RGB32);
    image.fill(tissue);
    QPainter painter(&image);
    paintRuler(painter, image.rect(), camera, ruler, 0.5);
    return image;
}

/// Whether there is black at `at` or a pixel beside: lines are blended with what is under them.
bool isOnLine(const QImage& image, QPointF at)
{
    for (int y = -1; y <= 1; ++y) {
        for (int x = -1; x <= 1; ++x) {
            const QPoint place = at.toPoint() + QPoint(x, y);
            if (image.rect().contains(place) && image.pixelColor(place).value() < 90)
                return true;
        }
    }
    return false;
}

/// How much of the picture is the white of the length's plate.
int platePixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).green() > 230 ? 1 : 0;
    }
    return count;
}

} // namespace

class TestRuler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void saysItsLengthInFourDigits()
    {
        const auto text = [](QPointF to, std::optional<double> mpp) { return rulerText({{10, 20}, to}, mpp); };
        QCOMPARE(text({310, 420}, 0.5), u"250 µm"_s);      // 300, 400: 500 px
        QCOMPARE(text({310, 420}, 0.2465), u"123.3 µm"_s); // 123.25
        QCOMPARE(text({310, 420}, 2.4691), u"1.235 mm"_s);
        QCOMPARE(text({310, 420}, std::nullopt), u"500 px"_s);
        QCOMPARE(text({11, 21}, std::nullopt), u"1.414 px"_s);
        QCOMPARE(text({123466, 20}, std::nullopt), u"123500 px"_s);
        QCOMPARE(text({10, 20}, 0.5), u"0 µm"_s);
    }

    void straightIsAcrossDownOrBetween_data()
    {
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QPointF>("straight");
        QTest::newRow("across") << QPointF(90, 12) << QPointF(90, 10);
        QTest::newRow("to the left") << QPointF(-70, 4) << QPointF(-70, 10);
        QTest::newRow("down") << QPointF(14, 60) << QPointF(10, 60);
        QTest::newRow("up") << QPointF(7, -60) << QPointF(10, -60);
        QTest::newRow("between") << QPointF(50, 60) << QPointF(55, 55);
        QTest::newRow("the other way") << QPointF(-30, 60) << QPointF(-35, 55);
        QTest::newRow("nowhere") << QPointF(10, 10) << QPointF(10, 10);
    }
    void straightIsAcrossDownOrBetween()
    {
        QFETCH(QPointF, to);
        QFETCH(QPointF, straight);
        const QPointF found = straightened({10, 10}, to);
        QVERIFY(qAbs(found.x() - straight.x()) < 1e-9 && qAbs(found.y() - straight.y()) < 1e-9);
    }

    void liesOnTheSlideHoweverThatIsTurned_data()
    {
        QTest::addColumn<double>("rotation");
        QTest::addColumn<bool>("mirrored");
        for (const double rotation : {0.0, 33.0, 90.0, 180.0, 271.0}) {
            QTest::addRow("%g", rotation) << rotation << false;
            QTest::addRow("%g mirrored", rotation) << rotation << true;
        }
    }
    void liesOnTheSlideHoweverThatIsTurned()
    {
        QFETCH(double, rotation);
        QFETCH(bool, mirrored);
        Camera camera = cameraOn({1100, 980});
        camera.setMirrored(mirrored);
        camera.setRotation(rotation);
        const QImage image = painted(camera);
        for (const double along : {1000.0, 1040.0, 1150.0, 1300.0})
            QVERIFY(isOnLine(image, camera.toScreen({along, 1000})));
        for (const double beyond : {970.0, 1330.0})
            QCOMPARE(image.pixelColor(camera.toScreen({beyond, 1000}).toPoint()), tissue);
    }

    /// Where its middle is off the screen, too.
    void theLengthIsSeenWhereAPartOfTheLineIs()
    {
        const int whole = platePixels(painted(cameraOn({1150, 1000})));
        QVERIFY(whole > 500);
        const QImage end = painted(cameraOn({1890, 1000})); // from 1290 on
        QVERIFY(isOnLine(end, {5, 200}));
        QVERIFY(platePixels(end) > whole / 2);
        QImage plain(600, 400, QImage::Format_RGB32);
        plain.fill(tissue);
        QCOMPARE(painted(cameraOn({4000, 1000})), plain);
    }
};

QTEST_MAIN(TestRuler)
#include "test_ruler.moc"
