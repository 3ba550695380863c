#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

SpatialSection readAt(const fs::path& path)
{
    Task task;
    return readSection({path, {}, {}, {}}, task);
}

double sum(const CountMatrix& counts)
{
    double total = 0.0;
    for (Eigen::Index i = 0; i < counts.nonZeros(); ++i)
        total += static_cast<double>(counts.valuePtr()[i]);
    return total;
}

} // namespace

class TestRealSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void her2st_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<int>("spots");
        const std::pair<const char*, int> sections[] = {
            {"her2st/A1", 346},      {"her2st/B1", 295},      {"her2st/C1", 176},      {"her2st/D1", 306},
            {"her2st/E1", 587},      {"her2st/F1", 691},      {"her2st/C2", 187},      {"her2st_more/A2", 325},
            {"her2st_more/A3", 359}, {"her2st_more/A4", 343}, {"her2st_more/A5", 332}, {"her2st_more/A6", 360},
            {"her2st_more/B2", 270}, {"her2st_more/B3", 298}, {"her2st_more/B5", 289}, {"her2st_more/B6", 277},
            {"her2st_more/D2", 303}, {"her2st_more/D3", 301}, {"her2st_more/D4", 302}, {"her2st_more/D5", 306},
            {"her2st_more/D6", 315}, {"her2st_more/E2", 572}, {"her2st_more/E3", 570}, {"her2st_more/F2", 695},
            {"her2st_more/F3", 712}};
        for (const auto& [name, spots] : sections)
            QTest::newRow(name) << QString::fromLatin1(name) << spots;
    }

    void her2st()
    {
        SPACRD_NEED_DATA();
        QFETCH(QString, section);
        QFETCH(int, spots);
        const SpatialSection read = readAt(dataFolder() / section.toStdString() / "counts.tsv.gz");
        QCOMPARE(static_cast<int>(read.spots.size()), spots);
        QCOMPARE(static_cast<int>(read.expression.counts.rows()), spots);
        QVERIFY(read.expression.genes.size() > 14000 && read.expression.genes.size() < 17000);
        const bool patientA = section.contains("/A"); // patient A: 0.92–0.95 µm/px, all others 0.66–0.70
        QVERIFY2(*read.mpp > (patientA ? 0.91 : 0.65) && *read.mpp < (patientA ? 0.96 : 0.71), toWord(*read.mpp).c_str());
        QVERIFY(read.warnings.empty());
    }

    void scalesAgreeWithThePublishedOnes()
    {
        SPACRD_NEED_DATA();
        const std::pair<const char*, double> published[] = {{"A1", 0.9206}, {"B1", 0.6937}, {"C1", 0.6621},
                                                            {"D1", 0.6881}, {"E1", 0.6851}, {"F1", 0.7021}};
        for (const auto& [name, mpp] : published) {
            const SpatialSection read = readAt(dataFolder() / "her2st" / name);
            // The published C1 stands apart from its own spot table, whose median pitch gives 0.688.
            QVERIFY2(qAbs(*read.mpp - mpp) < (name == std::string("C1") ? 0.045 : 0.025) * mpp,
                     (name + toWord(*read.mpp)).c_str());
        }
    }

    void countsOfOneSectionAreRight()
    {
        SPACRD_NEED_DATA();
        QElapsedTimer timer;
        timer.start();
        const SpatialSection read = readAt(dataFolder() / "her2st" / "C2");
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(read.expression.genes[0].symbol, std::string("FO538757.1"));
        QCOMPARE(read.expression.barcodes[1], std::string("10x22"));
        QCOMPARE(read.expression.counts.coeff(1, 0), 1.0F);
        QCOMPARE(read.expression.counts.coeff(0, 7), 1.0F);
        QCOMPARE(read.expression.counts.coeff(1, 14), 2.0F);
        QCOMPARE(read.image.file.filename().string(), std::string("image.jpg"));
    }

    void pancreasHasNoPixels()
    {
        SPACRD_NEED_DATA();
        const SpatialSection read = readAt(dataFolder() / "st_pdac" / "counts.tsv.gz");
        QCOMPARE(read.spots.size(), size_t(428));
        QCOMPARE(read.expression.genes.size(), size_t(25753));
        QCOMPARE(sum(read.expression.counts), 1381648.0);
        QVERIFY(!read.inPixels);
        QCOMPARE(read.spots[1].fullres, (FullresPoint{2000.0, 2600.0})); // 10x13
    }

    void breastLayers()
    {
        SPACRD_NEED_DATA();
        const size_t spots[] = {254, 251, 264, 262};
        const double counts[] = {806415, 784063, 754078, 841553};
        for (size_t layer = 0; layer < 4; ++layer) {
            const SpatialSection read =
                readAt(dataFolder() / "st_breast_layers" / ("layer" + std::to_string(layer + 1) + "_counts.tsv.gz"));
            QCOMPARE(read.spots.size(), spots[layer]);
            QCOMPARE(read.expression.genes.size(), size_t(13360));
            QCOMPARE(sum(read.expression.counts), counts[layer]);
        }
    }

    void colorectalCancer()
    {
        SPACRD_NEED_DATA();
        QElapsedTimer timer;
        timer.start();
        const SpatialSection read = readAt(dataFolder() / "visium_crc_human");
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(read.spots.size(), size_t(3106));
        QCOMPARE(read.expression.genes.size(), size_t(36601));
        QCOMPARE(read.expression.counts.nonZeros(), 2423896);
        QCOMPARE(sum(read.expression.counts), 4671205.0);
        QVERIFY(qAbs(read.spotPitchFullresPx - 77.0) < 1.0);
        QCOMPARE(read.image.file.filename().string(), std::string("tissue_lowres_image.png"));
        QCOMPARE(read.image.scale, 0.08580009);
    }

    void heart()
    {
        SPACRD_NEED_DATA();
        const SpatialSection read = readAt(dataFolder() / "visium_tiny_human_heart" / "outs");
        QCOMPARE(read.spots.size(), size_t(100));
        QCOMPARE(read.expression.genes.size(), size_t(100));
        QVERIFY2(qAbs(*read.mpp - 65.0 / 89.42751063343188) < 0.02, toWord(*read.mpp).c_str());
        QCOMPARE(read.image.file.filename().string(), std::string("tissue_hires_image.png"));
        QVERIFY(read.warnings.empty());
    }

    void mouseSectionsWithRawMtx()
    {
        SPACRD_NEED_DATA();
        for (const char* section : {"section1", "section2"}) {
            const SpatialSection read = readAt(dataFolder() / "visium_mtx_tiny" / section);
            QCOMPARE(read.expression.genes.size(), size_t(50));
            QVERIFY(read.spots.size() > 20 && read.spots.size() < 50);
            QVERIFY(read.warnings.size() >= 2);
        }
    }

    void anOverviewForetellsTheSection()
    {
        SPACRD_NEED_DATA();
        for (const char* name :
             {"visium_tiny_human_heart/outs", "visium_mtx_tiny/section1", "her2st/C2", "her2st/A1/counts.tsv.gz",
              "anndata/squidpy_test_data.h5ad", "anndata/NCBI858_xenium_lung.h5ad"}) {
            SectionSources sources;
            sources.path = dataFolder() / name;
            const SectionOverview overview = sectionOverview(sources);
            const SpatialSection read = readAt(sources.path);
            QVERIFY2(overview.platform == read.platform, name);
            QVERIFY2(overview.image == read.image, name);
            QVERIFY2(overview.libraries == sectionLibraries(sources), name);
            const bool inside = sources.path.extension() == ".h5ad";
            QVERIFY2(overview.positions.empty() == inside, name);
        }
    }

    void hdf5AndMtxOfTheSameCellsAgree()
    {
        SPACRD_NEED_DATA();
        Task task;
        const fs::path folder = dataFolder() / "tenx_pbmc_tiny";
        const ExpressionMatrix h5 = readTenxHdf5(folder / "filtered_feature_bc_matrix.h5", task);
        const ExpressionMatrix mtx = readTenxMtx(folder / "filtered_feature_bc_matrix", task);
        QCOMPARE(h5.barcodes, mtx.barcodes);
        QCOMPARE(h5.genes.size(), mtx.genes.size());
        for (size_t i = 0; i < h5.genes.size(); ++i)
            QVERIFY(h5.genes[i].id == mtx.genes[i].id && h5.genes[i].symbol == mtx.genes[i].symbol);
        QCOMPARE(h5.counts.nonZeros(), 23866);
        QCOMPARE((h5.counts - mtx.counts).norm(), 0.0F);
        const ExpressionMatrix old = readTenxHdf5(folder / "legacy_v1_filtered_gene_bc_matrices.h5", task);
        QVERIFY(old.spots() > 0 && sum(old.counts) > 0);
    }

    void whatCannotBeReadSaysWhy()
    {
        SPACRD_NEED_DATA();
        const auto failure = [](const fs::path& path) { return errorOf([&] { readAt(path); }); };
        QVERIFY(failure(dataFolder() / "anndata" / "sopa_toy_tangram_ref.h5ad").find("no positions of its spots")
                != std::string::npos);
        QVERIFY(!isSection({dataFolder() / "slides" / "CMU-1-Small-Region.svs", {}, {}, {}}));
        QVERIFY(!isSection({dataFolder() / "her2st" / "A1" / "cluster_labels.tsv", {}, {}, {}}));
    }
};

QTEST_APPLESS_MAIN(TestRealSections)
#include "test_realsections.moc"
