#pragma once

#include "core/transcriptome/parquet/parquetfile.h"
#include "core/transcriptome/parquet/parquetfooter.h"

namespace spacrd {

class Task;

/// The bytes of a chunk's pages, one page at a time: what is common to all types of values.
class ChunkPages
{
public:
    /// Begins with a chunk, which must lie within [4, end) of the file. Throws Error.
    void open(const ColumnChunk& chunk, std::uint64_t end, const ColumnPlace& place);

    struct Page
    {
        bool dictionary = false;
        std::uint32_t values = 0;
        std::int32_t encoding = 0;
        std::span<const std::uint8_t> levels; ///< of a column that may hold nulls
        std::span<const std::uint8_t> bytes;  ///< of the values; lives until the next call
    };

    /// The next page that holds values, or a dictionary. `bytes` is what it is unpacked into. Throws Error, also when there is
    /// none.
    Page next(ParquetFile& file, const SchemaColumn& column, std::vector<std::uint8_t>& bytes, const ColumnPlace& place);

private:
    std::int32_t m_codec = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_end = 0;
    std::vector<std::uint8_t> m_packed;
};

/// Reads the values of one column, chunk after chunk.
class ColumnReader
{
public:
    ColumnReader() = default;
    virtual ~ColumnReader() = default;
    ColumnReader(const ColumnReader&) = delete;
    ColumnReader& operator=(const ColumnReader&) = delete;

    /// Begins with the column's chunk of a row group. Throws Error.
    virtual void open(const RowGroup& group, std::uint64_t end) = 0;
    /// Rows that can be read at once, at least one; more must be left in the chunk. Throws Error, Cancelled.
    virtual size_t available(const Task& task) = 0;
    /// Reads the next rows, no more than are available; they live until the next call. Throws Error.
    virtual ParquetValues read(size_t rows) = 0;
};

/// A reader of a column, which must have a kind that is supported. File and column must outlive it.
std::unique_ptr<ColumnReader> columnReader(ParquetFile& file, const SchemaColumn& column);

} // namespace spacrd
