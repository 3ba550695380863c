#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

#include <cmath>
#include <limits>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

const std::string matrixName = "filtered_feature_bc_matrix.h5";
const std::string everything[] = {"matrix",       "features", "barcodes", "id",     "name",
                                  "feature_type", "data",     "indices",  "indptr", "shape"};

using Spoil = std::function<void(TenxParts&)>;
using Replace = std::function<void(Hdf5Writer&)>;

/// Leaves out `name` and writes something else in its place.
Spoil instead(const std::string& name, const Replace& write)
{
    return [name, write](TenxParts& parts) {
        parts.leftOut.insert(name);
        parts.writeInstead = write;
    };
}

Spoil nothingBut(const Replace& write)
{
    return [write](TenxParts& parts) {
        parts.leftOut.insert(std::begin(everything), std::end(everything));
        parts.writeInstead = write;
    };
}

/// The first bytes of the good file: `part` of `parts`, and some more.
WriteFiles cutMatrix(size_t part, size_t parts, std::ptrdiff_t more = 0)
{
    return [=](const fs::path& folder) {
        writeOuts(folder);
        const std::string whole = read(folder / matrixName);
        write(folder / matrixName,
              whole.substr(0, static_cast<size_t>(static_cast<std::ptrdiff_t>(whole.size() * part / parts) + more)));
    };
}

void addTruncated(MalformedSections& cases)
{
    const Expected cut = refused("The file is not an HDF5 file, or it is damaged or cut short");
    cases.push_back({"HDF5: empty", outsWith(matrixName, ""), "", cut});
    cases.push_back({"HDF5: a sentence", outsWith(matrixName, "this is no matrix at all, only a sentence"), "", cut});
    cases.push_back({"HDF5: the signature alone", outsWith(matrixName, "\x89HDF\r\n\x1a\n"), "", cut});
    cases.push_back(
        {"HDF5: the signature and zeros", outsWith(matrixName, "\x89HDF\r\n\x1a\n" + std::string(4096, '\0')), "", cut});
    for (const size_t bytes : {1, 8, 24, 96})
        cases.push_back(
            {"HDF5: first " + std::to_string(bytes) + " bytes", cutMatrix(0, 1, static_cast<std::ptrdiff_t>(bytes)), "", cut});
    for (const size_t part : {1, 3, 5, 7})
        cases.push_back({"HDF5: first " + std::to_string(part) + " of 8 parts", cutMatrix(part, 8), "", cut});
    cases.push_back({"HDF5: last byte is gone", cutMatrix(1, 1, -1), "", cut});
    cases.push_back({"HDF5: cut file opened by its name", cutMatrix(1, 2), matrixName, cut});
    cases.push_back({"HDF5: an empty file opened by its name", [](const fs::path& folder) { write(folder / "m.h5", ""); }, "m.h5",
                     refused("No table of spot positions")});
    cases.push_back({"HDF5: behind 512 bytes of another program",
                     [](const fs::path& folder) {
                         writeOuts(folder);
                         write(folder / matrixName, std::string(512, 'u') + read(folder / matrixName));
                     },
                     "", opensWhole()});
    cases.push_back({"HDF5: bytes behind the end",
                     [](const fs::path& folder) {
                         writeOuts(folder);
                         write(folder / matrixName, read(folder / matrixName) + std::string(1000, 'x'));
                     },
                     "", opensWhole()});
}

