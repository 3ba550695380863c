#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"

#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

/// Xenium and Visium HD folders, made by the phantom, whole and with parts missing or wrong.
class TestXenium : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAFolderOrItsFiles();
    void withoutTheRunsDescriptionPlacesStayInMicrons();
    void refusesDamage_data();
    void refusesDamage();
    void takesTheHeImageAsItLies();
    void leavesAnHeImageOfUnknownPlace();
    void refusesADamagedAlignment_data();
    void refusesADamagedAlignment();
    void readsBinsFromParquet();
    void aBinSizeIsChosenByName();

private:
    SpatialSection readAt(const std::filesystem::path& path, const std::string& library = {}) const
    {
        Task task;
        return readSection({path, {}, {}, {}, library}, task);
    }

    TemporaryFolder m_folder;
};

void TestXenium::initTestCase()
{
    Task task;
    PhantomOptions options;
    options.genes = 60;
    options.spots = 400;
    options.platform = Platform::xenium;
    writePhantom(m_folder / "cells", options, task);
    options.platform = Platform::visiumHd;
    writePhantom(m_folder / "bins", options, task);
}

void TestXenium::readsAFolderOrItsFiles()
{
    const std::filesystem::path outs = m_folder / "cells" / "outs";
    for (const std::filesystem::path& path :
         {outs, m_folder / "cells", outs / "experiment.xenium", outs / "cell_feature_matrix.h5"}) {
        const SpatialSection section = readAt(path);
        QCOMPARE(section.platform, Platform::xenium);
        QCOMPARE(section.lattice, SpotLattice::irregular);
        QVERIFY(section.spots.size() > 350 && section.spots.size() < 450);
        QCOMPARE(section.mpp.value(), 0.2125);
        QCOMPARE(section.expression.genes.size(), size_t(60));
        QCOMPARE(section.expression.setApart[0].type, std::string("Negative Control Probe"));
        QCOMPARE(section.expression.setApart[0].features, size_t(20));
        QVERIFY(std::abs(section.spotDiameterFullresPx - 9.0 / 0.2125) < 0.01); // the area of a disc of 9 µm
        QVERIFY(section.warnings.empty());
    }
}

void TestXenium::withoutTheRunsDescriptionPlacesStayInMicrons()
{
    const std::filesystem::path outs = m_folder / "undescribed";
    std::filesystem::copy(m_folder / "cells" / "outs", outs, std::filesystem::copy_options::recursive);
    std::filesystem::remove(outs / "experiment.xenium");
    const SpatialSection section = readAt(outs);
    QVERIFY(!section.inPixels);
    const SpatialSection whole = readAt(m_folder / "cells");
    QVERIFY(std::abs(section.spots[5].fullres.x - whole.spots[5].fullres.x * 0.2125) < 1e-6);
    QCOMPARE(section.warnings.size(), size_t(1));
}

void TestXenium::refusesDamage_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* file, const char* content, const char* sentence) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(content) << QString::fromUtf8(sentence);
    };
    row("no description", "experiment.xenium", "[]", "description of the Xenium run is not a JSON object");
    row("no pixel size", "experiment.xenium", "{}", "no \"pixel_size\"");
    row("pixel size zero", "experiment.xenium", "{\"pixel_size\": 0}", "no \"pixel_size\"");
    row("pixel size a text", "experiment.xenium", "{\"pixel_size\": \"0.2\"}", "no \"pixel_size\"");
    row("cells without a place", "cells.csv.gz", "cell_id,x_centroid\na,1\n", "no column named \"y_centroid\"");
    row("cells without rows", "cells.csv.gz", "cell_id,x_centroid,y_centroid\n", "The table of cells is empty");
    row("cell twice", "cells.csv.gz", "cell_id,x_centroid,y_centroid\na,1,2\na,3,4\n", "the cell \"a\" appears twice");
    row("a row too short", "cells.csv.gz", "cell_id,x_centroid,y_centroid\na,1\n", "has 2 cells where the header has 3");
    row("a place that is no number", "cells.csv.gz", "cell_id,x_centroid,y_centroid\na,nan,4\n", "x_centroid");
    row("cells of another run", "cells.csv.gz", "cell_id,x_centroid,y_centroid\na,1,2\n", "has a position in this table");
    row("no table of cells", "cells.csv.gz", nullptr, "has no table of its cells");
    row("no matrix", "cell_feature_matrix.h5", nullptr, "has no matrix of cells and features");
    row("a damaged matrix", "cell_feature_matrix.h5", "HDF", "is not an HDF5 file");
    row("cells of broken Parquet", "cells.csv.gz", "PAR1PAR1", "Parquet");
}

void TestXenium::refusesDamage()
{
    QFETCH(QString, file);
    QFETCH(QString, content);
    QFETCH(QString, sentence);
    TemporaryFolder folder;
    const std::filesystem::path outs = folder / "outs";
    std::filesystem::copy(m_folder / "cells" / "outs", outs, std::filesystem::copy_options::recursive);
    if (content.isNull())
        std::filesystem::remove(outs / file.toStdString());
    else
        write(outs / file.toStdString(), content.toStdString());
    const std::string error = errorOf([&] { readAt(outs); });
    QVERIFY2(error.find(sentence.toStdString()) != std::string::npos, error.c_str());
    QVERIFY(error.find('\n') == std::string::npos);
}

