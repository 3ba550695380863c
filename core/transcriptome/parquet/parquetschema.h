#pragma once

#include "core/transcriptome/parquet/parquetfooter.h"
#include "core/transcriptome/parquet/thrift.h"

namespace spacrd {

/// One element of the schema as it stands in the footer: the tree's nodes, parents before their children.
struct SchemaElement
{
    std::string_view name;
    std::optional<std::int32_t> type;
    std::int32_t fixedLength = 0;
    std::int32_t repetition = 0;
    std::int32_t children = 0;
    std::optional<std::int32_t> converted;
    ParquetMeaning logical = ParquetMeaning::asStored;
};

/// Reads one element. Throws ThriftFailure.
SchemaElement readSchemaElement(ThriftReader& reader, ThriftType type);

/// The columns below the root and the number of leaves. Throws Error naming file and column.
std::vector<SchemaColumn> schemaColumns(const std::vector<SchemaElement>& elements, size_t& leaves,
                                        const std::filesystem::path& file);

} // namespace spacrd
