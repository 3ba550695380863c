#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/tinyanndata.h"

#include <cmath>
#include <functional>
#include <limits>

using namespace spacrd;
using namespace spacrd::test;

/// AnnData files written here, right and wrong; those of the anndata package are read in test_anndata_python.
class TestAnnData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCountsPlacesAndGenes();
    void readsOldCategories();
    void readsPlacesFromColumnsAndFrames();
    void tellsThePlatformFromNamesAndPlaces_data();
    void tellsThePlatformFromNamesAndPlaces();
    void placesInReducedPixelsAreMeasured();
    void spotsWithoutAPlaceAreLeftOut();
    void aPictureInsideIsRead();
    void refusesDamage_data();
    void refusesDamage();
};

namespace {

SpatialSection readFile(const std::filesystem::path& file, const std::string& library = {})
{
    Task task;
    return readSection({file, {}, {}, {}, library}, task);
}

} // namespace

void TestAnnData::readsCountsPlacesAndGenes()
{
    TemporaryFolder folder;
    AnnDataParts parts;
    parts.more = [](Hdf5Output& h5) {
        h5.texts("var/gene_ids", {"ENSG1", "ENSG2", "ENSG3"});
        h5.numbers("obs/in_tissue", std::span<const std::int64_t>(std::vector<std::int64_t>{1, 1, 1, 0}));
    };
    writeAnnDataParts(folder / "a.h5ad", parts);
    const SpatialSection section = readFile(folder / "a.h5ad");
    QCOMPARE(section.spots.size(), size_t(3)); // the fourth lies outside the tissue
    QCOMPARE(section.spots[1].barcode, std::string("AAC-1"));
    QCOMPARE(section.spots[2].fullres.x, 100.0);
    QCOMPARE(section.spots[2].fullres.y, 300.0);
    QCOMPARE(section.expression.genes[2].symbol, std::string("TP53-1"));
    QCOMPARE(section.expression.genes[1].id, std::string("ENSG2"));
    const CountMatrix& counts = section.expression.counts;
    QCOMPARE(counts.nonZeros(), Eigen::Index(3));
    QCOMPARE(counts.coeff(0, 2), 2.0F);
    QCOMPARE(counts.coeff(2, 1), 3.0F);
    QCOMPARE(section.outsideTissue.size(), size_t(1));
}

void TestAnnData::readsOldCategories()
{
    TemporaryFolder folder;
    AnnDataParts parts;
    parts.more = [](Hdf5Output& h5) { // before anndata 0.8: codes in the column, names in a group beside them
        h5.group("obs/__categories");
        h5.texts("obs/__categories/library_id", {"left", "right"});
        h5.numbers("obs/library_id", std::span<const std::int32_t>(std::vector<std::int32_t>{0, 1, 1, 0}));
    };
    writeAnnDataParts(folder / "a.h5ad", parts);
    const std::vector<std::string> names = sectionLibraries({folder / "a.h5ad", {}, {}, {}});
    QCOMPARE(names, (std::vector<std::string>{"left", "right"}));
    const SpatialSection right = readFile(folder / "a.h5ad", "right");
    QCOMPARE(right.spots.size(), size_t(2));
    QCOMPARE(right.spots[0].barcode, std::string("AAC-1"));
    QCOMPARE(right.expression.counts.coeff(1, 1), 3.0F);
    QVERIFY(right.warnings.empty());
    const std::string error = errorOf([&] { readFile(folder / "a.h5ad"); });
    QVERIFY2(error.find("holds 2 sections: left, right") != std::string::npos, error.c_str());
    const std::string other = errorOf([&] { readFile(folder / "a.h5ad", "middle"); });
    QVERIFY2(other.find("no section \"middle\"; there are: left, right") != std::string::npos, other.c_str());
}

