#pragma once

#include "core/transcriptome/parquet/parquetvalues.h"

namespace spacrd {

/// A decoder of texts that stand in the page itself; null when the encoding does not fit them. As valueDecoder().
std::unique_ptr<ValueDecoder<std::string_view>> textDecoder(std::int32_t encoding, const SchemaColumn& column,
                                                            std::span<const std::uint8_t> bytes, const ColumnPlace& place);

/// The most values to read at once from a page that shares the beginnings of its texts: they are put together in memory.
constexpr size_t mostSharedTexts = 4096;

} // namespace spacrd
