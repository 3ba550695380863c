#include "core/histology/builtinencoder.h"
#include "core/histology/texture.h"

#include <QTest>

#include <cmath>

using namespace spacrd;

namespace {

constexpr int side = 224;

Image filled(std::uint32_t pixel)
{
    return {side, side, Pixels(static_cast<size_t>(side) * side, pixel)};
}

/// Pink ground with dark violet discs of radius 8 px = 4 µm on a 28 px grid: 64 "nuclei".
Image nuclei()
{
    Image image = filled(0xffe8b4d0);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int dx = x % 28 - 14;
            const int dy = y % 28 - 14;
            if (dx * dx + dy * dy <= 64)
                image.pixels[static_cast<size_t>(y * side + x)] = 0xff50307c;
        }
    }
    return image;
}

Image turned(const Image& image)
{
    Image out = image;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            out.pixels[static_cast<size_t>(x * side + (side - 1 - y))] = image.at(x, y);
    }
    return out;
}

} // namespace

class TestBuiltinEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void glassHasNoStainAndNoTexture()
    {
        const StainPlanes planes = separateStains(filled(0xffffffff));
        QCOMPARE(planes.haematoxylin.maxCoeff(), 0.0f);
        QCOMPARE(planes.eosin.maxCoeff(), 0.0f);
        QCOMPARE(planes.brightness.minCoeff(), 1.0f);
        std::vector<float> fractions;
        appendFractions(planes, fractions);
        QCOMPARE(fractions[0], 1.0f);
        std::vector<float> edges;
        appendEdges(planes.haematoxylin, edges);
        QCOMPARE(edges[0], 0.0f);
        QCOMPARE(edges[4], 1.0f); // every pattern is flat: no neighbour is brighter
    }

    void stainsAreTakenApart()
    {
        // A pixel made of haematoxylin of density 0.5 alone: channel = 255·10^(−0.5·component of the unit vector).
        const double norm = std::sqrt(0.65 * 0.65 + 0.70 * 0.70 + 0.29 * 0.29);
        const auto channel = [&](double component) {
            return static_cast<std::uint32_t>(std::lround(255.0 * std::pow(10.0, -0.5 * component / norm)));
        };
        const StainPlanes planes = separateStains(filled(0xff000000u | channel(0.65) << 16 | channel(0.70) << 8 | channel(0.29)));
        QVERIFY(std::abs(planes.haematoxylin(0, 0) - 0.5f) < 0.01f);
        QVERIFY(planes.eosin(0, 0) < 0.01f);
        QVERIFY(std::abs(planes.residual(0, 0)) < 0.01f);
    }

    void nucleiAreCounted()
    {
        const Plane at1um = halved(separateStains(nuclei()).haematoxylin);
        std::vector<float> blobs;
        appendBlobs(at1um, blobs);
        const float perPatch = blobs[2] * static_cast<float>(at1um.size()) / 1000.0f; // scale of radius 3.5 µm
        QVERIFY2(std::abs(perPatch - 64.0f) <= 2.0f, qPrintable(QString::number(perPatch)));
    }

    void encodingIsFiniteRepeatableAndAlmostBlindToTurning()
    {
        const std::unique_ptr<Encoder> encoder = makeEncoder("builtin");
        const Image image = nuclei();
        const FeatureMatrix features = encoder->encode({image, image, turned(image), filled(0xff000000), filled(0xffffffff)});
        QCOMPARE(features.cols(), Eigen::Index{encoder->identity().dimension});
        QVERIFY(features.allFinite());
        QCOMPARE(features.row(0), features.row(1));
        QVERIFY((features.row(0) - features.row(2)).cwiseAbs().maxCoeff() < 0.02f);
        QVERIFY((features.row(0) - features.row(4)).cwiseAbs().maxCoeff() > 0.2f);
    }
};

QTEST_APPLESS_MAIN(TestBuiltinEncoder)
#include "test_builtinencoder.moc"
