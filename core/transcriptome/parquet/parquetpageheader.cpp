#include "core/transcriptome/parquet/parquetpageheader.h"

#include "core/base/text.h"
#include "core/transcriptome/parquet/thrift.h"

#include <algorithm>
#include <vector>

namespace spacrd {

namespace {

// How much is read before it is known how long a header is. Statistics in it may hold two values of the column.
constexpr std::uint64_t firstTry = 256;
constexpr std::uint64_t longestHeader = 16 << 20;

std::uint32_t notNegative(std::int32_t value)
{
    if (value < 0)
        throw ThriftFailure{};
    return static_cast<std::uint32_t>(value);
}

void readDataPage(ThriftReader& reader, ThriftType type, PageHeader& header)
{
    reader.structure(type, [&](int id, ThriftType field) {
        switch (id) {
        case 1:
            header.values = notNegative(reader.int32(field));
            return true;
        case 2:
            header.encoding = reader.int32(field);
            return true;
        case 3:
            header.levelEncoding = reader.int32(field);
            return true;
        default:
            return false;
        }
    });
}

void readDictionaryPage(ThriftReader& reader, ThriftType type, PageHeader& header)
{
    reader.structure(type, [&](int id, ThriftType field) {
        if (id == 1)
            header.values = notNegative(reader.int32(field));
        else if (id == 2)
            header.encoding = reader.int32(field);
        return id == 1 || id == 2;
    });
}

void readDataPageV2(ThriftReader& reader, ThriftType type, PageHeader& header)
{
    reader.structure(type, [&](int id, ThriftType field) {
        switch (id) {
        case 1:
            header.values = notNegative(reader.int32(field));
            return true;
        case 4:
            header.encoding = reader.int32(field);
            return true;
        case 5:
            header.definitionLevelsBytes = notNegative(reader.int32(field));
            return true;
        case 6:
            header.repetitionLevelsBytes = notNegative(reader.int32(field));
            return true;
        case 7:
            header.compressed = reader.boolean(field);
            return true;
        default:
            return false;
        }
    });
}

/// The struct that describes a page of each type of parquet.thrift's PageType: 0 data, 1 index, 2 dictionary, 3 data of
/// version 2.
PageKind kindOf(std::int32_t type, int described)
{
    constexpr int descriptions[] = {5, 6, 7, 8};
    constexpr PageKind kinds[] = {PageKind::data, PageKind::index, PageKind::dictionary, PageKind::dataV2};
    if (type < 0 || type > 3 || (type != 1 && descriptions[type] != described))
        throw ThriftFailure{};
    return kinds[type];
}

PageHeader parse(std::span<const std::uint8_t> bytes)
{
    ThriftReader reader(bytes);
    PageHeader header;
    std::int32_t type = -1;
    int described = 0;
    reader.structure([&](int id, ThriftType field) {
        if (id >= 5 && id <= 8) {
            if (described != 0)
                throw ThriftFailure{}; // two descriptions would be mixed
            described = id;
        }
        switch (id) {
        case 1:
            type = reader.int32(field);
            return true;
        case 2:
            header.uncompressedBytes = notNegative(reader.int32(field));
            return true;
        case 3:
            header.bytes = notNegative(reader.int32(field));
            return true;
        case 4:
            header.checksum = static_cast<std::uint32_t>(reader.int32(field));
            return true;
        case 5:
            readDataPage(reader, field, header);
            return true;
        case 7:
            readDictionaryPage(reader, field, header);
            return true;
        case 8:
            readDataPageV2(reader, field, header);
            return true;
        default:
            return false;
        }
    });
    header.kind = kindOf(type, described);
    header.headerBytes = static_cast<std::uint32_t>(reader.position());
    const std::uint64_t levels = std::uint64_t(header.definitionLevelsBytes) + header.repetitionLevelsBytes;
    if (levels > header.bytes || levels > header.uncompressedBytes)
        throw ThriftFailure{};
    return header;
}

} // namespace

PageHeader readPageHeader(ParquetFile& file, std::uint64_t offset, std::uint64_t end, const ColumnPlace& place)
{
    std::vector<std::uint8_t> bytes;
    for (std::uint64_t size = std::min(firstTry, end - offset);; size = std::min(size * 8, end - offset)) {
        bytes.resize(static_cast<size_t>(size));
        file.read(offset, bytes);
        try {
            const PageHeader header = parse(bytes);
            if (header.bytes > end - offset - header.headerBytes) {
                place.damaged(
                    SPACRD_TR("core", "A page of the Parquet column \"%1\" claims %2 bytes, more than its place holds."),
                    {std::to_string(header.bytes)});
            }
            return header;
        } catch (const ThriftFailure& failure) {
            if (!failure.cutShort || size == end - offset || size > longestHeader)
                place.damaged(SPACRD_TR("core", "A page header of the Parquet column \"%1\" is damaged."));
        }
    }
}

} // namespace spacrd
