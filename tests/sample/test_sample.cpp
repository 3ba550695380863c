#include "core/sample/sample.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/join.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

/// A slide of one level that exists only in memory: tissue where the spots of squareSection() lie at `scale`, else white.
class DrawnSlide : public Slide
{
public:
    DrawnSlide(long long width, long long height, std::optional<double> mpp = {}, double scale = 1.0)
        : m_tissue{50 * scale, 50 * scale, 1000 * scale, 1000 * scale}
    {
        m_info.levels = {{width, height, 1.0}};
        m_info.level0Bounds = {0, 0, static_cast<double>(width), static_cast<double>(height)};
        m_info.mppX = mpp;
        m_info.mppY = mpp;
    }

    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int, long long x, long long y, int width, int height) const override
    {
        Image image{width, height, {}};
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const Point at{static_cast<double>(x + column), static_cast<double>(y + row)};
                image.pixels.push_back(m_tissue.contains(at) ? 0xffb070a0U : 0xffffffffU);
            }
        }
        return image;
    }
    Image readAssociated(const std::string& name) const override { throw Error(Text("There is no image %1.", {name})); }

private:
    Rect m_tissue;
    SlideInfo m_info;
};

/// 10 × 10 spots of a square array, 100 px apart, from (100, 100) to (1000, 1000); 2 µm per pixel.
SpatialSection squareSection()
{
    SpatialSection section;
    section.platform = Platform::legacySt;
    section.lattice = SpotLattice::square;
    for (int row = 0; row < 10; ++row) {
        for (int col = 0; col < 10; ++col)
            section.spots.push_back({std::to_string(col) + "x" + std::to_string(row),
                                     {100.0 * (col + 1), 100.0 * (row + 1)},
                                     double(row),
                                     double(col),
                                     true});
    }
    section.spotPitchFullresPx = 100.0;
    section.spotDiameterFullresPx = 50.0;
    section.mpp = 2.0;
    return section;
}

std::shared_ptr<const Sample> joined(std::shared_ptr<const Slide> slide, std::optional<double> scale = {}, bool reduced = false)
{
    Task task;
    return joinSample(squareSection(), std::move(slide), {"some/folder/outs", "slide.svs", scale, reduced, {}, {}}, task);
}

std::shared_ptr<const Sample> joined(const SpatialSection& section, std::shared_ptr<const Slide> slide, const fs::path& path)
{
    Task task;
    return joinSample(section, std::move(slide), {path, "i.png", {}, false, {}, {}}, task);
}

bool warns(const Sample& sample, const std::string& part)
{
    for (const Text& warning : sample.warnings) {
        if (warning.english().find(part) != std::string::npos)
            return true;
    }
    return false;
}

struct Case
{
    const char* name;
    std::string content;
    const char* sentence;
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> all{
        {"empty", "", "is not a JSON object"},
        {"cut short", R"({"counts": )", "is not a JSON object"},
        {"a list", "[]", "is not a JSON object"},
        {"nested without end", std::string(200000, '['), "is not a JSON object"},
        {"not UTF-8", "{\"counts\": \"\xff\"}", "is not a JSON object"},
        {"no counts", R"({"slide": "c.tsv"})", "does not name the counts"},
        {"counts a number", R"({"counts": 7})", "\"counts\" in the sample file is not the name of a file"},
        {"counts empty", R"({"counts": ""})", "\"counts\" in the sample file is not the name of a file"},
        {"counts with NUL", R"({"counts": "c\u0000.tsv"})", "\"counts\" in the sample file is not the name of a file"},
        {"counts missing", R"({"counts": "none.tsv"})", "names under \"counts\" does not exist"},
        {"slide missing", R"({"counts": "c.tsv", "slide": "none.svs"})", "names under \"slide\" does not exist"},
        {"spots null", R"({"counts": "c.tsv", "spots": null})", "\"spots\" in the sample file is not the name"},
        {"unknown key", R"({"counts": "c.tsv", "slide_scael": 0.5})", "has a key \"slide_scael\" that is not known"},
        {"scale a text", R"({"counts": "c.tsv", "slide_scale": "0.5"})", "\"slide_scale\" in the sample file is not a number"},
        {"scale zero", R"({"counts": "c.tsv", "slide_scale": 0})", "\"slide_scale\" in the sample file is not a number"},
        {"scale negative", R"({"counts": "c.tsv", "slide_scale": -1})", "\"slide_scale\" in the sample file is not a number"},
        {"too large", std::string(2 << 20, ' '), "larger than the"},
    };
    return all;
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignmentGoesBothWays()
    {
        const Alignment alignment = Alignment::scaled(0.25, {10, 20});
        QCOMPARE(alignment.toLevel0({100, 200}), (Level0Point{35, 70}));
        QCOMPARE(alignment.toFullres({35, 70}), (FullresPoint{100, 200}));
    }

