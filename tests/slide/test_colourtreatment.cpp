#include "core/slide/colourtreatment.h"
#include "core/slide/stainvectors.h"

#include <QTest>

#include <cmath>

using namespace spacrd;

namespace {

std::uint32_t treated(std::uint32_t pixel, const ColourTreatment& treatment)
{
    Image image{1, 1, Pixels(1, pixel)};
    ColourTables(treatment).apply(image);
    return image.pixels.front();
}

std::uint32_t grey(int value)
{
    return 0xff000000U | static_cast<std::uint32_t>(value) * 0x010101U;
}

/// What white light is after so much of two dyes (their unit vectors), by Beer and Lambert's law.
std::uint32_t stained(double haematoxylin, double eosin)
{
    const auto unit = [](const std::array<float, 3>& v, size_t i) {
        return static_cast<double>(v[i]) / std::sqrt(static_cast<double>(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]));
    };
    std::uint32_t pixel = 0xff;
    for (size_t i = 0; i < 3; ++i) {
        const double density = haematoxylin * unit(haematoxylinVector, i) + eosin * unit(eosinVector, i);
        pixel = pixel << 8 | static_cast<std::uint32_t>(std::lround(255.0 * std::pow(10.0, -density)));
    }
    return pixel;
}

bool near(std::uint32_t a, std::uint32_t b, int tolerance)
{
    return std::abs(red(a) - red(b)) <= tolerance && std::abs(green(a) - green(b)) <= tolerance
           && std::abs(blue(a) - blue(b)) <= tolerance;
}

} // namespace

class TestColourTreatment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutOneEveryValueStays()
    {
        for (int value = 0; value < 256; ++value) {
            QCOMPARE(treated(grey(value), {}), grey(value));
            QCOMPARE(treated(grey(value), {0.0, 0.0, 1.0 + 1e-12, ShownStain::all}), grey(value)); // by way of the tables
        }
        QCOMPARE(treated(0xff123456U, {0.0, 0.0, 1.0 + 1e-12, ShownStain::all}), 0xff123456U);
    }

    void tones_data()
    {
        QTest::addColumn<ColourTreatment>("treatment");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("brighter by a quarter") << ColourTreatment{0.5, 0.0, 1.0, ShownStain::all} << 100 << 164;
        QTest::newRow("brightest") << ColourTreatment{1.0, 0.0, 1.0, ShownStain::all} << 200 << 255;
        QTest::newRow("darker") << ColourTreatment{-1.0, 0.0, 1.0, ShownStain::all} << 100 << 0;
        QTest::newRow("a quarter more contrast") << ColourTreatment{0.0, 0.2, 1.0, ShownStain::all} << 100 << 93;
        QTest::newRow("half of it") << ColourTreatment{0.0, -0.5, 1.0, ShownStain::all} << 255 << 191;
        QTest::newRow("no contrast") << ColourTreatment{0.0, -1.0, 1.0, ShownStain::all} << 7 << 128;
        QTest::newRow("all contrast") << ColourTreatment{0.0, 1.0, 1.0, ShownStain::all} << 140 << 255;
        QTest::newRow("gamma of two") << ColourTreatment{0.0, 0.0, 2.0, ShownStain::all} << 64 << 128; // √(64/255)
        QTest::newRow("gamma keeps black") << ColourTreatment{0.0, 0.0, 2.0, ShownStain::all} << 0 << 0;
        QTest::newRow("gamma keeps white") << ColourTreatment{0.0, 0.0, 0.5, ShownStain::all} << 255 << 255;
        QTest::newRow("gamma beyond its range") << ColourTreatment{0.0, 0.0, 0.0, ShownStain::all} << 250 << 209; // of 0.1
    }
    void tones()
    {
        QFETCH(ColourTreatment, treatment);
        QFETCH(int, from);
        QFETCH(int, to);
        QCOMPARE(red(treated(grey(from), treatment)), to);
    }

    /// Mixed by the law and unmixed: of each dye just what was put in is left.
    void aDyeAloneIsWhatWasPutIn()
    {
        for (const double haematoxylin : {0.0, 0.2, 0.6, 1.0}) {
            for (const double eosin : {0.0, 0.3, 0.8}) {
                const std::uint32_t mixed = stained(haematoxylin, eosin);
                QVERIFY(near(treated(mixed, {0.0, 0.0, 1.0, ShownStain::haematoxylin}), stained(haematoxylin, 0.0), 3));
                QVERIFY(near(treated(mixed, {0.0, 0.0, 1.0, ShownStain::eosin}), stained(0.0, eosin), 3));
            }
        }
        QCOMPARE(treated(0xffffffffU, {0.0, 0.0, 1.0, ShownStain::eosin}), 0xffffffffU);
        QVERIFY(red(treated(0xff000000U, {0.0, 0.0, 1.0, ShownStain::haematoxylin})) < 40); // black stays finite
    }

    void tonesComeAfterTheDye()
    {
        const std::uint32_t mixed = stained(0.6, 0.5);
        const std::uint32_t alone = treated(mixed, {0.0, 0.0, 1.0, ShownStain::haematoxylin});
        QCOMPARE(treated(mixed, {0.3, 0.2, 1.4, ShownStain::haematoxylin}), treated(alone, {0.3, 0.2, 1.4, ShownStain::all}));
    }
};

QTEST_GUILESS_MAIN(TestColourTreatment)
#include "test_colourtreatment.moc"
