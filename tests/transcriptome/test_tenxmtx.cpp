#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/fixtures.h"

using namespace spacrd;
using namespace spacrd::test;

namespace {

const std::string banner = "%%MatrixMarket matrix coordinate integer general\n";

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
        {"empty", "matrix.mtx", "", "does not begin with \"%%MatrixMarket\""},
        {"no banner", "matrix.mtx", "4 4 0\n", "does not begin with \"%%MatrixMarket\""},
        {"dense", "matrix.mtx", "%%MatrixMarket matrix array integer general\n4 4\n", "is not of the kind"},
        {"pattern", "matrix.mtx", "%%MatrixMarket matrix coordinate pattern general\n4 4 1\n1 1\n", "is not of the kind"},
        {"symmetric", "matrix.mtx", "%%MatrixMarket matrix coordinate integer symmetric\n4 4 1\n1 1 1\n", "is not of the kind"},
        {"no size", "matrix.mtx", banner + "% nothing more\n", "ends before its size line"},
        {"size of two", "matrix.mtx", banner + "4 4\n", "Line 2 of the matrix is not three numbers"},
        {"negative size", "matrix.mtx", banner + "4 -4 1\n", "Line 2 of the matrix is not three numbers"},
        {"size beyond all bounds", "matrix.mtx", banner + "4 4 99999999999999999999\n",
         "Line 2 of the matrix is not three numbers"},
        {"other size", "matrix.mtx", banner + "5 4 0\n", "says 5 × 4, but the folder lists 4 features and 4 barcodes"},
        {"too few entries", "matrix.mtx", banner + "4 4 16\n1 1 1\n", "ends after 1 of 16 entries"},
        {"more entries than cells", "matrix.mtx", banner + "4 4 2000000000\n1 1 1\n",
         "announces 2000000000 entries, more than its 4 × 4 cells"},
        {"too many entries", "matrix.mtx", banner + "4 4 1\n1 1 1\n2 1 1\n", "more than the 1 entries"},
        {"entry of two", "matrix.mtx", banner + "4 4 1\n1 1\n", "Line 3 of the matrix is not three numbers"},
        {"entry of four", "matrix.mtx", banner + "4 4 1\n1 1 1 1\n", "Line 3 of the matrix is not three numbers"},
        {"entry of words", "matrix.mtx", banner + "4 4 1\none 1 1\n", "Line 3 of the matrix is not three numbers"},
        {"decimal comma", "matrix.mtx", banner + "4 4 1\n1 1 0,5\n", "Line 3 of the matrix is not three numbers"},
        {"row zero", "matrix.mtx", banner + "4 4 1\n0 1 1\n", "names entry (0, 1) of a matrix of 4 × 4"},
        {"row too large", "matrix.mtx", banner + "4 4 1\n5 1 1\n", "names entry (5, 1)"},
        {"column too large", "matrix.mtx", banner + "4 4 1\n1 5 1\n", "names entry (1, 5)"},
        {"negative count", "matrix.mtx", banner + "4 4 1\n1 1 -1\n", "The count in line 3 is -1"},
        {"count beyond float", "matrix.mtx", banner + "4 4 1\n1 1 1e60\n", "The count in line 3 is 1e+60"},
        {"count not a number", "matrix.mtx", banner + "4 4 1\n1 1 nan\n", "Line 3 of the matrix is not three numbers"},
        {"entry twice", "matrix.mtx", banner + "4 4 2\n1 1 1\n1 1 2\n", "two counts for gene 1"},
        {"NUL byte", "matrix.mtx", banner + std::string("4 4 1\n1 \0 1\n", 12), "NUL byte"},
        {"barcode twice", "barcodes.tsv", "A\nB\nA\nC\n", "\"A\" appears twice"},
        {"fewer barcodes", "barcodes.tsv", "A\nB\n", "4 features and 2 barcodes"},
        {"no gene expression", "features.tsv", "a\ta\tCRISPR\nb\tb\tCRISPR\nc\tc\tCRISPR\nd\td\tCRISPR\n",
         "no feature of the type"},
    };
    return all;
}

} // namespace

class TestTenxMtx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlainFiles()
    {
        const TemporaryFolder folder;
        writeTenxMtx(folder.path(), tinyTenx());
        Task task;
        QVERIFY(isTinyTenx(readTenxMtx(folder.path(), task)));
    }

    void readsGzipPrefixesWindowsLinesAndOldGenes()
    {
        const TemporaryFolder folder;
        writeTenxMtx(folder.path(), tinyTenx());
        for (const char* name : {"matrix.mtx", "barcodes.tsv", "features.tsv"}) {
            std::string text = read(folder / name);
            std::string windows = "\xEF\xBB\xBF";
            for (const char c : text)
                windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
            const std::string renamed = name == std::string("features.tsv") ? "genes.tsv" : name;
            write(folder / ("GSM1_" + renamed + ".gz"), gzipped(windows));
            std::filesystem::remove(folder / name);
        }
        Task task;
        QVERIFY(isTinyTenx(readTenxMtx(folder.path(), task)));
    }

    void readsEntriesInAnyOrder()
    {
        const TemporaryFolder folder;
        writeTenxMtx(folder.path(), tinyTenx());
        write(folder / "matrix.mtx", banner + "4 4 6\n4 4 6\n1 1 1\n2 4 5\n2 3 3\n4 1 2\n1\t4\t4\n");
        Task task;
        QVERIFY(isTinyTenx(readTenxMtx(folder.path(), task)));
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
        writeTenxMtx(folder.path(), tinyTenx());
        write(folder / damage.file, damage.content);
        const std::string error = readingFails(folder.path());
        QVERIFY2(error.find(damage.sentence) != std::string::npos, error.c_str());
    }

    void refusesMissingAndCutFiles()
    {
        for (const char* name : {"matrix.mtx", "barcodes.tsv", "features.tsv"}) {
            const TemporaryFolder folder;
            writeTenxMtx(folder.path(), tinyTenx());
            const std::string zipped = gzipped(read(folder / name));
            std::filesystem::remove(folder / name);
            const std::string missing = readingFails(folder.path());
            QVERIFY2(missing.find("has no file \"" + std::string(name) + "\"") != std::string::npos, missing.c_str());
            write(folder / (name + std::string(".gz")), zipped.substr(0, zipped.size() - 9));
            const std::string cut = readingFails(folder.path());
            QVERIFY2(cut.find("compressed file is damaged or cut short") != std::string::npos, cut.c_str());
        }
        QVERIFY(readingFails("/nowhere").find("The folder does not exist") != std::string::npos);
    }

    void refusesSeveralSamplesInOneFolder()
    {
        const TemporaryFolder folder;
        write(folder / "a_matrix.mtx", banner);
        write(folder / "b_matrix.mtx", banner);
        QVERIFY(readingFails(folder.path()).find("matrices of several samples") != std::string::npos);
    }

private:
    static std::string readingFails(const std::filesystem::path& folder)
    {
        return errorOf([&] {
            Task task;
            readTenxMtx(folder, task);
        });
    }
};

QTEST_APPLESS_MAIN(TestTenxMtx)
#include "test_tenxmtx.moc"
