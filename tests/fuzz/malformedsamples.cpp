#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

#include <sys/stat.h>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

const Expected small = opens(3, 2, 10);

void writeSmallSt(const fs::path& folder)
{
    write(folder / "counts.tsv", "\tA\tB\n1x1\t1\t0\n1x2\t2\t3\n2x1\t0\t4\n");
    write(folder / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n1\t1\t100\t100\n1\t2\t100\t300\n2\t1\t300\t100\n");
}

WriteFiles sample(const std::string& json)
{
    return [json](const fs::path& folder) {
        writeSmallSt(folder);
        write(folder / "sample.json", json);
    };
}

/// The small section with one file taken away and something else made in its place.
WriteFiles replaced(const std::string& file, const std::function<void(const fs::path& path)>& make)
{
    return [=](const fs::path& folder) {
        writeSmallSt(folder);
        fs::remove(folder / file);
        make(folder / file);
    };
}

void makeFifo(const fs::path& path)
{
    if (::mkfifo(path.c_str(), 0600) != 0)
        stopTest("no FIFO could be made");
}

void forbid(const fs::path& path)
{
    fs::permissions(path, fs::perms::none);
}

void addSampleFiles(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& json, const Expected& expected) {
        cases.push_back({std::string("sample file: ") + name, sample(json), "sample.json", expected});
    };
    const Expected noObject = refused("The sample file is not a JSON object");
    const Expected noScale = refused("The value of \"slide_scale\" in the sample file is not a number greater than zero");
    const auto scale = [](const std::string& value) { return R"({"counts": "counts.tsv", "slide_scale": )" + value + "}"; };
    add("empty", "", noObject);
    add("cut short", R"({"counts": "coun)", noObject);
    add("a list", R"(["counts.tsv"])", noObject);
    add("nested 100,000 deep", "{\"counts\":" + repeated("[", 100'000), noObject);
    add("nested 100,000 deep and closed", "{\"counts\":" + repeated("[", 100'000) + repeated("]", 100'000) + "}",
        refused("The value of \"counts\" in the sample file is not the name of a file"));
    add("no counts", R"({"spots": "spots.tsv"})", refused("does not name the counts"));
    add("counts are a number", R"({"counts": 3})",
        refused("The value of \"counts\" in the sample file is not the name of a file"));
    add("counts are empty", R"({"counts": ""})", refused("The value of \"counts\" in the sample file is not the name of a file"));
    add("a NUL in a name", R"({"counts": "counts.tsv\u0000"})", refused("is not the name of a file"));
    add("a name of a megabyte", "{\"counts\": \"" + std::string(1'000'000, 'x') + "\"}", refused("is not the name of a file"));
    add("a name of 300 letters", "{\"counts\": \"" + std::string(300, 'x') + "\"}",
        refused("names under \"counts\" does not exist"));
    add("a file that is not there", R"({"counts": "counts.tsv", "spots": "none.tsv"})",
        refused("names under \"spots\" does not exist"));
    add("itself", R"({"counts": "sample.json"})", refused("This is not a sample by itself"));
    add("a key that nobody knows", R"({"counts": "counts.tsv", "coutns": 1})", refused("has a key \"coutns\" that is not known"));
    add("a key of two lines", R"({"counts": "counts.tsv", "a\nb": 1})", refused("has a key \"a?b\" that is not known"));
    add("a key of 60,000 letters", "{\"counts\": \"counts.tsv\", \"" + std::string(60'000, 'k') + "\": 1}",
        refused("k…\" that is not known"));
    add("scale is zero", scale("0"), noScale);
    add("scale is negative", scale("-0.5"), noScale);
    add("scale of 1e300", scale("1e300"), refused("is 1e+300, outside 1e-06 to 1e+06"));
    add("scale of 1e-310", scale("1e-310"), refused("is 1e-310, outside 1e-06 to 1e+06"));
    add("scale is text", scale("\"0.5\""), noScale);
    add("scale is true", scale("true"), noScale);
    add("scale is nothing", scale("null"), noScale);
    add("a folder for spots", R"({"counts": "counts.tsv", "spots": "."})", refused("A file was expected, but this is a folder"));
    add("larger than a megabyte", "{" + std::string(2 << 20, ' ') + "}", refused("The file is larger than the 1048576 bytes"));
    add("in order", R"({"counts": "counts.tsv", "spots": "spots.tsv", "slide_scale": 0.5})", small);
    add("a byte-order mark and Windows lines", "\xEF\xBB\xBF{\r\n\"counts\": \"counts.tsv\"\r\n}\r\n", small);
    add("a name with UTF-8 escapes", R"({"counts": "\u0063ounts.tsv"})", small);
}

void addSpecialFiles(MalformedSections& cases)
{
    const auto add = [&](const char* name, const WriteFiles& write, const std::string& path, const Expected& expected) {
        cases.push_back({std::string("path: ") + name, write, path, expected});
    };
    const Expected special = refused("This is not an ordinary file");
    const Expected notThere = refused("The sample does not exist");
    const std::string byFile = "sample.json";
    const auto naming = [](const char* key, const std::function<void(const fs::path& path)>& make) {
        return [=](const fs::path& folder) {
            writeOuts(folder);
            make(folder / "special");
            write(folder / "sample.json", R"({"counts": ".", ")" + std::string(key) + R"(": "special"})");
        };
    };
    add(
        "nothing there", [](const fs::path&) {}, "none", notThere);
    add("a FIFO for counts", replaced("counts.tsv", &makeFifo), "counts.tsv", special);
    add("a FIFO for spots", replaced("spots.tsv", &makeFifo), "counts.tsv", refused("No table of spot positions"));
    add("a FIFO named as positions", naming("positions", &makeFifo), byFile, special);
    add("a FIFO named as scale factors", naming("scalefactors", &makeFifo), byFile, special);
    add(
        "a FIFO named as an HDF5 matrix", [](const fs::path& folder) { makeFifo(folder / "m.h5"); }, "m.h5", special);
    add(
        "a FIFO for the sample file", [](const fs::path& folder) { makeFifo(folder / "sample.json"); }, byFile, special);
    add("a device named as positions", naming("positions", [](const fs::path& path) { fs::create_symlink("/dev/zero", path); }),
        byFile, special);
    add("a folder for counts", replaced("counts.tsv", [](const fs::path& path) { fs::create_directories(path); }), "counts.tsv",
        refused("This is not a spatial-transcriptomics sample"));
    add("a folder named as positions", naming("positions", [](const fs::path& path) { fs::create_directories(path); }), byFile,
        refused("A file was expected, but this is a folder"));
    add(
        "an empty folder", [](const fs::path& folder) { fs::create_directories(folder / "none"); }, "none",
        refused("This is not a spatial-transcriptomics sample"));
    add(
        "a link to itself", [](const fs::path& folder) { fs::create_symlink(folder / "round", folder / "round"); }, "round",
        notThere);
    add(
        "a link to the counts",
        [](const fs::path& folder) {
            writeSmallSt(folder);
            fs::create_symlink(folder / "counts.tsv", folder / "link.tsv");
        },
        "link.tsv", small);
    add(
        "a folder inside itself",
        [](const fs::path& folder) {
            writeOuts(folder);
            fs::create_directory_symlink(folder, folder / "outs");
        },
        "outs/outs/outs", opensWhole());
}

void addForbidden(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& file, const std::string& path, const Expected& expected) {
        cases.push_back({std::string("path: ") + name,
                         [file](const fs::path& folder) {
                             writeOuts(folder / "outs");
                             writeSmallSt(folder / "st");
                             write(folder / "st" / "sample.json", R"({"counts": "counts.tsv"})");
                             forbid(folder / file);
                         },
                         path, expected});
    };
    const Expected unread = refused("The file cannot be read");
    add("counts that may not be read", "st/counts.tsv", "st/counts.tsv", unread);
    add("spots that may not be read", "st/spots.tsv", "st/counts.tsv", unread);
    add("a sample file that may not be read", "st/sample.json", "st/sample.json", unread);
    add("positions that may not be read", "outs/spatial/tissue_positions.csv", "outs", unread);
    add("scale factors that may not be read", "outs/spatial/scalefactors_json.json", "outs", unread);
    add("an HDF5 matrix that may not be read", "outs/filtered_feature_bc_matrix.h5", "outs", unread);
    add("a folder that may not be read", "outs", "outs", refused("The folder cannot be read"));
}

void addNames(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::string& folderName) {
        cases.push_back({std::string("path: ") + name, [folderName](const fs::path& folder) { writeOuts(folder / folderName); },
                         folderName, opensWhole()});
    };
    add("UTF-8 and spaces", "Gewebe Größe 组织 🔬");
    add("a name of 250 letters", std::string(250, 'n'));
    add("20 folders of 100 letters", repeated(std::string(100, 'd') + "/", 20) + "outs");
    add("a line end in the name", "two\nlines");
    add("bytes outside UTF-8", "latin-\xe9");
    add("signs of the shell", "$(x) `y` %1 %n 'q' \"r\" *?");
    cases.push_back({"path: a line end in the name of a cut file",
                     [](const fs::path& folder) {
                         writeOuts(folder / "two\nerror: lines");
                         write(folder / "two\nerror: lines" / "filtered_feature_bc_matrix.h5", "x");
                     },
                     "two\nerror: lines", refused("is not an HDF5 file")});
    cases.push_back({"path: a name longer than a file system allows", [](const fs::path&) {}, std::string(5000, 'n'),
                     refused("The sample does not exist")});
    cases.push_back({"path: prefixes of a sample",
                     [](const fs::path& folder) {
                         writeOuts(folder);
                         fs::rename(folder / "filtered_feature_bc_matrix.h5", folder / "GSM1_ü_filtered_feature_bc_matrix.h5");
                     },
                     "", opensWhole()});
    cases.push_back({"path: two samples in one folder",
                     [](const fs::path& folder) {
                         writeOuts(folder);
                         fs::rename(folder / "filtered_feature_bc_matrix.h5", folder / "a_filtered_feature_bc_matrix.h5");
                         fs::copy(folder / "a_filtered_feature_bc_matrix.h5", folder / "b_filtered_feature_bc_matrix.h5");
                     },
                     "", refused("The folder holds the matrices of several samples")});
}

} // namespace

MalformedSections malformedSamples()
{
    MalformedSections cases;
    for (const auto add : {&addSampleFiles, &addSpecialFiles, &addForbidden, &addNames})
        add(cases);
    return cases;
}

} // namespace spacrd::test
