#include "core/phantom/parquetpositions.h"

#include "core/phantom/thriftwriter.h"

#include <snappy.h>

#include <algorithm>
#include <bit>
#include <span>

namespace spacrd::phantom {

namespace {

constexpr size_t rowsOfGroup = 100000;

// Numbers of parquet.thrift.
constexpr std::int32_t typeInt64 = 2;
constexpr std::int32_t typeDouble = 5;
constexpr std::int32_t typeBytes = 6;
constexpr std::int32_t convertedUtf8 = 0;
constexpr std::int32_t encodingPlain = 0;
constexpr std::int32_t encodingRuns = 3;
constexpr std::int32_t codecSnappy = 1;
constexpr std::int32_t required = 0;

struct Column
{
    const char* name;
    std::int32_t type;
    void (*append)(std::string& values, const PlannedSpot& spot);
};

/// Numbers lie in the file with their lowest byte first.
template <typename Word>
void appendWord(std::string& values, Word word)
{
    for (size_t byte = 0; byte < sizeof(Word); ++byte)
        values += static_cast<char>(word >> (8 * byte) & 0xff);
}

void appendWhole(std::string& values, int number)
{
    appendWord(values, static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
}

void appendReal(std::string& values, double number)
{
    appendWord(values, std::bit_cast<std::uint64_t>(number));
}

void appendText(std::string& values, const std::string& text)
{
    appendWord(values, static_cast<std::uint32_t>(text.size()));
    values += text;
}

constexpr Column columns[] = {
    {"barcode", typeBytes, [](std::string& to, const PlannedSpot& spot) { appendText(to, spot.barcode); }},
    {"in_tissue", typeInt64, [](std::string& to, const PlannedSpot& spot) { appendWhole(to, spot.inTissue ? 1 : 0); }},
    {"array_row", typeInt64, [](std::string& to, const PlannedSpot& spot) { appendWhole(to, spot.arrayRow); }},
    {"array_col", typeInt64, [](std::string& to, const PlannedSpot& spot) { appendWhole(to, spot.arrayCol); }},
    {"pxl_row_in_fullres", typeDouble, [](std::string& to, const PlannedSpot& spot) { appendReal(to, spot.fullres.y); }},
    {"pxl_col_in_fullres", typeDouble, [](std::string& to, const PlannedSpot& spot) { appendReal(to, spot.fullres.x); }},
};

std::vector<ThriftWriter> schema()
{
    std::vector<ThriftWriter> elements(1);
    elements[0].binary(4, "schema");
    elements[0].int32(5, static_cast<std::int32_t>(std::size(columns)));
    for (const Column& column : columns) {
        ThriftWriter& element = elements.emplace_back();
        element.int32(1, column.type);
        element.int32(3, required);
        element.binary(4, column.name);
        if (column.type == typeBytes)
            element.int32(6, convertedUtf8);
    }
    return elements;
}

/// Adds the page of one column and returns what the footer says of it.
ThriftWriter addColumn(std::string& file, const Column& column, std::span<const PlannedSpot> spots)
{
    std::string values;
    for (const PlannedSpot& spot : spots)
        column.append(values, spot);
    std::string packed;
    snappy::Compress(values.data(), values.size(), &packed);
    ThriftWriter page;
    page.int32(1, static_cast<std::int32_t>(spots.size()));
    page.int32(2, encodingPlain);
    page.int32(3, encodingRuns);
    page.int32(4, encodingRuns);
    ThriftWriter header;
    header.int32(1, 0); // a data page
    header.int32(2, static_cast<std::int32_t>(values.size()));
    header.int32(3, static_cast<std::int32_t>(packed.size()));
    header.structure(5, page);

    const auto offset = static_cast<std::int64_t>(file.size());
    const std::string head = header.end();
    file += head + packed;
    ThriftWriter facts;
    facts.int32(1, column.type);
    facts.int32List(2, {encodingPlain, encodingRuns});
    facts.binaryList(3, {column.name});
    facts.int32(4, codecSnappy);
    facts.int64(5, static_cast<std::int64_t>(spots.size()));
    facts.int64(6, static_cast<std::int64_t>(head.size() + values.size()));
    facts.int64(7, static_cast<std::int64_t>(head.size() + packed.size()));
    facts.int64(9, offset);
    ThriftWriter chunk;
    chunk.int64(2, offset);
    chunk.structure(3, facts);
    return chunk;
}

} // namespace

std::string positionsParquet(const std::vector<PlannedSpot>& spots)
{
    std::string file = "PAR1";
    std::vector<ThriftWriter> groups;
    for (size_t first = 0; first < spots.size(); first += rowsOfGroup) {
        const std::span group = std::span(spots).subspan(first, std::min(rowsOfGroup, spots.size() - first));
        const size_t begin = file.size();
        std::vector<ThriftWriter> chunks;
        for (const Column& column : columns)
            chunks.push_back(addColumn(file, column, group));
        ThriftWriter& facts = groups.emplace_back();
        facts.structureList(1, chunks);
        facts.int64(2, static_cast<std::int64_t>(file.size() - begin));
        facts.int64(3, static_cast<std::int64_t>(group.size()));
    }
    ThriftWriter footer;
    footer.int32(1, 1);
    footer.structureList(2, schema());
    footer.int64(3, static_cast<std::int64_t>(spots.size()));
    footer.structureList(4, groups);
    footer.binary(6, "SpaCRD Studio phantom");
    const std::string bytes = footer.end();
    file += bytes;
    appendWord(file, static_cast<std::uint32_t>(bytes.size()));
    return file + "PAR1";
}

} // namespace spacrd::phantom
