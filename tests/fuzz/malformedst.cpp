#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

const std::string goodCounts = "\tA\tB\n1x1\t1\t0\n1x2\t2\t3\n2x1\t0\t4\n";
const std::string goodSpots = "x\ty\tpixel_x\tpixel_y\n1\t1\t100\t100\n1\t2\t100\t300\n2\t1\t300\t100\n";
const Expected whole = opens(3, 2, 10);

WriteFiles section(const std::string& counts, const std::string& spots, const std::string& ending = {})
{
    return [=](const fs::path& folder) {
        write(folder / ("counts.tsv" + ending), counts);
        write(folder / "spots.tsv", spots);
    };
}

void addCounts(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& counts, const Expected& expected) {
        cases.push_back({std::string("ST counts: ") + name, section(counts, goodSpots), "counts.tsv", expected});
    };
    const std::string header = "\tA\tB\n";
    const Expected unknown = refused("This is not a spatial-transcriptomics sample that this program knows");
    add("empty", "", unknown);
    add("the header alone", header, refused("The table of counts holds no spot"));
    add("a sentence", "this is no table at all, only a sentence\n", unknown);
    add("a count too few", header + "1x1\t1\t0\n1x2\t2\n", refused("Line 3 has 1 counts where the header names 2 genes"));
    add("a count too many", header + "1x1\t1\t0\n1x2\t2\t3\t4\n", refused("Line 3 has 3 counts where the header names 2 genes"));
    add("a count is a word", header + "1x1\t1\t0\n1x2\tmany\t3\n", refused("Line 3, column \"A\": \"many\" is not a number"));
    add("a count is empty", header + "1x1\t1\t0\n1x2\t\t3\n", refused("Line 3, column \"A\": \"\" is not a number"));
    add("a count is negative", header + "1x1\t1\t-2\n", refused("Line 2, column \"B\": the count is -2"));
    add("a count is NaN", header + "1x1\t1\t0\n1x2\tNaN\t0\n", refused("Line 3, column \"A\": \"NaN\" is not a number"));
    add("a count is infinite", header + "1x1\t1\t0\n1x2\t0\tinf\n", refused("Line 3, column \"B\": \"inf\" is not a number"));
    add("a count of 1e300", header + "1x1\t1\t1e300\n", refused("Line 2, column \"B\": the number 1e+300 is out of range"));
    add("decimal commas", header + "1x1\t1,5\t0\n", refused("write decimals with a point, not a comma"));
    add("a spot twice", header + "1x1\t1\t0\n1x1\t2\t3\n", refused("Line 3: the barcode \"1x1\" appears twice"));
    add("a spot without a name", header + "\t1\t0\n", refused("Line 2: the barcode is empty"));
    add("a gene without a name", "\tA\t\n1x1\t1\t0\n", refused("Column 3 of the table of counts has no gene's name"));
    add("a gene of two lines", "\t\"A\nerror: B\"\tB\n1x1\tmany\t3\n1x2\t1\t1\n", unknown);
    add("genes as rows", "\t1x1\t1x2\nA\t1\t2\nB\t0\t3\n", refused("a row for each spot is expected"));
    add("numbers for genes", "\t1\t2\n1x1\t1\t0\n", unknown);
    add("an open quote", header + "1x1\t1\t0\n\"1x2\t2\t3\n", refused("A quote opened before line 4 is never closed"));
    add("a NUL byte", header + std::string("1x1\t1\t0\n1x2\t\0\t3\n", 16), refused("NUL byte in line"));
    add("spots of another section", header + "7x7\t1\t0\n8x8\t2\t3\n",
        refused("None of the 2 spots of the matrix (\"7x7\", …) has a position"));
    add("a header of twenty megabytes", "\t" + std::string(20 << 20, 'A') + "\n1x1\t1\n",
        refused("Line 1 is longer than 16777216 bytes"));
    add("mixed line ends", "\tA\tB\r\n1x1\t1\t0\r1x2\t2\t3\n2x1\t0\t4", whole);
    add("a byte-order mark", "\xEF\xBB\xBF" + goodCounts, whole);
    add("no corner, as R writes", goodCounts.substr(1), whole);
    add("commas between the cells", ",A,B\n1x1,1,0\n1x2,2,3\n2x1,0,4\n", whole);
    add("a gene twice", "\tA\tA\n1x1\t1\t0\n1x2\t2\t3\n2x1\t0\t4\n", whole);
    add("one spot", header + "1x1\t1\t0\n", opens(1, 2, 1));
    add("spots between the places of the array", header + "1.02x0.9\t1\t0\n0.97x2.1\t2\t3\n", opens(2, 2, 6));
}