    void spotsOnTheImageJoinSilently()
    {
        const auto sample = joined(std::make_shared<DrawnSlide>(1200, 1200, 2.0));
        QVERIFY(sample->warnings.empty());
        QCOMPARE(sample->name, std::string("folder"));
        QCOMPARE(sample->image, fs::path("slide.svs"));
        QCOMPARE(sample->alignment.scale(), 1.0);
        QCOMPARE(*sample->level0Mpp(), 2.0);
        QCOMPARE(sample->spotPitchLevel0Px(), 100.0);
        QCOMPARE(sample->spotDiameterLevel0Px(), 50.0);
    }

    void whatSaysNothingIsTold()
    {
        SpatialSection section = squareSection();
        section.expression.genes = {{"A", "ENSG1"}};
        section.expression.counts = CountMatrix(static_cast<Eigen::Index>(section.spots.size()), 1);
        for (Spot& spot : section.spots)
            spot.fullres = {7.0, 8.0};
        JoinOptions options;
        options.path = "folder";
        Task task;
        const auto sample = joinSample(std::move(section), nullptr, options, task);
        QVERIFY(warns(*sample, "No gene has a count in any spot."));
        QVERIFY(warns(*sample, "All 100 spots lie at one place"));
    }

    void reducedSlideIsScaled()
    {
        const auto sample = joined(std::make_shared<DrawnSlide>(300, 300, std::nullopt, 0.25), 0.25, true);
        QVERIFY(warns(*sample, "reduced copy (0.25 of the full resolution)"));
        QCOMPARE(sample->warnings.size(), size_t(1));
        QCOMPARE(sample->spotPitchLevel0Px(), 25.0);
        QCOMPARE(sample->spotDiameterLevel0Px(), 12.5);
        QCOMPARE(*sample->level0Mpp(), 8.0); // from the spots: 2 µm ÷ 0.25
    }

    void someSpotsOutsideAreAWarning()
    {
        const auto sample = joined(std::make_shared<DrawnSlide>(1200, 900)); // the rows at y = 900 and 1000 lie outside
        QVERIFY(warns(*sample, "20 of 100 spots lie outside the image"));
    }

    void mostSpotsOutsideAreAnErrorThatNamesAScale()
    {
        const std::string error = errorOf([] { joined(std::make_shared<DrawnSlide>(275, 275)); });
        QVERIFY2(error.find("Only 4 of 100 spots lie on the image of 275 × 275 pixels") != std::string::npos, error.c_str());
        QVERIFY2(error.find("--slide-scale; it is at most 0.2747") != std::string::npos, error.c_str());
        SpatialSection section = squareSection();
        section.image.scale = 0.2;
        const std::string known = errorOf([&] { joined(section, std::make_shared<DrawnSlide>(275, 275), "s"); });
        QVERIFY2(known.find("say --slide-scale 0.2") != std::string::npos, known.c_str());
    }

    void noScaleIsNamedWhereNoneHelps()
    {
        SpatialSection section = squareSection();
        for (Spot& spot : section.spots)
            spot.fullres.x = -spot.fullres.x;
        const std::string error = errorOf([&] { joined(section, std::make_shared<DrawnSlide>(2000, 2000), "s"); });
        QVERIFY2(error.find("Only 0 of 100 spots") != std::string::npos, error.c_str());
        QVERIFY2(error.find("belong to the same section") != std::string::npos, error.c_str());
    }