void TestXenium::takesTheHeImageAsItLies()
{
    TemporaryFolder folder;
    const std::filesystem::path outs = folder / "run" / "outs";
    std::filesystem::create_directory(folder / "run");
    std::filesystem::copy(m_folder / "cells" / "outs", outs, std::filesystem::copy_options::recursive);
    // As in the public data sets: a quarter turn, 1.25 morphology pixels an H&E pixel. (100, 40) there is (850, -125 + 30000)
    // here.
    const char* matrix = "\xef\xbb\xbf"
                         "0,1.25,800\r\n-1.25,0,30000\r\n0,0,1\r\n";
    for (const std::filesystem::path& beside : {folder / "run", outs}) {
        write(beside / "Breast_he_image.ome.tif", "a picture");
        write(beside / "Breast_he_imagealignment.csv", matrix);
        const SpatialSection section = readAt(outs);
        QCOMPARE(section.image.file, beside / "Breast_he_image.ome.tif");
        QVERIFY(section.imageAlignment);
        const Level0Point place = (*section.imageAlignment)(FullresPoint{850.0, 29875.0});
        QVERIFY(std::abs(place.x - 100.0) < 1e-9 && std::abs(place.y - 40.0) < 1e-9);
        QVERIFY(section.warnings.empty());
        QCOMPARE(sectionOverview({outs, {}, {}, {}}).image.file, section.image.file);
        std::filesystem::remove(beside / "Breast_he_image.ome.tif");
        std::filesystem::remove(beside / "Breast_he_imagealignment.csv");
    }
}

void TestXenium::leavesAnHeImageOfUnknownPlace()
{
    TemporaryFolder folder;
    std::filesystem::copy(m_folder / "cells" / "outs", folder / "outs", std::filesystem::copy_options::recursive);
    write(folder / "outs" / "he_image.tif", "a picture");
    const SpatialSection section = readAt(folder / "outs");
    QVERIFY(section.image.file.empty());
    QVERIFY(!section.imageAlignment);
    QCOMPARE(section.warnings.size(), size_t(1));
    QVERIFY(section.warnings.front().english().find("he_image.tif is not taken") != std::string::npos);
}

void TestXenium::refusesADamagedAlignment_data()
{
    QTest::addColumn<QString>("matrix");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("empty") << ""
                           << "not an affine matrix";
    QTest::newRow("two rows") << "1,0,0\n0,1,0\n"
                              << "not an affine matrix";
    QTest::newRow("four rows") << "1,0,0\n0,1,0\n0,0,1\n0,0,1\n"
                               << "Line 4 of the alignment";
    QTest::newRow("two columns") << "1,0\n0,1\n0,0\n"
                                 << "Line 1 of the alignment";
    QTest::newRow("decimal commas") << "1,5;0,0;3,0\n0,0;1,5;3,0\n0;0;1\n"
                                    << "Line 1 of the alignment";
    QTest::newRow("a word") << "1,0,0\n0,one,0\n0,0,1\n"
                            << "one";
    QTest::newRow("not a number") << "1,0,nan\n0,1,0\n0,0,1\n"
                                  << "nan";
    QTest::newRow("singular") << "1,2,0\n2,4,0\n0,0,1\n"
                              << "not an affine matrix";
    QTest::newRow("perspective") << "1,0,0\n0,1,0\n0.001,0,1\n"
                                 << "not an affine matrix";
}

void TestXenium::refusesADamagedAlignment()
{
    QFETCH(const QString, matrix);
    QFETCH(const QString, sentence);
    TemporaryFolder folder;
    std::filesystem::copy(m_folder / "cells" / "outs", folder / "outs", std::filesystem::copy_options::recursive);
    write(folder / "outs" / "he_imagealignment.csv", matrix.toStdString());
    const std::string error = errorOf([&] { readAt(folder / "outs"); });
    QVERIFY2(error.find(sentence.toStdString()) != std::string::npos, error.c_str());
    QVERIFY2(error.find("he_imagealignment.csv") != std::string::npos, error.c_str());
    QVERIFY(error.find('\n') == std::string::npos);
}

void TestXenium::readsBinsFromParquet()
{
    for (const std::filesystem::path& path :
         {m_folder / "bins", m_folder / "bins" / "outs", m_folder / "bins" / "outs" / "binned_outputs",
          m_folder / "bins" / "outs" / "binned_outputs" / "square_008um"}) {
        const SpatialSection section = readAt(path);
        QCOMPARE(section.platform, Platform::visiumHd);
        QCOMPARE(section.lattice, SpotLattice::square);
        QVERIFY(std::abs(section.mpp.value() - 0.5) < 1e-9);
        QCOMPARE(section.spotPitchFullresPx, 16.0);
        QCOMPARE(section.spotDiameterFullresPx, 16.0);
        QVERIFY(section.warnings.empty());
        const Spot& spot = section.spots.front();
        QCOMPARE(spot.fullres.x, (spot.arrayCol + 0.5) * 16.0);
        QCOMPARE(spot.fullres.y, (spot.arrayRow + 0.5) * 16.0);
    }
}

void TestXenium::aBinSizeIsChosenByName()
{
    const std::filesystem::path outs = m_folder / "bins" / "outs";
    QCOMPARE(sectionLibraries({outs, {}, {}, {}}), std::vector<std::string>{"square_008um"});
    QVERIFY(!readAt(outs, "square_008um").spots.empty());
    const std::string error = errorOf([&] { readAt(outs, "square_016um"); });
    QVERIFY2(error.find("no section \"square_016um\"; there are: square_008um") != std::string::npos, error.c_str());
}

QTEST_APPLESS_MAIN(TestXenium)
#include "test_xenium.moc"
