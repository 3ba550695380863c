#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/sample.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

/// Of the spots, the part under which the slide is not white (grey above 215 of 255, mean over the spot's square).
double spotsOnTissue(const Sample& sample)
{
    size_t dark = 0;
    const double side = std::max(1.0, sample.spotDiameterLevel0Px());
    for (const Spot& spot : sample.spots()) {
        const Level0Point centre = sample.alignment.toLevel0(spot.fullres);
        const Image patch = readScaled(*sample.slide, {centre.x - side / 2, centre.y - side / 2, side, side}, 4, 4);
        double grey = 0.0;
        for (const std::uint32_t pixel : patch.pixels)
            grey += (red(pixel) + green(pixel) + blue(pixel)) / 3.0;
        dark += grey / static_cast<double>(patch.pixels.size()) < 215.0;
    }
    return static_cast<double>(dark) / static_cast<double>(sample.spots().size());
}

bool warns(const Sample& sample, const std::string& part)
{
    for (const Text& warning : sample.warnings) {
        if (warning.english().find(part) != std::string::npos)
            return true;
    }
    return false;
}

std::shared_ptr<const Sample> openAt(const fs::path& path, const fs::path& slide = {}, std::optional<double> scale = {})
{
    SampleSources sources;
    sources.section.path = path;
    sources.slide = slide;
    sources.slideScale = scale;
    Task task;
    return openSample(sources, task);
}

} // namespace

class TestRealSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colorectalCancerOnItsReducedImage()
    {
        SPACRD_NEED_DATA();
        const auto sample = openAt(dataFolder() / "visium_crc_human" / "outs");
        QVERIFY(sample->slide);
        QCOMPARE(sample->name, std::string("visium_crc_human"));
        QCOMPARE(sample->slide->info().height(), 600);
        QVERIFY(warns(*sample, "reduced copy"));
        QVERIFY2(spotsOnTissue(*sample) > 0.95, std::to_string(spotsOnTissue(*sample)).c_str());
    }

    void heartOnItsHiresImage()
    {
        SPACRD_NEED_DATA();
        const auto sample = openAt(dataFolder() / "visium_tiny_human_heart" / "outs");
        QCOMPARE(sample->alignment.scale(), 0.150015);
        QVERIFY2(spotsOnTissue(*sample) > 0.9, std::to_string(spotsOnTissue(*sample)).c_str());
        // Naming the same image by hand changes nothing: its scale is known.
        const fs::path image = dataFolder() / "visium_tiny_human_heart" / "outs" / "spatial" / "tissue_hires_image.png";
        QCOMPARE(openAt(dataFolder() / "visium_tiny_human_heart" / "outs", image)->alignment.scale(), 0.150015);
    }

    void breastCancerWithItsFullImage()
    {
        SPACRD_NEED_DATA();
        const auto sample = openAt(dataFolder() / "her2st" / "C2");
        QCOMPARE(sample->name, std::string("C2"));
        QCOMPARE(sample->spots().size(), size_t(187));
        QCOMPARE(sample->image.filename().string(), std::string("image.jpg"));
        QVERIFY(sample->slide->info().levels.size() > 3);
        QVERIFY(qAbs(*sample->level0Mpp() - 0.69) < 0.01);
        QVERIFY(sample->warnings.empty());
        QVERIFY2(spotsOnTissue(*sample) > 0.9, std::to_string(spotsOnTissue(*sample)).c_str());
    }

    void endometrialCancerWithoutItsMatrix()
    {
        SPACRD_NEED_DATA();
        const fs::path folder = dataFolder() / "visium_ucec_no_matrix";
        for (const fs::path& path : {folder, folder / "spatial"}) {
            const auto sample = openAt(path);
            QCOMPARE(sample->name, std::string("visium_ucec_no_matrix"));
            QCOMPARE(sample->spots().size(), size_t(1091));
            QVERIFY(!sample->hasExpression());
            QCOMPARE(sample->expression().barcodes.size(), size_t(1091));
            QCOMPARE(sample->expression().barcodes[0], sample->spots()[0].barcode);
            QCOMPARE(sample->expression().counts.rows(), Eigen::Index(1091));
            QVERIFY(warns(*sample, "No expression matrix"));
            QCOMPARE(sample->slide->info().height(), 2000);
            QCOMPARE(sample->alignment.scale(), 0.66313);
            QVERIFY2(spotsOnTissue(*sample) > 0.9, std::to_string(spotsOnTissue(*sample)).c_str());
        }
    }

    void aCroppedPictureInTheDataIsLeftOut()
    {
        SPACRD_NEED_DATA();
        const auto sample = openAt(dataFolder() / "anndata" / "squidpy_test_data.h5ad");
        QVERIFY(!sample->slide && sample->hasExpression());
        QCOMPARE(sample->spots().size(), size_t(49));
        QVERIFY(warns(*sample, "The image that came with the data (squidpy_test_data.h5ad) cannot be used"));
        QVERIFY(warns(*sample, "of 49 spots lie on the image of"));
    }

    void breastCancerNeedsTheScaleOfItsReducedImage()
    {
        SPACRD_NEED_DATA();
        const fs::path folder = dataFolder() / "her2st" / "A1";
        const std::string error = errorOf([&] { openAt(folder / "counts.tsv.gz", folder / "image_2000px.png"); });
        QVERIFY2(error.find("--slide-scale") != std::string::npos, error.c_str());
        const auto sample = openAt(folder / "counts.tsv.gz", folder / "image_2000px.png", 0.28760);
        QCOMPARE(sample->spots().size(), size_t(346));
        QVERIFY(qAbs(*sample->level0Mpp() - 0.92 / 0.2876) < 0.03);
        QVERIFY2(spotsOnTissue(*sample) > 0.9, std::to_string(spotsOnTissue(*sample)).c_str());
    }
};

QTEST_GUILESS_MAIN(TestRealSamples)
#include "test_realsamples.moc"
