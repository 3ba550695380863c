#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

const std::string matrixFolder = "filtered_feature_bc_matrix";
const std::string banner = "%%MatrixMarket matrix coordinate integer general\n";
const std::string goodEntries = "4 4 6\n1 1 1\n4 1 2\n2 3 3\n1 4 4\n2 4 5\n4 4 6\n";

/// An `outs` folder with the matrix as three text files.
void writeMtxOuts(const fs::path& folder)
{
    writeOuts(folder);
    fs::remove(folder / "filtered_feature_bc_matrix.h5");
    writeTenxMtx(folder / matrixFolder, tinyTenx());
}

WriteFiles mtxWith(const std::string& file, const std::string& bytes)
{
    return [=](const fs::path& folder) {
        writeMtxOuts(folder);
        write(folder / matrixFolder / file, bytes);
    };
}

/// All three files changed by a function.
WriteFiles mtxChanged(const std::function<std::string(const std::string&)>& change, const std::string& ending = {})
{
    return [=](const fs::path& folder) {
        writeMtxOuts(folder);
        for (const char* name : {"matrix.mtx", "barcodes.tsv", "features.tsv"}) {
            const std::string bytes = change(read(folder / matrixFolder / name));
            fs::remove(folder / matrixFolder / name);
            write(folder / matrixFolder / (name + ending), bytes);
        }
    };
}

std::string zip(const std::string& bytes)
{
    return gzipped(bytes);
}

/// One file as gzip, its bytes changed by a function.
WriteFiles zipped(const std::string& file, const std::function<std::string(const std::string&)>& change)
{
    return [=](const fs::path& folder) {
        writeMtxOuts(folder);
        const std::string bytes = change(gzipped(read(folder / matrixFolder / file)));
        fs::remove(folder / matrixFolder / file);
        write(folder / matrixFolder / (file + ".gz"), bytes);
    };
}

void addMatrices(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& content, const Expected& expected) {
        cases.push_back({std::string("MatrixMarket: ") + name, mtxWith("matrix.mtx", content), "", expected});
    };
    const Expected noNumbers = refused("Line 3 of the matrix is not three numbers");
    add("empty", "", refused("does not begin with \"%%MatrixMarket\""));
    add("no banner", goodEntries, refused("does not begin with \"%%MatrixMarket\""));
    add("dense", "%%MatrixMarket matrix array integer general\n4 4\n", refused("is not of the kind"));
    add("complex", "%%MatrixMarket matrix coordinate complex general\n4 4 1\n1 1 1 0\n", refused("is not of the kind"));
    add("pattern", "%%MatrixMarket matrix coordinate pattern general\n4 4 1\n1 1\n", refused("is not of the kind"));
    add("symmetric", "%%MatrixMarket matrix coordinate integer symmetric\n4 4 1\n1 1 1\n", refused("is not of the kind"));
    add("banner alone", banner, refused("ends before its size line"));
    add("size of two numbers", banner + "4 4\n", refused("Line 2 of the matrix is not three numbers"));
    add("size is negative", banner + "4 -4 1\n", refused("Line 2 of the matrix is not three numbers"));
    add("size of 10^12 genes", banner + "1000000000000 4 0\n", refused("Line 2 of the matrix is not three numbers"));
    add("10^12 entries", banner + "4 4 1000000000000\n1 1 1\n", refused("Line 2 of the matrix is not three numbers"));
    add("more entries than cells", banner + "4 4 17\n" + repeated("1 1 1\n", 17),
        refused("The matrix announces 17 entries, more than its 4 × 4 cells"));
    add("size of another matrix", banner + "5 4 0\n", refused("says 5 × 4, but the folder lists 4 features and 4 barcodes"));
    add("an entry too few", banner + "4 4 3\n1 1 1\n2 1 1\n", refused("ends after 2 of 3 entries"));
    add("an entry too many", banner + "4 4 1\n1 1 1\n2 1 1\n", refused("more than the 1 entries"));
    add("an entry of two numbers", banner + "4 4 1\n1 1\n", noNumbers);
    add("an entry of four numbers", banner + "4 4 1\n1 1 1 1\n", noNumbers);
    add("an entry of words", banner + "4 4 1\none 1 1\n", noNumbers);
    add("a decimal comma", banner + "4 4 1\n1 1 0,5\n", noNumbers);
    add("a fraction for an index", banner + "4 4 1\n1.5 1 1\n", noNumbers);
    add("an index beyond 64 bits", banner + "4 4 1\n99999999999999999999 1 1\n", noNumbers);
    add("row zero", banner + "4 4 1\n0 1 1\n", refused("Line 3 names entry (0, 1) of a matrix of 4 × 4"));
    add("row is negative", banner + "4 4 1\n-1 1 1\n", refused("Line 3 names entry (-1, 1) of a matrix of 4 × 4"));
    add("column too large", banner + "4 4 1\n1 5 1\n", refused("Line 3 names entry (1, 5)"));
    add("a count is negative", banner + "4 4 1\n1 1 -1\n", refused("The count in line 3 is -1"));
    add("a count is NaN", banner + "4 4 1\n1 1 nan\n", noNumbers);
    add("a count is infinite", banner + "4 4 1\n1 1 inf\n", noNumbers);
    add("a count of 1e300", banner + "4 4 1\n1 1 1e300\n", refused("The count in line 3 is 1e+300"));
    add("an entry twice", banner + "4 4 2\n1 1 1\n1 1 2\n", refused("two counts for gene 1"));
    add("a NUL byte", banner + std::string("4 4 1\n1 \0 1\n", 12), refused("NUL byte"));
    add("a line of two megabytes", banner + "4 4 1\n1 1 " + std::string(1 << 21, '1') + "\n",
        refused("Line 3 is too long for such a file"));
    add("entries in another order, comments, empty lines and tabs",
        banner + "%\n\n% here\n4 4 6\n\n4 4 6\n1\t1\t1\n2 4 5\n 2  3  3 \n4 1 2.0\n1 4 4", opensWhole());
    add("no counts", banner + "4 4 0\n", opens(4, 3, 0));
    add("no counts, as R writes it", "%%MatrixMarket matrix coordinate pattern symmetric\n4 4 0\n", opens(4, 3, 0));
}

