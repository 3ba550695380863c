#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd {

class Task;

/// Reads a comma- or tab-separated text file row by row; gzip is recognised by content, quotes as in RFC 4180, a UTF-8
/// byte-order mark and CR LF are taken away, empty lines are skipped.
///
/// The delimiter is a tab when the first line holds one, else a comma (else a semicolon when the line holds only those).
/// `onRow(cells, lineNumber)` gets views that live until it returns; lines count from 1; returning false ends the reading.
/// Throws Error naming file and line when the file cannot be read, is damaged gzip, holds a NUL byte, has an unterminated
/// quote, a row of more than 16 MiB or of more than 1,048,576 cells; Cancelled when stopped.
using RowVisitor = std::function<bool(const std::vector<std::string_view>& cells, long lineNumber)>;
void readTable(const std::filesystem::path& path, const Task& task, const RowVisitor& onRow);

/// A whole small table with a header, cells addressed by column name.
struct Table
{
    std::filesystem::path path;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    /// Column whose header equals `name` (case-insensitive), or nothing.
    std::optional<size_t> column(std::string_view name) const;
    /// The same, but throws Error naming file and column when it is missing.
    size_t requiredColumn(std::string_view name) const;
};

/// Reads a table with a header line row by row: `table` has the header and no rows, cells and line are as in readTable. A data
/// row may have one cell more than the header (row names, as R and pandas write them without a name): the header then gets a
/// first column "". Throws Error when a row has another number of cells, and when there is no header. Returns the table without
/// rows.
using TableRowVisitor = std::function<void(const Table& table, const std::vector<std::string_view>& cells, long lineNumber)>;
Table readTableRows(const std::filesystem::path& path, const Task& task, const TableRowVisitor& onRow);

/// The same with its rows, for small tables.
Table readTableWithHeader(const std::filesystem::path& path, const Task& task);

/// The number in a cell, read without regard to the locale. Nothing when the cell is not exactly one finite number.
std::optional<double> toDouble(std::string_view cell);
std::optional<long long> toInteger(std::string_view cell);

/// The whole text of a plain or gzip file of at most `maximumBytes`. Throws Error.
std::string readText(const std::filesystem::path& path, size_t maximumBytes);

} // namespace spacrd
