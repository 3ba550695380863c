#include "core/base/error.h"
#include "samples.h"
#include "tests/support/testdata.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/layers/valuecolours.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spacrd;
using namespace spacrd::test;
using namespace Qt::StringLiterals;

namespace {

constexpr float noNumber = std::numeric_limits<float>::quiet_NaN();

Camera cameraOn(QPointF level0, double downsample, QSizeF screen = {400, 300})
{
    Camera camera;
    camera.setScreenSize(screen);
    camera.setDownsample(downsample);
    camera.centreOn(level0);
    return camera;
}

QImage painted(Layer& layer, const Camera& camera, double devicePixelRatio = 1.0)
{
    QImage image((camera.screenSize() * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    layer.paint(painter, camera);
    return image;
}

int pixelsUnlike(const QImage& image, QColor colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 0 : 1;
    }
    return count;
}

std::unique_ptr<SpotValueLayer> valueLayer(const std::shared_ptr<const Sample>& sample, std::vector<float> values)
{
    auto layer = std::make_unique<SpotValueLayer>(u"score"_s, u"Score"_s, std::make_shared<const SpotPlaces>(*sample));
    layer->setValues(std::move(values), 0.0, 1.0, u"p"_s);
    return layer;
}

Region square(double x, double y, double side)
{
    Region region;
    region.fullres.outer = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
    return region;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colourMapsHaveTheirPublishedEnds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QColor>("low");
        QTest::addColumn<QColor>("middle");
        QTest::addColumn<QColor>("high");
        QTest::newRow("viridis") << u"viridis"_s << QColor(0x44, 0x01, 0x54) << QColor(0x21, 0x91, 0x8c)
                                 << QColor(0xfd, 0xe7, 0x25);
        QTest::newRow("magma") << u"magma"_s << QColor(0, 0, 4) << QColor(0xb7, 0x37, 0x79) << QColor(0xfc, 0xfd, 0xbf);
        QTest::newRow("cividis") << u"cividis"_s << QColor(0, 0x22, 0x4e) << QColor(0x7d, 0x7c, 0x78) << QColor(0xfe, 0xe8, 0x38);
        QTest::newRow("inferno") << u"inferno"_s << QColor(0, 0, 4) << QColor(0xbc, 0x37, 0x54) << QColor(0xfc, 0xff, 0xa4);
        QTest::newRow("blues") << u"blues"_s << QColor(0xf7, 0xfb, 0xff) << QColor(0x6b, 0xae, 0xd6) << QColor(0x08, 0x30, 0x6b);
    }
    void colourMapsHaveTheirPublishedEnds()
    {
        QFETCH(QString, id);
        const ColourMap& map = colourMap(id);
        QCOMPARE(map.id, id);
        QCOMPARE(map.entries.size(), size_t{256});
        // cividis is an approximation: some steps of 255 off at its ends.
        const int tolerance = id == u"cividis"_s ? 13 : 1;
        const auto nearTo = [&](QRgb entry, const QColor& colour) {
            return std::abs(qRed(entry) - colour.red()) <= tolerance && std::abs(qGreen(entry) - colour.green()) <= tolerance
                   && std::abs(qBlue(entry) - colour.blue()) <= tolerance;
        };
        QFETCH(QColor, low);
        QFETCH(QColor, middle);
        QFETCH(QColor, high);
        QVERIFY(nearTo(map.entries.front(), low));
        QVERIFY(nearTo(map.entries[128], middle));
        QVERIFY(nearTo(map.entries.back(), high));
    }

    void unknownColourMapsAreViridis() { QCOMPARE(colourMap(u"rainbow"_s).id, u"viridis"_s); }

    void valuesFindTheirColour()
    {
        QCOMPARE(colourIndex(0.0, 0.0, 1.0), 0);
        QCOMPARE(colourIndex(1.0, 0.0, 1.0), 255);
        QCOMPARE(colourIndex(0.5, 0.0, 1.0), 128);
        QCOMPARE(colourIndex(-3.0, 0.0, 1.0), 0);
        QCOMPARE(colourIndex(7.0, 0.0, 1.0), 255);
        QCOMPARE(colourIndex(2.0, 2.0, 2.0), 0);
        QCOMPARE(colourIndex(3.0, 2.0, 2.0), 255);
        QCOMPARE(colourIndex(std::numeric_limits<double>::infinity(), 0.0, 1.0), 255);
    }

    void aReplacedLayerKeepsItsPlaceAndItsLook()
    {
        LayerStack stack;
        const QSignalSpy arranged(&stack, &LayerStack::layersChanged);
        const auto sample = gridSample(2, 1, 100);
        stack.add(valueLayer(sample, {0, 1}));
        stack.add(std::make_unique<SpotOutlineLayer>(std::make_shared<const SpotPlaces>(*sample)));
        stack.find(u"score"_s)->setOpacity(0.3);
        stack.find(u"score"_s)->setVisible(false);
        stack.find(u"score"_s)->setColourMapId(u"magma"_s);
        stack.add(valueLayer(sample, {1, 0}));
        QCOMPARE(stack.layers().size(), size_t{2});
        QCOMPARE(stack.layers().front()->id(), u"score"_s);
        QCOMPARE(stack.layers().front()->opacity(), 0.3);
        QVERIFY(!stack.layers().front()->isVisible());
        QCOMPARE(stack.layers().front()->colourMapId(), u"magma"_s);
        QCOMPARE(arranged.size(), 3);
        stack.remove(u"spots"_s);
        QVERIFY(!stack.find(u"spots"_s));
        stack.remove(u"spots"_s);
        QCOMPARE(arranged.size(), 4);
        stack.clear();
        QVERIFY(stack.layers().empty());
    }

    void theStackTellsOfEveryChange()
    {
        LayerStack stack;
        stack.add(valueLayer(gridSample(1, 1, 100), {0}));
        const QSignalSpy changes(&stack, &LayerStack::changed);
        Layer* const layer = stack.find(u"score"_s);
        layer->setVisible(false);
        layer->setVisible(false);
        layer->setOpacity(0.5);
        layer->setTitle(u"EPCAM"_s);
        layer->setColourMapId(u"blues"_s);
        QCOMPARE(changes.size(), 4);
    }

    void discsHaveTheirTrueSizeAndColour_data()
    {
        QTest::addColumn<double>("downsample");
        QTest::addColumn<double>("ratio");
        QTest::newRow("small") << 2.0 << 1.0;
        QTest::newRow("small, fine screen") << 2.0 << 2.0;
        QTest::newRow("large") << 0.25 << 1.0;
    }
    void discsHaveTheirTrueSizeAndColour()
    {
        QFETCH(double, downsample);
        QFETCH(double, ratio);
        const auto layer = valueLayer(gridSample(1, 1, 80), {1.0F}); // diameter 40
        const QImage image = painted(*layer, cameraOn({80, 80}, downsample), ratio);
        QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2).rgb(), colourMap(u"viridis"_s).entries.back());
        const double radius = 40 / downsample / 2 * ratio;
        const double area = M_PI * radius * radius;
        const int covered = pixelsUnlike(image, Qt::white);
        QVERIFY2(std::abs(covered - area) < 2 * M_PI * radius * 1.2, qPrintable(QString::number(covered / area)));
    }

    void farAwaySpotsAreRectanglesOfTheirColour()
    {
        const auto layer = valueLayer(gridSample(20, 10, 100), std::vector<float>(200, 0.0F));
        const QImage image = painted(*layer, cameraOn({1000, 500}, 30.0));
        const QColor low(colourMap(u"viridis"_s).entries.front());
        const int coloured = image.width() * image.height() - pixelsUnlike(image, low);
        QVERIFY(coloured >= 200);
        QCOMPARE(coloured, pixelsUnlike(image, Qt::white)); // no other colour
    }

    void spotsWithoutValueAreHatchedAndNamedInTheLegend()
    {
        const auto layer = valueLayer(gridSample(2, 1, 100), {noNumber, 0.5F});
        const QImage image = painted(*layer, cameraOn({100, 100}, 1.0));
        int white = 0;
        int grey = 0;
        for (int x = 182; x < 218; ++x) {
            white += image.pixelColor(x, 150) == QColor(Qt::white) ? 1 : 0;
            grey += image.pixelColor(x, 150).value() < 140 ? 1 : 0;
        }
        QVERIFY(white > 5);
        QVERIFY(grey > 2);
        QVERIFY(layer->legend()->someWithoutValue);
        QCOMPARE(layer->legend()->map->id, u"viridis"_s);
        QCOMPARE(layer->legend()->unit, u"p"_s);
        layer->setValues({0.1F, 0.5F}, 0.0, 2.0, u"log"_s);
        QVERIFY(!layer->legend()->someWithoutValue);
        QCOMPARE(layer->legend()->range.high, 2.0);
    }

    void percentilesAreThoseOfTheSpotsWithAValue_data()
    {
        QTest::addColumn<std::shared_ptr<const SpotPlaces>>("places");
        BinGrid grid;
        grid.columns = 11;
        grid.rows = 11;
        for (std::uint32_t i = 0; i < 103; ++i)
            grid.cellOfSpot.push_back(i);
        QTest::newRow("discs") << std::make_shared<const SpotPlaces>(std::vector<QPointF>(103, QPointF(5, 5)), 10.0);
        QTest::newRow("bins") << std::make_shared<const SpotPlaces>(grid, 1.0);
    }
    void percentilesAreThoseOfTheSpotsWithAValue()
    {
        QFETCH(std::shared_ptr<const SpotPlaces>, places);
        SpotValueLayer layer(u"gene"_s, u"Gene"_s, places);
        QVERIFY(!layer.range());
        std::vector<float> values{noNumber, noNumber};
        for (int i = 100; i >= 0; --i)
            values.push_back(static_cast<float>(i) / 2);
        layer.setValues(values, 0.0, 60.0, {});
        QCOMPARE(layer.percentile(0), 0.0);
        QCOMPARE(layer.percentile(25), 12.5);
        QCOMPARE(layer.percentile(100), 50.0);
        QCOMPARE(layer.range(), std::optional(ValueRange{0.0, 60.0, false}));
        const QSignalSpy changes(&layer, &Layer::changed);
        layer.setRange({10.0, 20.0, true});
        layer.setRange({10.0, 20.0, true});
        layer.setRange({20.0, 10.0, true}); // upside down
        QCOMPARE(changes.size(), 1);
        QCOMPARE(layer.legend()->range, (ValueRange{10.0, 20.0, true}));
        QVERIFY(layer.legend()->someBelow && layer.legend()->someAbove);
        layer.setRange({0.0, 50.0, true}); // all of them
        QVERIFY(!layer.legend()->someBelow && !layer.legend()->someAbove);
        layer.setValues(values, 0.0, 60.0, {}); // others come with their own
        QCOMPARE(layer.range(), std::optional(ValueRange{0.0, 60.0, false}));
    }

    void coloursGoWithTheValueOrItsLogarithm()
    {
        const ColourMap& map = colourMap(u"viridis"_s);
        const ValueColours straight(map, {10.0, 265.0, false});
        const ValueColours logarithmic(map, {10.0, 1009.0, true});
        for (const int step : {0, 1, 100, 254, 255})
            QCOMPARE(straight.index(static_cast<float>(10 + step)), static_cast<size_t>(step));
        for (const double value : {10.0, 10.5, 11.0, 13.0, 40.0, 109.0, 500.0, 1000.0, 1009.0}) {
            const double exact = std::log(1.0 + value - 10.0) / std::log(1000.0) * 255.0;
            QVERIFY(std::abs(static_cast<double>(logarithmic.index(static_cast<float>(value))) - exact) <= 1.0);
        }
        for (const ValueColours& colours : {straight, logarithmic}) {
            QCOMPARE(colours.index(-1e30F), size_t(0));
            QCOMPARE(colours.index(1e30F), size_t(255));
            QCOMPARE(colours.index(std::numeric_limits<float>::infinity()), size_t(255));
        }
        const ValueColours one(map, {3.0, 3.0, true});
        QCOMPARE(one.index(2.0F), size_t(0));
        QCOMPARE(one.index(4.0F), size_t(255));
    }

    void asManyValuesAsSpots()
    {
        SpotValueLayer layer(u"gene"_s, u"Gene"_s, std::make_shared<const SpotPlaces>(*gridSample(3, 1, 100)));
        QVERIFY(!layer.legend());
        QCOMPARE(QString::fromStdString(errorOf([&] { layer.setValues({1.0F}, 0, 1, {}); })),
                 u"There are 1 values for 3 spots"_s);
    }

    void outlinesLeaveTheTissueVisible()
    {
        SpotOutlineLayer layer(std::make_shared<const SpotPlaces>(*gridSample(1, 1, 160))); // diameter 80
        const QImage image = painted(layer, cameraOn({160, 160}, 1.0));
        QCOMPARE(image.pixelColor(200, 150), QColor(Qt::white));
        QVERIFY(image.pixelColor(240, 150).value() < 200); // 40 to the right
        const int plain = pixelsUnlike(image, Qt::white);
        layer.setSelected(0);
        QVERIFY(pixelsUnlike(painted(layer, cameraOn({160, 160}, 1.0)), Qt::white) > plain + 200);
        layer.setSelected(7);
        QCOMPARE(pixelsUnlike(painted(layer, cameraOn({160, 160}, 1.0)), Qt::white), plain);
    }

    void regionsAreOutlinedWithHoles()
    {
        RegionLayer layer(Alignment::scaled(2.0, {10, 20}));
        QVERIFY(!layer.legend());
        Region region = square(50, 50, 100);                              // level 0: (110, 120) … (310, 320)
        region.fullres.holes.push_back(square(80, 80, 30).fullres.outer); // level 0: (170, 180) … (230, 240)
        layer.setRegions({region});
        const QImage image = painted(layer, cameraOn({200, 150}, 1.0));
        QCOMPARE(image.pixelColor(110, 200).rgb(), qRgb(200, 0, 0));
        QCOMPARE(image.pixelColor(200, 200), QColor(Qt::white));
        QVERIFY(image.pixelColor(140, 200).green() < 240);
        QVERIFY(image.pixelColor(140, 200).green() > 180);
        QCOMPARE(image.pixelColor(60, 200), QColor(Qt::white));
        QCOMPARE(layer.legend()->swatches.front().first, QColor(200, 0, 0));
        layer.setRegions({});
        QCOMPARE(pixelsUnlike(painted(layer, cameraOn({200, 150}, 1.0)), Qt::white), 0);
    }

    void fiveThousandSpotsAreQuick_data()
    {
        QTest::addColumn<double>("downsample");
        QTest::newRow("all, small") << 8.0;
        QTest::newRow("all, tiny") << 60.0;
        QTest::newRow("some, large") << 1.0;
    }
    void fiveThousandSpotsAreQuick()
    {
        QFETCH(double, downsample);
        const auto sample = gridSample(100, 50, 150);
        std::vector<float> values;
        for (int i = 0; i < 5000; ++i)
            values.push_back(static_cast<float>(i % 997) / 997.0F);
        const auto discs = valueLayer(sample, values);
        SpotOutlineLayer rings(std::make_shared<const SpotPlaces>(*sample));
        const Camera camera = cameraOn({7500, 3750}, downsample, {1920, 1080});
        for (Layer* layer : {static_cast<Layer*>(discs.get()), static_cast<Layer*>(&rings)}) {
            painted(*layer, camera);
            QElapsedTimer clock;
            clock.start();
            painted(*layer, camera);
            qInfo("%s: %.1f ms", qPrintable(layer->id()), static_cast<double>(clock.nsecsElapsed()) / 1e6);
            QVERIFY(clock.elapsed() < 100); // generous: the machine may be busy
        }
    }
};

QTEST_MAIN(TestLayers)
#include "test_layers.moc"
