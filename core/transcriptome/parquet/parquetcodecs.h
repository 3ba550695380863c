#pragma once

#include "core/transcriptome/parquet/parquetfile.h"

namespace spacrd {

/// Throws Error when the codec (its number in parquet.thrift) is not read, naming it.
void checkCodec(std::int32_t codec, const ColumnPlace& place);

/// Fills `out` with the bytes that `in` packs, `uncompressedBytes` of them. Before memory is taken it is checked that `in` can
/// hold that many. Throws Error.
void decompress(std::int32_t codec, std::span<const std::uint8_t> in, std::uint32_t uncompressedBytes,
                std::vector<std::uint8_t>& out, const ColumnPlace& place);

} // namespace spacrd