    void micronsThatDisagreeAreAWarning()
    {
        QVERIFY(joined(std::make_shared<DrawnSlide>(1200, 1200, 2.15))->warnings.empty());
        const auto sample = joined(std::make_shared<DrawnSlide>(1200, 1200, 0.5));
        QVERIFY(warns(*sample, "The slide says 0.5 µm per pixel, the distance of the spots 2;"));
        QCOMPARE(*sample->level0Mpp(), 0.5); // the slide's own is kept
    }

    void badScalesAreRefused()
    {
        for (const double scale : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
            const std::string error = errorOf([&] { joined(std::make_shared<DrawnSlide>(1200, 1200), scale); });
            QVERIFY2(error.find("must be greater than zero") != std::string::npos, error.c_str());
        }
    }

    void spotsWithoutPixelsTakeNoSlide()
    {
        SpatialSection section = squareSection();
        section.inPixels = false;
        QVERIFY(joined(section, nullptr, "s")->slide == nullptr);
        const std::string error = errorOf([&] { joined(section, std::make_shared<DrawnSlide>(1200, 1200), "s"); });
        QVERIFY2(error.find("have no pixel positions") != std::string::npos, error.c_str());
    }

    void spotAtFindsTheDisc()
    {
        const auto sample = joined(std::make_shared<DrawnSlide>(600, 600, std::nullopt, 0.5), 0.5);
        QCOMPARE(sample->spotAt({50, 50}), std::optional<size_t>(0));
        QCOMPARE(sample->spotAt({62.5, 50}), std::optional<size_t>(0)); // the rim of a disc of 25 px
        QVERIFY(!sample->spotAt({62.6, 50}));
        QVERIFY(!sample->spotAt({60, 60})); // inside the square, outside the disc
        QCOMPARE(sample->spotAt({100, 50}), std::optional<size_t>(1));
        QVERIFY(!sample->spotAt({-1000, 50}));
    }

    void diameterFallsBackOnThePitch()
    {
        SpatialSection section = squareSection();
        section.spotDiameterFullresPx = 0.0;
        QCOMPARE(joined(section, nullptr, "s")->spotDiameterLevel0Px(), 50.0);
        section.lattice = SpotLattice::hexagonal;
        QCOMPARE(joined(section, nullptr, "s")->spotDiameterLevel0Px(), 55.00000000000001);
    }

    void namesAreWhatPeopleGave()
    {
        const std::pair<const char*, const char*> names[] = {{"/d/Patient 7/outs", "Patient 7"},
                                                             {"/d/Patient 7/outs/", "Patient 7"},
                                                             {"/d/her2st/C2/counts.tsv.gz", "C2"},
                                                             {"/d/A1.tsv", "A1"},
                                                             {"/d/x/layer1_counts.tsv.gz", "layer1"},
                                                             {"/d/V1_filtered_feature_bc_matrix.h5", "V1"},
                                                             {"/d/S/outs/filtered_feature_bc_matrix.h5", "S"},
                                                             {"/d/S/sample.json", "S"}};
        for (const auto& [path, name] : names)
            QCOMPARE(joined(squareSection(), nullptr, path)->name, std::string(name));
    }

