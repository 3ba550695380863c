#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"

#include <QProcess>

#include <cmath>
#include <fstream>

using namespace Qt::StringLiterals;
using namespace spacrd;
using namespace spacrd::test;

/// Files that the anndata package wrote open with the counts, places and names that were put into them.
class TestAnnDataPython : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatAnnDataWrote_data();
    void readsWhatAnnDataWrote();
    void severalLibrariesAreSeveralSections();

private:
    TemporaryFolder m_folder;
};

namespace {

const QString python = u"/usr/bin/python3"_s; // Debian's, which has its packages

SpatialSection readFile(const std::filesystem::path& file, const std::string& library = {})
{
    Task task;
    return readSection({file, {}, {}, {}, library}, task);
}

} // namespace

void TestAnnDataPython::initTestCase()
{
    QProcess probe;
    probe.start(python, {u"-c"_s, u"import anndata"_s});
    if (!probe.waitForFinished(120000) || probe.exitCode() != 0)
        QSKIP("The Python package anndata is not here (Debian: python3-anndata).");
    QProcess writer;
    writer.start(python, {QStringLiteral(SPACRD_SOURCE_DIR) + u"/tests/transcriptome/anndatafiles.py"_s, u"write"_s,
                          QString::fromStdString(m_folder.path().string())});
    QVERIFY(writer.waitForFinished(120000));
    QVERIFY2(writer.exitCode() == 0, writer.readAllStandardError().constData());
}

void TestAnnDataPython::readsWhatAnnDataWrote_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("warning");
    for (const char* kind : {"csr", "csc", "dense", "layer", "symbols", "earliest", "earliest-ordered", "v108", "v108-ordered",
                             "v110", "v110-ordered", "latest", "latest-ordered"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString();
    QTest::newRow("raw") << u"raw"_s << u"those of raw/X are used"_s;
}

void TestAnnDataPython::readsWhatAnnDataWrote()
{
    QFETCH(QString, kind);
    QFETCH(QString, warning);
    const SpatialSection section = readFile(m_folder / (kind + u".h5ad"_s).toStdString());
    QCOMPARE(section.spots.size(), size_t(39)); // one lies outside the tissue
    QCOMPARE(section.expression.genes.size(), size_t(22));
    QCOMPARE(section.expression.setApart.size(), size_t(1));
    QCOMPARE(section.expression.setApart[0].type, std::string("Antibody Capture"));
    QCOMPARE(section.expression.genes[5].symbol, std::string("GENE5"));
    QCOMPARE(section.expression.genes[5].id, std::string("ENSG00000000005"));
    QCOMPARE(section.platform, Platform::visium);
    QVERIFY(std::abs(section.mpp.value() - 1.0) < 1e-3);
    QCOMPARE(section.image.inside, std::string("uns/spatial/only/images/hires"));
    bool warned = warning.isEmpty();
    for (const Text& text : section.warnings)
        warned = warned || text.english().find(warning.toStdString()) != std::string::npos;
    QVERIFY(warned);

    std::ifstream truth(m_folder / (kind + u".txt"_s).toStdString());
    size_t kept = 0;
    for (int row = 0; row < 40; ++row) {
        for (int gene = 0; gene < 22; ++gene) {
            float count = -1.0F;
            truth >> count;
            if (row != 3)
                QCOMPARE(section.expression.counts.coeff(static_cast<Eigen::Index>(kept), gene), count);
        }
        if (row == 3)
            continue;
        const Spot& spot = section.spots[kept++];
        QCOMPARE(spot.barcode,
                 QString(u"%1CGT%2-1"_s).arg(QChar(u'A' + row % 4)).arg(row, 3, 10, QLatin1Char('0')).toStdString());
        QCOMPARE(spot.fullres.x, 1000.0 + 100.0 * (row % 8 + (row / 8 % 2) / 2.0));
        QCOMPARE(spot.fullres.y, 2000.0 + 86.6 * (row / 8));
    }
    const Task task;
    const Image picture = readEmbeddedImage(section.image.file, section.image.inside, task);
    QCOMPARE(picture.width, 40);
    QCOMPARE(picture.height, 30);
    QCOMPARE(picture.at(0, 0), 0xffff0000U);
    QCOMPARE(picture.at(39, 29), 0xff000080U);
}

void TestAnnDataPython::severalLibrariesAreSeveralSections()
{
    const std::filesystem::path file = m_folder / "two.h5ad";
    QCOMPARE(sectionLibraries({file, {}, {}, {}}), (std::vector<std::string>{"left", "right"}));
    const SpatialSection left = readFile(file, "left");
    QCOMPARE(left.spots.size(), size_t(19));
    QCOMPARE(left.spots[3].barcode, std::string("ACGT008-1"));
    QCOMPARE(readFile(file, "right").spots.size(), size_t(20));
}

QTEST_GUILESS_MAIN(TestAnnDataPython)
#include "test_anndata_python.moc"
