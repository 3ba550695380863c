#include "core/base/error.h"
#include "core/base/task.h"
#include "core/histology/encoder.h"
#include "core/histology/featurefile.h"
#include "core/histology/patch.h"

#include "tests/support/golden.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace {

const EncoderIdentity identity{"builtin-1", "", 3, 112.0, 224, "RGB"};

FeatureMatrix someFeatures()
{
    FeatureMatrix features(2, 3);
    features << 1, 2, 3, 4, 5, 6.5;
    return features;
}

/// Each pixel says where it is, 0.5 µm apart.
class CountingSlide : public Slide
{
public:
    CountingSlide()
    {
        m_info.levels = {{2000, 1500, 1.0}};
        m_info.mppX = m_info.mppY = 0.5;
    }

    static int red(long long x) { return static_cast<int>(x % 200); }
    static std::uint32_t pixel(long long x, long long y)
    {
        return 0xff000000U | static_cast<std::uint32_t>(red(x)) << 16 | static_cast<std::uint32_t>(y % 250) << 8;
    }

    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int, long long x, long long y, int width, int height) const override
    {
        Image image{width, height, {}};
        for (long long row = y; row < y + height; ++row) {
            for (long long column = x; column < x + width; ++column)
                image.pixels.push_back(row < 0 || column < 0 ? 0xffffffffU : pixel(column, row));
        }
        return image;
    }
    Image readAssociated(const std::string&) const override { throw Error("There is none."); }

private:
    SlideInfo m_info;
};

} // namespace

class TestFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesRoundTripAndRepeat()
    {
        const TemporaryFolder folder;
        writeFeatures(folder / "a.h5", someFeatures(), {"spot-1", "spöt-2"}, identity);
        writeFeatures(folder / "b.h5", someFeatures(), {"spot-1", "spöt-2"}, identity);
        QCOMPARE(read(folder / "a.h5"), read(folder / "b.h5"));
        const std::optional<FeatureMatrix> back = readFeatures(folder / "a.h5", 2, 3);
        QVERIFY(back.has_value());
        QCOMPARE(*back, someFeatures());
        const GoldenFile file(folder / "a.h5");
        QCOMPARE(file.strings("barcodes"), (std::vector<std::string>{"spot-1", "spöt-2"}));
        QCOMPARE(file.attribute("features", "patch_um"), 112.0);
    }

    void anUnusableCacheEntryIsNothing()
    {
        const TemporaryFolder folder;
        QVERIFY(!readFeatures(folder / "absent.h5", 2, 3));
        writeFeatures(folder / "other.h5", someFeatures(), {"a", "b"}, identity);
        QVERIFY(!readFeatures(folder / "other.h5", 3, 3));
        QVERIFY(!readFeatures(folder / "other.h5", 2, 4));
        write(folder / "cut.h5", read(folder / "other.h5").substr(0, 300));
        QVERIFY(!readFeatures(folder / "cut.h5", 2, 3));
        FeatureMatrix broken = someFeatures();
        broken(0, 0) = std::numeric_limits<float>::quiet_NaN();
        writeFeatures(folder / "nan.h5", broken, {"a", "b"}, identity);
        QVERIFY(!readFeatures(folder / "nan.h5", 2, 3));
    }

    /// At the µm per pixel that the encoder wants it is the slide's own pixels, white beyond its sides; else the means of them.
    void aPatchIsThePixelsRoundItsSpot()
    {
        Sample sample;
        sample.slide = std::make_shared<CountingSlide>();
        sample.section.spots = {{"inside", {500, 300}, 0, 0, true}, {"at the corner", {10, 20}, 0, 1, true}};
        const Image inside = spotPatch(sample, 0, {"any", "", 1, 112.0, 224, "RGB"});
        QCOMPARE(inside.width, 224);
        QCOMPARE(inside.height, 224);
        for (const int x : {0, 7, 223}) {
            for (const int y : {0, 100, 223})
                QCOMPARE(inside.at(x, y), CountingSlide::pixel(500 - 112 + x, 300 - 112 + y));
        }
        const Image corner = spotPatch(sample, 1, {"any", "", 1, 112.0, 224, "RGB"});
        QCOMPARE(corner.at(0, 0), 0xffffffffU);
        QCOMPARE(corner.at(101, 120), 0xffffffffU);
        QCOMPARE(corner.at(102, 92), CountingSlide::pixel(0, 0));
        const Image halved = spotPatch(sample, 0, {"any", "", 1, 112.0, 112, "RGB"});
        QCOMPARE(red(halved.at(5, 9)), (CountingSlide::red(500 - 112 + 10) + CountingSlide::red(500 - 112 + 11) + 1) / 2);

        sample.alignment = Alignment::scaled(2.0); // two level-0 pixels for one of full resolution
        QCOMPARE(spotPatch(sample, 0, {"any", "", 1, 112.0, 224, "RGB"}).at(3, 4),
                 CountingSlide::pixel(1000 - 112 + 3, 600 - 112 + 4));
        QVERIFY_EXCEPTION_THROWN(spotPatch(Sample(), 0, identity), Error);
    }

    void whatCannotBeEncodedIsOneSentence()
    {
        const TemporaryFolder folder;
        QVERIFY(errorOf([&] { makeEncoder((folder / "none.pt").string()); }).starts_with("There is no such encoder file — "));
        write(folder / "text.pt", "not a module");
        QVERIFY(errorOf([&] {
                    makeEncoder((folder / "text.pt").string());
                }).starts_with("The encoder is not a TorchScript module — "));
        Task task;
        Sample sample;
        sample.path = "counts.tsv";
        QCOMPARE(errorOf([&] { imageFeatures(sample, *makeEncoder("builtin"), task); }),
                 std::string("The sample has no image to take features from — counts.tsv (name its slide with --slide)"));
    }
};

QTEST_APPLESS_MAIN(TestFeatures)
#include "test_features.moc"
