#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/filenames.h"
#include "core/transcriptome/linereader.h"
#include "core/transcriptome/section.h"
#include "core/transcriptome/seenbarcodes.h"
#include "core/transcriptome/tenx.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

struct Entry
{
    std::int32_t feature = 0;
    std::int32_t barcode = 0;
    float count = 0.0F;
};

struct Size
{
    long long features = 0;
    long long barcodes = 0;
    long long entries = 0;
};

/// The words of a line, split at spaces and tabs; at most `Most`, and nothing when there are more.
template <size_t Most>
std::optional<std::pair<std::array<std::string_view, Most>, size_t>> wordsOf(std::string_view line)
{
    std::array<std::string_view, Most> words;
    size_t count = 0;
    for (size_t at = line.find_first_not_of(" \t"); at != std::string_view::npos; at = line.find_first_not_of(" \t", at)) {
        if (count == Most)
            return std::nullopt;
        const size_t end = std::min(line.find_first_of(" \t", at), line.size());
        words[count++] = line.substr(at, end - at);
        at = end;
    }
    return std::pair(words, count);
}

fs::path matrixFile(const fs::path& folder)
{
    const std::vector<fs::path> found = filesNamed(folder, "matrix.mtx");
    if (found.empty())
        throw Error(SPACRD_TR("core", "The folder has no file \"matrix.mtx\" (nor \"matrix.mtx.gz\")."), folder);
    fs::path file = oneOf(found, "matrix.mtx");
    if (file.empty())
        throw Error(SPACRD_TR("core", "The folder holds the matrices of several samples."), folder,
                    SPACRD_TR("core", "put each sample into a folder of its own"));
    return file;
}

fs::path requiredFile(const fs::path& folder, const std::string& prefix, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        fs::path found = oneOf(filesNamed(folder, name), name, prefix);
        if (!found.empty())
            return found;
    }
    throw Error(Text(SPACRD_TR("core", "The folder has no file \"%1\" (nor \"%1.gz\")."), {*names.begin()}), folder);
}

std::vector<std::string> readBarcodes(const fs::path& file, const Task& task)
{
    std::vector<std::string> barcodes;
    SeenBarcodes seen(file);
    readTable(file, task, [&](const auto& cells, long line) {
        seen.add(cells.front(), line);
        barcodes.emplace_back(cells.front());
        return true;
    });
    return barcodes;
}

/// No more than `most`: features may be alike, so that a short gzip file could list them without end.
std::vector<Feature> readFeatures(const fs::path& file, size_t most, const Task& task)
{
    std::vector<Feature> features;
    readTable(file, task, [&](const auto& cells, long) {
        if (features.size() == most) {
            throw Error(
                Text(SPACRD_TR("core", "The file lists more than the %1 features that the matrix announces."), {toWord(most)}),
                file);
        }
        const auto cell = [&](size_t i) { return i < cells.size() ? std::string(cells[i]) : std::string(); };
        features.push_back({cell(0), cell(1), cell(2)});
        return true;
    });
    return features;
}

/// Reads `matrix.mtx`: the banner, the comments, the size line and the entries.
class MtxReader
{
public:
    explicit MtxReader(const fs::path& file)
        : m_file(file)
        , m_lines(file)
    {}

    Size readSize()
    {
        std::string_view line;
        if (!m_lines.next(line) || !line.starts_with("%%MatrixMarket"))
            throw Error(SPACRD_TR("core", "The file does not begin with \"%%MatrixMarket\"."), m_file);
        const auto banner = wordsOf<5>(line);
        const auto word = [&](size_t i) { return banner ? banner->first[i] : std::string_view(); };
        const bool sparse = word(1) == "matrix" && word(2) == "coordinate";
        const bool counts = sparse && (word(3) == "integer" || word(3) == "real") && word(4) == "general";
        while (sparse && m_lines.next(line)) {
            if (line.empty() || line.front() == '%')
                continue;
            const Size size = parseSize(line);
            if (!counts && size.entries > 0)
                throwOtherKind();
            return size; // without an entry all kinds are the same; R writes "pattern symmetric" then
        }
        if (!counts)
            throwOtherKind();
        throw Error(SPACRD_TR("core", "The matrix ends before its size line."), m_file);
    }

    std::vector<Entry> readEntries(const Size& size, const Task& task)
    {
        std::vector<Entry> entries; // grows with what the file really holds; the size line is not trusted
        std::string_view line;
        while (m_lines.next(line)) {
            if (m_lines.number() % 65536 == 0)
                task.check();
            if (line.empty())
                continue;
            if (static_cast<long long>(entries.size()) == size.entries)
                throw Error(
                    Text(SPACRD_TR("core", "The matrix holds more than the %1 entries it announces."), {toWord(size.entries)}),
                    m_file);
            entries.push_back(parseEntry(line, size));
        }
        if (static_cast<long long>(entries.size()) != size.entries) {
            throw Error(Text(SPACRD_TR("core", "The matrix ends after %1 of %2 entries."),
                             {toWord(entries.size()), toWord(size.entries)}),
                        m_file, SPACRD_TR("core", "the file was cut short; fetch or copy it again"));
        }
        return entries;
    }

private:
    [[noreturn]] void throwOtherKind() const
    {
        throw Error(
            SPACRD_TR("core", "The matrix is not of the kind \"matrix coordinate integer general\" that 10x programs write."),
            m_file);
    }

