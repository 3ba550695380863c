#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

const std::string table = "spatial/tissue_positions.csv";
const std::string scales = "spatial/scalefactors_json.json";

/// The good table with its second spot's line replaced.
std::string secondLine(const std::string& line, bool header)
{
    std::string text = tinyPositions(header, false);
    const size_t begin = text.find("AAC-1");
    return text.replace(begin, text.find('\n', begin) - begin, line);
}

void addLines(MalformedSections& cases)
{
    for (const bool header : {true, false}) {
        const std::string line = header ? "Line 3" : "Line 2";
        const auto add = [&](const char* name, const std::string& text, const Expected& expected) {
            cases.push_back({std::string(header ? "positions: " : "positions without header: ") + name,
                             outsWith(table, secondLine(text, header)), "", expected});
        };
        add("a cell too few", "AAC-1,1,0,2,1000.0", refused(line + " has 5 cells where a table of spot positions has 6"));
        add("decimal commas", "AAC-1,1,0,2,1000,0,600,5", refused("write decimals with a point, not a comma"));
        add("a quoted decimal comma", "AAC-1,1,0,2,\"1000,0\",600.5",
            refused(line + ", column \"pxl_row_in_fullres\": \"1000,0\" is not a number"));
        add("a position is a word", "AAC-1,1,0,2,1000.0,left",
            refused(line + ", column \"pxl_col_in_fullres\": \"left\" is not a number"));
        add("a position is NaN", "AAC-1,1,0,2,nan,600.5",
            refused(line + ", column \"pxl_row_in_fullres\": \"nan\" is not a number"));
        add("a position is infinite", "AAC-1,1,0,2,1000.0,-inf", refused("\"-inf\" is not a number"));
        add("a position of 1e300", "AAC-1,1,0,2,1e300,600.5", refused("the number 1e+300 is out of range"));
        add("a position is empty", "AAC-1,1,0,2,,600.5", refused(line + ", column \"pxl_row_in_fullres\": \"\" is not a number"));
        add("in tissue is 2", "AAC-1,2,0,2,1000.0,600.5", refused(line + ", column \"in_tissue\": 2 is neither 0 nor 1"));
        add("in tissue is true", "AAC-1,true,0,2,1000.0,600.5", refused("\"true\" is not a number"));
        add("an array row is hexadecimal", "AAC-1,1,0x1f,2,1000.0,600.5",
            refused(line + ", column \"array_row\": \"0x1f\" is not a number"));
        add("a barcode twice", "AAA-1,1,0,2,1000.0,600.5", refused(line + ": the barcode \"AAA-1\" appears twice"));
        add("an open quote", "\"AAC-1,1,0,2,1000.0,600.5", refused("is never closed"));
        add("a NUL byte", std::string("AAC-1,1,0,\0,1000.0,600.5", 24), refused("NUL byte in line"));
        add("a number of 60,000 digits", "AAC-1,1,0,2,1000.0," + std::string(60'000, '9'), refused("is not a number"));
        add("a word of 60,000 letters", "AAC-1,1,0,2,1000.0," + std::string(60'000, 'x'), refused("…\" is not a number"));
        add("a negative position", "AAC-1,1,0,2,-1000.0,-600.5", opensWhole());
        add("quotes and spaces", "\"AAC-1\", 1 ,\"0\",2, 1000.0 , 600.5", opensWhole());
        add("a spot outside tissue", "AAC-1,0,0,2,1000.0,600.5", opens(3, 3, 21));
    }
}

void addTables(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& bytes, const Expected& expected) {
        cases.push_back({std::string("positions: ") + name, outsWith(table, bytes), "", expected});
    };
    const std::string good = tinyPositions(true, false);
    const std::string header = good.substr(0, good.find('\n') + 1);
    add("empty", "", refused("The table of spot positions is empty"));
    add("a line end alone", "\n", refused("The table of spot positions is empty"));
    add("the header alone", header, refused("The table of spot positions is empty"));
    add("a header without a column", "barcode,in_tissue,array_row,array_col,pxl_row_in_fullres\n",
        refused("The table has no column named \"pxl_col_in_fullres\""));
    add("a second header", header + header + good.substr(header.size()),
        refused("Line 2, column \"in_tissue\": \"in_tissue\" is not a number"));
    add("one column", "AAA-1\nAAC-1\n", refused("Line 1 has 1 cells where a table of spot positions has 6"));
    add("JSON", "{\"barcode\": 1}\n", refused("cells where a table of spot positions has 6"));
    add("a Parquet table", "PAR1" + std::string(100, '\0') + "PAR1", refused("Parquet"));
    add("no spot of the matrix", header + "TTT-1,1,0,0,1,1\n",
        refused("None of the 4 spots of the matrix (\"AAA-1\", …) has a position"));
    add("no spot in tissue", header + "AAA-1,0,0,0,1,1\n", refused("None of the 4 spots of the matrix lies in tissue"));
    add("one spot", header + "AAA-1,1,0,0,1,1\n", opens(1, 3, 3));
    add("cut in a line", good.substr(0, good.find("AAG-1") + 9),
        refused("Line 4 has 3 cells where a table of spot positions has 6"));
    add("all spots in one place", header + "AAA-1,1,0,0,9,9\nAAC-1,1,0,2,9,9\nAAG-1,1,1,1,9,9\nAAT-1,1,1,3,9,9\n", opensWhole());
    add("spots 1e-310 apart", header + "AAA-1,1,0,0,0,0\nAAC-1,1,0,2,0,1e-310\nAAG-1,1,1,1,0,0\nAAT-1,1,1,3,0,0\n", opensWhole());
    add(
        "mixed line ends",
        [&] {
            std::string text = withLineEnds(good, "\r\n");
            return text.replace(text.find("\r\nAAG-1"), 2, "\r").replace(text.find("\r\nAAT-1"), 2, "\n");
        }(),
        opensWhole());
    add("a byte-order mark", "\xEF\xBB\xBF" + good, opensWhole());
    add("a byte-order mark without header", "\xEF\xBB\xBF" + tinyPositions(false, false), opensWhole());
    add("empty lines and no last line end", withLineEnds(good, "\n\n").substr(0, good.size() + 3), opensWhole());
    add("UTF-16", "\xff\xfe" + withLineEnds(good, std::string("\n\0", 2)), refused("NUL byte in line"));
    add("gzip under a plain name", gzipped(good), opensWhole());
    add("gzip cut short", gzipped(good).substr(0, 60), refused("The compressed file is damaged or cut short"));
    add("a gzip bomb of one line", gzipped(header + std::string(80 << 20, 'A'), 9),
        refused("Line 2 is longer than 16777216 bytes"));
    add("a gzip bomb of lines", gzipped(header + repeated("AAA-1,1,0,0,1,1\n", 5'000'000)),
        refused("Line 3: the barcode \"AAA-1\" appears twice"));
    add("a gzip bomb of empty lines", gzipped(header + std::string(80 << 20, '\n'), 9),
        refused("The compressed file unpacks to more than 250 times its size"));
    add("a line of twenty megabytes", header + std::string(20 << 20, 'A') + "\n",
        refused("Line 2 is longer than 16777216 bytes"));
    add("a million cells", header + std::string(1'000'000, ',') + "\n", refused("Line 2 has 1000001 cells"));
    add("two million cells", header + std::string(2'000'000, ',') + "\n", refused("Line 2 has more than 1048576 cells"));
    add("an open quote before twenty megabytes", header + "\"" + repeated("AAA-1,1,0,0,1,1\n", 1'300'000),
        refused("Line 2 is longer than 16777216 bytes, or a quote in it is never closed"));
    cases.push_back({"positions: a folder in place of the table",
                     [](const fs::path& folder) {
                         writeOuts(folder);
                         fs::remove(folder / table);
                         fs::create_directories(folder / table);
                     },
                     "", refused("No table of spot positions")});
}

void addScaleFactors(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& bytes, const Expected& expected) {
        cases.push_back({std::string("scale factors: ") + name, outsWith(scales, bytes), "", expected});
    };
    const Expected noObject = refused("The scale factors are not a JSON object");
    const Expected noNumber = refused("The scale factor \"spot_diameter_fullres\" is not a positive number");
    const auto diameter = [](const std::string& value) { return "{\"spot_diameter_fullres\": " + value + "}"; };
    add("empty", "", noObject);
    add("cut short", diameter("65").substr(0, 20), noObject);
    add("a list", "[65]", noObject);
    add("a word", "\"spot_diameter_fullres\"", noObject);
    add("nested 100,000 deep", diameter(repeated("[", 100'000)), noObject);
    add("nested 100,000 deep and closed", diameter(repeated("[", 100'000) + repeated("]", 100'000)), noNumber);
    add("objects nested 100,000 deep", diameter(repeated("{\"a\":", 100'000) + "1" + repeated("}", 100'000)), noNumber);
    add("zero", diameter("0"), noNumber);
    add("negative", diameter("-65"), noNumber);
    add("1e300", diameter("1e300"), refused("\"spot_diameter_fullres\" is 1e+300, outside 1e-06 to 1e+06"));
    add("1e-310", diameter("1e-310"), refused("\"spot_diameter_fullres\" is 1e-310, outside"));
    add("beyond a number", diameter("1e999"), noObject);
    add("NaN", diameter("NaN"), noObject);
    add("a number as a text", diameter("\"65.0\""), noNumber);
    add("nothing", diameter("null"), noNumber);
    add("a decimal comma", diameter("65,0"), noObject);
    add("outside UTF-8", "{\"a\xff\": 1}", noObject);
    add("a NUL byte", std::string("{\"a\": \0}", 8), noObject);
    add("larger than a megabyte", diameter("65") + std::string(2 << 20, ' '),
        refused("The file is larger than the 1048576 bytes"));
    add("a gzip bomb", gzipped(diameter("65") + std::string(64 << 20, ' '), 9),
        refused("The file is larger than the 1048576 bytes"));
    add("the hires scale is zero", "{\"tissue_hires_scalef\": 0}",
        refused("The scale factor \"tissue_hires_scalef\" is not a positive number"));
    add("the lowres scale is a list", "{\"tissue_lowres_scalef\": [1]}",
        refused("The scale factor \"tissue_lowres_scalef\" is not a positive number"));
    add("an empty object", "{}", opensWhole());
    add("a byte-order mark", "\xEF\xBB\xBF" + diameter("65"), opensWhole());
    add("a key twice", "{\"spot_diameter_fullres\": 0, \"spot_diameter_fullres\": 65}", opensWhole());
}

} // namespace

MalformedSections malformedPositions()
{
    MalformedSections cases;
    for (const auto add : {&addLines, &addTables, &addScaleFactors})
        add(cases);
    return cases;
}

} // namespace spacrd::test
