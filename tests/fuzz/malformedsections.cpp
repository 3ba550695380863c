#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

#include <iterator>
#include <set>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t longestSeed = 1 << 16;

constexpr MalformedSections (*formats[])(){&malformedTenxHdf5,  &malformedHdf5Storage, &malformedTenxMtx,
                                           &malformedPositions, &malformedLegacySt,    &malformedSamples};

struct File
{
    std::string name;
    std::string bytes;
};

std::vector<File> seedFiles()
{
    std::vector<File> files;
    for (const MalformedSection& section : malformedSections()) {
        const TemporaryFolder folder;
        section.write(folder.path());
        std::error_code code;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder.path(), code)) {
            if (entry.is_regular_file(code) && entry.file_size(code) <= longestSeed)
                files.push_back({entry.path().filename().string(), read(entry.path())});
        }
    }
    return files;
}

} // namespace

Expected refused(const std::string& partOfTheSentence)
{
    return {partOfTheSentence, 0, 0, 0.0};
}

Expected opens(size_t spots, size_t genes, double counts)
{
    return {{}, spots, genes, counts};
}

Expected opensWhole()
{
    return opens(4, 3, 21);
}

MalformedSections malformedSections()
{
    MalformedSections all;
    for (const auto format : formats) {
        MalformedSections cases = format();
        std::move(cases.begin(), cases.end(), std::back_inserter(all));
    }
    return all;
}

std::vector<std::string> filesOfCases(const std::string& ending)
{
    static const std::vector<File> all = seedFiles();
    std::set<std::string> contents;
    for (const File& file : all) {
        if (file.name.ends_with(ending))
            contents.insert(file.bytes);
    }
    return {contents.begin(), contents.end()};
}

WriteFiles outs(const std::function<void(TenxParts&)>& spoil)
{
    return [spoil](const fs::path& folder) {
        writeOuts(folder);
        TenxParts parts = tinyTenx();
        spoil(parts);
        writeTenxHdf5(folder / "filtered_feature_bc_matrix.h5", parts);
    };
}

WriteFiles outsWith(const std::string& file, const std::string& bytes)
{
    return [file, bytes](const fs::path& folder) {
        writeOuts(folder);
        write(folder / file, bytes);
    };
}

std::string repeated(const std::string& piece, size_t times)
{
    std::string all;
    all.reserve(piece.size() * times);
    for (size_t i = 0; i < times; ++i)
        all += piece;
    return all;
}

std::string withLineEnds(const std::string& text, const std::string& lineEnd)
{
    std::string out;
    for (const char c : text)
        out += c == '\n' ? lineEnd : std::string(1, c);
    return out;
}

} // namespace spacrd::test
