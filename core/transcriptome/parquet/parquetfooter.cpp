#include "core/transcriptome/parquet/parquetfooter.h"

#include "core/base/error.h"
#include "core/transcriptome/parquet/parquetfile.h"
#include "core/transcriptome/parquet/parquetschema.h"

#include <array>
#include <cstring>
#include <fstream>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "PAR1";
constexpr std::string_view encryptedMagic = "PARE";
constexpr size_t tailBytes = 8; // the footer's length and the magic bytes
constexpr const char* fetchAgain = SPACRD_TR("core", "fetch or copy the file again");

[[noreturn]] void throwLacks(const char* field, const fs::path& file)
{
    throw Error(Text(SPACRD_TR("core", "The Parquet table's footer lacks the field \"%1\"."), {field}), file, fetchAgain);
}

/// Fields of a struct that were there, by their number.
class Seen
{
public:
    void add(int id)
    {
        if (id >= 0 && id < 32)
            m_bits |= 1U << id;
    }
    void require(int id, const char* name, const fs::path& file) const
    {
        if ((m_bits >> id & 1U) == 0)
            throwLacks(name, file);
    }

private:
    std::uint32_t m_bits = 0;
};

void readChunkMeta(ThriftReader& reader, ThriftType type, ColumnChunk& chunk, const fs::path& file)
{
    Seen seen;
    reader.structure(type, [&](int id, ThriftType field) {
        seen.add(id);
        switch (id) {
        case 1:
            chunk.type = reader.int32(field);
            return true;
        case 3:
            reader.list(field, [&](ThriftType element) { chunk.path = reader.binary(element); });
            return true;
        case 4:
            chunk.codec = reader.int32(field);
            return true;
        case 5:
            chunk.values = reader.int64(field);
            return true;
        case 7:
            chunk.bytes = reader.int64(field);
            return true;
        case 9:
            chunk.dataPage = reader.int64(field);
            return true;
        case 11:
            chunk.dictionaryPage = reader.int64(field);
            return true;
        default:
            return false;
        }
    });
    seen.require(1, "type", file);
    seen.require(3, "path_in_schema", file);
    seen.require(4, "codec", file);
    seen.require(5, "num_values", file);
    seen.require(7, "total_compressed_size", file);
    seen.require(9, "data_page_offset", file);
}

ColumnChunk readChunk(ThriftReader& reader, ThriftType type, const fs::path& file)
{
    ColumnChunk chunk;
    bool described = false;
    reader.structure(type, [&](int id, ThriftType field) {
        if (id == 1)
            chunk.elsewhere = !reader.binary(field).empty();
        else if (id == 3)
            readChunkMeta(reader, field, chunk, file);
        else if (id == 8)
            chunk.encrypted = true;
        described = described || id == 3;
        return id == 1 || id == 3;
    });
    if (!described && !chunk.encrypted)
        throwLacks("meta_data", file);
    return chunk;
}

RowGroup readRowGroup(ThriftReader& reader, ThriftType type, const fs::path& file)
{
    RowGroup group;
    Seen seen;
    reader.structure(type, [&](int id, ThriftType field) {
        seen.add(id);
        if (id == 1) {
            group.chunks.clear();
            reader.list(field, [&](ThriftType element) { group.chunks.push_back(readChunk(reader, element, file)); });
        } else if (id == 3) {
            group.rows = reader.int64(field);
        }
        return id == 1 || id == 3;
    });
    seen.require(1, "columns", file);
    seen.require(3, "num_rows", file);
    return group;
}

void checkRows(const ParquetFooter& footer, std::int64_t rows, size_t leaves, const fs::path& file)
{
    std::int64_t left = rows;
    for (const RowGroup& group : footer.groups) {
        if (group.chunks.size() != leaves) {
            throw Error(Text(SPACRD_TR("core", "A row group of the Parquet table has %1 columns where its schema has %2."),
                             {toWord(group.chunks.size()), toWord(leaves)}),
                        file, fetchAgain);
        }
        if (group.rows < 0 || group.rows > left) {
            left = -1;
            break;
        }
        left -= group.rows;
    }
    if (left != 0) {
        throw Error(Text(SPACRD_TR("core", "The Parquet table's field \"num_rows\" says %1, its row groups say otherwise."),
                         {std::to_string(rows)}),
                    file, fetchAgain);
    }
}

void parseFooter(ParquetFooter& footer, const fs::path& file)
{
    ThriftReader reader(footer.bytes);
    std::vector<SchemaElement> schema;
    std::int64_t rows = 0;
    Seen seen;
    reader.structure([&](int id, ThriftType field) {
        seen.add(id);
        switch (id) {
        case 2:
            schema.clear();
            reader.list(field, [&](ThriftType element) { schema.push_back(readSchemaElement(reader, element)); });
            return true;
        case 3:
            rows = reader.int64(field);
            return true;
        case 4:
            footer.groups.clear();
            reader.list(field, [&](ThriftType element) { footer.groups.push_back(readRowGroup(reader, element, file)); });
            return true;
        default:
            return false;
        }
    });
    seen.require(2, "schema", file);
    seen.require(3, "num_rows", file);
    seen.require(4, "row_groups", file);
    size_t leaves = 0;
    footer.columns = schemaColumns(schema, leaves, file);
    checkRows(footer, rows, leaves, file);
}

} // namespace

bool isParquet(const fs::path& file)
{
    std::array<char, magic.size()> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), start.size());
    const std::string_view found(start.data(), start.size());
    return found == magic || found == encryptedMagic;
}

ParquetFooter readParquetFooter(ParquetFile& file)
{
    std::array<std::uint8_t, tailBytes> tail{};
    std::array<std::uint8_t, magic.size()> head{};
    std::string_view end;
    if (file.size() >= head.size() + tail.size()) {
        file.read(0, head);
        file.read(file.size() - tail.size(), tail);
        end = {reinterpret_cast<const char*>(tail.data()) + 4, magic.size()};
    }
    if (end == encryptedMagic)
        throw Error(SPACRD_TR("core", "The Parquet table is encrypted, which this version does not read."), file.path());
    if (end != magic || std::memcmp(head.data(), magic.data(), magic.size()) != 0) {
        throw Error(
            SPACRD_TR("core", "The file is not a Parquet table, or it is cut short: \"PAR1\" does not stand at both ends."),
            file.path(), fetchAgain);
    }
    std::uint32_t length = 0;
    std::memcpy(&length, tail.data(), sizeof length);
    if (length > file.size() - head.size() - tail.size()) {
        throw Error(Text(SPACRD_TR("core", "The Parquet table's footer claims %1 bytes, more than the file holds."),
                         {std::to_string(length)}),
                    file.path(), fetchAgain);
    }
    ParquetFooter footer;
    footer.begin = file.size() - tail.size() - length;
    footer.bytes.resize(length);
    file.read(footer.begin, footer.bytes);
    try {
        parseFooter(footer, file.path());
    } catch (const ThriftFailure&) {
        throw Error(SPACRD_TR("core", "The Parquet table's footer, which describes its columns, is damaged."), file.path(),
                    fetchAgain);
    }
    return footer;
}

} // namespace spacrd
