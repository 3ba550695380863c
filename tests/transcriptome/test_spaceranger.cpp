#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/fixtures.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

SpatialSection readAt(const fs::path& path)
{
    Task task;
    return readSection({path, {}, {}, {}}, task);
}

std::string readingFails(const SectionSources& sources)
{
    return errorOf([&] {
        Task task;
        readSection(sources, task);
    });
}

bool warns(const SpatialSection& section, const std::string& part)
{
    for (const Text& warning : section.warnings) {
        if (warning.english().find(part) != std::string::npos)
            return true;
    }
    return false;
}

struct Case
{
    const char* name;
    const char* file;
    std::string content;
    const char* sentence;
};

const std::string header = "barcode,in_tissue,array_row,array_col,pxl_row_in_fullres,pxl_col_in_fullres\n";
constexpr const char* positionsFile = "spatial/tissue_positions.csv";
constexpr const char* scalesFile = "spatial/scalefactors_json.json";

const std::vector<Case>& cases()
{
    static const std::vector<Case> all{
        {"positions empty", positionsFile, "", "table of spot positions is empty"},
        {"positions only a header", positionsFile, header, "table of spot positions is empty"},
        {"positions of five cells", positionsFile, header + "AAA-1,1,0,0,5\n",
         "Line 2 has 5 cells where a table of spot positions has 6"},
        {"positions with decimal comma", positionsFile, "AAA-1,1,0,0,5,5,6,5\n", "decimals with a point"},
        {"positions with semicolons and decimal comma", positionsFile,
         "barcode;in_tissue;array_row;array_col;pxl_row_in_fullres;pxl_col_in_fullres\nAAA-1;1;0;0;5,5;6\n",
         "\"5,5\" is not a number"},
        {"position is a word", positionsFile, header + "AAA-1,1,0,0,here,5\n",
         "Line 2, column \"pxl_row_in_fullres\": \"here\" is not a number"},
        {"position is not finite", positionsFile, header + "AAA-1,1,0,0,nan,5\n", "\"nan\" is not a number"},
        {"position out of range", positionsFile, header + "AAA-1,1,0,0,1e12,5\n", "out of range"},
        {"in_tissue of two", positionsFile, header + "AAA-1,2,0,0,5,5\n", "column \"in_tissue\": 2 is neither 0 nor 1"},
        {"header without a column", positionsFile, "barcode,in_tissue,array_row,array_col,y,x\nAAA-1,1,0,0,5,5\n",
         "no column named \"pxl_row_in_fullres\""},
        {"barcode twice", positionsFile, "AAA-1,1,0,0,5,5\nAAA-1,1,0,2,5,9\n", "\"AAA-1\" appears twice"},
        {"other barcodes", positionsFile, "CCC-1,1,0,0,5,5\n", "None of the 4 spots of the matrix (\"AAA-1\", …) has a position"},
        {"nothing in tissue", positionsFile, "AAA-1,0,0,0,5,5\n", "None of the 4 spots of the matrix lies in tissue"},
        {"positions with a NUL byte", positionsFile, std::string("AAA-1,1,0,0,\0,5\n", 16), "NUL byte"},
        {"scale factors no JSON", scalesFile, "{", "are not a JSON object"},
        {"scale factors a list", scalesFile, "[1]", "are not a JSON object"},
        {"scale factors empty", scalesFile, "", "are not a JSON object"},
        {"scale factors nested without end", scalesFile, std::string(100000, '['), "are not a JSON object"},
        {"diameter a text", scalesFile, R"({"spot_diameter_fullres": "89"})",
         "\"spot_diameter_fullres\" is not a positive number"},
        {"diameter zero", scalesFile, R"({"spot_diameter_fullres": 0})", "\"spot_diameter_fullres\" is not a positive number"},
        {"scale negative", scalesFile, R"({"tissue_hires_scalef": -0.1})", "\"tissue_hires_scalef\" is not a positive number"},
        {"scale null", scalesFile, R"({"tissue_lowres_scalef": null})", "\"tissue_lowres_scalef\" is not a positive number"},
        {"scale beyond double", scalesFile, R"({"tissue_lowres_scalef": 1e999})", "are not a JSON object"},
        {"scale factors too large", scalesFile, std::string(2 << 20, ' '), "larger than the"},
        {"matrix no HDF5", "filtered_feature_bc_matrix.h5", "not HDF5", "is not an HDF5 file"},
    };
    return all;
}

} // namespace

