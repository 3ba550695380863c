#include "core/base/text.h"
#include "core/transcriptome/parquet/parquetbits.h"
#include "core/transcriptome/parquet/parquetchunk.h"
#include "core/transcriptome/parquet/parquetcodecs.h"
#include "core/transcriptome/parquet/parquetpageheader.h"
#include "core/transcriptome/parquet/parquetvalues.h"

#include <zlib.h>

#include <algorithm>

namespace spacrd {

namespace {

constexpr std::uint64_t firstPage = 4;   // behind the magic bytes
constexpr std::int32_t levelsInRuns = 3; // the encoding RLE of parquet.thrift

void checkChecksum(const PageHeader& header, std::span<const std::uint8_t> page, const ColumnPlace& place)
{
    if (header.checksum && crc32_z(0, page.data(), page.size()) != *header.checksum)
        place.damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" differs from its checksum."));
}

/// No way of writing numbers takes much more than the plain one.
void checkSize(const PageHeader& header, const SchemaColumn& column, const ColumnPlace& place)
{
    const std::uint64_t bytes = plainBytes(column);
    constexpr std::uint64_t heads = 1 << 16;
    if (bytes > 0 && header.uncompressedBytes > heads + std::uint64_t(header.values) * (2 * bytes + 4)) {
        place.damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" claims %2 bytes for %3 values."),
                      {std::to_string(header.uncompressedBytes), std::to_string(header.values)});
    }
}

} // namespace

void ChunkPages::open(const ColumnChunk& chunk, std::uint64_t end, const ColumnPlace& place)
{
    if (chunk.encrypted)
        place.refuse(SPACRD_TR("core", "The Parquet column \"%1\" is encrypted, which this version does not read."));
    if (chunk.elsewhere)
        place.refuse(SPACRD_TR("core", "The Parquet column \"%1\" is kept in another file, which is not read."));
    checkCodec(chunk.codec, place);
    // Writers without a dictionary leave its offset out or write 0; some name the dictionary's page as the first of data.
    std::int64_t begin = chunk.dataPage;
    if (chunk.dictionaryPage > 0)
        begin = std::min(begin, chunk.dictionaryPage);
    if (begin < static_cast<std::int64_t>(firstPage) || chunk.bytes < 0 || static_cast<std::uint64_t>(begin) > end
        || static_cast<std::uint64_t>(chunk.bytes) > end - static_cast<std::uint64_t>(begin)) {
        place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has %2 bytes from %3 on, which do not lie in the file."),
                      {std::to_string(chunk.bytes), std::to_string(begin)});
    }
    m_codec = chunk.codec;
    m_offset = static_cast<std::uint64_t>(begin);
    m_end = m_offset + static_cast<std::uint64_t>(chunk.bytes);
}

ChunkPages::Page ChunkPages::next(ParquetFile& file, const SchemaColumn& column, std::vector<std::uint8_t>& bytes,
                                  const ColumnPlace& place)
{
    PageHeader header;
    do {
        if (m_offset >= m_end)
            place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has fewer values than the table has rows."));
        header = readPageHeader(file, m_offset, m_end, place);
        m_offset += header.headerBytes + std::uint64_t(header.bytes);
    } while (header.kind == PageKind::index);

    checkSize(header, column, place);
    m_packed.resize(header.bytes);
    file.read(m_offset - header.bytes, m_packed);
    checkChecksum(header, m_packed, place);

    Page page;
    page.dictionary = header.kind == PageKind::dictionary;
    page.values = header.values;
    page.encoding = header.encoding;
    if (header.kind == PageKind::dataV2) {
        const std::span<const std::uint8_t> packed(m_packed);
        const std::uint32_t levels = header.definitionLevelsBytes + header.repetitionLevelsBytes;
        page.levels = packed.subspan(header.repetitionLevelsBytes, header.definitionLevelsBytes);
        decompress(header.compressed ? m_codec : 0, packed.subspan(levels), header.uncompressedBytes - levels, bytes, place);
        page.bytes = bytes;
        return page;
    }
    decompress(m_codec, m_packed, header.uncompressedBytes, bytes, place);
    page.bytes = bytes;
    if (header.kind == PageKind::data && column.optional) {
        if (header.levelEncoding != levelsInRuns) {
            place.refuse(SPACRD_TR("core", "The nulls of the Parquet column \"%1\" are marked in a way (encoding %2) that this "
                                           "version does not read."),
                         {std::to_string(header.levelEncoding)});
        }
        const std::uint32_t length = takeLength(page.bytes, place);
        if (length > page.bytes.size())
            place.damaged(SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do."));
        page.levels = page.bytes.first(length);
        page.bytes = page.bytes.subspan(length);
    }
    return page;
}

} // namespace spacrd
