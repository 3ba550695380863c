#include "core/base/task.h"
#include "core/transcriptome/hdf5file.h"
#include "tests/exchange/samples.h"
#include "tests/support/testdata.h"

#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace spacrd;
using namespace spacrd::test;
using nlohmann::json;

/// detection.h5ad as we and as the anndata package read it.
class TestAnnDataFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void weReadItBack();
    void aLegacySectionKeepsItsScale();
    void whatASectionLacksIsNotMadeUp();
    void anndataReadsTheSame();

private:
    SpatialSection writtenAndRead(const std::shared_ptr<Sample>& sample) const;

    TemporaryFolder m_folder;
    Result m_result;
};

namespace {

const QString python = u"/usr/bin/python3"_s; // Debian's, which has its packages

/// 4 × 5 spots, 7 genes, no two counts alike.
std::shared_ptr<Sample> sampleWithCounts()
{
    auto sample = makeSample(SpotLattice::hexagonal, 4, 5, 100);
    sample->section.mpp = 1.0;
    ExpressionMatrix& matrix = sample->section.expression;
    for (size_t i = 0; i < matrix.barcodes.size(); ++i) // not ST's names
        matrix.barcodes[i] = sample->section.spots[i].barcode = "ACGT" + std::to_string(i) + "-1";
    for (int gene = 0; gene < 7; ++gene)
        matrix.genes.push_back({"GENE" + std::to_string(gene), "ENSG" + std::to_string(gene)});
    std::vector<Eigen::Triplet<float>> entries;
    for (int spot = 0; spot < 20; ++spot) {
        for (int gene = 0; gene < 7; ++gene) {
            if ((spot * 7 + gene) % 3 == 0)
                entries.emplace_back(spot, gene, static_cast<float>(1 + spot * 7 + gene));
        }
    }
    matrix.counts = CountMatrix(20, 7);
    matrix.counts.setFromTriplets(entries.begin(), entries.end());
    return sample;
}

} // namespace

void TestAnnDataFile::initTestCase()
{
    auto sample = sampleWithCounts();
    Detection detection = makeDetection(*sample);
    detection.latentMean = FeatureMatrix(20, 64);
    for (Eigen::Index i = 0; i < detection.latentMean.size(); ++i)
        detection.latentMean.data()[i] = static_cast<float>(i) / 8;
    m_result = decideResult(sample, std::move(detection), "auto");
    Provenance provenance;
    provenance.modelName = "a model";
    provenance.device = "cpu";
    provenance.seed = 7;
    Task task;
    writeResult(m_result, provenance, ResultFiles{false, false, false, false, true}, m_folder / "out", task);
}

void TestAnnDataFile::weReadItBack()
{
    Task task;
    const SpatialSection section = readSection({m_folder / "out" / "detection.h5ad", {}, {}, {}}, task);
    const Sample& sample = *m_result.sample;
    QCOMPARE(section.expression.barcodes, sample.expression().barcodes);
    QCOMPARE(section.expression.genes.size(), size_t(7));
    QCOMPARE(section.expression.genes[3].id, std::string("ENSG3"));
    QCOMPARE((section.expression.counts - sample.expression().counts).norm(), 0.0F);
    QVERIFY(std::abs(section.mpp.value() - 1.0) < 1e-9);
    for (size_t i = 0; i < section.spots.size(); ++i) {
        QCOMPARE(section.spots[i].fullres, sample.spots()[i].fullres);
        QCOMPARE(section.spots[i].arrayCol, sample.spots()[i].arrayCol);
    }
}

SpatialSection TestAnnDataFile::writtenAndRead(const std::shared_ptr<Sample>& sample) const
{
    const Result result = decideResult(sample, makeDetection(*sample), "auto");
    Task task;
    writeResult(result, Provenance{}, ResultFiles{false, false, false, false, true}, m_folder / "again", task);
    return readSection({m_folder / "again" / "detection.h5ad", {}, {}, {}}, task);
}

