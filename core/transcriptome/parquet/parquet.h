#pragma once

// Private to core/transcriptome: the face of this folder.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd {

class ParquetFile;
class Task;

/// What a column's values are given as.
enum class ParquetKind
{
    integer,     ///< BOOLEAN (0, 1), INT32, INT64, signed or not
    number,      ///< FLOAT, DOUBLE, and halves of two bytes
    text,        ///< BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY: the bytes as they are
    unsupported, ///< nested or repeated columns, INT96, decimals
};

/// A column at the top of a table's schema.
struct ParquetColumn
{
    std::string name;
    ParquetKind kind = ParquetKind::unsupported;
    bool optional = false; ///< may hold nulls
};

/// Values of one column in one batch, one per row; the span of its kind is filled. At a null stands 0, NaN or "".
struct ParquetValues
{
    ParquetKind kind = ParquetKind::unsupported;
    std::span<const std::int64_t> integers;
    std::span<const double> numbers;
    std::span<const std::string_view> texts;
    std::span<const std::uint8_t> nulls; ///< 1 = null; empty for a column that cannot hold any

    bool isNull(size_t row) const { return !nulls.empty() && nulls[row] != 0; }
};

/// Some rows of a table, in order. Everything in it lives until the visitor returns.
struct ParquetBatch
{
    std::int64_t firstRow = 0;          ///< of the table, from 0
    size_t rows = 0;                    ///< 1…65,536
    std::vector<ParquetValues> columns; ///< as they were asked for
};

using ParquetVisitor = std::function<bool(const ParquetBatch&)>;

/// True when the file begins as a Parquet file does. Never throws.
bool isParquet(const std::filesystem::path& file);

/// The columns of a table. Throws Error.
std::vector<ParquetColumn> parquetColumns(const std::filesystem::path& file);

/// Reads the named columns of a table and nothing of the others; batch by batch until the visitor returns false. Held at once are
/// a page and a dictionary of each column: what they take is in README.md.
///
/// Format: https://parquet.apache.org/docs/file-format/. Read are flat columns, required or optional, pages of version 1 and 2,
/// stored as they are or under snappy, gzip or zstd. Throws Error naming file and column: a column that is missing, of a kind or
/// encoding or codec that is not read, or damaged; Cancelled.
void readParquet(const std::filesystem::path& file, const std::vector<std::string>& columns, const Task& task,
                 const ParquetVisitor& visit);

/// The same of a file that is open.
std::vector<ParquetColumn> parquetColumns(ParquetFile& file);
void readParquet(ParquetFile& file, const std::vector<std::string>& columns, const Task& task, const ParquetVisitor& visit);

} // namespace spacrd