void TestAnnData::readsPlacesFromColumnsAndFrames()
{
    TemporaryFolder folder;
    AnnDataParts parts;
    parts.withSpatial = false;
    const std::vector<double> x{1, 2, 3, 4};
    const std::vector<double> y{5, 6, 7, 8};
    parts.more = [&](Hdf5Output& h5) {
        h5.numbers("obs/x_pixel", std::span(x));
        h5.numbers("obs/y_pixel", std::span(y));
    };
    writeAnnDataParts(folder / "columns.h5ad", parts);
    QCOMPARE(readFile(folder / "columns.h5ad").spots[2].fullres.y, 7.0);
    parts.more = [&](Hdf5Output& h5) {
        h5.group("obsm/spatial");
        h5.attribute("obsm/spatial", "_index", "_index");
        h5.texts("obsm/spatial/_index", {"a", "b", "c", "d"});
        h5.numbers("obsm/spatial/x", std::span(x));
        h5.numbers("obsm/spatial/y", std::span(y));
    };
    writeAnnDataParts(folder / "frame.h5ad", parts);
    QCOMPARE(readFile(folder / "frame.h5ad").spots[3].fullres.x, 4.0);
    parts.more = [&](Hdf5Output& h5) { // µm, which are no pixels of a slide
        h5.numbers("obs/x_centroid", std::span(x));
        h5.numbers("obs/y_centroid", std::span(y));
    };
    writeAnnDataParts(folder / "microns.h5ad", parts);
    QVERIFY(!readFile(folder / "microns.h5ad").inPixels);
}

void TestAnnData::tellsThePlatformFromNamesAndPlaces_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("hexagonal");
    QTest::addColumn<QString>("platform");
    QTest::newRow("places on a hexagonal array") << QStringLiteral("spot%1") << true << QStringLiteral("visium");
    QTest::newRow("places on a square array") << QStringLiteral("spot%1") << false << QStringLiteral("other");
    QTest::newRow("bins") << QStringLiteral("s_008um_%1_00000-1") << false << QStringLiteral("visium-hd");
    QTest::newRow("cells") << QStringLiteral("aaaab%1-1") << false << QStringLiteral("xenium");
    QTest::newRow("legacy places") << QStringLiteral("%1x3") << false << QStringLiteral("st");
}

void TestAnnData::tellsThePlatformFromNamesAndPlaces()
{
    QFETCH(QString, pattern);
    QFETCH(bool, hexagonal);
    QFETCH(QString, platform);
    TemporaryFolder folder;
    AnnDataParts parts;
    parts.names.clear();
    parts.spatial.clear();
    parts.indptr = {0};
    const bool letters = platform == QStringLiteral("xenium");
    for (int i = 0; i < 100; ++i) {
        QString number = QString::number(i).rightJustified(letters ? 3 : 1, QLatin1Char('0'));
        if (letters) {
            for (QChar& digit : number)
                digit = QLatin1Char(static_cast<char>('a' + digit.digitValue()));
        }
        parts.names.push_back(pattern.arg(number).toStdString());
        const int row = i / 10;
        parts.spatial.push_back(100.0 * (i % 10) + (hexagonal && row % 2 == 1 ? 50.0 : 0.0));
        parts.spatial.push_back(row * (hexagonal ? 86.6025 : 100.0));
        parts.indptr.push_back(1);
    }
    parts.data = {1};
    parts.indices = {0};
    parts.shape = {100, 3};
    writeAnnDataParts(folder / "a.h5ad", parts);
    const SpatialSection section = readFile(folder / "a.h5ad");
    QCOMPARE(QString::fromUtf8(platformName(section.platform)), platform);
    QVERIFY(std::abs(section.spotPitchFullresPx - 100.0) < 0.01);
    if (platform == QStringLiteral("visium"))
        QVERIFY(std::abs(section.mpp.value() - 1.0) < 1e-4);
    if (platform == QStringLiteral("visium-hd"))
        QVERIFY(std::abs(section.mpp.value() - 0.08) < 1e-6);
    if (platform == QStringLiteral("other"))
        QVERIFY(!section.mpp); // never invented
}

