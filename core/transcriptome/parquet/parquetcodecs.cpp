#include "core/transcriptome/parquet/parquetcodecs.h"

#include "core/base/text.h"

#include <snappy.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <iterator>

namespace spacrd {

namespace {

// Of parquet.thrift: CompressionCodec.
enum Codec : std::int32_t
{
    none = 0,
    snappyCodec = 1,
    gzip = 2,
    zstd = 6,
};

constexpr const char* codecNames[] = {"none", "snappy", "gzip", "LZO", "brotli", "LZ4", "zstd", "LZ4 (raw)"};

/// The most bytes that so many packed ones can stand for.
std::uint64_t mostBytes(std::int32_t codec, std::uint64_t packed)
{
    switch (codec) {
    case snappyCodec:
        return packed * 22; // three bytes copy 64 at most
    case gzip:
        return packed * 1032; // deflate's limit
    case zstd:
        // Blocks of one repeated byte know no useful limit: what gzip reaches is believed, and a page of the size writers use.
        return std::max<std::uint64_t>(packed * 1032, 16 << 20);
    default:
        return packed;
    }
}

bool unpackGzip(std::span<const std::uint8_t> in, std::span<std::uint8_t> out)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 32) != Z_OK) // +32: with gzip's or zlib's header
        return false;
    stream.next_in = const_cast<Bytef*>(in.data()); // zlib does not write there
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    int status = inflate(&stream, Z_FINISH);
    while (status == Z_STREAM_END && stream.avail_in > 0 && stream.avail_out > 0) { // gzip may be of several members
        inflateReset(&stream);
        status = inflate(&stream, Z_FINISH);
    }
    const bool whole = status == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return whole;
}

bool unpack(std::int32_t codec, std::span<const std::uint8_t> in, std::span<std::uint8_t> out)
{
    const auto* packed = reinterpret_cast<const char*>(in.data());
    switch (codec) {
    case snappyCodec: {
        size_t length = 0;
        return snappy::GetUncompressedLength(packed, in.size(), &length) && length == out.size()
               && snappy::RawUncompress(packed, in.size(), reinterpret_cast<char*>(out.data()));
    }
    case gzip:
        return unpackGzip(in, out);
    case zstd:
        return ZSTD_decompress(out.data(), out.size(), in.data(), in.size()) == out.size();
    default:
        if (in.size() != out.size())
            return false;
        std::copy(in.begin(), in.end(), out.begin());
        return true;
    }
}

} // namespace

void checkCodec(std::int32_t codec, const ColumnPlace& place)
{
    if (codec == none || codec == snappyCodec || codec == gzip || codec == zstd)
        return;
    const bool known = codec >= 0 && codec < static_cast<std::int32_t>(std::size(codecNames));
    place.refuse(SPACRD_TR("core", "The Parquet column \"%1\" is compressed with %2, which this version does not read."),
                 {known ? std::string(codecNames[codec]) : std::to_string(codec)},
                 SPACRD_TR("core", "write the table with snappy, gzip, zstd or without compression"));
}

void decompress(std::int32_t codec, std::span<const std::uint8_t> in, std::uint32_t uncompressedBytes,
                std::vector<std::uint8_t>& out, const ColumnPlace& place)
{
    if (uncompressedBytes > mostBytes(codec, in.size())) {
        place.damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" claims to hold %2 bytes in %3, more than it can."),
                      {std::to_string(uncompressedBytes), toWord(in.size())});
    }
    out.resize(uncompressedBytes);
    if (!out.empty() && !unpack(codec, in, out))
        place.damaged(SPACRD_TR("core", "A compressed page of the Parquet column \"%1\" is damaged."));
}

} // namespace spacrd
