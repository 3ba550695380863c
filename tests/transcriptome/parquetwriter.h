#pragma once

#include "core/phantom/thriftwriter.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace spacrd::test {

using phantom::ThriftWriter;
using phantom::varint;

// Numbers of parquet.thrift, written out so that the tests do not lean on those of the reader.
namespace parquet {
enum Type : std::int32_t
{
    boolean,
    int32,
    int64,
    int96,
    float32,
    float64,
    bytes,
    fixedBytes
};
enum Codec : std::int32_t
{
    none,
    snappy,
    gzip,
    lzo,
    brotli,
    lz4,
    zstd,
    lz4Raw
};
enum Encoding : std::int32_t
{
    plain = 0,
    plainDictionary = 2,
    runs = 3,
    bitPacked = 4,
    delta = 5,
    deltaLength = 6,
    deltaText = 7,
    dictionary = 8,
    split = 9
};
enum Page : std::int32_t
{
    data = 0,
    index = 1,
    dictionaryPage = 2,
    dataV2 = 3
};
} // namespace parquet

/// A page as it is to be written; what is claimed is written instead of what is true.
struct PageParts
{
    std::int32_t kind = parquet::data;
    std::int32_t values = 0; ///< with nulls
    std::int32_t encoding = parquet::plain;
    std::string body = {};                  ///< the values, not compressed
    std::optional<std::string> levels = {}; ///< which values are there, as hybrid() writes them; of an optional column
    std::int32_t levelEncoding = parquet::runs;
    bool compressed = true; ///< version 2 may leave it
    std::optional<std::int32_t> claimedBytes = {};
    std::optional<std::int32_t> claimedUncompressed = {};
    std::optional<std::int32_t> claimedLevels = {};
    std::optional<std::int32_t> claimedKind = {};
    std::optional<std::uint32_t> checksum = {};
    bool withChecksum = false; ///< the right one
};

struct ColumnParts
{
    std::string name = {};
    std::int32_t type = parquet::int32;
    std::int32_t repetition = 0; ///< 1 = optional, 2 = repeated
    std::int32_t fixedLength = 0;
    std::optional<std::int32_t> converted = {};
    std::int32_t logical = 0; ///< field of the union LogicalType; 10 = an unsigned integer
    std::int32_t codec = parquet::none;
    std::vector<std::vector<PageParts>> groups = {}; ///< pages of each row group
    std::int32_t children = 0;                       ///< > 0: a group, without pages; the columns that follow lie in it
    std::optional<std::int64_t> claimedValues = {};
    std::optional<std::int64_t> claimedBytes = {};
    std::optional<std::int64_t> claimedOffset = {};
    std::optional<std::string> claimedPath = {};
    std::optional<std::int32_t> claimedType = {}; ///< in the row group
    std::string otherFile = {};
    bool encrypted = false;
    bool withoutChunk = false;
};

struct TableParts
{
    std::vector<std::int64_t> groupRows = {};
    std::vector<ColumnParts> columns = {};
    std::optional<std::int64_t> claimedRows = {};
    std::optional<std::int32_t> claimedColumns = {};
    std::function<void(std::string&)> changeFooter = {};

    std::string bytes() const;
};

// Values as they stand in a page.
std::string plainValues(const std::vector<std::int32_t>& values);
std::string plainValues(const std::vector<std::int64_t>& values);
std::string plainValues(const std::vector<float>& values);
std::string plainValues(const std::vector<double>& values);
std::string plainValues(const std::vector<std::string>& values);
std::string bits(const std::vector<bool>& values);
/// Bytes of plain values of `width` bytes, apart.
std::string splitBytes(const std::string& plain, size_t width);
/// Runs where eight or more values are equal, else packed bits.
std::string hybrid(const std::vector<std::uint32_t>& values, unsigned width);
/// Blocks of 128 values in four parts.
std::string differences(const std::vector<std::int64_t>& values);
std::string lengthsThenTexts(const std::vector<std::string>& values);
std::string sharedBeginnings(const std::vector<std::string>& values);
/// Four bytes.
std::string word(std::uint32_t value);
std::string compressed(const std::string& bytes, std::int32_t codec);

} // namespace spacrd::test
