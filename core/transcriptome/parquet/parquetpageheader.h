#pragma once

#include "core/transcriptome/parquet/parquetfile.h"

#include <optional>

namespace spacrd {

enum class PageKind
{
    data,
    dataV2,
    dictionary,
    index, ///< nothing that is read
};

/// What stands before a page. Sizes and numbers are not negative and fit each other.
struct PageHeader
{
    PageKind kind = PageKind::index;
    std::uint32_t headerBytes = 0;       ///< of the header itself
    std::uint32_t bytes = 0;             ///< of the page in the file
    std::uint32_t uncompressedBytes = 0; ///< both with the levels of version 2
    std::optional<std::uint32_t> checksum;
    std::uint32_t values = 0; ///< with nulls
    std::int32_t encoding = 0;
    std::int32_t levelEncoding = 0;          ///< version 1
    std::uint32_t definitionLevelsBytes = 0; ///< version 2
    std::uint32_t repetitionLevelsBytes = 0; ///< version 2
    bool compressed = true;                  ///< version 2
};

/// Reads the page header at `offset`; it and its page end at `end` or before. Throws Error naming file and column.
PageHeader readPageHeader(ParquetFile& file, std::uint64_t offset, std::uint64_t end, const ColumnPlace& place);

} // namespace spacrd