void addStructure(MalformedSections& cases)
{
    const Expected noMatrix = refused("no group \"matrix\"");
    const auto add = [&](const char* name, const Spoil& spoil, const Expected& expected) {
        cases.push_back({std::string("HDF5: ") + name, outs(spoil), "", expected});
    };
    add("no group at all", nothingBut([](Hdf5Writer&) {}), noMatrix);
    add("a dataset where the matrix should be", nothingBut([](Hdf5Writer& h5) { h5.integers("matrix", {1}); }), noMatrix);
    add("an empty group", nothingBut([](Hdf5Writer& h5) { h5.group("matrix"); }), refused("no dataset \"matrix/barcodes\""));
    for (const char* name : {"barcodes", "data", "indices", "indptr", "shape"}) {
        const Expected missing = refused("no dataset \"matrix/" + std::string(name) + "\"");
        add((std::string("no ") + name).c_str(), [name](TenxParts& p) { p.leftOut = {name}; }, missing);
        add((std::string("a group where ") + name + " should be").c_str(),
            instead(name, [name](Hdf5Writer& h5) { h5.group("matrix/" + std::string(name)); }), missing);
    }
    add(
        "features are a dataset",
        [](TenxParts& p) {
            p.leftOut = {"features", "id", "name", "feature_type"};
            p.writeInstead = [](Hdf5Writer& h5) { h5.integers("matrix/features", {1}); };
        },
        refused("no dataset \"matrix/features/id\""));
    add(
        "no feature types", [](TenxParts& p) { p.leftOut = {"feature_type"}; }, opens(4, 4, 37));
}

void addTypes(MalformedSections& cases)
{
    const auto add = [&](const char* name, const char* dataset, const Replace& write, const Expected& expected) {
        cases.push_back({std::string("HDF5: ") + name, outs(instead(dataset, write)), "", expected});
    };
    const auto typed = [](hid_t type) { return [type](Hdf5Writer& h5) { h5.integers("matrix/data", tinyTenx().data, type); }; };
    const Expected noNumbers = refused("\"matrix/data\" does not hold numbers");
    add(
        "barcodes are numbers", "barcodes",
        [](Hdf5Writer& h5) {
            h5.integers("matrix/barcodes", {1, 2, 3, 4});
        },
        refused("\"matrix/barcodes\" does not hold text"));
    add(
        "counts are texts", "data",
        [](Hdf5Writer& h5) {
            h5.strings("matrix/data", {"1", "9"});
        },
        noNumbers);
    add(
        "indices are fractions", "indices",
        [](Hdf5Writer& h5) {
            h5.doubles("matrix/indices", {0.5, 2});
        },
        refused("\"matrix/indices\" does not hold whole numbers"));
    add(
        "row pointers are fractions", "indptr",
        [](Hdf5Writer& h5) {
            h5.doubles("matrix/indptr", {0, 3, 3, 4, 8});
        },
        refused("\"matrix/indptr\" does not hold whole numbers"));
    add(
        "shape is text", "shape",
        [](Hdf5Writer& h5) {
            h5.strings("matrix/shape", {"4", "4"});
        },
        refused("\"matrix/shape\" does not hold whole numbers"));
    add("counts of one byte", "data", typed(H5T_STD_I8BE), opensWhole());
    add("counts in the other order of bytes", "data", typed(H5T_STD_U64BE), opensWhole());
    add(
        "counts are fractions", "data",
        [](Hdf5Writer& h5) {
            h5.doubles("matrix/data", {1, 9, 2, 3, 6, 4, 5, 7});
        },
        opensWhole());
    add(
        "indices beyond 32 bits", "indices",
        [](Hdf5Writer& h5) {
            h5.integers("matrix/indices", {0, 2, 3, 1, 3, 0, 1, 4294967298});
        },
        refused("A count belongs to feature 2147483647"));
}

