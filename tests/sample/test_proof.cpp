#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "core/sample/join.h"
#include "core/slide/import.h"
#include "tests/sample/spoil.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

using Kind = AlignmentFinding::Kind;

/// A slide that shows another one at an offset, as a scanner that leaves most of the glass unscanned does.
class CroppedSlide : public Slide
{
public:
    CroppedSlide(std::shared_ptr<const Slide> inner, long long x, long long y)
        : m_inner(std::move(inner))
        , m_x(x)
        , m_y(y)
        , m_info(m_inner->info())
    {
        m_info.level0Bounds = {static_cast<double>(x), static_cast<double>(y), m_info.level0Bounds.width,
                               m_info.level0Bounds.height};
        for (SlideLevel& level : m_info.levels) {
            level.width += static_cast<long long>(2 * static_cast<double>(x) / level.downsample);
            level.height += static_cast<long long>(2 * static_cast<double>(y) / level.downsample);
        }
    }

    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int level, long long x, long long y, int width, int height) const override
    {
        const double downsample = m_info.levels[static_cast<size_t>(level)].downsample;
        return m_inner->readRegion(level, x - static_cast<long long>(static_cast<double>(m_x) / downsample),
                                   y - static_cast<long long>(static_cast<double>(m_y) / downsample), width, height);
    }
    Image readAssociated(const std::string& name) const override { return m_inner->readAssociated(name); }

private:
    std::shared_ptr<const Slide> m_inner;
    long long m_x;
    long long m_y;
    SlideInfo m_info;
};

/// One colour everywhere.
class EvenSlide : public Slide
{
public:
    EvenSlide(long long width, long long height)
    {
        m_info.levels = {{width, height, 1.0}};
        m_info.level0Bounds = {0, 0, static_cast<double>(width), static_cast<double>(height)};
    }
    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int, long long, long long, int width, int height) const override
    {
        return {width, height, Pixels(static_cast<size_t>(width) * static_cast<size_t>(height), 0xffe0e0e0U)};
    }
    Image readAssociated(const std::string& name) const override { throw Error(Text("There is no image %1.", {name})); }

private:
    SlideInfo m_info;
};

struct Phantom
{
    SpatialSection section;
    std::shared_ptr<const Slide> slide;
    fs::path folder;
};

/// Wider than high, so that a picture turned by 90° is another rectangle.
Phantom makePhantom(const fs::path& folder, Platform platform, std::uint64_t seed)
{
    PhantomOptions options;
    options.platform = platform;
    options.seed = seed;
    options.genes = 300;
    options.width = platform == Platform::visium ? 3600 : 4800;
    options.height = platform == Platform::visium ? 3000 : 4000;
    Task task;
    writePhantom(folder, options, task);
    const bool visium = platform == Platform::visium;
    return {readSection({folder / (visium ? "outs" : "counts.tsv.gz"), {}, {}, {}}, task),
            openSlide(folder / (visium ? "slide.tif" : "image.tif")), folder};
}

AlignmentProof proofOf(const SpatialSection& section, const Slide& slide, const Alignment& given = {})
{
    Task task;
    return proveAlignment(section, slide, given, task);
}

std::shared_ptr<const Sample> joined(const SpatialSection& section, std::shared_ptr<const Slide> slide, const char* align = "")
{
    Task task;
    return joinSample(section, std::move(slide), {"s", "slide.tif", {}, false, {}, align}, task);
}

bool isFinite(const AlignmentScore& score)
{
    return std::isfinite(score.onImage) && std::isfinite(score.onTissue) && std::isfinite(score.outsideOnTissue)
           && std::isfinite(score.tissueAgreement) && std::isfinite(score.expressionR2);
}

} // namespace

class TestProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_phantoms.push_back(makePhantom(m_folder / "visium 1", Platform::visium, 1));
        m_phantoms.push_back(makePhantom(m_folder / "visium 2", Platform::visium, 2));
        m_phantoms.push_back(makePhantom(m_folder / "st 3", Platform::legacySt, 3));
        // SPACRD_PROOF_SEEDS=20 for a release: as many sections of each platform, in some minutes.
        const int seeds = qEnvironmentVariableIntValue("SPACRD_PROOF_SEEDS");
        for (int seed = 4; seed < 4 + seeds; ++seed) {
            const std::string number = std::to_string(seed);
            m_phantoms.push_back(
                makePhantom(m_folder / ("more visium " + number), Platform::visium, static_cast<std::uint64_t>(seed)));
            m_phantoms.push_back(
                makePhantom(m_folder / ("more st " + number), Platform::legacySt, static_cast<std::uint64_t>(seed)));
        }
    }

    void nothingSpeaksAgainstAnUnspoiltSample()
    {
        for (const Phantom& phantom : m_phantoms) {
            const AlignmentProof proof = proofOf(phantom.section, *phantom.slide);
            QVERIFY2(proof.findings.empty(), sentences(proof).c_str());
            QVERIFY(proof.score && isFinite(*proof.score));
            QCOMPARE(proof.score->onImage, 1.0);
            QVERIFY(proof.score->onTissue > 0.85 && proof.score->outsideOnTissue < 0.15);
            QVERIFY(proof.score->tissueAgreement > 0.75 && proof.score->expressionR2 > 0.1);
        }
    }

    void theEightOrientationsAreNamed_data()
    {
        QTest::addColumn<int>("orientation");
        for (const Orientation orientation : allOrientations)
            QTest::newRow(orientationName(orientation)) << static_cast<int>(orientation);
    }

    void theEightOrientationsAreNamed()
    {
        QFETCH(int, orientation);
        const auto fix = static_cast<Orientation>(orientation);
        for (const Phantom& phantom : m_phantoms) {
            const SpatialSection spoilt = spoiltBy(fix, phantom.section, {}, phantom.slide->info());
            const AlignmentProof proof = proofOf(spoilt, *phantom.slide);
            QVERIFY(proof.score && isFinite(*proof.score));
            if (fix == Orientation::asItIs) {
                QVERIFY2(proof.findings.empty(), sentences(proof).c_str());
                continue;
            }
            QVERIFY2(firstFix(proof) == orientationName(fix), sentences(proof).c_str());
            QCOMPARE(proof.findings[0].kind, Kind::orientation);
            QVERIFY(proof.findings[0].sigmas > 3.0);
            QVERIFY(errorAfterFix(proof, spoilt, phantom.section, {}) < 1e-6);
        }
    }

    void expressionTellsSymmetricalOutlinesApart()
    {
        // With every place in tissue the outline says nothing.
        SpatialSection section = m_phantoms[0].section;
        for (FullresPoint& place : section.outsideTissue)
            place = {std::nan(""), 0.0};
        const SpatialSection spoilt = spoiltBy(Orientation::flipX, section, {}, m_phantoms[0].slide->info());
        QVERIFY2(proofOf(section, *m_phantoms[0].slide).findings.empty(), "as it is");
        const AlignmentProof proof = proofOf(spoilt, *m_phantoms[0].slide);
        QVERIFY2(firstFix(proof) == "flip-x", sentences(proof).c_str());
    }

    void outlinesAloneRaiseNoAlarm()
    {
        SpatialSection section = m_phantoms[1].section;
        section.expression = {};
        const AlignmentProof proof = proofOf(section, *m_phantoms[1].slide);
        QVERIFY2(proof.findings.empty(), sentences(proof).c_str());
        QCOMPARE(proof.score->expressionR2, 0.0);
    }

    void reducedPixelsAreNamed()
    {
        for (const Phantom& phantom : m_phantoms) {
            if (!phantom.section.hiresScale)
                continue;
            for (const bool hires : {true, false}) {
                const double scale = hires ? *phantom.section.hiresScale : *phantom.section.lowresScale;
                const SpatialSection spoilt = inReducedPixels(phantom.section, scale);
                const AlignmentProof spots = proofOf(spoilt, *phantom.slide);
                QVERIFY2(firstFix(spots) == (hires ? "spots-in-hires" : "spots-in-lowres"), sentences(spots).c_str());
                QCOMPARE(spots.findings[0].kind, Kind::scaleSlip);
                QVERIFY(errorAfterFix(spots, spoilt, phantom.section, {}) < 1e-6);
                QVERIFY(!has(spots, Kind::micronsDisagree)); // explained

                Task task;
                const fs::path file =
                    phantom.folder / "outs" / "spatial" / (hires ? "tissue_hires_image.png" : "tissue_lowres_image.png");
                const auto reduced = openSlide(cachedPyramid(file, ImportOptions{}, task));
                const AlignmentProof image = proofOf(phantom.section, *reduced);
                QVERIFY2(firstFix(image) == (hires ? "image-is-hires" : "image-is-lowres"), sentences(image).c_str());
                QVERIFY(errorAfterFix(image, phantom.section, phantom.section, Alignment::scaled(scale)) < 1e-6);
                QVERIFY2(proofOf(phantom.section, *reduced, Alignment::scaled(scale)).findings.empty(), "the reduced image");
            }
        }
    }

    void exchangedReducedImagesAreNamed()
    {
        for (const Phantom& phantom : m_phantoms) {
            if (!phantom.section.hiresScale)
                continue;
            const double hires = *phantom.section.hiresScale;
            const double lowres = *phantom.section.lowresScale;
            Task task;
            const fs::path spatial = phantom.folder / "outs" / "spatial";
            const auto hiresImage = openSlide(cachedPyramid(spatial / "tissue_hires_image.png", ImportOptions{}, task));
            const auto lowresImage = openSlide(cachedPyramid(spatial / "tissue_lowres_image.png", ImportOptions{}, task));
            const AlignmentProof low = proofOf(phantom.section, *lowresImage, Alignment::scaled(hires));
            QVERIFY2(firstFix(low) == "image-is-lowres", sentences(low).c_str());
            QVERIFY(errorAfterFix(low, phantom.section, phantom.section, Alignment::scaled(lowres)) < 1e-6);
            const AlignmentProof high = proofOf(phantom.section, *hiresImage, Alignment::scaled(lowres));
            QVERIFY2(firstFix(high) == "image-is-hires", sentences(high).c_str());
            QVERIFY(errorAfterFix(high, phantom.section, phantom.section, Alignment::scaled(hires)) < 1e-6);
            const AlignmentProof full = proofOf(phantom.section, *phantom.slide, Alignment::scaled(hires));
            QVERIFY2(firstFix(full) == "image-is-fullres", sentences(full).c_str());
            QVERIFY(errorAfterFix(full, phantom.section, phantom.section, {}) < 1e-6);
            // The lowres factor stands in both places, so that none of the file is right for the hires image.
            SpatialSection twice = phantom.section;
            twice.hiresScale = lowres;
            const AlignmentProof bySize = proofOf(twice, *hiresImage, Alignment::scaled(lowres));
            QVERIFY2(firstFix(bySize) == "image-size", sentences(bySize).c_str());
            QVERIFY(errorAfterFix(bySize, phantom.section, phantom.section, Alignment::scaled(hires)) < 1.0);
        }
    }

    void aScaleThatNothingTellsIsNotGuessed()
    {
        for (const Phantom& phantom : m_phantoms) {
            if (!phantom.section.hiresScale)
                continue;
            Task task;
            const fs::path file = phantom.folder / "outs" / "spatial" / "tissue_hires_image.png";
            const auto image = openSlide(cachedPyramid(file, ImportOptions{}, task));
            SpatialSection wrong = phantom.section;
            wrong.hiresScale = 0.75 * *phantom.section.hiresScale;
            wrong.lowresScale = 0.4 * *phantom.section.lowresScale;
            const AlignmentProof proof = proofOf(wrong, *image);
            QVERIFY2(firstFix(proof).empty() && !proof.findings.empty(), sentences(proof).c_str());
        }
    }

    void theImageOfAnotherSectionIsDoubted()
    {
        for (size_t i = 0; i < 2; ++i) {
            const AlignmentProof proof = proofOf(m_phantoms[i].section, *m_phantoms[1 - i].slide);
            QVERIFY2(has(proof, Kind::noMatch), sentences(proof).c_str());
        }
    }

    void twoThingsWrongAtOnceAreNamed()
    {
        const Phantom& phantom = m_phantoms[0];
        const SpatialSection spoilt = inReducedPixels(spoiltBy(Orientation::rotate90, phantom.section, {}, phantom.slide->info()),
                                                      *phantom.section.hiresScale);
        const AlignmentProof proof = proofOf(spoilt, *phantom.slide);
        QVERIFY2(firstFix(proof) == "spots-in-hires+rotate-90", sentences(proof).c_str());
        QVERIFY(errorAfterFix(proof, spoilt, phantom.section, {}) < 1e-6);
    }

    void anOffsetOfTheBoundsIsNamed()
    {
        const Phantom& phantom = m_phantoms[0];
        const CroppedSlide slide(phantom.slide, 2048, 1024);
        const auto onWhole = Alignment::scaled(1.0, {2048, 1024});
        QVERIFY2(proofOf(phantom.section, slide, onWhole).findings.empty(), "measured on the whole slide");
        const AlignmentProof proof = proofOf(phantom.section, slide);
        QVERIFY2(firstFix(proof) == "bounds", sentences(proof).c_str());
        QCOMPARE(proof.findings[0].kind, Kind::boundsOffset);
        QVERIFY(errorAfterFix(proof, phantom.section, phantom.section, onWhole) < 1e-6);
    }

    void aShiftIsNamed()
    {
        for (const Phantom& phantom : m_phantoms) {
            const double pitch = phantom.section.spotPitchFullresPx;
            const Alignment given = Alignment::scaled(1.0, {2.0 * pitch, -1.5 * pitch});
            const AlignmentProof proof = proofOf(phantom.section, *phantom.slide, given);
            QVERIFY2(firstFix(proof) == "shift", sentences(proof).c_str());
            QVERIFY(errorAfterFix(proof, phantom.section, phantom.section, {}) < 0.5 * pitch);
        }
    }

    void aBlankImageTellsNothing()
    {
        const AlignmentProof proof = proofOf(m_phantoms[0].section, EvenSlide(3600, 3000));
        QVERIFY2(has(proof, Kind::noTissue) && firstFix(proof).empty(), sentences(proof).c_str());
        QVERIFY(isFinite(*proof.score));
        // What the numbers in the files say stands nevertheless.
        const AlignmentProof slip =
            proofOf(inReducedPixels(m_phantoms[0].section, *m_phantoms[0].section.hiresScale), EvenSlide(3600, 3000));
        QCOMPARE(firstFix(slip), std::string("spots-in-hires"));
    }

    void hopelessPositionsGiveNoNumberThatIsNone()
    {
        const Phantom& phantom = m_phantoms[0];
        const std::pair<const char*, PlaceMap> spoilers[] = {
            {"one point",
             [](FullresPoint) {
                 return FullresPoint{2000, 1700};
             }},
            {"one line",
             [](FullresPoint p) {
                 return FullresPoint{p.x, 1700};
             }},
            {"not a number",
             [](FullresPoint) {
                 return FullresPoint{std::nan(""), std::nan("")};
             }},
            {"far away",
             [](FullresPoint p) {
                 return FullresPoint{p.x + 1e15, p.y - 1e15};
             }},
            {"huge",
             [](FullresPoint p) {
                 return FullresPoint{p.x * 1e300, p.y * 1e300};
             }},
        };
        for (const auto& [name, spoiler] : spoilers) {
            const AlignmentProof proof = proofOf(mapped(phantom.section, spoiler), *phantom.slide);
            QVERIFY2(!proof.score || isFinite(*proof.score), name);
            for (const AlignmentFinding& finding : proof.findings)
                QVERIFY2(std::isfinite(finding.sigmas), name);
        }
        SpatialSection few = phantom.section;
        few.spots.resize(2);
        few.expression = {};
        QVERIFY(isFinite(*proofOf(few, *phantom.slide).score));
    }

    void itCanBeCancelled()
    {
        std::stop_source source;
        source.request_stop();
        Task task(source.get_token());
        QVERIFY_THROWS_EXCEPTION(Cancelled, proveAlignment(m_phantoms[0].section, *m_phantoms[0].slide, {}, task));
    }

    void theAlignmentIsKeptUnlessAnotherIsAskedFor()
    {
        const Phantom& phantom = m_phantoms[0];
        const SpatialSection spoilt = spoiltBy(Orientation::rotate180, phantom.section, {}, phantom.slide->info());
        Task task;
        const auto kept = joined(spoilt, phantom.slide);
        QCOMPARE(kept->alignment, Alignment{});
        QCOMPARE(kept->warnings.size(), spoilt.warnings.size() + 1);
        QCOMPARE(kept->warnings.back().english(),
                 std::string("The spots seem to be turned or mirrored against the image; --align "
                             "rotate-180 puts them right."));
        for (const char* name : {"suggested", "rotate-180"}) {
            const auto fixed = joined(spoilt, phantom.slide, name);
            QCOMPARE(fixed->alignment, *kept->proof.findings[0].fix);
            QVERIFY(fixed->proof.findings.empty());
        }
        const auto forced = joined(spoilt, phantom.slide, "flip-y");
        QCOMPARE(forced->alignment.toLevel0({0, 0}), (Level0Point{0, 3000})); // a person's word, and a warning
        QCOMPARE(firstFix(forced->proof), std::string("flip-x"));
        const auto right = joined(phantom.section, phantom.slide, "suggested");
        QCOMPARE(right->alignment, Alignment{});
        const std::string error = errorOf([&] { joined(spoilt, phantom.slide, "rotate-45"); });
        QVERIFY2(error.find("no way named \"rotate-45\"") != std::string::npos, error.c_str());
    }

    void spotsOffTheImageAreAnErrorThatNamesTheFix()
    {
        const Phantom& phantom = m_phantoms[0];
        Task task;
        const fs::path file = phantom.folder / "outs" / "spatial" / "tissue_lowres_image.png";
        const auto reduced = openSlide(cachedPyramid(file, ImportOptions{}, task));
        const std::string error = errorOf([&] { joined(phantom.section, reduced); });
        QVERIFY2(error.find("spots lie on the image of 600 × 500 pixels") != std::string::npos
                     && error.ends_with("(they lie on its tissue with --align image-is-lowres)"),
                 error.c_str());
        const auto fixed = joined(phantom.section, reduced, "suggested");
        QCOMPARE(fixed->alignment.scale(), *phantom.section.lowresScale);
    }

    void xeniumLiesAsItsAlignmentFileSays()
    {
        PhantomOptions options;
        options.platform = Platform::xenium;
        options.genes = 60;
        options.spots = 300;
        Task task;
        const fs::path folder = m_folder / "cells";
        writePhantom(folder, options, task);
        fs::rename(folder / "slide.tif", folder / "he_image.tif");
        const fs::path file = folder / "he_imagealignment.csv";
        SampleSources sources;
        sources.section.path = folder;
        write(file, "1,0,0\n0,1,0\n0,0,1\n");
        const auto right = openSample(sources, task);
        QVERIFY(right->slide);
        QCOMPARE(right->image, folder / "he_image.tif");
        QCOMPARE(right->alignment, Alignment{});
        QVERIFY(right->proof.findings.empty());

        write(file, "0.5,0,30\n0,0.5,40\n0,0,1\n"); // from the image to the cells
        sources.slide = folder / "he_image.tif";    // naming the image changes nothing
        const std::string error = errorOf([&] { openSample(sources, task); });
        QVERIFY2(error.find("spots lie on the image") != std::string::npos, error.c_str());
        sources.alignment = Alignment{}; // a person's word goes before the file's
        QCOMPARE(openSample(sources, task)->alignment, Alignment{});
    }

private:
    TemporaryFolder m_folder;
    std::vector<Phantom> m_phantoms;
};

QTEST_GUILESS_MAIN(TestProof)
#include "test_proof.moc"
