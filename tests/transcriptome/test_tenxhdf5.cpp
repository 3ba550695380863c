#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/fixtures.h"

#include <cmath>
#include <limits>

using namespace spacrd;
using namespace spacrd::test;

namespace {

std::string readingFails(const std::filesystem::path& file)
{
    return errorOf([&] {
        Task task;
        readTenxHdf5(file, task);
    });
}

/// Writes `matrix/<name>` in a wrong way instead of the right one.
void instead(TenxParts& parts, const std::string& name, std::function<void(Hdf5Writer&)> write)
{
    parts.leftOut.insert(name);
    parts.writeInstead = std::move(write);
}

/// A dataset of a creation property list, never written.
void emptyDataset(Hdf5Writer& h5, const char* name, hid_t type, hsize_t count, const std::function<void(hid_t)>& create)
{
    const hid_t space = H5Screate_simple(1, &count, nullptr);
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    create(creation);
    H5Dclose(H5Dcreate2(h5.id(), name, type, space, H5P_DEFAULT, creation, H5P_DEFAULT));
    H5Pclose(creation);
    H5Sclose(space);
}

void twoDimensional(Hdf5Writer& h5)
{
    const hsize_t extent[2] = {2, 4};
    const hid_t space = H5Screate_simple(2, extent, nullptr);
    H5Dclose(H5Dcreate2(h5.id(), "matrix/data", H5T_STD_I32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Sclose(space);
}

void scalar(Hdf5Writer& h5)
{
    const hid_t space = H5Screate(H5S_SCALAR);
    H5Dclose(H5Dcreate2(h5.id(), "matrix/shape", H5T_STD_I32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Sclose(space);
}

void virtualData(Hdf5Writer& h5)
{
    emptyDataset(h5, "matrix/data", H5T_STD_I32LE, 8, [](hid_t creation) {
        const hsize_t count = 8;
        const hid_t space = H5Screate_simple(1, &count, nullptr);
        H5Pset_virtual(creation, space, "other.h5", "data", space);
        H5Sclose(space);
    });
}

struct Case
{
    const char* name;
    std::function<void(TenxParts&)> spoil;
    const char* sentence;
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> all{
        {"no matrix group",
         [](TenxParts& p) {
             p.leftOut = {"matrix", "features", "barcodes", "id", "name", "feature_type", "data", "indices", "indptr", "shape"};
         },
         "no group \"matrix\""},
        {"matrix is no group",
         [](TenxParts& p) {
             p.leftOut = {"matrix", "features", "barcodes", "id", "name", "feature_type", "data", "indices", "indptr", "shape"};
             p.writeInstead = [](Hdf5Writer& h5) { h5.integers("matrix", {1}); };
         },
         "no group \"matrix\""},
        {"no barcodes", [](TenxParts& p) { p.leftOut = {"barcodes"}; }, "no dataset \"matrix/barcodes\""},
        {"no data", [](TenxParts& p) { p.leftOut = {"data"}; }, "no dataset \"matrix/data\""},
        {"no indices", [](TenxParts& p) { p.leftOut = {"indices"}; }, "no dataset \"matrix/indices\""},
        {"no indptr", [](TenxParts& p) { p.leftOut = {"indptr"}; }, "no dataset \"matrix/indptr\""},
        {"no shape", [](TenxParts& p) { p.leftOut = {"shape"}; }, "no dataset \"matrix/shape\""},
        {"no features",
         [](TenxParts& p) {
             p.leftOut = {"features", "id", "name", "feature_type"};
         },
         "no dataset \"matrix/features/id\""},
        {"data is a group", [](TenxParts& p) { instead(p, "data", [](Hdf5Writer& h5) { h5.group("matrix/data"); }); },
         "no dataset \"matrix/data\""},
        {"barcodes are numbers",
         [](TenxParts& p) { instead(p, "barcodes", [](Hdf5Writer& h5) {
                                h5.integers("matrix/barcodes", {1, 2, 3, 4});
                            }); },
         "\"matrix/barcodes\" does not hold text"},
        {"data are texts",
         [](TenxParts& p) { instead(p, "data", [](Hdf5Writer& h5) {
                                h5.strings("matrix/data", {"1", "2"});
                            }); },
         "\"matrix/data\" does not hold numbers"},
        {"indices are fractions",
         [](TenxParts& p) { instead(p, "indices", [](Hdf5Writer& h5) {
                                h5.doubles("matrix/indices", {0.5, 1});
                            }); },
         "\"matrix/indices\" does not hold whole numbers"},
        {"data in two dimensions", [](TenxParts& p) { instead(p, "data", &twoDimensional); },
         "has 2 dimensions where one was expected"},
        {"shape is one number", [](TenxParts& p) { instead(p, "shape", &scalar); }, "has 0 dimensions where one was expected"},
        {"shape of three",
         [](TenxParts& p) {
             p.shape = {4, 4, 1};
         },
         "shape of the matrix is not two numbers"},
        {"negative shape",
         [](TenxParts& p) {
             p.shape = {4, -4};
         },
         "shape of the matrix is not two numbers"},
        {"shape of other size",
         [](TenxParts& p) {
             p.shape = {4, 5};
         },
         "says 4 × 5, but the file lists 4 features and 4 barcodes"},
        {"indptr too short", [](TenxParts& p) { p.indptr.pop_back(); }, "have 4 entries where 4 barcodes need 5"},
        {"indptr descends",
         [](TenxParts& p) {
             p.indptr = {0, 4, 3, 4, 8};
         },
         "do not ascend"},
        {"indptr begins later",
         [](TenxParts& p) {
             p.indptr = {1, 3, 3, 4, 8};
         },
         "do not ascend"},
        {"indptr is negative",
         [](TenxParts& p) {
             p.indptr = {0, -3, 3, 4, 8};
         },
         "do not ascend"},
        {"indptr ends beyond the data",
         [](TenxParts& p) {
             p.indptr = {0, 3, 3, 4, 900};
         },
         "do not ascend"},
        {"indptr ends before the data",
         [](TenxParts& p) {
             p.indptr = {0, 3, 3, 4, 5};
         },
         "do not ascend"},
        {"index too large", [](TenxParts& p) { p.indices[1] = 4; }, "belongs to feature 4, but the matrix has 4 features"},
        {"index negative", [](TenxParts& p) { p.indices[1] = -1; }, "belongs to feature -1"},
        {"index beyond 32 bits", [](TenxParts& p) { p.indices[1] = (1LL << 32) + 1; }, "belongs to feature 2147483647"},
        {"fewer indices than data", [](TenxParts& p) { p.indices.pop_back(); }, "has 8 counts but 7 indices"},
        {"negative count", [](TenxParts& p) { p.data[0] = -1; }, "A count is -1"},
        {"count is no number",
         [](TenxParts& p) {
             instead(p, "data", [](Hdf5Writer& h5) { h5.doubles("matrix/data", {std::nan(""), 1, 1, 1, 1, 1, 1, 1}); });
         },
         "A count is NaN"},
        {"count is infinite",
         [](TenxParts& p) {
             instead(p, "data", [](Hdf5Writer& h5) {
                 h5.doubles("matrix/data", {std::numeric_limits<double>::infinity(), 1, 1, 1, 1, 1, 1, 1});
             });
         },
         "A count is inf"},
        {"gene twice in a spot", [](TenxParts& p) { p.indices[2] = 0; }, "two counts for gene 1"},
        {"barcode twice", [](TenxParts& p) { p.barcodes[3] = "AAA-1"; }, "\"AAA-1\" appears twice"},
        {"barcode empty", [](TenxParts& p) { p.barcodes[1] = ""; }, "A barcode is empty"},
        {"lists of features differ", [](TenxParts& p) { p.names.pop_back(); }, "differ in length"},
        {"no gene expression", [](TenxParts& p) { p.types.assign(4, "Antibody Capture"); },
         "no feature of the type \"Gene Expression\""},
        {"claims a terabyte",
         [](TenxParts& p) {
             instead(p, "data", [](Hdf5Writer& h5) {
                 emptyDataset(h5, "matrix/data", H5T_STD_I32LE, hsize_t(1) << 40, [](hid_t creation) {
                     const hsize_t chunk = 1024;
                     H5Pset_chunk(creation, 1, &chunk);
                 });
             });
         },
         "claims 1099511627776 values, more than the file holds"},
        {"data in another file",
         [](TenxParts& p) {
             instead(p, "data", [](Hdf5Writer& h5) {
                 emptyDataset(h5, "matrix/data", H5T_STD_I32LE, 8,
                              [](hid_t creation) { H5Pset_external(creation, "/etc/passwd", 0, 32); });
             });
         },
         "is kept in another file"},
        {"data are virtual", [](TenxParts& p) { instead(p, "data", &virtualData); }, "is kept in another file"},
        {"link out of the file",
         [](TenxParts& p) {
             instead(p, "data", [](Hdf5Writer& h5) {
                 H5Lcreate_external("other.h5", "/data", h5.id(), "matrix/data", H5P_DEFAULT, H5P_DEFAULT);
             });
         },
         "no dataset \"matrix/data\""},
        {"link to nothing",
         [](TenxParts& p) {
             instead(p, "data",
                     [](Hdf5Writer& h5) { H5Lcreate_soft("/nowhere", h5.id(), "matrix/data", H5P_DEFAULT, H5P_DEFAULT); });
         },
         "no dataset \"matrix/data\""},
        {"barcode of a megabyte", [](TenxParts& p) { p.barcodes[0].assign(1 << 20, 'A'); }, "too long to be a name"},
        {"variable barcode of a megabyte",
         [](TenxParts& p) {
             instead(p, "barcodes", [](Hdf5Writer& h5) { h5.variableStrings("matrix/barcodes", {std::string(1 << 20, 'A')}); });
         },
         "too long to be a name"},
    };
    return all;
}

} // namespace

class TestTenxHdf5 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsVersion3()
    {
        const TemporaryFolder folder;
        writeTenxHdf5(folder / "m.h5", tinyTenx());
        Task task;
        QVERIFY(isTinyTenx(readTenxHdf5(folder / "m.h5", task)));
    }

    void readsTextsOfVariableLengthAndFractions()
    {
        const TemporaryFolder folder;
        TenxParts parts = tinyTenx();
        parts.leftOut = {"barcodes", "data", "feature_type"};
        parts.ids.erase(parts.ids.begin() + 2);
        parts.names.erase(parts.names.begin() + 2);
        parts.indices = {0, 2};
        parts.indptr = {0, 1, 1, 1, 2};
        parts.shape = {3, 4};
        parts.writeInstead = [](Hdf5Writer& h5) {
            h5.variableStrings("matrix/barcodes", {"AAA-1", "Ä", "AAG-1", "AAT-1"});
            h5.doubles("matrix/data", {0.5, 0.0});
        };
        writeTenxHdf5(folder / "m.h5", parts);
        Task task;
        const ExpressionMatrix matrix = readTenxHdf5(folder / "m.h5", task);
        QCOMPARE(matrix.barcodes[1], std::string("Ä"));
        QCOMPARE(matrix.genes.size(), size_t(3)); // without types everything is gene expression
        QCOMPARE(matrix.counts.nonZeros(), 1);    // a stored zero is none
        QCOMPARE(matrix.counts.coeff(0, 0), 0.5F);
    }

    void readsVersion1WithOneGenome()
    {
        const TemporaryFolder folder;
        const auto genome = [](Hdf5Writer& h5, const std::string& name) {
            h5.group(name);
            h5.strings(name + "/barcodes", {"AAA-1", "AAC-1"});
            h5.strings(name + "/genes", {"ENSG1", "ENSG2"});
            h5.strings(name + "/gene_names", {"A", "B"});
            h5.integers(name + "/data", {5});
            h5.integers(name + "/indices", {1});
            h5.integers(name + "/indptr", {0, 0, 1});
            h5.integers(name + "/shape", {2, 2});
        };
        {
            Hdf5Writer h5(folder / "one.h5");
            genome(h5, "GRCh38");
        }
        {
            Hdf5Writer h5(folder / "two.h5");
            genome(h5, "GRCh38");
            genome(h5, "mm10");
        }
        Task task;
        const ExpressionMatrix matrix = readTenxHdf5(folder / "one.h5", task);
        QCOMPARE(matrix.counts.coeff(1, 1), 5.0F);
        QCOMPARE(matrix.genes[1].symbol, std::string("B"));
        QVERIFY(readingFails(folder / "two.h5").find("holds 2 genomes") != std::string::npos);
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
        TenxParts parts = tinyTenx();
        damage.spoil(parts);
        writeTenxHdf5(folder / "m.h5", parts);
        const std::string error = readingFails(folder / "m.h5");
        QVERIFY2(error.find(damage.sentence) != std::string::npos, error.c_str());
        QVERIFY2(error.find("m.h5") != std::string::npos, error.c_str());
    }

    void refusesWhatIsNoHdf5()
    {
        const TemporaryFolder folder;
        write(folder / "text.h5", "barcode,in_tissue\n");
        write(folder / "empty.h5", "");
        for (const char* name : {"text.h5", "empty.h5"})
            QVERIFY(readingFails(folder / name).find("is not an HDF5 file, or it is damaged or cut short") != std::string::npos);
        QVERIFY(readingFails(folder / "none.h5").find("The file does not exist") != std::string::npos);
        QVERIFY(readingFails(folder.path()).find("this is a folder") != std::string::npos);
    }

    void refusesEveryTruncation()
    {
        const TemporaryFolder folder;
        writeTenxHdf5(folder / "m.h5", tinyTenx());
        const std::string whole = read(folder / "m.h5");
        for (size_t size = 1; size < whole.size(); size += 97) {
            write(folder / "cut.h5", whole.substr(0, size));
            const std::string error = readingFails(folder / "cut.h5");
            QVERIFY2(error.find("damaged or cut short") != std::string::npos, error.c_str());
        }
    }

    void damagedBytesEndInAnErrorOrAMatrix()
    {
        const TemporaryFolder folder;
        writeTenxHdf5(folder / "m.h5", tinyTenx());
        const std::string whole = read(folder / "m.h5");
        for (size_t at = 0; at < whole.size(); at += 29) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(at % 2 == 0 ? ~damaged[at] : damaged[at] + 1);
            write(folder / "damaged.h5", damaged);
            const std::string error = readingFails(folder / "damaged.h5");
            QVERIFY2(!error.starts_with("(another exception"), error.c_str());
        }
    }

    void stopsWhenCancelled()
    {
        const TemporaryFolder folder;
        writeTenxHdf5(folder / "m.h5", tinyTenx());
        std::stop_source stop;
        stop.request_stop();
        Task task(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(Cancelled, readTenxHdf5(folder / "m.h5", task));
    }
};

QTEST_APPLESS_MAIN(TestTenxHdf5)
#include "test_tenxhdf5.moc"
