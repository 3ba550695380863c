#include "tests/fuzz/parquettables.h"

#include "tests/transcriptome/malformedtables.h"
#include "tests/transcriptome/parquetwriter.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>

/// Seeds and changes of Parquet tables.
namespace spacrd::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr size_t largestSeed = 1 << 14;
constexpr size_t tailBytes = 8; // the footer's length and the magic bytes

/// A table as its pages and its footer.
struct Table
{
    std::string pages;
    std::string footer;

    std::string bytes() const { return pages + footer + test::word(static_cast<std::uint32_t>(footer.size())) + "PAR1"; }
};

std::optional<Table> splitTable(std::string_view bytes)
{
    std::uint32_t length = 0;
    if (bytes.size() < tailBytes)
        return std::nullopt;
    std::memcpy(&length, bytes.data() + bytes.size() - tailBytes, sizeof length);
    if (length > bytes.size() - tailBytes)
        return std::nullopt;
    const size_t begin = bytes.size() - tailBytes - length;
    return Table{std::string(bytes.substr(0, begin)), std::string(bytes.substr(begin, length))};
}

/// Of the files in `folder` those of other writers.
void addFiles(const fs::path& folder, std::vector<std::string>& seeds)
{
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".parquet")
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
}

} // namespace

std::vector<std::string> parquetSeeds()
{
    std::vector<std::string> seeds;
    addFiles(SPACRD_SOURCE_DIR "/tests/transcriptome/parquet", seeds);
    for (const test::MalformedTable& table : test::malformedTables())
        seeds.push_back(table.bytes());
    std::erase_if(seeds, [](const std::string& seed) { return seed.size() > largestSeed; });
    return seeds;
}

/// Pages keep their places, as the footer names them; the footer may grow.
std::optional<std::string> changeTable(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText)
{
    auto table = splitTable(bytes);
    if (!table)
        return std::nullopt;
    std::mt19937_64 random(seed);
    if (random() % 3 == 0 || table->pages.size() <= 4) {
        changeText(table->footer);
        return table->bytes();
    }
    const size_t begin = 4 + random() % (table->pages.size() - 4);
    const size_t length = std::min<size_t>(1 + random() % 64, table->pages.size() - begin);
    std::string piece = table->pages.substr(begin, length);
    changeText(piece);
    piece.resize(length);
    table->pages.replace(begin, length, piece);
    return table->bytes();
}

} // namespace spacrd::fuzz