void addIndices(MalformedSections& cases)
{
    const auto add = [&](const char* name, const Spoil& spoil, const std::string& sentence) {
        cases.push_back({std::string("HDF5: ") + name, outs(spoil), "", refused(sentence)});
    };
    const std::string order = "do not ascend from 0 to the number of its counts";
    add(
        "row pointers fall",
        [](TenxParts& p) {
            p.indptr = {0, 4, 3, 4, 8};
        },
        order);
    add(
        "a row pointer is negative",
        [](TenxParts& p) {
            p.indptr = {0, -3, 3, 4, 8};
        },
        order);
    add(
        "row pointers begin later", [](TenxParts& p) { p.indptr[0] = 1; }, order);
    add(
        "row pointers end early", [](TenxParts& p) { p.indptr[4] = 7; }, order);
    add(
        "row pointers end beyond", [](TenxParts& p) { p.indptr[4] = 9; }, order);
    add(
        "a row pointer of 2^62", [](TenxParts& p) { p.indptr[2] = 1LL << 62; }, order);
    add(
        "a row pointer too few", [](TenxParts& p) { p.indptr.pop_back(); }, "have 4 entries where 4 barcodes need 5");
    add(
        "no row pointers", [](TenxParts& p) { p.indptr.clear(); }, "have 0 entries where 4 barcodes need 5");
    add(
        "an index is negative", [](TenxParts& p) { p.indices[3] = -1; }, "belongs to feature -1, but the matrix has 4 features");
    add(
        "an index one too large", [](TenxParts& p) { p.indices[3] = 4; }, "belongs to feature 4, but the matrix has 4 features");
    add(
        "an index too few", [](TenxParts& p) { p.indices.pop_back(); }, "The matrix has 8 counts but 7 indices");
    add(
        "two counts of one gene", [](TenxParts& p) { p.indices[2] = 0; }, "has two counts for gene 1");
    add(
        "shape of three numbers",
        [](TenxParts& p) {
            p.shape = {4, 4, 1};
        },
        "shape of the matrix is not two numbers");
    add(
        "shape is negative",
        [](TenxParts& p) {
            p.shape = {4, -4};
        },
        "shape of the matrix is not two numbers");
    add(
        "shape of 10^12 genes",
        [](TenxParts& p) {
            p.leftOut = {"shape"};
            p.writeInstead = [](Hdf5Writer& h5) { h5.integers("matrix/shape", {1000000000000, 4}); };
        },
        "says 1000000000000 × 4, but the file lists 4 features and 4 barcodes");
    add(
        "a feature's id too few", [](TenxParts& p) { p.ids.pop_back(); }, "differ in length");
    add(
        "a feature's type too many", [](TenxParts& p) { p.types.emplace_back("Gene Expression"); }, "differ in length");
    add(
        "features without a gene", [](TenxParts& p) { p.types.assign(4, "Antibody Capture"); },
        "no feature of the type \"Gene Expression\"");
}

