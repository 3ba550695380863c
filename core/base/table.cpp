#include "core/base/table.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/base/textfile.h"

#include <csv.h>
#include <fast_float/fast_float.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>
#include <memory>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// By how many bytes libcsv makes room for a longer cell; its own 128 would copy one of megabytes a hundred thousand times.
constexpr size_t cellGrowth = size_t(1) << 18;

// libcsv's states ROW_NOT_BEGUN and FIELD_BEGUN, which its header does not name.
constexpr int betweenRows = 0;
constexpr int insideCell = 2;

constexpr size_t longestRow = size_t(1) << 24;
constexpr size_t mostCells = size_t(1) << 20;

unsigned char delimiterOf(std::string_view firstLine)
{
    for (const char candidate : {'\t', ',', ';'}) {
        if (firstLine.find(candidate) != std::string_view::npos)
            return static_cast<unsigned char>(candidate);
    }
    return ',';
}

/// Collects libcsv's cells into rows. libcsv calls back per cell, so cells are kept in one buffer and cut into views
/// when the row ends.
struct RowCollector
{
    const RowVisitor* visit = nullptr;
    std::string buffer;
    std::vector<size_t> ends;
    std::vector<std::string_view> cells;
    const fs::path* path = nullptr;
    long line = 1;
    long rowLine = 1;    ///< the line in which the row began
    size_t rowBytes = 0; ///< fed since then
    bool goOn = true;

    void endRow()
    {
        cells.clear();
        size_t start = 0;
        for (const size_t end : ends) {
            cells.emplace_back(buffer.data() + start, end - start);
            start = end;
        }
        const bool empty = cells.empty() || (cells.size() == 1 && cells.front().empty());
        if (goOn && !empty)
            goOn = (*visit)(cells, line);
        buffer.clear();
        ends.clear();
    }

    void endCell()
    {
        if (ends.size() == mostCells) {
            throw Error(Text(SPACRD_TR("core", "Line %1 has more than %2 cells, which no such table has."),
                             {toWord(line), toWord(mostCells)}),
                        *path);
        }
        ends.push_back(buffer.size());
    }

    void feed(size_t bytes, bool atRowBegin)
    {
        if (atRowBegin) {
            rowLine = line;
            rowBytes = 0;
        }
        rowBytes += bytes;
        if (rowBytes > longestRow) {
            throw Error(Text(SPACRD_TR("core", "Line %1 is longer than %2 bytes, or a quote in it is never closed."),
                             {toWord(rowLine), toWord(longestRow)}),
                        *path);
        }
    }
};

void onCell(void* text, size_t length, void* context)
{
    auto* collector = static_cast<RowCollector*>(context);
    collector->buffer.append(static_cast<const char*>(text), length);
    collector->endCell();
}

void onRowEnd(int, void* context)
{
    static_cast<RowCollector*>(context)->endRow();
}

} // namespace

