#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/fixtures.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

const std::string goodCounts = "\tTP53\tERBB2\tTP53\n10x5\t0\t2\t1.5\n11x5\t0\t0\t0\n10x6\t3\t0\t1\n";
const std::string goodSpots = "x\ty\tnew_x\tnew_y\tpixel_x\tpixel_y\tselected\n"
                              "10\t5\t9.98\t5.01\t1000.5\t500.25\t1\n"
                              "11\t5\t11.02\t5.0\t1300.5\t500.25\t1\n"
                              "10\t6\t10.01\t6.0\t1000.5\t800.25\t1\n"
                              "12\t6\t12\t6\t1600.5\t800.25\t1\n";

std::string readingFails(const SectionSources& sources)
{
    return errorOf([&] {
        Task task;
        readSection(sources, task);
    });
}

SpatialSection readAt(const fs::path& path)
{
    Task task;
    return readSection({path, {}, {}, {}}, task);
}

struct Case
{
    const char* name;
    const char* file;
    std::string content;
    const char* sentence;
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> all{
        {"counts end after the header", "counts.tsv", "\tA\tB\n", "holds no spot"},
        {"counts empty", "counts.tsv", "", "holds no spot"},
        {"a count is a word", "counts.tsv", "\tA\tB\n10x5\t1\tmany\n", "Line 2, column \"B\": \"many\" is not a number"},
        {"a count is missing", "counts.tsv", "\tA\tB\n10x5\t1\t\n", "Line 2, column \"B\": \"\" is not a number"},
        {"a count is negative", "counts.tsv", "\tA\tB\n10x5\t1\t-2\n", "the count is -2; counts must be zero or more"},
        {"a count is not finite", "counts.tsv", "\tA\tB\n10x5\t1\tinf\n", "\"inf\" is not a number"},
        {"a count is beyond all bounds", "counts.tsv", "\tA\tB\n10x5\t1\t1e300\n", "out of range"},
        {"decimal comma", "counts.tsv", "\tA\tB\tC\n10x5\t1\t0,5\t2\n", "write decimals with a point"},
        {"a row too long", "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t1\t2\t3\n",
         "Line 3 has 3 counts where the header names 2 genes"},
        {"a row too short", "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t1\n", "Line 3 has 1 counts where the header names 2 genes"},
        {"a gene without a name", "counts.tsv", "\tA\t\tC\n10x5\t1\t2\t3\n",
         "Column 3 of the table of counts has no gene's name"},
        {"a spot twice", "counts.tsv", "\tA\tB\n10x5\t1\t2\n10x5\t1\t2\n", "\"10x5\" appears twice"},
        {"a spot without a name", "counts.tsv", "\tA\tB\n\t1\t2\n", "Line 2: the barcode is empty"},
        {"turned table", "counts.tsv", "\t10x5\t11x5\nTP53\t1\t2\n", "has a column for each spot"},
        {"NUL byte", "counts.tsv", std::string("\tA\tB\n10x5\t1\t2\n1\0x5\t1\t2\n", 23), "NUL byte"},
        {"other spots", "counts.tsv", "\tA\tB\n90x5\t1\t2\n91x5\t1\t2\n",
         "None of the 2 spots of the matrix (\"90x5\", …) has a position"},
        {"spots empty", "spots.tsv", "", "The table is empty"},
        {"spots only a header", "spots.tsv", "x\ty\tpixel_x\tpixel_y\n", "The table of spots is empty"},
        {"spots without x", "spots.tsv", "a\ty\tpixel_x\tpixel_y\n1\t2\t3\t4\n", "no column named \"x\""},
        {"spots without pixel_y", "spots.tsv", "x\ty\tpixel_x\n1\t2\t3\n", "no column named \"pixel_y\""},
        {"a spot's place is a word", "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\there\t4\n",
         "Line 2, column \"pixel_x\": \"here\" is not a number"},
        {"a spot's place is not finite", "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\tnan\t1\t4\n", "\"nan\" is not a number"},
        {"selected is neither", "spots.tsv", "x\ty\tpixel_x\tpixel_y\tselected\n10\t5\t1\t4\t7\n",
         "column \"selected\": 7 is neither 0 nor 1"},
        {"a row of spots too short", "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t1\n",
         "Line 2 has 3 cells where the header has 4"},
        {"a spot's place twice", "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t1\t4\n10.2\t4.9\t1\t4\n",
         "the spot 10x5 appears twice"},
        {"nothing selected", "spots.tsv", "x\ty\tpixel_x\tpixel_y\tselected\n10\t5\t1\t4\t0\n",
         "None of the 3 spots of the matrix lies in tissue"},
    };
    return all;
}

} // namespace

