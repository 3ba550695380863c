#pragma once

#include "core/transcriptome/parquet/parquetfile.h"
#include "core/transcriptome/parquet/parquetfooter.h"

namespace spacrd {

/// Reads the values of a page one after another, as what their column's kind gives them: std::int64_t, double or
/// std::string_view.
template <typename Value>
class ValueDecoder
{
public:
    ValueDecoder() = default;
    virtual ~ValueDecoder() = default;
    ValueDecoder(const ValueDecoder&) = delete;
    ValueDecoder& operator=(const ValueDecoder&) = delete;

    /// Texts live until the next call, or as long as the page or dictionary. Throws Error when there are not so many values.
    virtual void read(std::span<Value> out) = 0;
};

/// How a page's values are written. Numbers of parquet.thrift.
namespace encoding {
constexpr std::int32_t plain = 0;
constexpr std::int32_t plainDictionary = 2;
constexpr std::int32_t runs = 3;
constexpr std::int32_t delta = 5;
constexpr std::int32_t deltaLength = 6;
constexpr std::int32_t deltaText = 7;
constexpr std::int32_t dictionary = 8;
constexpr std::int32_t byteStreamSplit = 9;
} // namespace encoding

/// A decoder of what stands in `bytes` for the column, whose kind must be that of Value; `dictionary` is null where the chunk has
/// none. Place, dictionary and bytes must outlive it. Throws Error for an encoding that is not read or does not fit the type.
template <typename Value>
std::unique_ptr<ValueDecoder<Value>> valueDecoder(std::int32_t encoding, const SchemaColumn& column,
                                                  std::span<const std::uint8_t> bytes, const std::vector<Value>* dictionary,
                                                  const ColumnPlace& place);

/// Bytes of a value when it is written plainly; 0 when that differs from value to value or is less than one.
size_t plainBytes(const SchemaColumn& column);

} // namespace spacrd