void addLists(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& file, const std::string& content, const Expected& expected) {
        cases.push_back({std::string("MatrixMarket: ") + name, mtxWith(file, content), "", expected});
    };
    const std::string features = "E1\tA\tGene Expression\n";
    add("a barcode twice", "barcodes.tsv", "AAA-1\nAAC-1\nAAA-1\nAAT-1\n",
        refused("Line 3: the barcode \"AAA-1\" appears twice"));
    add("a barcode too few", "barcodes.tsv", "AAA-1\nAAC-1\nAAG-1\n", refused("4 features and 3 barcodes"));
    add("no barcodes", "barcodes.tsv", "", refused("4 features and 0 barcodes"));
    add("barcodes with a NUL byte", "barcodes.tsv", std::string("AAA-1\nA\0C\nG\nT\n", 14), refused("NUL byte in line"));
    add("barcodes with an open quote", "barcodes.tsv", "AAA-1\n\"AAC-1\nAAG-1\nAAT-1\n",
        refused("A quote opened before line 5 is never closed"));
    add("a feature too few", "features.tsv", repeated(features, 3), refused("3 features and 4 barcodes"));
    add("features without names and types", "features.tsv", "E1\nE2\nE3\nE4\n", opens(4, 4, 37));
    add("a gene four times", "features.tsv", repeated(features, 4), opens(4, 4, 37));
    add("no gene among the features", "features.tsv", repeated("E\tA\tPeaks\n", 4),
        refused("no feature of the type \"Gene Expression\""));
    for (const char* name : {"matrix.mtx", "barcodes.tsv", "features.tsv"}) {
        cases.push_back({std::string("MatrixMarket: a folder in place of ") + name,
                         [name](const fs::path& folder) {
                             writeMtxOuts(folder);
                             fs::remove(folder / matrixFolder / name);
                             fs::create_directories(folder / matrixFolder / name);
                         },
                         matrixFolder,
                         std::string(name) == "matrix.mtx" ? refused("This is not a spatial-transcriptomics sample")
                                                           : refused("has no file \"" + std::string(name) + "\"")});
    }
}

void addForms(MalformedSections& cases)
{
    const Expected cut = refused("The compressed file is damaged or cut short");
    cases.push_back({"MatrixMarket: gzip", mtxChanged(&zip, ".gz"), "", opensWhole()});
    cases.push_back(
        {"MatrixMarket: gzip opened by the matrix", mtxChanged(&zip, ".gz"), matrixFolder + "/matrix.mtx.gz", opensWhole()});
    cases.push_back({"MatrixMarket: lines end as on Windows",
                     mtxChanged([](const std::string& text) { return withLineEnds(text, "\r\n"); }), "", opensWhole()});
    cases.push_back({"MatrixMarket: byte-order marks", mtxChanged([](const std::string& text) { return "\xEF\xBB\xBF" + text; }),
                     "", opensWhole()});
    cases.push_back({"MatrixMarket: gzip of gzip",
                     mtxChanged([](const std::string& text) { return gzipped(gzipped(text)); }, ".gz"), "", refused("NUL byte")});
    cases.push_back({"MatrixMarket: UTF-16", mtxChanged([](const std::string& text) {
                         std::string wide = "\xff\xfe";
                         for (const char c : text)
                             wide += {c, '\0'};
                         return wide;
                     }),
                     "", refused("NUL byte")});
    for (const char* name : {"matrix.mtx", "barcodes.tsv", "features.tsv"}) {
        const std::string file = name;
        cases.push_back({"MatrixMarket: gzip cut short, " + file,
                         zipped(file, [](const std::string& z) { return z.substr(0, z.size() - 9); }), "", cut});
        cases.push_back({"MatrixMarket: damaged gzip, " + file,
                         zipped(file,
                                [](std::string z) {
                                    z[z.size() - 6] = static_cast<char>(~z[z.size() - 6]); // its checksum
                                    return z;
                                }),
                         "", cut});
    }
    cases.push_back({"MatrixMarket: gzip's header alone",
                     zipped("matrix.mtx", [](const std::string& z) { return z.substr(0, 10); }), "",
                     refused("The compressed file is damaged or cut short")});
    const std::string inflated = "The compressed file unpacks to more than 250 times its size";
    cases.push_back({"MatrixMarket: a gzip bomb of entries",
                     mtxWith("matrix.mtx", gzipped(banner + "4 4 16\n" + std::string(80 << 20, '\n'), 9)), "",
                     refused(inflated)});
    cases.push_back({"MatrixMarket: a gzip bomb of features",
                     mtxWith("features.tsv", gzipped(repeated("E1\tA\tGene Expression\n", 4'000'000))), "",
                     refused("The file lists more than the 4 features that the matrix announces")});
}

} // namespace

MalformedSections malformedTenxMtx()
{
    MalformedSections cases;
    for (const auto add : {&addMatrices, &addLists, &addForms})
        add(cases);
    return cases;
}

} // namespace spacrd::test
