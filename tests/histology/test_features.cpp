#include "core/base/task.h"
#include "core/histology/encoder.h"
#include "core/histology/featurefile.h"

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