class TestLegacySt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCountsSpotsAndImageBesideThem()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv.gz", gzipped(goodCounts));
        write(folder / "spots.tsv", goodSpots);
        write(folder / "image_2000px.png", "a reduced copy is not taken");
        QVERIFY(readAt(folder / "counts.tsv.gz").image.file.empty());
        write(folder / "image.jpg", "not looked at when the section is read");
        for (const fs::path& path : {folder / "counts.tsv.gz", folder.path()}) {
            const SpatialSection section = readAt(path);
            QVERIFY(section.platform == Platform::legacySt);
            QVERIFY(section.lattice == SpotLattice::square);
            QCOMPARE(section.expression.barcodes, (std::vector<std::string>{"10x5", "11x5", "10x6"}));
            QCOMPARE(section.expression.genes[2].symbol, std::string("TP53-1"));
            QCOMPARE(section.expression.counts.nonZeros(), 4);
            QCOMPARE(section.expression.counts.coeff(0, 2), 1.5F);
            QCOMPARE(section.spots[1].fullres, (FullresPoint{1300.5, 500.25}));
            QCOMPARE(section.spots[2].arrayRow, 6.0);
            QCOMPARE(section.spots[2].arrayCol, 10.0);
            QCOMPARE(section.spotPitchFullresPx, 300.0);
            QCOMPARE(*section.mpp, 200.0 / 300.0);
            QCOMPARE(section.spotDiameterFullresPx, 150.0);
            QCOMPARE(section.image.file, folder / "image.jpg");
            QCOMPARE(section.image.scale, 1.0);
            QVERIFY(section.inPixels);
            QVERIFY(section.warnings.empty());
        }
    }

    void readsTheHeaderOfRAndWindowsLines()
    {
        const TemporaryFolder folder;
        write(folder / "A1.tsv", "\xEF\xBB\xBFTP53\tERBB2\r\n10x5\t1\t2\r\n");
        write(folder / "A1_selection.tsv", goodSpots);
        const SpatialSection section = readAt(folder / "A1.tsv");
        QCOMPARE(section.expression.genes.size(), size_t(2));
        QCOMPARE(section.expression.genes[0].symbol, std::string("TP53"));
        QCOMPARE(section.expression.counts.coeff(0, 1), 2.0F);
    }

    void adjustedPlacesInNamesAreRounded()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", "\tA\tB\n9.98x5.02\t1\t2\n11.02x4.97\t1\t3\n");
        write(folder / "spots.tsv", goodSpots);
        const SpatialSection section = readAt(folder / "counts.tsv");
        QCOMPARE(section.spots[0].fullres.x, 1000.5);
        QCOMPARE(section.spots[1].barcode, std::string("11.02x4.97"));
        QCOMPARE(section.spots[1].fullres.x, 1300.5);
    }

    void spotsNotSelectedAndUnknownAreLeftOut()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", goodCounts + "77x7\t1\t1\t1\n");
        std::string spots = goodSpots;
        spots.replace(spots.find("11\t5\t11.02\t5.0\t1300.5\t500.25\t1"), 30, "11\t5\t11.02\t5.0\t1300.5\t500.25\t0");
        write(folder / "spots.tsv", spots);
        const SpatialSection section = readAt(folder / "counts.tsv");
        QCOMPARE(section.expression.barcodes, (std::vector<std::string>{"10x5", "10x6"}));
        QCOMPARE(section.warnings.size(), size_t(2));
        QVERIFY(section.warnings[0].english().starts_with("1 spots of the matrix have no position (\"77x7\""));
        QVERIFY(section.warnings[1].english().starts_with("1 spots outside the tissue"));
        QCOMPARE(section.outsideTissue, (std::vector<FullresPoint>{{1300.5, 500.25}}));
    }

    void tablesWithoutPixelsLieOnTheirArray()
    {
        const TemporaryFolder folder;
        write(folder / "layer1_counts.tsv", "\tA\tB\nL1-a\t1\t2\nL1-b\t3\t4\n");
        write(folder / "layer1_spots.tsv", "spot\tx\ty\tslice\nL1-b\t1.5\t-2\t1\nL1-a\t0.5\t-2\t1\n");
        write(folder / "image.png", "not used, since nothing tells where the spots are on it");
        const SpatialSection section = readAt(folder / "layer1_counts.tsv");
        QVERIFY(!section.inPixels);
        QVERIFY(section.image.file.empty());
        QCOMPARE(section.spots[0].fullres, (FullresPoint{100.0, -400.0}));
        QCOMPARE(section.spots[1].fullres, (FullresPoint{300.0, -400.0}));
        QCOMPARE(section.spotPitchFullresPx, 200.0);
        QCOMPARE(*section.mpp, 1.0);
        QCOMPARE(section.warnings.size(), size_t(1));
        QVERIFY(section.warnings[0].english().starts_with("The table of spots has no pixel positions"));
    }

    void spotTableIsAskedForAndTaken()
    {
        const TemporaryFolder folder;
        write(folder / "counts.tsv", goodCounts);
        const std::string error = readingFails({folder / "counts.tsv", {}, {}, {}});
        QVERIFY2(error.find("No table of spot positions (spots.tsv)") != std::string::npos, error.c_str());
        QVERIFY2(error.find("--spots") != std::string::npos, error.c_str());
        write(folder / "other place" / "s.tsv", goodSpots);
        Task task;
        QCOMPARE(readSection({folder / "counts.tsv", {}, {}, folder / "other place" / "s.tsv"}, task).spots.size(), size_t(3));
    }

    void aFolderOfSeveralSamplesIsNotGuessed()
    {
        const TemporaryFolder folder;
        for (const char* layer : {"a_", "b_"}) {
            write(folder / (std::string(layer) + "counts.tsv"), goodCounts);
            write(folder / (std::string(layer) + "spots.tsv"), goodSpots);
        }
        const std::string error = errorOf([&] { readAt(folder.path()); });
        QVERIFY2(error.find("counts of several samples (\"a_counts.tsv\", \"b_counts.tsv\", …)") != std::string::npos,
                 error.c_str());
        QVERIFY(!readAt(folder / "b_counts.tsv").spots.empty());
    }

    void otherTablesAreNotCounts()
    {
        const TemporaryFolder folder;
        write(folder / "spots.tsv", goodSpots);
        write(folder / "labels.csv", "barcode,label\n10x5,cancer\n");
        write(folder / "clusters.tsv", "spot\tcluster\tannotation\tcancer\n10x5\t0\tcancer 1\t1\n");
        write(folder / "positions.csv", tinyPositions(true, false));
        write(folder / "text.txt", "Dear reader, this is a letter.\n");
        for (const char* name : {"spots.tsv", "labels.csv", "clusters.tsv", "positions.csv", "text.txt"})
            QVERIFY2(!isSection({folder / name, {}, {}, {}}), name);
    }

    void cutGzipIsRefused()
    {
        const TemporaryFolder folder;
        write(folder / "spots.tsv", goodSpots);
        const std::string whole = gzipped(goodCounts);
        write(folder / "counts.tsv.gz", whole.substr(0, whole.size() - 9));
        const std::string error = readingFails({folder / "counts.tsv.gz", {}, {}, {}});
        QVERIFY2(error.find("compressed file is damaged or cut short") != std::string::npos, error.c_str());
    }

    void refusesDamage_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << static_cast<int>(i);
    }

    void refusesDamage()
    {
        QFETCH(int, index);
        const Case& damage = cases()[static_cast<size_t>(index)];
        const TemporaryFolder folder;
        write(folder / "counts.tsv", goodCounts);
        write(folder / "spots.tsv", goodSpots);
        write(folder / damage.file, damage.content);
        std::string error = errorOf([&] {
            Task task;
            readStCounts(folder / "counts.tsv", task);
        });
        if (error == "(nothing thrown)")
            error = readingFails({folder / "counts.tsv", {}, {}, {}});
        QVERIFY2(error.find(damage.sentence) != std::string::npos, error.c_str());
    }

    void wordsAmongManyCountsAreExplained()
    {
        const TemporaryFolder folder;
        std::string header;
        std::string row = "10x5";
        for (int gene = 0; gene < 20; ++gene) {
            header += "\tG" + std::to_string(gene);
            row += gene == 7 ? "\tNA" : "\t1,5";
        }
        write(folder / "counts.tsv", header + "\n" + row + "\n");
        write(folder / "spots.tsv", goodSpots);
        const std::string error = readingFails({folder / "counts.tsv", {}, {}, {}});
        QVERIFY2(error.find("column \"G0\": \"1,5\" is not a number") != std::string::npos, error.c_str());
    }
};

QTEST_APPLESS_MAIN(TestLegacySt)
#include "test_legacyst.moc"