    Size parseSize(std::string_view line) const
    {
        const auto words = wordsOf<3>(line);
        std::array<std::optional<long long>, 3> numbers;
        for (size_t i = 0; words && i < words->second; ++i)
            numbers[i] = toInteger(words->first[i]);
        for (const auto& number : numbers) {
            if (!number || *number < 0 || *number >= std::numeric_limits<std::int32_t>::max())
                throwBadLine();
        }
        return {*numbers[0], *numbers[1], *numbers[2]};
    }

    Entry parseEntry(std::string_view line, const Size& size) const
    {
        const auto words = wordsOf<3>(line);
        if (!words || words->second != 3)
            throwBadLine();
        const auto feature = toInteger(words->first[0]);
        const auto barcode = toInteger(words->first[1]);
        const auto count = toDouble(words->first[2]);
        if (!feature || !barcode || !count)
            throwBadLine();
        if (*feature < 1 || *feature > size.features || *barcode < 1 || *barcode > size.barcodes) {
            throw Error(Text(SPACRD_TR("core", "Line %1 names entry (%2, %3) of a matrix of %4 × %5."),
                             {toWord(m_lines.number()), toWord(*feature), toWord(*barcode), toWord(size.features),
                              toWord(size.barcodes)}),
                        m_file);
        }
        if (*count < 0.0 || *count > static_cast<double>(std::numeric_limits<float>::max())) {
            throw Error(Text(SPACRD_TR("core", "The count in line %1 is %2; counts must be zero or more."),
                             {toWord(m_lines.number()), toWord(*count)}),
                        m_file);
        }
        return {static_cast<std::int32_t>(*feature - 1), static_cast<std::int32_t>(*barcode - 1), static_cast<float>(*count)};
    }

    [[noreturn]] void throwBadLine() const
    {
        throw Error(Text(SPACRD_TR("core", "Line %1 of the matrix is not three numbers."), {toWord(m_lines.number())}), m_file);
    }

    fs::path m_file;
    LineReader m_lines;
};

/// Puts entries in the order of their barcodes (10x files are so already) and builds the matrix.
CountMatrix countsOf(std::vector<Entry> entries, const GeneColumns& genes, size_t barcodes, const fs::path& file)
{
    const auto byBarcode = [](const Entry& a, const Entry& b) { return a.barcode < b.barcode; };
    if (!std::is_sorted(entries.begin(), entries.end(), byBarcode))
        std::stable_sort(entries.begin(), entries.end(), byBarcode);
    CountRows rows(file, genes.genes.size());
    auto entry = entries.begin();
    for (size_t barcode = 0; barcode < barcodes; ++barcode) {
        for (; entry != entries.end() && static_cast<size_t>(entry->barcode) == barcode; ++entry) {
            if (const int column = genes.columnOf[static_cast<size_t>(entry->feature)]; column >= 0)
                rows.add(static_cast<size_t>(column), static_cast<double>(entry->count));
        }
        rows.endRow();
    }
    return rows.take();
}

} // namespace

bool isTenxMtx(const fs::path& folder)
{
    return !filesNamed(folder, "matrix.mtx").empty();
}

ExpressionMatrix readTenxMtx(const fs::path& folder, Task& task)
{
    std::error_code code;
    if (!fs::is_directory(folder, code))
        throw Error(SPACRD_TR("core", "The folder does not exist."), folder);
    const fs::path file = matrixFile(folder);
    const std::string prefix = prefixBefore(file, "matrix.mtx");
    const fs::path barcodes = requiredFile(folder, prefix, {"barcodes.tsv"});
    return readTenxMtx({file, requiredFile(folder, prefix, {"features.tsv", "genes.tsv"}), barcodes}, task);
}

ExpressionMatrix readTenxMtx(const TenxMtxFiles& files, Task& task)
{
    task.stage(SPACRD_TR("core", "Reading counts"), 0, SPACRD_TR("core", "spots"));
    ExpressionMatrix matrix;
    matrix.barcodes = readBarcodes(files.barcodes, task);
    MtxReader reader(files.matrix);
    const Size size = reader.readSize();
    const std::vector<Feature> features = readFeatures(files.features, static_cast<size_t>(size.features), task);
    if (static_cast<size_t>(size.features) != features.size() || static_cast<size_t>(size.barcodes) != matrix.barcodes.size()) {
        throw Error(Text(SPACRD_TR("core", "The matrix says %1 × %2, but the folder lists %3 features and %4 barcodes."),
                         {toWord(size.features), toWord(size.barcodes), toWord(features.size()), toWord(matrix.barcodes.size())}),
                    files.matrix);
    }
    if (size.entries > size.features * size.barcodes) {
        throw Error(Text(SPACRD_TR("core", "The matrix announces %1 entries, more than its %2 × %3 cells."),
                         {toWord(size.entries), toWord(size.features), toWord(size.barcodes)}),
                    files.matrix);
    }
    GeneColumns genes = geneColumns(features, files.features);
    matrix.counts = countsOf(reader.readEntries(size, task), genes, matrix.barcodes.size(), files.matrix);
    matrix.genes = std::move(genes.genes);
    matrix.setApart = std::move(genes.setApart);
    return matrix;
}

} // namespace spacrd