class TestSpaceRanger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOutsFromEveryFolder()
    {
        const TemporaryFolder folder;
        const fs::path outs = folder / "Probe 1" / "outs";
        writeOuts(outs);
        for (const fs::path& path :
             {outs, outs / "", outs.parent_path(), outs / "spatial", outs / "filtered_feature_bc_matrix.h5"}) {
            QVERIFY(isSection({path, {}, {}, {}}));
            const SpatialSection section = readAt(path);
            QVERIFY(section.platform == Platform::visium);
            QVERIFY(section.lattice == SpotLattice::hexagonal);
            QVERIFY(isTinyTenx(section.expression));
            QCOMPARE(section.spots.size(), size_t(4));
            QCOMPARE(section.spots[0].fullres, (FullresPoint{500.5, 1000.0})); // x is the column
            QCOMPARE(section.spots[3].barcode, std::string("AAT-1"));
            QCOMPARE(section.spots[3].arrayRow, 1.0);
            QCOMPARE(section.spots[3].arrayCol, 3.0);
            QVERIFY(qAbs(section.spotPitchFullresPx - 100.0) < 1e-6);
            QVERIFY(qAbs(*section.mpp - 1.0) < 1e-6);
            QCOMPARE(section.spotDiameterFullresPx, 55.0); // 65 px stand for 65 µm, a spot has 55
            QCOMPARE(section.image.file.filename().string(), std::string("tissue_hires_image.png"));
            QCOMPARE(section.image.scale, 0.2);
            QCOMPARE(section.hiresScale, std::optional(0.2));
            QCOMPARE(section.lowresScale, std::optional(0.06));
            QCOMPARE(section.statedMpp, std::optional(1.0));
            QCOMPARE(section.outsideTissue, (std::vector<FullresPoint>{{500, 7000}}));
            QVERIFY(section.warnings.empty());
        }
    }

    void headerIsKnownByTheFirstRowNotTheName()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        for (const bool withHeader : {false, true}) {
            for (const char* name : {"tissue_positions.csv", "tissue_positions_list.csv"}) {
                fs::remove(folder / "spatial" / "tissue_positions.csv");
                fs::remove(folder / "spatial" / "tissue_positions_list.csv");
                write(folder.path() / "spatial" / name, "\xEF\xBB\xBF" + tinyPositions(withHeader, false));
                const SpatialSection section = readAt(folder.path());
                QCOMPARE(section.spots.size(), size_t(4));
                QCOMPARE(section.spots[2].fullres, (FullresPoint{550.5, 1086.60254}));
            }
        }
    }

    void namesMayCarryThePrefixOfASample()
    {
        const TemporaryFolder folder;
        writeTenxHdf5(folder / "A_filtered_feature_bc_matrix.h5", tinyTenx());
        write(folder / "A_tissue_positions_list.csv.gz", gzipped(tinyPositions(false, false)));
        write(folder / "A_scalefactors_json.json", R"({"spot_diameter_fullres": 65.0})");
        QCOMPARE(readAt(folder.path()).spots.size(), size_t(4));
        // A second sample in the folder: each is opened by its own name, and never with the other's positions.
        writeTenxHdf5(folder / "B_filtered_feature_bc_matrix.h5", tinyTenx());
        QVERIFY(readingFails({folder.path(), {}, {}, {}}).find("matrices of several samples") != std::string::npos);
        QCOMPARE(readAt(folder / "A_filtered_feature_bc_matrix.h5").spots.size(), size_t(4));
        const std::string error = readingFails({folder / "B_filtered_feature_bc_matrix.h5", {}, {}, {}});
        QVERIFY2(error.find("No table of spot positions") != std::string::npos, error.c_str());
    }

    void mtxIsTakenWhereThereIsNoHdf5()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        fs::remove(folder / "filtered_feature_bc_matrix.h5");
        writeTenxMtx(folder / "filtered_feature_bc_matrix", tinyTenx());
        for (const fs::path& path :
             {folder.path(), folder / "filtered_feature_bc_matrix", folder / "filtered_feature_bc_matrix" / "matrix.mtx"})
            QVERIFY(isTinyTenx(readAt(path).expression));
    }

    void filteredIsPreferredToRaw()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        write(folder / "raw_feature_bc_matrix.h5", "never opened");
        QVERIFY(readAt(folder.path()).warnings.empty());
    }

    void rawLosesSpotsOutsideTissueAndSaysSo()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path(), true);
        const SpatialSection section = readAt(folder.path());
        QCOMPARE(section.spots.size(), size_t(3));
        QCOMPARE(section.expression.barcodes, (std::vector<std::string>{"AAA-1", "AAG-1", "AAT-1"}));
        QCOMPARE(section.expression.counts.coeff(2, 1), 5.0F);
        QVERIFY(warns(section, "Only the raw matrix was found"));
        QVERIFY(warns(section, "1 spots outside the tissue are left out"));
        QCOMPARE(section.outsideTissue, (std::vector<FullresPoint>{{600.5, 1000}, {500, 7000}}));
    }

    void positionsMayStandInAnotherOrder()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        write(folder.path() / positionsFile, header + "AAT-1,1,1,3,40,30\nZZZ-1,0,9,9,7,7\nAAA-1,1,0,0,10,20\nZZY-1,1,8,8,6,6\n"
                                                 + "AAG-1,1,1,1,12,22\nAAC-1,1,0,2,11,21\n");
        const SpatialSection section = readAt(folder.path());
        QVERIFY(isTinyTenx(section.expression));
        QCOMPARE(section.spots.size(), size_t(4));
        for (size_t row = 0; row < 4; ++row)
            QCOMPARE(section.spots[row].barcode, section.expression.barcodes[row]);
        QCOMPARE(section.spots[0].fullres, (FullresPoint{20, 10}));
        QCOMPARE(section.spots[1].fullres, (FullresPoint{21, 11}));
        QCOMPARE(section.spots[2].fullres, (FullresPoint{22, 12}));
        QCOMPARE(section.spots[3].fullres, (FullresPoint{30, 40}));
        QCOMPARE(section.spots[3].arrayCol, 3.0);
        QCOMPARE(section.outsideTissue, (std::vector<FullresPoint>{{7, 7}}));
    }

    void aSpotAloneInTissueTakesItsPitchFromTheOthers()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        write(folder.path() / positionsFile,
              header + "AAA-1,0,0,0,100,100\nAAC-1,1,0,2,100,350\nAAG-1,0,9,9,1,1\nAAT-1,0,0,4,100,600\n");
        const SpatialSection section = readAt(folder.path());
        QCOMPARE(section.spots.size(), size_t(1));
        QCOMPARE(section.spots[0].barcode, std::string("AAC-1"));
        QCOMPARE(section.spotPitchFullresPx, 250.0);
    }

    void barcodesWithoutPositionAreLeftOut()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        write(folder.path() / "spatial" / "tissue_positions.csv", header + "AAT-1,1,1,3,8,9\n");
        const SpatialSection section = readAt(folder.path());
        QCOMPARE(section.spots.size(), size_t(1));
        QCOMPARE(section.expression.counts.coeff(0, 2), 6.0F);
        QVERIFY(warns(section, "3 spots of the matrix have no position (\"AAA-1\", …)"));
        QCOMPARE(section.spotPitchFullresPx, 0.0); // one spot has no neighbour; the scale factors tell the scale
        QCOMPARE(*section.mpp, 1.0);
    }

    void aTableOfAnotherSectionIsDoubted()
    {
        // 40 spots of a matrix; the table has in tissue only a part of them, and others.
        const auto rows = [](int from, int to, int count = 80) {
            std::string text = header;
            for (int i = 0; i < count; ++i) {
                const std::string n = std::to_string(i);
                text += "S" + n + "-1," + (i >= from && i < to ? "1" : "0") + "," + std::to_string(i / 10) + ","
                        + std::to_string(2 * (i % 10) + i / 10 % 2) + "," + std::to_string(100 * (i / 10)) + ","
                        + std::to_string(100 * (i % 10)) + "\n";
            }
            return text;
        };
        std::string barcodes;
        std::string entries;
        for (int i = 0; i < 40; ++i) {
            barcodes += "S" + std::to_string(i) + "-1\n";
            entries += "1 " + std::to_string(i + 1) + " 1\n";
        }
        const TemporaryFolder folder;
        const fs::path matrix = folder / "filtered_feature_bc_matrix";
        write(matrix / "barcodes.tsv", barcodes);
        write(matrix / "features.tsv", "ENSG1\tA\tGene Expression\n");
        write(matrix / "matrix.mtx", "%%MatrixMarket matrix coordinate integer general\n1 40 40\n" + entries);
        write(folder / positionsFile, rows(0, 40));
        QVERIFY(readAt(folder.path()).doubts.empty());
        write(folder / positionsFile, rows(0, 38)); // a few may be taken away by hand
        QVERIFY(readAt(folder.path()).doubts.empty());
        write(folder / positionsFile, rows(20, 60));
        const SpatialSection other = readAt(folder.path());
        QCOMPARE(other.doubts.size(), size_t(1));
        QCOMPARE(other.doubts[0].english(), std::string("Of 40 spots of the matrix only 20 have a position in tissue; check that "
                                                        "matrix and positions are of the same section."));
        QVERIFY(warns(other, "of the same section"));
        write(folder / positionsFile, rows(10, 20)); // all in tissue is there, and so is much else
        QCOMPARE(readAt(folder.path()).doubts.size(), size_t(1));
        write(folder / positionsFile, rows(10, 20, 40)); // a raw matrix has all that the table has
        QVERIFY(readAt(folder.path()).doubts.empty());
    }

    void spotsAreBelievedWhenScaleFactorsDisagree()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        write(folder.path() / "spatial" / "scalefactors_json.json",
              R"({"spot_diameter_fullres": 130.0, "tissue_lowres_scalef": 0.05})");
        const SpatialSection section = readAt(folder.path());
        QVERIFY(warns(section, "The scale factors say 0.5 µm per pixel, the distance of the spots 1;"));
        QVERIFY(qAbs(section.spotDiameterFullresPx - 55.0) < 1e-6);
        QCOMPARE(section.image.file.filename().string(), std::string("tissue_lowres_image.png")); // no scale for the better one
        QCOMPARE(section.image.scale, 0.05);
    }

    void worksWithoutScaleFactors()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        fs::remove(folder.path() / "spatial" / "scalefactors_json.json");
        const SpatialSection section = readAt(folder.path());
        QVERIFY(warns(section, "No scalefactors_json.json was found"));
        QVERIFY(qAbs(section.spotDiameterFullresPx - 55.0) < 1e-6); // from the distance of the spots
        QVERIFY(section.image.file.empty());
    }

    void namedPartsWin()
    {
        const TemporaryFolder folder;
        writeTenxHdf5(folder / "alone.h5", tinyTenx());
        const std::string error = readingFails({folder / "alone.h5", {}, {}, {}});
        QVERIFY2(error.find("name it with --positions") != std::string::npos, error.c_str());
        write(folder / "elsewhere" / "p.csv", tinyPositions(false, false));
        write(folder / "elsewhere" / "s.json", R"({"spot_diameter_fullres": 65.5})");
        Task task;
        const SpatialSection section =
            readSection({folder / "alone.h5", folder / "elsewhere" / "p.csv", folder / "elsewhere" / "s.json", {}}, task);
        QCOMPARE(section.spots.size(), size_t(4));
        QCOMPARE(section.spotDiameterFullresPx, 65.5 * 55.0 / 65.0);
    }

    void aFolderWithoutItsMatrixGivesTheSpotsInTissue()
    {
        const TemporaryFolder folder;
        const fs::path outs = folder / "Probe" / "outs";
        writeOuts(outs, true); // the second spot lies outside the tissue
        fs::remove(outs / "raw_feature_bc_matrix.h5");
        QVERIFY(!fs::exists(outs / "filtered_feature_bc_matrix.h5"));
        for (const fs::path& path : {outs, outs.parent_path(), outs / "spatial"}) {
            const SpatialSection section = readAt(path);
            QCOMPARE(section.spots.size(), size_t(3));
            QCOMPARE(section.expression.barcodes, (std::vector<std::string>{"AAA-1", "AAG-1", "AAT-1"}));
            QVERIFY(section.expression.genes.empty());
            QCOMPARE(section.expression.counts.rows(), Eigen::Index(3));
            QCOMPARE(section.expression.counts.cols(), Eigen::Index(0));
            QVERIFY(qAbs(section.spotPitchFullresPx - 100.0) < 1e-6);
            QCOMPARE(section.image.file.filename().string(), std::string("tissue_hires_image.png"));
            QCOMPARE(section.warnings.size(), size_t(1));
            QVERIFY(warns(section, "No expression matrix (filtered_feature_bc_matrix.h5"));
        }
        write(outs / "spatial" / "tissue_positions.csv", header + "AAA-1,0,0,0,5,5\n");
        QVERIFY(readingFails({outs, {}, {}, {}}).find("None of the 1 spots of the table lies in tissue") != std::string::npos);
        write(outs / "spatial" / "tissue_positions.csv", header + ",1,0,0,5,5\n");
        QVERIFY(readingFails({outs, {}, {}, {}}).find("Line 2: the barcode is empty") != std::string::npos);
    }

    void binsAreNotTakenForSpots()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        write(folder.path() / "spatial" / "scalefactors_json.json", R"({"spot_diameter_fullres": 29.0, "bin_size_um": 8.0})");
        const SpatialSection section = readAt(folder.path());
        QCOMPARE(section.platform, Platform::visiumHd);
        QCOMPARE(section.lattice, SpotLattice::square);
    }

    void missingPartsAreNamed()
    {
        const TemporaryFolder folder;
        writeOuts(folder.path());
        fs::remove(folder / "filtered_feature_bc_matrix.h5");
        fs::remove(folder / "spatial" / "tissue_positions.csv");
        QVERIFY(readingFails({folder.path(), {}, {}, {}}).find("not a spatial-transcriptomics sample") != std::string::npos);
        QVERIFY(readingFails({folder / "none", {}, {}, {}}).find("does not exist") != std::string::npos);
        const TemporaryFolder several;
        writeOuts(several / "B2" / "outs");
        writeOuts(several / "A1" / "outs");
        fs::create_directories(several / "notes");
        const std::string hint = readingFails({several.path(), {}, {}, {}});
        QVERIFY2(hint.find("This folder is no sample, but holds some: A1, B2") != std::string::npos, hint.c_str());
        const TemporaryFolder empty;
        QVERIFY(!isSection({empty.path(), {}, {}, {}}));
        QVERIFY(readingFails({empty.path(), {}, {}, {}}).find("not a spatial-transcriptomics sample") != std::string::npos);
        fs::create_directories(empty / "binned_outputs" / "square_016um");
        QVERIFY(readingFails({empty.path(), {}, {}, {}}).find("has no expression matrix") != std::string::npos);
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
        writeOuts(folder.path());
        write(folder / damage.file, damage.content);
        const std::string error = readingFails({folder.path(), {}, {}, {}});
        QVERIFY2(error.find(damage.sentence) != std::string::npos, error.c_str());
        QVERIFY2(error.find(fs::path(damage.file).filename().string()) != std::string::npos, error.c_str());
    }
};

QTEST_APPLESS_MAIN(TestSpaceRanger)
#include "test_spaceranger.moc"