    void sampleFileNamesItsParts()
    {
        const TemporaryFolder folder;
        for (const char* name : {"c.tsv", "s.tsv", "p.csv", "f.json", "Bild ä.jpg"})
            write(folder / "parts" / name, "x");
        write(folder / "sample.json", R"({"counts": "parts/c.tsv", "spots": "parts/s.tsv", "positions": "parts/p.csv",
            "scalefactors": "parts/f.json", "slide": "parts/Bild ä.jpg", "slide_scale": 0.2876})");
        const SampleSources sources = sampleSources(folder / "sample.json");
        QCOMPARE(sources.section.path, folder / "parts" / "c.tsv");
        QCOMPARE(sources.section.spots, folder / "parts" / "s.tsv");
        QCOMPARE(sources.section.positions, folder / "parts" / "p.csv");
        QCOMPARE(sources.section.scalefactors, folder / "parts" / "f.json");
        QCOMPARE(sources.slide, folder / "parts" / "Bild ä.jpg");
        QCOMPARE(*sources.slideScale, 0.2876);
        QCOMPARE(sampleSources(folder / "parts").section.path, folder / "parts"); // anything else is the section itself
        QVERIFY(errorOf([&] { sampleSources(folder / "none.json"); }).find("does not exist") != std::string::npos);
    }

    void damagedSampleFilesAreRefused_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << static_cast<int>(i);
    }

    void damagedSampleFilesAreRefused()
    {
        QFETCH(int, index);
        const Case& damage = cases()[static_cast<size_t>(index)];
        const TemporaryFolder folder;
        write(folder / "c.tsv", "x");
        write(folder / "sample.json", damage.content);
        const std::string error = errorOf([&] { sampleSources(folder / "sample.json"); });
        QVERIFY2(error.find(damage.sentence) != std::string::npos, error.c_str());
    }

    void opensWithoutASlide()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t3\t4\n");
        write(folder / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t100\t200\n11\t5\t400\t200\n");
        write(folder / "image.png", "no image at all");
        SampleSources sources{{folder / "counts.tsv", {}, {}, {}}, {}, {}, true};
        Task task;
        const auto sample = openSample(sources, task);
        QVERIFY(!sample->slide);
        QVERIFY(sample->image.empty());
        QCOMPARE(sample->spots().size(), size_t(2));
        QCOMPARE(sample->level0Mpp(), std::optional<double>(200.0 / 300.0));
    }

    void anImageThatCannotBeOpenedIsLeftOutUnlessItWasNamed()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t3\t4\n");
        write(folder / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t100\t200\n11\t5\t400\t200\n");
        write(folder / "image.png", "no image at all");
        SampleSources sources{{folder / "counts.tsv", {}, {}, {}}, {}, {}, false};
        Task task;
        const auto sample = openSample(sources, task);
        QVERIFY(!sample->slide && sample->image.empty() && sample->hasExpression());
        QCOMPARE(sample->warnings.size(), size_t(2));
        QVERIFY(warns(*sample, "The image beside the data (image.png) cannot be opened, so the expression is used alone."));
        QVERIFY(warns(*sample, "not a slide of a format that OpenSlide reads"));

        sources.slide = folder / "image.png";
        const std::string error = errorOf([&] { openSample(sources, task); });
        QVERIFY2(error.find("image.png (") != std::string::npos
                     && error.ends_with("; or use the expression alone with --no-slide)"),
                 error.c_str());
        sources.slide = folder / "none.svs";
        const std::string missing = errorOf([&] { openSample(sources, task); });
        QVERIFY2(missing.find("There is no such file") != std::string::npos && missing.find("--no-slide") != std::string::npos,
                 missing.c_str());
    }

    void theSmallerImageTakesThePlaceOfADamagedOne()
    {
        const TemporaryFolder folder;
        const fs::path spatial = folder / "outs" / "spatial";
        std::string positions;
        for (int i = 0; i < 4; ++i)
            positions +=
                "AAA" + std::to_string(i) + "-1,1,0," + std::to_string(2 * i) + ",40," + std::to_string(20 + 10 * i) + "\n";
        write(spatial / "tissue_positions_list.csv", positions);
        write(spatial / "scalefactors_json.json",
              R"({"spot_diameter_fullres": 6.5, "tissue_hires_scalef": 0.5, "tissue_lowres_scalef": 0.25})");
        write(spatial / "tissue_hires_image.png", "no image at all");
        writeRgb(spatial / "tissue_lowres_image.png", 25, 20, [](int, int) { return 0xc0a0c0U; });
        const SampleSources sources{{folder / "outs", {}, {}, {}}, {}, {}, false};
        Task task;
        const auto sample = openSample(sources, task);
        QVERIFY(sample->slide);
        QCOMPARE(sample->image, spatial / "tissue_lowres_image.png");
        QCOMPARE(sample->alignment.scale(), 0.25);
        QVERIFY(warns(*sample, "The image beside the data (tissue_hires_image.png) cannot be opened, so the smaller one "
                               "(tissue_lowres_image.png) is used."));
        QVERIFY(warns(*sample, "not a slide of a format that OpenSlide reads"));
        // When both are damaged the first one is what is spoken of.
        write(spatial / "tissue_lowres_image.png", "");
        const std::string error = errorOf([&] { openSample(sources, task); });
        QVERIFY2(error.find("tissue_hires_image.png") != std::string::npos && error.find("lowres") == std::string::npos,
                 error.c_str());
    }

    void whatIsDoubtedIsSaidOnce()
    {
        SpatialSection section = squareSection();
        section.expression.genes = {{"A", "A"}};
        section.expression.counts = CountMatrix(static_cast<Eigen::Index>(section.spots.size()), 1);
        Task task;
        const auto sample =
            joinSample(section, std::make_shared<DrawnSlide>(1200, 1200), {"s", "slide.tif", {}, false, {}, {}}, task);
        const auto again = realigned(*sample, Alignment(), task);
        QVERIFY(warns(*again, "No gene has a count in any spot."));
        QCOMPARE(again->section.doubts.size(), size_t(1));
        QCOMPARE(again->warnings.size(), sample->warnings.size());
    }

    void aSectionWithoutAnyImageSaysSo()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t3\t4\n");
        write(folder / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t100\t200\n11\t5\t400\t200\n");
        SampleSources sources{{folder / "counts.tsv", {}, {}, {}}, {}, {}, false};
        Task task;
        const auto sample = openSample(sources, task);
        QCOMPARE(sample->warnings.size(), size_t(1));
        QVERIFY(warns(*sample, "No image was found beside the data"));
        sources.withoutSlide = true;
        QVERIFY(openSample(sources, task)->warnings.empty());
    }

    void imagesOfOtherNamesAreTold()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t3\t4\n");
        write(folder / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t100\t200\n11\t5\t400\t200\n");
        write(folder / "spatial" / "detected_tissue_image.jpg", "Space Ranger's drawing of what it did");
        SampleSources sources{{folder / "counts.tsv", {}, {}, {}}, {}, {}, false};
        Task task;
        QVERIFY(warns(*openSample(sources, task), "No image was found beside the data"));
        write(folder / "HE_A2.jpg", "");
        QVERIFY(warns(*openSample(sources, task), "No image is used. The folder has HE_A2.jpg; if that is this section's"));
        write(folder / "outs" / "spatial" / "more.TIF", "");
        QVERIFY(warns(*openSample(sources, task), "The folder has 2 images (HE_A2.jpg, …)"));
        sources.withoutSlide = true;
        QVERIFY(openSample(sources, task)->warnings.empty());
    }

    void anImageThatTheSpotsMissIsLeftOutUnlessItWasNamed()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t3\t4\n");
        write(folder / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t1000\t2000\n11\t5\t4000\t2000\n");
        writeRgb(folder / "image.png", 60, 40, [](int, int) { return 0xc0a0c0U; });
        SampleSources sources{{folder / "counts.tsv", {}, {}, {}}, {}, {}, false};
        Task task;
        for (const char* align : {"", "suggested"}) {
            sources.align = align;
            const auto sample = openSample(sources, task);
            QVERIFY(!sample->slide && sample->image.empty() && sample->hasExpression());
            QCOMPARE(sample->alignment, Alignment());
            QVERIFY(
                warns(*sample, "The image that came with the data (image.png) cannot be used, so the expression is used alone."));
            QVERIFY(warns(*sample, "Only 0 of 2 spots lie on the image of 60 × 40 pixels."));
        }
        // What is said of its scale or alignment names the image as much as its path does.
        const std::string wanted = "Only 0 of 2 spots lie on the image";
        SampleSources named = sources;
        named.align.clear();
        named.slide = folder / "image.png";
        QVERIFY(errorOf([&] { openSample(named, task); }).find(wanted) != std::string::npos);
        named.slide.clear();
        named.slideScale = 0.5;
        QVERIFY(errorOf([&] { openSample(named, task); }).find(wanted) != std::string::npos);
        named.slideScale = 0.01;
        QVERIFY(openSample(named, task)->slide);
        named.slideScale.reset();
        named.alignment = Alignment::scaled(1.0);
        QVERIFY(errorOf([&] { openSample(named, task); }).find(wanted) != std::string::npos);
    }

    void aSampleIsJoinedAnewByAnotherAlignment()
    {
        Task task;
        const auto sample = joined(std::make_shared<DrawnSlide>(1200, 1200, 2.0));
        const Alignment moved = Alignment::scaled(1.0, {20, 30});
        const auto again = realigned(*sample, moved, task);
        QCOMPARE(again->alignment, moved);
        QCOMPARE(again->slide, sample->slide);
        QCOMPARE(again->spots().size(), sample->spots().size());
        QCOMPARE(again->name, sample->name);
        QVERIFY(errorOf([&] { realigned(*sample, Alignment::scaled(9.0), task); }).find("spots lie on the image")
                != std::string::npos);
        const auto bare = joined(nullptr);
        QVERIFY(errorOf([&] { realigned(*bare, moved, task); }).find("has no slide") != std::string::npos);
    }

    void aSampleFileIsWrittenWithAllItsParts()
    {
        const TemporaryFolder folder;
        for (const char* name : {"c.h5ad", "p.csv", "Bild ä.jpg"})
            write(folder / "parts" / name, "x");
        SampleSources sources;
        sources.section.path = folder / "parts" / "c.h5ad";
        sources.section.positions = folder / "parts" / "p.csv";
        sources.section.library = "left \"lung\"";
        sources.slide = folder / "parts" / "Bild ä.jpg";
        sources.alignment = Alignment::fromNumbers({-1, 0, 100, 0, 1, 0.5});
        writeSampleFile(folder / "sample.json", sources);
        const SampleSources again = sampleSources(folder / "sample.json");
        QCOMPARE(fs::weakly_canonical(again.section.path), fs::weakly_canonical(sources.section.path));
        QCOMPARE(fs::weakly_canonical(again.section.positions), fs::weakly_canonical(sources.section.positions));
        QCOMPARE(fs::weakly_canonical(again.slide), fs::weakly_canonical(sources.slide));
        QCOMPARE(again.section.library, sources.section.library);
        QCOMPARE(again.alignment, sources.alignment);
    }

    void aSectionWithoutItsMatrixLivesOnItsImage()
    {
        const TemporaryFolder folder;
        const fs::path spatial = folder / "outs" / "spatial";
        std::string positions;
        for (int i = 0; i < 4; ++i)
            positions +=
                "AAA" + std::to_string(i) + "-1,1,0," + std::to_string(2 * i) + ",40," + std::to_string(20 + 10 * i) + "\n";
        write(spatial / "tissue_positions_list.csv", positions);
        write(spatial / "scalefactors_json.json", R"({"spot_diameter_fullres": 6.5, "tissue_hires_scalef": 0.5})");
        SampleSources sources{{folder / "outs", {}, {}, {}}, {}, {}, false};
        Task task;
        const std::string neither = errorOf([&] { openSample(sources, task); });
        QVERIFY2(neither.find("has neither an expression matrix nor an image") != std::string::npos, neither.c_str());

        write(spatial / "tissue_hires_image.png", "no image at all");
        const std::string damaged = errorOf([&] { openSample(sources, task); });
        QVERIFY2(damaged.find("tissue_hires_image.png") != std::string::npos && damaged.find("--no-slide") == std::string::npos,
                 damaged.c_str());

        writeRgb(spatial / "tissue_hires_image.png", 60, 40, [](int, int) { return 0xc0a0c0U; });
        const auto sample = openSample(sources, task);
        QVERIFY(sample->slide && !sample->hasExpression());
        QCOMPARE(sample->slide->info().width(), 60);
        QCOMPARE(sample->spots().size(), size_t(4));
        QCOMPARE(sample->expression().barcodes[3], std::string("AAA3-1"));
        QCOMPARE(sample->alignment.toLevel0(sample->spots()[1].fullres), (Level0Point{15, 20}));
        QCOMPARE(sample->spotAt({15, 20}), std::optional<size_t>(1));
        QVERIFY(warns(*sample, "No expression matrix"));

        sources.slide = spatial / "tissue_hires_image.png"; // named by hand it is the same image
        QCOMPARE(openSample(sources, task)->alignment.scale(), 0.5);
        sources.slide.clear();
        sources.withoutSlide = true;
        QVERIFY(errorOf([&] { openSample(sources, task); }).find("has neither") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "test_sample.moc"
