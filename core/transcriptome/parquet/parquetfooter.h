#pragma once

#include "core/transcriptome/parquet/parquet.h"

#include <optional>

namespace spacrd {

/// Physical types, with the numbers of parquet.thrift.
enum class ParquetType
{
    boolean = 0,
    int32 = 1,
    int64 = 2,
    int96 = 3,
    float32 = 4,
    float64 = 5,
    bytes = 6,
    fixedBytes = 7,
};

/// What the schema says of a column's values beyond their physical type, where it matters here.
enum class ParquetMeaning
{
    asStored,
    unsignedInteger,
    half,
    decimal,
};

/// A column at the top of the schema; one that is a group has no type.
struct SchemaColumn
{
    std::string name;
    std::optional<ParquetType> type;
    ParquetMeaning meaning = ParquetMeaning::asStored;
    bool optional = false;
    bool repeated = false;
    std::int32_t fixedLength = 0; ///< of fixedBytes
    size_t leaf = 0;              ///< its place among a row group's chunks

    ParquetKind kind() const;
};

/// Where the values of one column lie in one row group.
struct ColumnChunk
{
    std::string_view path; ///< the last part of the column's path
    std::int32_t type = 0;
    std::int32_t codec = 0;
    std::int64_t values = 0;
    std::int64_t bytes = 0; ///< in the file, with the pages' headers
    std::int64_t dataPage = 0;
    std::int64_t dictionaryPage = 0; ///< 0 = none named
    bool elsewhere = false;          ///< in another file
    bool encrypted = false;
};

struct RowGroup
{
    std::int64_t rows = 0;
    std::vector<ColumnChunk> chunks; ///< one per leaf of the schema
};

/// What stands at the end of a Parquet file. Chunks are checked when they are read, not here.
struct ParquetFooter
{
    std::vector<std::uint8_t> bytes; ///< texts of `groups` lie here
    std::uint64_t begin = 0;         ///< its place in the file: pages lie before it
    std::vector<SchemaColumn> columns;
    std::vector<RowGroup> groups;
};

/// Reads the footer. Throws Error naming the file and, where it lies in one, the field.
ParquetFooter readParquetFooter(ParquetFile& file);

} // namespace spacrd