void addZipped(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& bytes, const Expected& expected) {
        cases.push_back({std::string("ST counts: ") + name, section(bytes, goodSpots, ".gz"), "counts.tsv.gz", expected});
    };
    const Expected cut = refused("The compressed file is damaged or cut short");
    const std::string zip = gzipped(goodCounts);
    add("gzip", zip, whole);
    add("gzip in two members", gzipped(goodCounts.substr(0, 20)) + gzipped(goodCounts.substr(20)), whole);
    add("plain under gzip's name", goodCounts, whole);
    for (const size_t bytes : {11, 20, 40})
        add(("first " + std::to_string(bytes) + " bytes of gzip").c_str(), zip.substr(0, bytes), cut);
    add("gzip without its last byte", zip.substr(0, zip.size() - 1), cut);
    add("gzip with a wrong checksum", zip.substr(0, zip.size() - 8) + "sums" + zip.substr(zip.size() - 4), cut);
    add("gzip with bytes behind", zip + "what is this", whole);
    add("a gzip bomb of one line", gzipped("\tA\tB\n1x1\t1\t0\n1x2\t" + std::string(80 << 20, '1'), 9),
        refused("Line 3 is longer than 16777216 bytes"));
    add("a gzip bomb of spots", gzipped(goodCounts + repeated("2x2\t0\t0\n", 10'000'000)),
        refused("Line 6: the barcode \"2x2\" appears twice"));
    add("a gzip bomb of zeros", gzipped("\tA\tB\n1x1\t1\t0\n" + std::string(80 << 20, '\n'), 9),
        refused("The compressed file unpacks to more than 250 times its size"));
}

void addSpots(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& spots, const Expected& expected) {
        cases.push_back({std::string("ST spots: ") + name, section(goodCounts, spots), "counts.tsv", expected});
    };
    const std::string header = "x\ty\tpixel_x\tpixel_y\n";
    add("empty", "", refused("The table is empty"));
    add("the header alone", header, refused("The table of spots is empty"));
    add("no column x", "a\ty\n1\t1\n", refused("The table has no column named \"x\""));
    add("no column pixel_y", "x\ty\tpixel_x\n1\t1\t100\n", refused("The table has no column named \"pixel_y\""));
    add("a cell too few", header + "1\t1\t100\t100\n1\t2\t100\n", refused("Line 3 has 3 cells where the header has 4"));
    add("a cell too many", header + "1\t1\t100\t100\n1\t2\t100\t1\t1\n", refused("Line 3 has 5 cells where the header has 4"));
    add("a place is a word", header + "\n\n1\tone\t100\t100\n", refused("Line 4, column \"y\": \"one\" is not a number"));
    add("a place is NaN", header + "1\tnan\t100\t100\n", refused("Line 2, column \"y\": \"nan\" is not a number"));
    add("a position is infinite", header + "1\t1\tinf\t100\n", refused("Line 2, column \"pixel_x\": \"inf\" is not a number"));
    add("a place of 1e300", header + "1e300\t1\t100\t100\n", refused("the number 1e+300 is out of range"));
    add("decimal commas", header + "1\t1\t100,5\t100\n", refused("write decimals with a point, not a comma"));
    add("a spot twice", header + "1\t1\t1\t1\n1.2\t0.9\t1\t1\n", refused("Line 3: the spot 1x1 appears twice"));
    add("selected is 2", "x\ty\tselected\n1\t1\t2\n", refused("Line 2, column \"selected\": 2 is neither 0 nor 1"));
    add("no spot selected", "x\ty\tselected\n1\t1\t0\n1\t2\t0\n2\t1\t0\n",
        refused("None of the 3 spots of the matrix lies in tissue"));
    add("an open quote", header + "\"1\t1\t100\t100\n", refused("is never closed"));
    add("a NUL byte", header + std::string("1\t1\t\0\t100\n", 10), refused("NUL byte in line"));
    add("a gzip bomb", gzipped(header + repeated("1\t1\t1\t1\n", 10'000'000)), refused("Line 3: the spot 1x1 appears twice"));
    add("a spot's name of 60,000 letters twice", "spot\tx\ty\n" + repeated(std::string(60'000, 'A') + "\t1\t1\n", 2),
        refused("A… appears twice"));
    add("no positions", "x\ty\n1\t1\n1\t2\n2\t1\n", whole);
    add("a byte-order mark and Windows lines", "\xEF\xBB\xBF" + withLineEnds(goodSpots, "\r\n"), whole);
    add("row names without a heading", "x\ty\tpixel_x\tpixel_y\na\t1\t1\t100\t100\nb\t1\t2\t100\t300\nc\t2\t1\t300\t100\n",
        whole);
    add("all in one place", "x\ty\tpixel_x\tpixel_y\n1\t1\t5\t5\n1\t2\t5\t5\n2\t1\t5\t5\n", whole);
}

} // namespace

MalformedSections malformedLegacySt()
{
    MalformedSections cases;
    for (const auto add : {&addCounts, &addZipped, &addSpots})
        add(cases);
    cases.push_back({"ST counts: no table of spots", [](const fs::path& folder) { write(folder / "counts.tsv", goodCounts); },
                     "counts.tsv", refused("No table of spot positions (spots.tsv) was found beside the counts")});
    return cases;
}

} // namespace spacrd::test
