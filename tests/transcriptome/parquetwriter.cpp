#include "tests/transcriptome/parquetwriter.h"

#include "tests/support/gzipped.h"

#include <zlib.h>

#include <snappy.h>
#include <zstd.h>

namespace spacrd::test {

namespace {

std::string pageBytes(const PageParts& page, std::int32_t codec)
{
    const std::string levels = page.levels.value_or("");
    std::string body;
    size_t uncompressed = levels.size() + page.body.size();
    if (page.kind == parquet::dataV2) {
        body = levels + (page.compressed ? compressed(page.body, codec) : page.body);
    } else {
        const std::string whole = (page.levels ? word(static_cast<std::uint32_t>(levels.size())) + levels : "") + page.body;
        uncompressed = whole.size();
        body = compressed(whole, codec);
    }
    ThriftWriter header;
    header.int32(1, page.claimedKind.value_or(page.kind));
    header.int32(2, page.claimedUncompressed.value_or(static_cast<std::int32_t>(uncompressed)));
    header.int32(3, page.claimedBytes.value_or(static_cast<std::int32_t>(body.size())));
    if (page.checksum || page.withChecksum) {
        const auto right = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size()));
        header.int32(4, static_cast<std::int32_t>(page.checksum.value_or(right)));
    }
    ThriftWriter inner;
    inner.int32(1, page.values);
    if (page.kind == parquet::dataV2) {
        inner.int32(2, 0);
        inner.int32(3, page.values);
        inner.int32(4, page.encoding);
        inner.int32(5, page.claimedLevels.value_or(static_cast<std::int32_t>(levels.size())));
        inner.int32(6, 0);
        inner.boolean(7, page.compressed);
        header.structure(8, inner);
    } else {
        inner.int32(2, page.encoding);
        if (page.kind == parquet::data) {
            inner.int32(3, page.levelEncoding);
            inner.int32(4, parquet::runs);
        }
        header.structure(page.kind == parquet::data ? 5 : 7, inner);
    }
    return header.end() + body;
}

ThriftWriter schemaElement(const ColumnParts& column)
{
    ThriftWriter element;
    if (column.children == 0)
        element.int32(1, column.type);
    if (column.fixedLength != 0)
        element.int32(2, column.fixedLength);
    element.int32(3, column.repetition);
    element.binary(4, column.name);
    if (column.children != 0)
        element.int32(5, column.children);
    if (column.converted)
        element.int32(6, *column.converted);
    if (column.logical != 0) {
        ThriftWriter kind;
        if (column.logical == 10) {
            kind.int8(1, 64);
            kind.boolean(2, false);
        }
        ThriftWriter logical;
        logical.structure(column.logical, kind);
        element.structure(10, logical);
    }
    return element;
}

ThriftWriter chunk(const ColumnParts& column, std::int64_t rows, std::int64_t offset, std::int64_t bytes, std::int64_t dataOffset)
{
    ThriftWriter meta;
    meta.int32(1, column.claimedType.value_or(column.type));
    meta.int32List(2, {0});
    meta.binaryList(3, {column.claimedPath.value_or(column.name)});
    meta.int32(4, column.codec);
    meta.int64(5, column.claimedValues.value_or(rows));
    meta.int64(6, bytes);
    meta.int64(7, column.claimedBytes.value_or(bytes));
    meta.int64(9, column.claimedOffset.value_or(dataOffset));
    if (dataOffset != offset)
        meta.int64(11, offset);
    ThriftWriter written;
    if (!column.otherFile.empty())
        written.binary(1, column.otherFile);
    written.int64(2, 0);
    written.structure(3, meta);
    if (column.encrypted)
        written.structure(8, ThriftWriter());
    return written;
}

} // namespace

std::string compressed(const std::string& bytes, std::int32_t codec)
{
    std::string out;
    switch (codec) {
    case parquet::snappy:
        ::snappy::Compress(bytes.data(), bytes.size(), &out);
        return out;
    case parquet::gzip:
        return gzipped(bytes);
    case parquet::zstd:
        out.resize(ZSTD_compressBound(bytes.size()));
        out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
        return out;
    default:
        return bytes;
    }
}

std::string TableParts::bytes() const
{
    std::string file = "PAR1";
    std::vector<ThriftWriter> groups;
    std::uint64_t rows = 0; // may wrap around: a table can claim what it likes
    for (size_t group = 0; group < groupRows.size(); ++group) {
        std::vector<ThriftWriter> chunks;
        for (const ColumnParts& column : columns) {
            if (column.children != 0 || column.withoutChunk)
                continue;
            const size_t begin = file.size();
            std::optional<size_t> firstData;
            for (const PageParts& page : column.groups.at(group)) {
                if (!firstData && page.kind != parquet::dictionaryPage)
                    firstData = file.size();
                file += pageBytes(page, column.codec);
            }
            chunks.push_back(chunk(column, groupRows[group], static_cast<std::int64_t>(begin),
                                   static_cast<std::int64_t>(file.size() - begin),
                                   static_cast<std::int64_t>(firstData.value_or(begin))));
        }
        ThriftWriter written;
        written.structureList(1, chunks);
        written.int64(2, 0);
        written.int64(3, groupRows[group]);
        groups.push_back(written);
        rows += static_cast<std::uint64_t>(groupRows[group]);
    }
    ThriftWriter root;
    root.binary(4, "schema");
    std::int32_t top = 0;
    std::vector<ThriftWriter> schema{root};
    for (size_t i = 0; i < columns.size(); ++i) {
        schema.push_back(schemaElement(columns[i]));
        ++top;
        for (std::int32_t child = 0; child < columns[i - static_cast<size_t>(child)].children; ++child)
            schema.push_back(schemaElement(columns[++i]));
    }
    schema.front().int32(5, claimedColumns.value_or(top));
    ThriftWriter footer;
    footer.int32(1, 2);
    footer.structureList(2, schema);
    footer.int64(3, claimedRows.value_or(static_cast<std::int64_t>(rows)));
    footer.structureList(4, groups);
    std::string text = footer.end();
    if (changeFooter)
        changeFooter(text);
    return file + text + word(static_cast<std::uint32_t>(text.size())) + "PAR1";
}

} // namespace spacrd::test