/// A spot of legacy ST is 100 µm wide, not what spot_diameter_fullres stands for on Visium.
void TestAnnDataFile::aLegacySectionKeepsItsScale()
{
    auto sample = sampleWithCounts();
    sample->section.platform = Platform::legacySt;
    sample->section.lattice = SpotLattice::square;
    sample->section.mpp = 2.0; // 200 µm in 100 px
    sample->section.spotPitchFullresPx = 100.0;
    sample->section.spotDiameterFullresPx = 50.0;
    for (size_t i = 0; i < 20; ++i) {
        Spot& spot = sample->section.spots[i];
        spot.arrayRow = static_cast<double>(i / 5 + 1);
        spot.arrayCol = static_cast<double>(i % 5 + 1);
        spot.fullres = {spot.arrayCol * 100.0, spot.arrayRow * 100.0};
        spot.barcode = std::to_string(i % 5 + 1) + "x" + std::to_string(i / 5 + 1);
        sample->section.expression.barcodes[i] = spot.barcode;
    }
    const SpatialSection section = writtenAndRead(sample);
    QCOMPARE(section.platform, Platform::legacySt);
    QVERIFY2(section.warnings.empty(), section.warnings.empty() ? "" : section.warnings.front().english().c_str());
    QVERIFY(std::abs(section.mpp.value() - 2.0) < 1e-9);
    QVERIFY(std::abs(section.spotDiameterFullresPx - 50.0) < 1e-9);
}

void TestAnnDataFile::whatASectionLacksIsNotMadeUp()
{
    auto sample = sampleWithCounts();
    for (Spot& spot : sample->section.spots)
        spot.arrayRow = spot.arrayCol = 0.0;
    writtenAndRead(sample);
    const Hdf5File file(m_folder / "again" / "detection.h5ad");
    QVERIFY(file.hasDataset("obs/spacrd_score"));
    QVERIFY(!file.hasDataset("obs/array_row") && !file.hasDataset("obs/array_col"));
}

void TestAnnDataFile::anndataReadsTheSame()
{
    QProcess process;
    process.start(python, {QStringLiteral(SPACRD_SOURCE_DIR) + u"/tests/transcriptome/anndatafiles.py"_s, u"show"_s,
                           QString::fromStdString((m_folder / "out" / "detection.h5ad").string())});
    QVERIFY(process.waitForFinished(120000));
    if (process.readAllStandardError().contains("No module named"))
        QSKIP("The Python package anndata is not here (Debian: python3-anndata).");
    const json shown = json::parse(process.readAllStandardOutput().toStdString(), nullptr, false);
    QVERIFY(shown.is_object());
    const Sample& sample = *m_result.sample;
    const CountMatrix& counts = sample.expression().counts;
    QVERIFY(shown["obs_names"] == json(sample.expression().barcodes));
    QVERIFY(shown["gene_ids"][6] == "ENSG6" && shown["var_names"][6] == "GENE6");
    QVERIFY(shown["indptr"] == json(std::vector<int>(counts.outerIndexPtr(), counts.outerIndexPtr() + 21)));
    QVERIFY(shown["indices"] == json(std::vector<int>(counts.innerIndexPtr(), counts.innerIndexPtr() + counts.nonZeros())));
    QVERIFY(shown["data"] == json(std::vector<float>(counts.valuePtr(), counts.valuePtr() + counts.nonZeros())));
    QVERIFY(shown["obs"]["spacrd_score"] == json(m_result.detection.score));
    QVERIFY(shown["obs"]["spacrd_logit"] == json(m_result.detection.logit));
    QVERIFY(shown["obs"]["spacrd_probability"] == json(m_result.detection.probability));
    QVERIFY(shown["obs"]["spacrd_class"] == json(m_result.decision.classes));
    QVERIFY(shown["obs"]["in_tissue"] == json(std::vector<int>(20, 1)));
    for (size_t i = 0; i < 20; ++i) {
        const Spot& spot = sample.spots()[i];
        QVERIFY(shown["spatial"][i] == json({spot.fullres.x, spot.fullres.y}));
        QVERIFY(shown["obs"]["array_row"][i] == spot.arrayRow && shown["obs"]["array_col"][i] == spot.arrayCol);
        QVERIFY(shown["latent"][i][63] == static_cast<double>(i * 64 + 63) / 8);
    }
    QVERIFY(shown["libraries"] == json({"Phantom <A&B>"}));
    QVERIFY(shown["spacrd"]["model"] == "a model" && shown["spacrd"]["seed"] == 7.0);
}

QTEST_GUILESS_MAIN(TestAnnDataFile)
#include "test_anndatafile.moc"
