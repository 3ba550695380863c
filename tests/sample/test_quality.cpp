#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "core/sample/join.h"
#include "core/sample/quality.h"
#include "core/sample/qualityfilter.h"
#include "tests/slide/paintedslide.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>

#include <cmath>
#include <limits>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// Spots in one row, `pitch` px apart, the first at (pitch, pitch); one row of `counts` each.
Sample rowSample(const std::vector<std::string>& symbols, const std::vector<std::vector<float>>& counts, double pitch = 100.0)
{
    Sample sample;
    SpatialSection& section = sample.section;
    section.platform = Platform::visium;
    section.spotPitchFullresPx = pitch;
    section.spotDiameterFullresPx = 0.55 * pitch;
    section.mpp = 1.0;
    for (const std::string& symbol : symbols)
        section.expression.genes.push_back({symbol, {}});
    std::vector<Eigen::Triplet<float>> entries;
    for (size_t i = 0; i < counts.size(); ++i) {
        Spot spot;
        spot.barcode = "S" + std::to_string(i);
        spot.fullres = {pitch * static_cast<double>(i + 1), pitch};
        section.spots.push_back(spot);
        section.expression.barcodes.push_back(spot.barcode);
        for (size_t gene = 0; gene < counts[i].size(); ++gene)
            entries.emplace_back(static_cast<int>(i), static_cast<int>(gene), counts[i][gene]); // zeros are stored as well
    }
    section.expression.counts.resize(static_cast<Eigen::Index>(counts.size()), static_cast<Eigen::Index>(symbols.size()));
    section.expression.counts.setFromTriplets(entries.begin(), entries.end());
    return sample;
}

SampleQuality measured(const Sample& sample)
{
    Task task;
    return measureQuality(sample, task);
}

/// Another slide, out of focus right of `fromX` (level-0 px): the mean over a square of `reach` level-0 px about each pixel.
class HalfBlurredSlide : public Slide
{
public:
    HalfBlurredSlide(std::shared_ptr<const Slide> inner, double fromX, double reach)
        : m_inner(std::move(inner))
        , m_fromX(fromX)
        , m_reach(reach)
    {}
    const SlideInfo& info() const override { return m_inner->info(); }
    Image readAssociated(const std::string& name) const override { return m_inner->readAssociated(name); }
    Image readRegion(int level, long long x, long long y, int width, int height) const override
    {
        const double downsample = info().levels[static_cast<size_t>(level)].downsample;
        const int reach = static_cast<int>(std::lround(m_reach / downsample / 2));
        const Image wide = m_inner->readRegion(level, x - reach, y - reach, width + 2 * reach, height + 2 * reach);
        Image image{width, height, {}};
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const bool blurred = static_cast<double>(x + column) * downsample >= m_fromX;
                image.pixels.push_back(blurred ? meanOf(wide, column, row, 2 * reach + 1) : wide.at(column + reach, row + reach));
            }
        }
        return image;
    }

private:
    static std::uint32_t meanOf(const Image& image, int left, int top, int side)
    {
        int r = 0;
        int g = 0;
        int b = 0;
        for (int y = top; y < top + side; ++y) {
            for (int x = left; x < left + side; ++x) {
                r += red(image.at(x, y));
                g += green(image.at(x, y));
                b += blue(image.at(x, y));
            }
        }
        const int n = side * side;
        return 0xff000000U | static_cast<std::uint32_t>(r / n) << 16 | static_cast<std::uint32_t>(g / n) << 8
               | static_cast<std::uint32_t>(b / n);
    }

    std::shared_ptr<const Slide> m_inner;
    double m_fromX;
    double m_reach;
};

/// Opens but cannot be read.
class DamagedSlide : public Slide
{
public:
    DamagedSlide()
    {
        m_info.levels = {{1000, 1000, 1.0}};
        m_info.level0Bounds = {0, 0, 1000, 1000};
    }
    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int, long long, long long, int, int) const override { throw Error(Text("The tile is damaged."), "x.svs"); }
    Image readAssociated(const std::string&) const override { return {}; }

private:
    SlideInfo m_info;
};

} // namespace

class TestQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumbersAreThoseOfTheCounts()
    {
        const Sample sample =
            rowSample({"ERBB2", "MT-CO1", "mt-Nd1", "MTOR"}, {{3, 1, 0, 0}, {0, 2, 2, 4}, {10, 0, 0, 0}, {0, 5, 0, 0}});
        const SampleQuality quality = measured(sample);
        QCOMPARE(quality.umis, (std::vector<double>{4, 8, 10, 5}));
        QCOMPARE(quality.genes, (std::vector<int>{2, 3, 1, 1}));
        QCOMPARE(quality.mitochondrialGenes, size_t(2)); // MTOR is none
        QCOMPARE(quality.mitochondrialPercent.size(), size_t(4));
        const std::vector<float> percent{25.0F, 50.0F, 0.0F, 100.0F};
        for (size_t i = 0; i < percent.size(); ++i)
            QCOMPARE(quality.mitochondrialPercent[i].value(), percent[i]);
        QCOMPARE(quality.totals.spotsInTissue, size_t(4));
        QCOMPARE(quality.totals.medianUmis.value(), 6.5);
        QCOMPARE(quality.totals.medianGenes.value(), 1.5);
        QCOMPARE(quality.totals.medianMitochondrialPercent.value(), 37.5);
        QVERIFY(quality.image.empty() && !quality.totals.tissueShare); // no slide
        QVERIFY(quality.whyNoImage.empty());
    }

    void aPanelWithoutMitochondriaSaysNothingOfThem()
    {
        const SampleQuality quality = measured(rowSample({"ERBB2", "MTOR", "Mtx1", "AMT-X"}, {{1, 2, 3, 4}}));
        QCOMPARE(quality.mitochondrialGenes, size_t(0));
        QVERIFY(quality.mitochondrialPercent.empty());
        QVERIFY(!quality.totals.medianMitochondrialPercent);
        QualityFilter filter;
        filter.maxMitochondrialPercent = 0.0;
        QCOMPARE(judge(quality, filter).dropped, size_t(0)); // what is not known drops nothing
    }

    void aSpotWithoutCountsHasNoShareAndNeverNaN()
    {
        const SampleQuality quality = measured(rowSample({"A", "MT-A"}, {{0, 0}, {1, 1}, {}}));
        QCOMPARE(quality.umis, (std::vector<double>{0, 2, 0}));
        QCOMPARE(quality.genes, (std::vector<int>{0, 2, 0}));
        QVERIFY(!quality.mitochondrialPercent[0] && !quality.mitochondrialPercent[2]);
        QCOMPARE(quality.mitochondrialPercent[1].value(), 50.0F);
        QCOMPARE(quality.totals.medianMitochondrialPercent.value(), 50.0);
        QCOMPARE(quality.totals.medianUmis.value(), 0.0);
        Sample infinite = rowSample({"A", "MT-A"}, {{1, std::numeric_limits<float>::infinity()}, {std::nanf(""), 0}});
        const SampleQuality guarded = measured(infinite);
        QCOMPARE(guarded.umis, (std::vector<double>{1, 0}));
        QCOMPARE(guarded.mitochondrialPercent[0].value(), 0.0F);
    }

    void aSectionWithoutExpressionOrSpots()
    {
        const SampleQuality none = measured(rowSample({}, {{}, {}}));
        QVERIFY(none.umis.empty() && none.genes.empty() && !none.totals.medianUmis);
        QCOMPARE(none.totals.spots, size_t(2));
        QualityFilter filter;
        filter.minUmis = 100;
        filter.minGenes = 100;
        filter.onlyOnTissue = filter.notBlurred = true;
        QCOMPARE(judge(none, filter).kept.size(), size_t(2));
        const SampleQuality empty = measured(rowSample({"A"}, {}));
        QCOMPARE(empty.totals.spots, size_t(0));
        QVERIFY(!empty.totals.medianUmis && !empty.totals.tissueShare);
    }

    void onlySpotsInTissueCountInTheTotals()
    {
        Sample sample = rowSample({"A"}, {{1}, {2}, {1000}});
        sample.section.spots[2].inTissue = false;
        const QualityTotals totals = measured(sample).totals;
        QCOMPARE(totals.spots, size_t(3));
        QCOMPARE(totals.spotsInTissue, size_t(2));
        QCOMPARE(totals.medianUmis.value(), 1.5);
    }

    void tissueAndGlassAreToldApart()
    {
        // Left half coarse dark tissue with detail, right half glass; the last spot lies off the slide.
        Sample sample = rowSample({"A"}, {{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}});
        sample.slide = std::make_shared<PaintedSlide>(950, 400, std::vector<double>{1.0}, [](int, long long x, long long y) {
            if (x >= 475)
                return 0xf4f2f4U;
            return (x / 3 + y / 3) % 2 ? 0xb060a0U : 0xd090c0U;
        });
        const SampleQuality quality = measured(sample);
        for (size_t i = 0; i < 10; ++i)
            QCOMPARE(quality.image[i], i < 4 ? ImageState::tissue : ImageState::glass); // the 5th straddles none: 500 > 475
        QCOMPARE(quality.totals.tissueShare.value(), 0.4);
        QCOMPARE(quality.totals.glassShare.value(), 0.6);
        QCOMPARE(quality.totals.blurredShare.value(), 0.0);
    }

    void aSpotWithoutAPlaceIsOnGlass()
    {
        Sample sample = rowSample({"A"}, {{1}, {1}});
        sample.section.spots[1].fullres = {std::nan(""), std::numeric_limits<double>::infinity()};
        sample.slide = std::make_shared<PaintedSlide>(400, 400, std::vector<double>{1.0}, [](int, long long x, long long y) {
            return (x + y) % 5 ? 0xa05090U : 0xd0a0c0U;
        });
        QCOMPARE(measured(sample).image[1], ImageState::glass);
    }

    void aSlideThatCannotBeReadIsSaidSo()
    {
        Sample sample = rowSample({"A"}, {{1}, {2}});
        sample.slide = std::make_shared<DamagedSlide>();
        const SampleQuality quality = measured(sample);
        QVERIFY(quality.image.empty());
        QCOMPARE(quality.whyNoImage.english(), std::string("The tile is damaged."));
        QCOMPARE(quality.umis, (std::vector<double>{1, 2}));
    }

    void aCoarsePictureTellsNoBlur()
    {
        Sample sample = rowSample({"A"}, {{1}, {1}, {1}});
        sample.section.mpp = 12.0;
        sample.slide = std::make_shared<PaintedSlide>(
            400, 400, std::vector<double>{1.0}, [](int, long long x, long long) { return x < 200 ? 0xa05090U : 0xa15190U; });
        const SampleQuality quality = measured(sample);
        QVERIFY(!quality.blurKnown && !quality.totals.blurredShare);
        QVERIFY(quality.totals.tissueShare);
    }

    void theBlurredHalfOfAPhantomIsFound()
    {
        Task task;
        PhantomOptions options;
        options.genes = 300;
        options.width = 4000;
        options.height = 3000;
        writePhantom(m_folder / "phantom", options, task);
        const auto sharp =
            joinSample(readSection({m_folder / "phantom" / "outs", {}, {}, {}}, task),
                       openSlide(m_folder / "phantom" / "slide.tif"), {"phantom", "slide.tif", {}, false, {}, {}}, task);
        const SampleQuality before = measured(*sharp);
        QVERIFY(before.blurKnown);
        QVERIFY2(*before.totals.blurredShare < 0.04, qPrintable(QString::number(*before.totals.blurredShare)));
        QVERIFY(*before.totals.tissueShare > 0.8);
        QVERIFY(before.mitochondrialGenes > 0 && *before.totals.medianMitochondrialPercent > 0.0);
        for (size_t i = 0; i < sharp->spots().size(); ++i)
            QVERIFY(std::isfinite(before.umis[i])
                    && (!before.mitochondrialPercent[i] || std::isfinite(*before.mitochondrialPercent[i])));

        Sample spoilt = *sharp;
        const double middle = 2000.0;
        spoilt.slide = std::make_shared<HalfBlurredSlide>(sharp->slide, middle, 28.0); // 14 µm
        const SampleQuality after = measured(spoilt);
        size_t inBlur = 0;
        size_t found = 0;
        size_t falselyFound = 0;
        for (size_t i = 0; i < sharp->spots().size(); ++i) {
            if (after.image[i] == ImageState::glass)
                continue;
            if (sharp->spots()[i].fullres.x > middle + 100.0) {
                ++inBlur;
                found += after.image[i] == ImageState::blurred;
            } else if (sharp->spots()[i].fullres.x < middle - 100.0 && after.image[i] == ImageState::blurred) {
                falselyFound += before.image[i] != ImageState::blurred;
            }
        }
        QVERIFY(inBlur > 40);
        QVERIFY2(static_cast<double>(found) >= 0.9 * static_cast<double>(inBlur),
                 qPrintable(QString("%1 of %2").arg(found).arg(inBlur)));
        QVERIFY2(falselyFound <= 2, qPrintable(QString::number(falselyFound)));
    }

    void eachFilterIsCountedAloneAndAllTogether()
    {
        SampleQuality quality;
        quality.totals.spots = 6;
        quality.umis = {5, 50, 50, 50, 50, 50};
        quality.genes = {2, 2, 20, 20, 20, 20};
        quality.mitochondrialPercent = {90.0F, 1.0F, 30.0F, std::nullopt, 20.0F, 1.0F};
        quality.image = {ImageState::glass,  ImageState::tissue, ImageState::tissue,
                         ImageState::tissue, ImageState::tissue, ImageState::blurred};
        QVERIFY(QualityFilter().keepsAll());
        QCOMPARE(judge(quality, {}).kept.size(), size_t(6));
        const FilterOutcome outcome = judge(quality, {10, 10, 20.0, true, true});
        QCOMPARE(outcome.byUmis, size_t(1));
        QCOMPARE(outcome.byGenes, size_t(2));
        QCOMPARE(outcome.byMitochondria, size_t(2)); // 20 % is at most 20 %
        QCOMPARE(outcome.byGlass, size_t(1));
        QCOMPARE(outcome.byBlur, size_t(1));
        QCOMPARE(outcome.dropped, size_t(4)); // the first for four reasons
        QCOMPARE(outcome.kept, (std::vector<size_t>{3, 4}));
        QCOMPARE(judge(quality, {5, 2, std::nullopt, false, false}).dropped, size_t(0)); // limits are inclusive
    }

    void theFilteredSampleIsANewOne()
    {
        Task task;
        Sample sample = rowSample({"A", "MT-B"}, {{1, 0}, {0, 2}, {3, 4}, {0, 0}});
        sample.name = "N";
        sample.section.outsideTissue = {{1, 2}};
        sample.warnings = {Text("Before.")};
        const auto part = sampleOf(sample, {1, 2}, task);
        QCOMPARE(sample.spots().size(), size_t(4));
        QCOMPARE(part->spots().size(), size_t(2));
        QCOMPARE(part->spots()[0].barcode, std::string("S1"));
        QCOMPARE(part->expression().barcodes, (std::vector<std::string>{"S1", "S2"}));
        QCOMPARE(part->expression().counts.coeff(0, 1), 2.0F);
        QCOMPARE(part->expression().counts.coeff(1, 0), 3.0F);
        QCOMPARE(part->expression().counts.nonZeros(), Eigen::Index(4)); // stored zeros stay as they were
        QVERIFY(part->expression().counts.isCompressed());
        QCOMPARE(part->expression().genes.size(), size_t(2));
        QCOMPARE(part->section.outsideTissue.size(), size_t(1));
        QCOMPARE(part->name, std::string("N"));
        QCOMPARE(part->section.spotPitchFullresPx, 100.0);
        QCOMPARE(part->warnings.size(), size_t(2));
        QCOMPARE(part->warnings[1].english(), std::string("Quality control left out 2 of 4 spots."));
        QCOMPARE(measured(*part).umis, (std::vector<double>{2, 7}));
        QCOMPARE(sampleOf(sample, {0, 1, 2, 3}, task)->warnings.size(), size_t(1));
    }

    void aPartOfASectionWithoutExpression()
    {
        Task task;
        const SpatialSection part = sectionOf(rowSample({}, {{}, {}, {}}).section, {2}, task);
        QCOMPARE(part.spots.size(), size_t(1));
        QCOMPARE(part.expression.barcodes.size(), size_t(1));
        QCOMPARE(part.expression.counts.rows(), Eigen::Index(1));
    }

    void impossiblePartsAreRefused()
    {
        Task task;
        const Sample sample = rowSample({"A"}, {{1}, {2}});
        QVERIFY(QString::fromStdString(errorOf([&] {
                    sampleOf(sample, {}, task);
                })).startsWith("Quality control would leave no spot"));
        QVERIFY(QString::fromStdString(errorOf([&] { sampleOf(sample, {0, 2}, task); })).startsWith("The section has no spot 2"));
    }

    void stoppingIsHeard()
    {
        std::stop_source stop;
        stop.request_stop();
        Task task(stop.get_token());
        bool cancelled = false;
        try {
            measureQuality(rowSample({"A"}, {{1}}), task);
        } catch (const Cancelled&) {
            cancelled = true;
        }
        QVERIFY(cancelled);
    }

    void aHundredThousandBinsTakeUnderTwoSeconds()
    {
        const std::vector<std::string> symbols(100, "G");
        Sample sample = rowSample(symbols, {});
        const int bins = 100000;
        std::vector<Eigen::Triplet<float>> entries;
        for (int i = 0; i < bins; ++i) {
            sample.section.spots.push_back({{}, {i % 316 * 8.0, i / 316 * 8.0}, 0, 0, true});
            for (int gene = 0; gene < 100; gene += 2)
                entries.emplace_back(i, gene, 1.0F);
        }
        sample.section.spotDiameterFullresPx = sample.section.spotPitchFullresPx = 8.0;
        sample.section.expression.barcodes.resize(bins);
        sample.section.expression.counts.resize(bins, 100);
        sample.section.expression.counts.setFromTriplets(entries.begin(), entries.end());
        const auto slide =
            std::make_shared<PaintedSlide>(2600, 2600, std::vector<double>{1.0, 2.0, 4.0},
                                           [](int, long long x, long long y) { return (x ^ y) & 4 ? 0xb060a0U : 0xd090c0U; });
        sample.slide = slide;
        QElapsedTimer timer;
        timer.start();
        const SampleQuality quality = measured(sample);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(quality.totals.medianUmis.value(), 50.0);
        QVERIFY(slide->pixelsRead < 2 * 2600LL * 2600); // not a read for each bin
    }

private:
    TemporaryFolder m_folder;
};

QTEST_GUILESS_MAIN(TestQuality)
#include "test_quality.moc"
