#include "core/base/error.h"
#include "core/exchange/png.h"
#include "tests/exchange/samples.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <cstdlib>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// Fraction of pixels with the given look inside a rectangle of fractions of the picture.
template <typename Look>
double share(const Image& image, double left, double top, double right, double bottom, Look look)
{
    long long all = 0;
    long long hits = 0;
    for (int y = static_cast<int>(top * image.height); y < static_cast<int>(bottom * image.height); ++y) {
        for (int x = static_cast<int>(left * image.width); x < static_cast<int>(right * image.width); ++x) {
            ++all;
            hits += look(image.at(x, y));
        }
    }
    return static_cast<double>(hits) / static_cast<double>(all);
}

bool isOutline(std::uint32_t p)
{
    return red(p) > 185 && green(p) < 40 && blue(p) < 40;
}

bool isInk(std::uint32_t p)
{
    return red(p) < 110 && green(p) < 110 && blue(p) < 110;
}

bool isWhite(std::uint32_t p)
{
    return p == 0xffffffffu;
}

/// Writes the picture to $SPACRD_PICTURES for a person to look at.
void show(const Image& image, const char* name)
{
    if (const char* folder = std::getenv("SPACRD_PICTURES"))
        write(std::filesystem::path(folder) / name, pngBytes(image));
}

Result resultOf(const std::shared_ptr<Sample>& sample, const std::string& rule = "auto")
{
    return decideResult(sample, makeDetection(*sample), rule);
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLongestSideIsAsAsked_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("wide") << 5 << 40;
        QTest::newRow("tall") << 40 << 5;
        QTest::newRow("even") << 20 << 20;
        QTest::newRow("one row") << 1 << 12;
    }

    void theLongestSideIsAsAsked()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        auto sample = makeSample(SpotLattice::square, rows, columns, 100);
        const Image image = overlayImage(resultOf(sample), 1000);
        QVERIFY(std::abs(std::max(image.width, image.height) - 1000) <= 2);
        QCOMPARE(image.pixels.size(), static_cast<size_t>(image.width) * static_cast<size_t>(image.height));
    }

    void aSlideIsShownWithSpotsRegionsAndLegend()
    {
        auto sample = makeSample(SpotLattice::hexagonal, 40, 34, 100);
        sample->slide = std::make_shared<PaintedSlide>(3700, 3700, 1.0);
        sample->section.mpp = 1.0;
        const Image image = overlayImage(resultOf(sample), 1200);
        show(image, "hexagonal.png");
        QVERIFY(share(image, 0, 0.08, 1, 0.9, isOutline) > 0.002);
        QVERIFY(share(image, 0, 0.08, 1, 0.9, [](std::uint32_t p) { return p == 0xffe8b8ccu; }) > 0.1); // tissue stays visible
        QVERIFY(share(image, 0, 0, 1, 0.05, isInk) > 0.005);                                            // title
        QVERIFY(share(image, 0, 0.93, 0.3, 1, isInk) > 0.005);                                          // ticks of the colour bar
        QVERIFY(share(image, 0.8, 0.93, 1, 1, isInk) > 0.005);                                          // scale bar
    }

    void theColourOfASpotIsItsScore()
    {
        auto sample = makeSample(SpotLattice::square, 2, 2, 100);
        Detection detection = makeDetection(*sample);
        detection.score = {0, 0.5, 1, 1};
        const Result result = decideResult(sample, detection, "1");
        const Image image = overlayImage(result, 1000);
        show(image, "four.png");
        // viridis: purple (#440154), teal (#21918c), yellow (#fde725), at 85 % over white.
        const auto holds = [&](int r, int g, int b) {
            return share(image, 0, 0.1, 1, 0.85, [&](std::uint32_t p) {
                const auto over = [](int c) { return 0.85 * c + 0.15 * 255; };
                return std::abs(red(p) - over(r)) < 8 && std::abs(green(p) - over(g)) < 8 && std::abs(blue(p) - over(b)) < 8;
            });
        };
        QVERIFY(holds(0x44, 0x01, 0x54) > 0.005);
        QVERIFY(holds(0x21, 0x91, 0x8c) > 0.005);
        QVERIFY(holds(0xfd, 0xe7, 0x25) > 1.8 * holds(0x21, 0x91, 0x8c));
        QCOMPARE(share(image, 0, 0.1, 1, 0.85, isOutline), 0.0); // no region
    }

    void withoutASlideTheGroundIsWhiteAndWithoutAScaleThereIsNoBar()
    {
        auto sample = makeSample(SpotLattice::square, 20, 20, 100);
        const Image without = overlayImage(resultOf(sample, "gmm"), 1000);
        show(without, "square.png");
        QVERIFY(share(without, 0, 0.1, 1, 0.85, isWhite) > 0.4);
        QCOMPARE(share(without, 0.8, 0.92, 1, 1, isInk), 0.0);
        sample->section.mpp = 2.0;
        QVERIFY(share(overlayImage(resultOf(sample, "gmm"), 1000), 0.8, 0.92, 1, 1, isInk) > 0.0);
    }

    void theAlignmentIsFollowed()
    {
        auto sample = makeSample(SpotLattice::square, 2, 2, 1000); // full-resolution spots at 1000 and 2000
        sample->slide = std::make_shared<PaintedSlide>(300, 300, std::nullopt);
        sample->alignment = Alignment::scaled(0.1);
        const Image image = overlayImage(resultOf(sample, "0"), 600);
        show(image, "aligned.png");
        QVERIFY(share(image, 0.2, 0.2, 0.8, 0.75, isOutline) > 0.002);
    }

    void anyNameIsWritten()
    {
        auto sample = makeSample(SpotLattice::square, 4, 4, 100);
        for (const std::string& name :
             {std::string("<&\"'>"), std::string("bad \xff\x01 bytes"), std::string(300, 'w'), std::string("組織 ß")}) {
            sample->name = name;
            QVERIFY(!overlayImage(resultOf(sample), 600).empty());
        }
    }

    void aPictureCanBeDrawnTwiceTheSame()
    {
        auto sample = makeSample(SpotLattice::square, 6, 6, 100);
        const Result result = resultOf(sample);
        QVERIFY(pngBytes(overlayImage(result, 700)) == pngBytes(overlayImage(result, 700)));
    }

    void manySpotsAreDrawn()
    {
        auto sample = makeSample(SpotLattice::hexagonal, 200, 200, 20);
        QVERIFY(share(overlayImage(resultOf(sample, "percentile:100"), 1000), 0.2, 0.2, 0.8, 0.8, isWhite) < 0.9);
    }

    void badSizesAreRefused()
    {
        auto sample = makeSample(SpotLattice::square, 2, 2, 100);
        const Result result = resultOf(sample);
        QCOMPARE(errorOf([&] { overlayImage(result, 10); }),
                 std::string("An overlay picture of 10 pixels cannot be drawn (choose between 300 and 20000 pixels)"));
    }
};

QTEST_APPLESS_MAIN(TestOverlay)
#include "test_overlay.moc"
