// Whatever the view, an overlay lies where its spot is: the middle of what is painted, within half a screen pixel.

#include "widgets/layers/spotlayers.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <random>

using namespace spacrd;
using namespace Qt::StringLiterals;

namespace {

constexpr int views = 400;
constexpr double half = 0.5 + 1e-6;

/// A view in which the place is well within the screen.
Camera anyCamera(std::mt19937& random, QPointF place)
{
    const auto between = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
    Camera camera;
    camera.setScreenSize({401, 300});
    camera.setDownsample(std::exp2(between(-3.0, 5.0)));
    camera.setMirrored(random() % 2 == 0);
    const auto turn = static_cast<int>(random() % 3);
    camera.setRotation(turn == 0 ? 0.0 : turn == 1 ? 90.0 * static_cast<double>(random() % 4) : between(0.0, 360.0));
    camera.centreOn(place);
    camera.panBy({between(-60.0, 60.0), between(-40.0, 40.0)});
    return camera;
}

/// The middle of what a layer paints, in screen pixels; nothing when it paints nothing.
std::optional<QPointF> middleOfPainted(Layer& layer, const Camera& camera, double devicePixelRatio)
{
    QImage image((camera.screenSize() * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        layer.paint(painter, camera);
    }
    double weight = 0.0;
    QPointF sum;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const double alpha = qAlpha(reinterpret_cast<const QRgb*>(image.constScanLine(y))[x]);
            weight += alpha;
            sum += alpha * QPointF(x + 0.5, y + 0.5);
        }
    }
    return weight > 0.0 ? std::optional(sum / weight / devicePixelRatio) : std::nullopt;
}

bool isNear(QPointF painted, QPointF wanted)
{
    return std::abs(painted.x() - wanted.x()) <= half && std::abs(painted.y() - wanted.y()) <= half;
}

QByteArray told(const Camera& camera, QPointF painted, QPointF wanted)
{
    return u"downsample %1, %2°, mirrored %3: at %4, %5 in place of %6, %7"_s.arg(camera.downsample())
        .arg(camera.rotation())
        .arg(camera.isMirrored())
        .arg(painted.x())
        .arg(painted.y())
        .arg(wanted.x())
        .arg(wanted.y())
        .toUtf8();
}

} // namespace

class TestOverlayPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discsAndRingsLieOnTheirSpots_data()
    {
        QTest::addColumn<double>("devicePixelRatio");
        QTest::newRow("1x") << 1.0;
        QTest::newRow("2x") << 2.0;
        QTest::newRow("1.5x") << 1.5;
    }
    void discsAndRingsLieOnTheirSpots()
    {
        QFETCH(double, devicePixelRatio);
        std::mt19937 random(3);
        std::uniform_real_distribution<double> anywhere(0.0, 100'000.0); // a large slide
        for (int i = 0; i < views; ++i) {
            const QPointF place(anywhere(random), anywhere(random));
            const Camera camera = anyCamera(random, place);
            const double diameter = std::uniform_real_distribution<double>(2.5, 120.0)(random) * camera.downsample();
            const auto places = std::make_shared<const SpotPlaces>(std::vector{place}, diameter);
            SpotValueLayer disc(u"v"_s, u"v"_s, places);
            disc.setValues({0.5F}, 0.0, 1.0, {});
            SpotOutlineLayer ring(places);
            const QPointF wanted = camera.toScreen(place);
            for (Layer* layer : {static_cast<Layer*>(&disc), static_cast<Layer*>(&ring)}) {
                const auto painted = middleOfPainted(*layer, camera, devicePixelRatio);
                if (layer == &ring && !painted)
                    continue; // dots that would hide the tissue are not drawn
                QVERIFY(painted);
                QVERIFY2(isNear(*painted, wanted), told(camera, *painted, wanted).constData());
            }
        }
    }

    void binsLieOnTheirPlaces()
    {
        std::mt19937 random(9);
        for (int i = 0; i < views; ++i) {
            BinGrid grid;
            grid.columns = 40;
            grid.rows = 30;
            const double side = std::uniform_real_distribution<double>(3.0, 40.0)(random);
            grid.gridToLevel0 = QTransform(side, 0.02 * side, -0.02 * side, side, 51'000.0, 64'000.0); // a little turned
            grid.cellOfSpot = {static_cast<std::uint32_t>(random() % grid.cells())};                   // one bin alone
            const QPointF place = grid.centreLevel0(0);
            Camera camera = anyCamera(random, place);
            camera.setDownsample(side / std::uniform_real_distribution<double>(4.0, 60.0)(random));
            camera.centreOn(place);
            SpotValueLayer bins(u"v"_s, u"v"_s, std::make_shared<const SpotPlaces>(std::move(grid), side));
            bins.setValues({0.5F}, 0.0, 1.0, {});
            const auto painted = middleOfPainted(bins, camera, 1.0);
            QVERIFY(painted);
            QVERIFY2(isNear(*painted, camera.toScreen(place)), told(camera, *painted, camera.toScreen(place)).constData());
        }
    }
};

QTEST_MAIN(TestOverlayPlaces)
#include "test_overlayplaces.moc"