void readTable(const fs::path& path, const Task& task, const RowVisitor& onRow)
{
    TextFile file(path);
    csv_parser parser;
    if (csv_init(&parser, 0) != 0)
        throw Error(SPACRD_TR("core", "The table reader could not be started."), path);
    const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freeParser(&parser, &csv_free);
    csv_set_space_func(&parser, [](unsigned char) { return 0; });
    csv_set_blk_size(&parser, cellGrowth);

    RowCollector collector;
    collector.visit = &onRow;
    collector.path = &path;
    std::vector<char> block(1 << 16);
    bool first = true;
    while (collector.goOn) {
        task.check();
        size_t size = file.read(block.data(), block.size());
        if (size == 0)
            break;
        const char* begin = block.data();
        if (const void* nul = std::memchr(begin, 0, size))
            throwNulByte(collector.line + std::count<const char*>(begin, static_cast<const char*>(nul), '\n'), path);
        if (first) {
            if (size >= 3 && std::memcmp(begin, "\xEF\xBB\xBF", 3) == 0) {
                begin += 3;
                size -= 3;
            }
            const auto* lineEnd = static_cast<const char*>(std::memchr(begin, '\n', size));
            csv_set_delim(&parser, delimiterOf({begin, lineEnd ? static_cast<size_t>(lineEnd - begin) : size}));
            first = false;
        }
        // Fed line by line, so that a visitor that has seen enough stops the reading and errors can name the line.
        const char* const end = begin + size;
        while (begin < end && collector.goOn) {
            const auto* lineEnd = static_cast<const char*>(std::memchr(begin, '\n', static_cast<size_t>(end - begin)));
            const char* const next = lineEnd ? lineEnd + 1 : end;
            collector.feed(static_cast<size_t>(next - begin), parser.pstate == betweenRows);
            csv_parse(&parser, begin, static_cast<size_t>(next - begin), &onCell, &onRowEnd, &collector);
            if (lineEnd)
                ++collector.line;
            begin = next;
        }
    }
    if (!collector.goOn)
        return;
    if (parser.quoted && parser.pstate == insideCell) {
        throw Error(Text(SPACRD_TR("core", "A quote opened before line %1 is never closed."), {toWord(collector.line)}), path);
    }
    csv_fini(&parser, &onCell, &onRowEnd, &collector);
}

std::optional<size_t> Table::column(std::string_view name) const
{
    const auto equal = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    for (size_t i = 0; i < header.size(); ++i) {
        if (std::equal(header[i].begin(), header[i].end(), name.begin(), name.end(), equal))
            return i;
    }
    return std::nullopt;
}

size_t Table::requiredColumn(std::string_view name) const
{
    if (const auto found = column(name))
        return *found;
    throw Error(Text(SPACRD_TR("core", "The table has no column named \"%1\"."), {std::string(name)}), path);
}

Table readTableRows(const fs::path& path, const Task& task, const TableRowVisitor& onRow)
{
    Table table;
    table.path = path;
    bool first = true;
    readTable(path, task, [&](const std::vector<std::string_view>& cells, long line) {
        if (table.header.empty()) {
            table.header.assign(cells.begin(), cells.end());
            return true;
        }
        if (first && cells.size() == table.header.size() + 1)
            table.header.insert(table.header.begin(), std::string());
        first = false;
        if (cells.size() != table.header.size()) {
            throw Error(Text(SPACRD_TR("core", "Line %1 has %2 cells where the header has %3."),
                             {toWord(line), toWord(cells.size()), toWord(table.header.size())}),
                        path);
        }
        onRow(table, cells, line);
        return true;
    });
    if (table.header.empty())
        throw Error(SPACRD_TR("core", "The table is empty."), path);
    return table;
}

Table readTableWithHeader(const fs::path& path, const Task& task)
{
    std::vector<std::vector<std::string>> rows;
    Table table = readTableRows(path, task, [&](const Table&, const std::vector<std::string_view>& cells, long) {
        rows.emplace_back(cells.begin(), cells.end());
    });
    table.rows = std::move(rows);
    return table;
}

std::optional<double> toDouble(std::string_view cell)
{
    double value = 0.0;
    const auto result = fast_float::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (result.ec != std::errc() || result.ptr != cell.data() + cell.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<long long> toInteger(std::string_view cell)
{
    long long value = 0;
    const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (result.ec != std::errc() || result.ptr != cell.data() + cell.size())
        return std::nullopt;
    return value;
}

std::string readText(const fs::path& path, size_t maximumBytes)
{
    TextFile file(path);
    std::string text;
    std::vector<char> block(1 << 16);
    while (const size_t size = file.read(block.data(), block.size())) {
        if (text.size() + size > maximumBytes) {
            throw Error(
                Text(SPACRD_TR("core", "The file is larger than the %1 bytes such a file may have."), {toWord(maximumBytes)}),
                path);
        }
        text.append(block.data(), size);
    }
    return text;
}

} // namespace spacrd