void addValues(MalformedSections& cases)
{
    const auto add = [&](const char* name, const Spoil& spoil, const Expected& expected) {
        cases.push_back({std::string("HDF5: ") + name, outs(spoil), "", expected});
    };
    const auto count = [](double value) {
        return instead("data", [value](Hdf5Writer& h5) { h5.doubles("matrix/data", {1, 9, 2, value, 6, 4, 5, 7}); });
    };
    add(
        "a count is negative", [](TenxParts& p) { p.data[3] = -3; }, refused("A count is -3; counts must be zero or more"));
    add("a count is NaN", count(std::nan("")), refused("A count is NaN"));
    add("a count is infinite", count(std::numeric_limits<double>::infinity()), refused("A count is inf"));
    add("a count is 1e300", count(1e300), refused("A count is inf"));
    add("a count is zero", count(0), opens(4, 3, 18));
    add(
        "a barcode twice", [](TenxParts& p) { p.barcodes[3] = "AAA-1"; }, refused("The barcode \"AAA-1\" appears twice"));
    add(
        "a barcode of two lines twice", [](TenxParts& p) { p.barcodes[3] = p.barcodes[0] = "A\nerror: \x1b[2J"; },
        refused("The barcode \"A?error: ?[2J\" appears twice"));
    add(
        "a barcode is empty", [](TenxParts& p) { p.barcodes[1].clear(); }, refused("A barcode is empty"));
    add(
        "a barcode of 60,000 letters twice", [](TenxParts& p) { p.barcodes[3] = p.barcodes[0] = std::string(60'000, 'A'); },
        refused("AAAA…\" appears twice"));
    add(
        "a barcode of a megabyte", [](TenxParts& p) { p.barcodes[0].assign(1 << 20, 'A'); }, refused("too long to be a name"));
    add(
        "barcodes of another section",
        [](TenxParts& p) {
            p.barcodes = {"C", "D", "E", "F"};
        },
        refused("None of the 4 spots of the matrix (\"C\", …) has a position"));
    add(
        "a barcode outside UTF-8", [](TenxParts& p) { p.barcodes[1] = "\xff\xfe"; }, opens(3, 3, 21));
    add(
        "genes twice",
        [](TenxParts& p) {
            p.ids = p.names = {"A", "A", "B", "A-1"};
        },
        opensWhole());
    add(
        "genes without names", [](TenxParts& p) { p.names.assign(4, ""); }, opensWhole());
    add(
        "no spot",
        [](TenxParts& p) {
            p.barcodes.clear();
            p.data.clear();
            p.indices.clear();
            p.indptr = {0};
            p.shape = {4, 0};
        },
        refused("The matrix of counts holds no spot"));
    add(
        "no gene",
        [](TenxParts& p) {
            p.ids = p.names = p.types = {};
            p.data.clear();
            p.indices.clear();
            p.indptr.assign(5, 0);
            p.shape = {0, 4};
        },
        refused("no feature of the type \"Gene Expression\""));
    add(
        "one spot",
        [](TenxParts& p) {
            p.barcodes.resize(1);
            p.data.resize(3);
            p.indices.resize(3);
            p.indptr.resize(2);
            p.shape = {4, 1};
        },
        opens(1, 3, 3));
}

/// A file of the first version: one group a genome.
void addVersion1(MalformedSections& cases)
{
    const auto genome = [](Hdf5Writer& h5, const std::string& name, const std::string& leftOut = {}) {
        h5.group(name);
        const auto path = [&](const char* dataset) { return name + "/" + dataset; };
        h5.strings(path("barcodes"), {"AAA-1", "AAC-1"});
        if (leftOut != "genes")
            h5.strings(path("genes"), {"ENSG1", "ENSG2"});
        h5.strings(path("gene_names"), {"A", "B"});
        if (leftOut != "data")
            h5.integers(path("data"), {5});
        h5.integers(path("indices"), {1});
        h5.integers(path("indptr"), {0, 0, 1});
        h5.integers(path("shape"), {2, 2});
    };
    const auto add = [&](const char* name, const Replace& write, const Expected& expected) {
        cases.push_back({std::string("HDF5 version 1: ") + name, outs(nothingBut(write)), "", expected});
    };
    add(
        "in order", [genome](Hdf5Writer& h5) { genome(h5, "GRCh38"); }, opens(2, 2, 5));
    add(
        "a genome with a space and UTF-8", [genome](Hdf5Writer& h5) { genome(h5, "Gén ome"); }, opens(2, 2, 5));
    add(
        "two genomes",
        [genome](Hdf5Writer& h5) {
            genome(h5, "GRCh38");
            genome(h5, "mm10");
        },
        refused("holds 2 genomes"));
    add(
        "the genome in a group of itself",
        [genome](Hdf5Writer& h5) {
            genome(h5, "GRCh38");
            H5Lcreate_hard(h5.id(), "GRCh38", h5.id(), "GRCh38/GRCh38", H5P_DEFAULT, H5P_DEFAULT);
        },
        opens(2, 2, 5));
    add(
        "no gene ids", [genome](Hdf5Writer& h5) { genome(h5, "GRCh38", "genes"); }, refused("no dataset \"GRCh38/genes\""));
    add(
        "no counts", [genome](Hdf5Writer& h5) { genome(h5, "GRCh38", "data"); }, refused("no dataset \"GRCh38/data\""));
    add(
        "the genome is a dataset", [](Hdf5Writer& h5) { h5.integers("GRCh38", {1}); }, refused("no group \"matrix\""));
    add(
        "a hundred other groups",
        [](Hdf5Writer& h5) {
            for (int i = 0; i < 100; ++i)
                h5.group("g" + std::to_string(i));
        },
        refused("no group \"matrix\""));
}

} // namespace

MalformedSections malformedTenxHdf5()
{
    MalformedSections cases;
    for (const auto add : {&addTruncated, &addStructure, &addTypes, &addIndices, &addValues, &addVersion1})
        add(cases);
    return cases;
}

} // namespace spacrd::test