void TestAnnData::placesInReducedPixelsAreMeasured()
{
    // The scale factors say 1 µm per pixel, and the array's pitch is 100 µm.
    for (const double reduced : {1.0, 0.25}) {
        TemporaryFolder folder;
        AnnDataParts parts;
        parts.names.clear();
        parts.spatial.clear();
        parts.indptr = {0};
        for (int i = 0; i < 100; ++i) {
            const int row = i / 10;
            parts.names.push_back("spot" + std::to_string(i));
            parts.spatial.push_back(reduced * (100.0 * (i % 10) + (row % 2 == 1 ? 50.0 : 0.0)));
            parts.spatial.push_back(reduced * row * 86.6025);
            parts.indptr.push_back(1);
        }
        parts.data = {1};
        parts.indices = {0};
        parts.shape = {100, 3};
        parts.more = [](Hdf5Output& h5) {
            for (const char* group : {"uns/spatial", "uns/spatial/a", "uns/spatial/a/scalefactors"})
                h5.group(group);
            h5.number("uns/spatial/a/scalefactors/spot_diameter_fullres", 65.0);
            h5.number("uns/spatial/a/scalefactors/tissue_hires_scalef", 0.25);
        };
        writeAnnDataParts(folder / "a.h5ad", parts);
        const SpatialSection section = readFile(folder / "a.h5ad");
        QVERIFY(std::abs(section.spotPitchFullresPx - 100.0 * reduced) < 0.01);
        QVERIFY(std::abs(section.mpp.value() - 1.0 / reduced) < 1e-3);
        QCOMPARE(section.doubts.size(), size_t(reduced < 1.0 ? 1 : 0));
    }
}

void TestAnnData::spotsWithoutAPlaceAreLeftOut()
{
    TemporaryFolder folder;
    AnnDataParts parts;
    parts.spatial[2] = std::numeric_limits<double>::quiet_NaN();
    parts.spatial[5] = std::numeric_limits<double>::infinity();
    writeAnnDataParts(folder / "a.h5ad", parts);
    const SpatialSection section = readFile(folder / "a.h5ad");
    QCOMPARE(section.spots.size(), size_t(2));
    QCOMPARE(section.warnings.size(), size_t(1));
    QVERIFY(section.warnings[0].english().starts_with("2 spots of the matrix have no position"));
}

void TestAnnData::aPictureInsideIsRead()
{
    TemporaryFolder folder;
    AnnDataParts parts;
    const std::vector<float> picture{1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0.5F, 0.5F, 0.5F}; // 2 rows of 3 pixels
    parts.more = [&](Hdf5Output& h5) {
        for (const char* group : {"uns/spatial", "uns/spatial/a", "uns/spatial/a/images", "uns/spatial/a/scalefactors"})
            h5.group(group);
        h5.numbers("uns/spatial/a/images/grey", std::span(picture), 3);
        h5.numbers("uns/spatial/a/images/lowres", std::span(picture), 3);
        h5.number("uns/spatial/a/scalefactors/tissue_hires_scalef", 0.01);
    };
    writeAnnDataParts(folder / "a.h5ad", parts);
    const Task task;
    const Image grey = readEmbeddedImage(folder / "a.h5ad", "uns/spatial/a/images/grey", task);
    QCOMPARE(grey.width, 3);
    QCOMPARE(grey.height, 6);
    QCOMPARE(grey.at(0, 0), 0xffffffffU);
    QCOMPARE(grey.at(2, 5), 0xff808080U);
    const SpatialSection section = readFile(folder / "a.h5ad");
    QVERIFY(section.image.file.empty()); // a scale without the hires image, and the lowres image without a scale
    QCOMPARE(section.doubts.size(), size_t(1));
    QVERIFY(section.doubts[0].english().starts_with("The image in the file (lowres) has no scale factor (tissue_lowres_scalef)"));
}

