#include "core/transcriptome/parquet/parquetschema.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/transcriptome/parquet/parquetfile.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

// Of parquet.thrift: FieldRepetitionType and ConvertedType.
constexpr std::int32_t optionalField = 1;
constexpr std::int32_t repeatedField = 2;
constexpr std::int32_t decimal = 5;
constexpr std::int32_t firstUnsigned = 11;
constexpr std::int32_t lastUnsigned = 14;

/// LogicalType is a union: a struct of one field, whose number says which.
ParquetMeaning readLogicalType(ThriftReader& reader, ThriftType type)
{
    auto meaning = ParquetMeaning::asStored;
    reader.structure(type, [&](int kind, ThriftType inner) {
        if (kind == 5)
            meaning = ParquetMeaning::decimal;
        if (kind == 15)
            meaning = ParquetMeaning::half;
        if (kind != 10)
            return false;
        reader.structure(inner, [&](int id, ThriftType field) {
            if (id != 2)
                return false;
            if (!reader.boolean(field))
                meaning = ParquetMeaning::unsignedInteger;
            return true;
        });
        return true;
    });
    return meaning;
}

ParquetMeaning meaningOf(const SchemaElement& element)
{
    if (element.logical != ParquetMeaning::asStored || !element.converted)
        return element.logical;
    if (*element.converted == decimal)
        return ParquetMeaning::decimal;
    return *element.converted >= firstUnsigned && *element.converted <= lastUnsigned ? ParquetMeaning::unsignedInteger
                                                                                     : ParquetMeaning::asStored;
}

} // namespace

ParquetKind SchemaColumn::kind() const
{
    if (!type || repeated || meaning == ParquetMeaning::decimal)
        return ParquetKind::unsupported;
    switch (*type) {
    case ParquetType::boolean:
    case ParquetType::int32:
    case ParquetType::int64:
        return ParquetKind::integer;
    case ParquetType::float32:
    case ParquetType::float64:
        return ParquetKind::number;
    case ParquetType::bytes:
        return ParquetKind::text;
    case ParquetType::fixedBytes:
        return meaning == ParquetMeaning::half && fixedLength == 2 ? ParquetKind::number : ParquetKind::text;
    default:
        return ParquetKind::unsupported;
    }
}

SchemaElement readSchemaElement(ThriftReader& reader, ThriftType type)
{
    SchemaElement element;
    bool named = false;
    reader.structure(type, [&](int id, ThriftType field) {
        switch (id) {
        case 1:
            element.type = reader.int32(field);
            return true;
        case 2:
            element.fixedLength = reader.int32(field);
            return true;
        case 3:
            element.repetition = reader.int32(field);
            return true;
        case 4:
            element.name = reader.binary(field);
            named = true;
            return true;
        case 5:
            element.children = reader.int32(field);
            return true;
        case 6:
            element.converted = reader.int32(field);
            return true;
        case 10:
            element.logical = readLogicalType(reader, field);
            return true;
        default:
            return false;
        }
    });
    if (!named) // bounds what a byte of the footer can ask for
        throw ThriftFailure{};
    return element;
}

std::vector<SchemaColumn> schemaColumns(const std::vector<SchemaElement>& elements, size_t& leaves, const fs::path& file)
{
    std::vector<SchemaColumn> columns;
    leaves = 0;
    size_t open = 0; // elements that groups read so far still want below the column at hand
    for (size_t i = 1; i < elements.size(); ++i) {
        const SchemaElement& element = elements[i];
        const ColumnPlace place{file, printable(element.name)};
        if (element.type && (*element.type < 0 || *element.type > static_cast<int>(ParquetType::fixedBytes)))
            place.refuse(SPACRD_TR("core", "The Parquet column \"%1\" has a type that this version does not know."));
        if (element.repetition < 0 || element.repetition > repeatedField)
            place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" is neither required, optional nor repeated."));
        const bool group = !element.type;
        if (element.children < 0 || group == (element.children == 0))
            place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has neither a type nor columns below it, or both."));
        if (open > 0) {
            --open;
        } else {
            SchemaColumn column;
            column.name = element.name;
            if (!group)
                column.type = static_cast<ParquetType>(*element.type);
            column.meaning = meaningOf(element);
            column.optional = element.repetition == optionalField;
            column.repeated = element.repetition == repeatedField;
            column.fixedLength = element.fixedLength;
            column.leaf = leaves;
            columns.push_back(std::move(column));
        }
        open += static_cast<size_t>(element.children);
        leaves += group ? 0 : 1;
    }
    if (elements.empty() || open > 0 || elements.front().type
        || static_cast<std::int64_t>(columns.size()) != elements.front().children) {
        throw Error(SPACRD_TR("core", "The Parquet table's schema is damaged: a group has not as many columns as it says."), file,
                    SPACRD_TR("core", "fetch or copy the file again"));
    }
    return columns;
}

} // namespace spacrd
