#include "widgets/slideview/scalebar.h"

#include <QPainter>
#include <QTest>

#include <functional>
#include <vector>

using namespace spacrd;

namespace {

struct Shown
{
    double downsample = 2.0;
    std::optional<double> mpp = 0.5;
    QFont font = QFont();
    QPalette palette = QPalette();
    double pixelRatio = 1.0;
    double screenWidth = 400.0;
};

QImage painted(const ScaleBarPlate& plate, double pixelRatio)
{
    QImage picture((QSizeF(400, 200) * pixelRatio).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::gray);
    QPainter painter(&picture);
    plate.paint(painter, QRect(0, 0, 400, 200));
    return picture;
}

void prepare(ScaleBarPlate& plate, const Shown& what)
{
    Camera camera;
    camera.setScreenSize({what.screenWidth, 200.0});
    camera.setDownsample(what.downsample);
    plate.prepare(camera, what.mpp, what.font, what.palette, what.pixelRatio);
}

} // namespace

class TestScaleBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeptPlateIsThatMadeAnew()
    {
        const std::vector<std::function<void(Shown&)>> changes{
            [](Shown& shown) { shown.downsample = 2.1; }, // a longer bar of the same name, and another read-out
            [](Shown& shown) { shown.downsample = 2100.0; },
            [](Shown& shown) { shown.mpp.reset(); },
            [](Shown& shown) { shown.font.setPointSizeF(shown.font.pointSizeF() * 1.5); },
            [](Shown& shown) { shown.palette.setColor(QPalette::Base, Qt::darkBlue); },
            [](Shown& shown) { shown.palette.setColor(QPalette::Text, Qt::yellow); },
            [](Shown& shown) { shown.pixelRatio = 1.25; },
            [](Shown& shown) { shown.pixelRatio = 2.0; },
            [](Shown& shown) { shown.screenWidth = 150.0; },
            [](Shown& shown) { shown.screenWidth = 110.0; },
        };
        Shown shown;
        ScaleBarPlate kept;
        prepare(kept, shown);
        for (const auto& change : changes) {
            const QImage before = painted(kept, shown.pixelRatio);
            change(shown);
            prepare(kept, shown);
            ScaleBarPlate anew;
            prepare(anew, shown);
            QCOMPARE(painted(kept, shown.pixelRatio), painted(anew, shown.pixelRatio));
            QVERIFY(painted(kept, shown.pixelRatio) != before);
        }
    }

    void itStandsInTheLowerLeftCornerWhereThereIsRoom()
    {
        ScaleBarPlate plate;
        prepare(plate, {});
        const QRect place = plate.placeIn({0, 0, 400, 200});
        QCOMPARE(place.bottomLeft(), QPoint(10, 189));
        QVERIFY(place.width() < 200 && place.height() < 80);
        const QImage picture = painted(plate, 1.0);
        QVERIFY(picture.pixelColor(place.center()) != Qt::gray);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                QVERIFY(place.contains(x, y) || picture.pixelColor(x, y) == Qt::gray);
        }
        QVERIFY(plate.placeIn({0, 0, 60, 200}).isNull());
        QVERIFY(plate.placeIn({0, 0, 400, 40}).isNull());
    }

    /// A pane of several side by side has its scale bar, too.
    void aNarrowScreenHasAShorterOne()
    {
        for (int width = 400; width >= 100; width -= 7) {
            Shown shown;
            shown.screenWidth = width;
            ScaleBarPlate plate;
            prepare(plate, shown);
            const QRect place = plate.placeIn({0, 0, width, 200});
            QVERIFY2(!place.isNull() && place.right() < width - 9, qPrintable(QString::number(width)));
        }
    }

    void theBarIsAsLongAsItSays()
    {
        ScaleBarPlate plate;
        prepare(plate, {}); // 1 µm per pixel: 100 µm
        const QImage picture = painted(plate, 1.0);
        const QRect place = plate.placeIn({0, 0, 400, 200});
        const int y = place.bottom() - 8; // of the bar
        int dark = 0;
        for (int x = place.left(); x <= place.right(); ++x)
            dark += picture.pixelColor(x, y).lightness() < 60 ? 1 : 0;
        QVERIFY2(dark >= 99 && dark <= 102, qPrintable(QString::number(dark)));
    }
};

QTEST_MAIN(TestScaleBar)
#include "test_scalebar.moc"
