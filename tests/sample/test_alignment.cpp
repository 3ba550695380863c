#include "core/sample/orientation.h"
#include "core/sample/sample.h"
#include "tests/support/testdata.h"

#include <cmath>
#include <limits>

using namespace spacrd;
using namespace spacrd::test;

class TestAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScaleAndAShiftGoBothWays()
    {
        const Alignment alignment = Alignment::scaled(0.25, {10, 20});
        QCOMPARE(alignment.toLevel0({100, 200}), (Level0Point{35, 70}));
        QCOMPARE(alignment.toFullres({35, 70}), (FullresPoint{100, 200}));
        QCOMPARE(alignment.scale(), 0.25);
    }

    void badNumbersAreRefused()
    {
        for (const double scale : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan(""), 1e-300})
            QVERIFY(errorOf([&] { Alignment::scaled(scale); }) != "(nothing thrown)");
        QVERIFY(errorOf([] { Alignment::fromNumbers({1, 2, 0, 2, 4, 0}); }).find("do not make a map") != std::string::npos);
        QVERIFY(errorOf([] {
                    Alignment::fromNumbers({1, 0, std::nan(""), 0, 1, 0});
                }).find("do not make a map")
                != std::string::npos);
    }

    void theEightOrientationsLayAPictureOnItself()
    {
        // Where the picture's first corner, and the end of its first row, come to lie on 30 × 20 pixels.
        const std::pair<Orientation, std::pair<Level0Point, Level0Point>> cases[] = {
            {Orientation::asItIs, {{0, 0}, {30, 0}}},      {Orientation::rotate90, {{30, 0}, {30, 20}}},
            {Orientation::rotate180, {{30, 20}, {0, 20}}}, {Orientation::rotate270, {{0, 20}, {0, 0}}},
            {Orientation::flipX, {{30, 0}, {0, 0}}},       {Orientation::flipY, {{0, 20}, {30, 20}}},
            {Orientation::transpose, {{0, 0}, {0, 20}}},   {Orientation::transverse, {{30, 20}, {30, 0}}},
        };
        for (const auto& [orientation, corners] : cases) {
            const auto map = turned(orientation, 30, 20);
            const bool exchanged = map.numbers()[0] == 0.0;
            QCOMPARE(map({0, 0}), corners.first);
            QCOMPARE(map({exchanged ? 20.0 : 30.0, 0}), corners.second);
            QCOMPARE(orientationNamed(orientationName(orientation)).value(), orientation);
            QCOMPARE(map.scale(), 1.0);
            QCOMPARE(map.then(map.inverse()).value().numbers(), (AffineNumbers{1, 0, 0, 0, 1, 0}));
        }
        QVERIFY(!orientationNamed("rotate-45"));
    }

    void theSampleFileKeepsAnAlignment()
    {
        const TemporaryFolder folder;
        for (const char* name : {"c.tsv", "s.tsv", "slide.svs"})
            write(folder / "parts" / name, "x");
        SampleSources sources;
        sources.section.path = folder / "parts" / "c.tsv";
        sources.section.spots = folder / "parts" / "s.tsv";
        sources.slide = folder / "parts" / "slide.svs";
        sources.alignment = Alignment::fromNumbers({0.1, -0.7, 1234.5678901234567, 0.7, 0.1 / 3, -9});
        writeSampleFile(folder / "sample.json", sources);
        const SampleSources read = sampleSources(folder / "sample.json");
        QCOMPARE(read.section.path, folder / "parts" / "c.tsv");
        QCOMPARE(read.section.spots, folder / "parts" / "s.tsv");
        QCOMPARE(read.slide, folder / "parts" / "slide.svs");
        QCOMPARE(*read.alignment, *sources.alignment); // to the last bit
        QVERIFY(!read.slideScale);

        sources.alignment.reset();
        sources.slideScale = 0.2876;
        writeSampleFile(folder / "sample.json", sources);
        QCOMPARE(sampleSources(folder / "sample.json").slideScale, std::optional(0.2876));
        QVERIFY(!sampleSources(folder / "sample.json").alignment);
    }

    void damagedAlignmentsAreRefused()
    {
        const TemporaryFolder folder;
        write(folder / "c.tsv", "x");
        const std::pair<const char*, const char*> cases[] = {
            {"[1, 0, 0, 0, 1]", "is not a list of six numbers"},
            {"[1, 0, 0, 0, 1, 0, 0]", "is not a list of six numbers"},
            {R"([1, 0, 0, 0, "1", 0])", "is not a list of six numbers"},
            {R"({"a": 1})", "is not a list of six numbers"},
            {"null", "is not a list of six numbers"},
            {"[1, 2, 0, 2, 4, 0]", "do not make a map"},
            {"[1e300, 0, 0, 0, 1e300, 0]", "do not make a map"},
            {R"([1, 0, 0, 0, 1, 0], "slide_scale": 1)", "has both"},
        };
        for (const auto& [value, sentence] : cases) {
            write(folder / "sample.json", std::string(R"({"counts": "c.tsv", "alignment": )") + value + "}");
            const std::string error = errorOf([&] { sampleSources(folder / "sample.json"); });
            QVERIFY2(error.find(sentence) != std::string::npos && error.find("sample.json") != std::string::npos, error.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestAlignment)
#include "test_alignment.moc"