void TestAnnData::refusesDamage_data()
{
    QTest::addColumn<AnnDataParts>("parts");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const std::function<void(AnnDataParts&)>& spoil, const char* sentence) {
        AnnDataParts parts;
        spoil(parts);
        QTest::newRow(name) << parts << QString::fromUtf8(sentence);
    };
    row(
        "no places", [](AnnDataParts& p) { p.withSpatial = false; }, "has no positions of its spots (obsm/spatial)");
    row(
        "places of three rows", [](AnnDataParts& p) { p.spatial.resize(6); }, "\"obsm/spatial\" are 3 × 2 numbers where 4 × 2");
    row(
        "places in one column", [](AnnDataParts& p) { p.spatial.resize(4), p.spatialColumns = 1; },
        "are 4 × 1 numbers where 4 × 2");
    row(
        "places without dimension", [](AnnDataParts& p) { p.spatialColumns = 0; }, "has 1 dimensions where 2 were expected");
    row(
        "barcode twice", [](AnnDataParts& p) { p.names[2] = "AAA-1"; }, "The barcode \"AAA-1\" appears twice");
    row(
        "indptr falls",
        [](AnnDataParts& p) {
            p.indptr = {0, 3, 2, 3, 6};
        },
        "(indptr) of the matrix do not ascend");
    row(
        "indptr negative",
        [](AnnDataParts& p) {
            p.indptr = {0, -1, 2, 3, 6};
        },
        "(indptr) of the matrix do not ascend");
    row(
        "indptr short", [](AnnDataParts& p) { p.indptr.pop_back(); }, "(indptr) have 4 entries where 4 barcodes need 5");
    row(
        "index too large", [](AnnDataParts& p) { p.indices[3] = 3; }, "belongs to feature 3, but the matrix has 3 features");
    row(
        "index negative", [](AnnDataParts& p) { p.indices[3] = -1; }, "belongs to feature -1");
    row(
        "gene twice", [](AnnDataParts& p) { p.indices[1] = 0; }, "Spot 1 has two counts for gene 1");
    row(
        "negative count", [](AnnDataParts& p) { p.data[4] = -5; }, "A count is -5");
    row(
        "data short", [](AnnDataParts& p) { p.data.pop_back(); }, "has 5 counts but 6 indices");
    row(
        "shape of another matrix",
        [](AnnDataParts& p) {
            p.shape = {3, 4};
        },
        "\"X\" is 3 × 4, but the file lists 4 spots and 3 features");
    row(
        "no shape", [](AnnDataParts& p) { p.shape = {4}; }, "shape of the matrix \"X\" is not two numbers");
    row(
        "unknown encoding", [](AnnDataParts& p) { p.encoding = "coo_matrix"; }, "is stored as \"coo_matrix\"");
    row(
        "column of another length",
        [](AnnDataParts& p) {
            p.more = [](Hdf5Output& h5) {
                h5.numbers("obs/in_tissue", std::span<const std::int64_t>(std::vector<std::int64_t>{1, 1, 1}));
            };
        },
        "\"obs/in_tissue\" has 3 rows where the table has 4");
    row(
        "category out of range",
        [](AnnDataParts& p) {
            p.more = [](Hdf5Output& h5) {
                h5.group("obs/library_id");
                h5.texts("obs/library_id/categories", {"a", "b"});
                h5.numbers("obs/library_id/codes", std::span<const std::int32_t>(std::vector<std::int32_t>{0, 1, 2, 0}));
            };
        },
        "\"obs/library_id\" names category 2 of 2");
    row(
        "libraries that no column tells apart",
        [](AnnDataParts& p) {
            p.more = [](Hdf5Output& h5) {
                for (const char* group : {"uns/spatial", "uns/spatial/a", "uns/spatial/b"})
                    h5.group(group);
            };
        },
        "holds 2 sections (\"a\", …), but no column of obs");
    row(
        "scale factor below zero",
        [](AnnDataParts& p) {
            p.more = [](Hdf5Output& h5) {
                for (const char* group : {"uns/spatial", "uns/spatial/a", "uns/spatial/a/scalefactors"})
                    h5.group(group);
                h5.number("uns/spatial/a/scalefactors/spot_diameter_fullres", -1.0);
            };
        },
        "spot_diameter_fullres\" is not a positive number");
}

void TestAnnData::refusesDamage()
{
    QFETCH(AnnDataParts, parts);
    QFETCH(QString, sentence);
    TemporaryFolder folder;
    writeAnnDataParts(folder / "a.h5ad", parts);
    const std::string error = errorOf([&] { readFile(folder / "a.h5ad"); });
    QVERIFY2(error.find(sentence.toStdString()) != std::string::npos, error.c_str());
    QVERIFY2(error.find("a.h5ad") != std::string::npos, error.c_str());
    QVERIFY(error.find('\n') == std::string::npos);
}

QTEST_APPLESS_MAIN(TestAnnData)
#include "test_anndata.moc"
