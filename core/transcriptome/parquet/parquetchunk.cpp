#include "core/transcriptome/parquet/parquetchunk.h"

#include "core/base/task.h"
#include "core/base/text.h"
#include "core/transcriptome/parquet/parquetbits.h"
#include "core/transcriptome/parquet/parquettexts.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <type_traits>

namespace spacrd {

namespace {

constexpr size_t mostRows = 65'536; // of a batch

template <typename Value>
Value nullValue()
{
    if constexpr (std::is_same_v<Value, double>)
        return std::numeric_limits<double>::quiet_NaN();
    else
        return Value();
}

template <typename Value>
class TypedColumnReader : public ColumnReader
{
public:
    TypedColumnReader(ParquetFile& file, const SchemaColumn& column)
        : m_file(&file)
        , m_column(&column)
        , m_place{file.path(), column.name}
    {}

    void open(const RowGroup& group, std::uint64_t end) override
    {
        const ColumnChunk& chunk = group.chunks[m_column->leaf];
        m_pages.open(chunk, end, m_place);
        if (chunk.path != m_column->name || chunk.type != static_cast<std::int32_t>(*m_column->type)) {
            m_place.damaged(
                SPACRD_TR("core", "A row group has another column than the schema where \"%1\" of the Parquet table should be."));
        }
        if (chunk.values != group.rows) {
            m_place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has %2 values in a row group of %3 rows."),
                            {std::to_string(chunk.values), std::to_string(group.rows)});
        }
        m_rowsLeft = chunk.values;
        m_pageLeft = 0;
        m_decoder.reset();
        m_dictionary.reset();
    }

    size_t available(const Task& task) override
    {
        while (m_pageLeft == 0) {
            task.check();
            nextPage();
        }
        return std::min<size_t>(m_pageLeft, m_sharedTexts ? mostSharedTexts : mostRows);
    }

    ParquetValues read(size_t rows) override
    {
        m_pageLeft -= static_cast<std::uint32_t>(rows);
        m_rowsLeft -= static_cast<std::int64_t>(rows);
        m_values.resize(rows);
        if (m_levels)
            readWithNulls(rows);
        else
            m_decoder->read(m_values);
        checkValues();
        ParquetValues values;
        values.kind = m_column->kind();
        values.nulls = m_nulls;
        if constexpr (std::is_same_v<Value, std::int64_t>)
            values.integers = m_values;
        else if constexpr (std::is_same_v<Value, double>)
            values.numbers = m_values;
        else
            values.texts = m_values;
        return values;
    }

private:
    void nextPage()
    {
        // A dictionary's texts lie in its bytes, so they are kept apart from those of the pages.
        const ChunkPages::Page page = m_pages.next(*m_file, *m_column, m_bytes, m_place);
        if (page.dictionary) {
            readDictionary(page);
            return;
        }
        if (page.values > m_rowsLeft)
            m_place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has more values than the table has rows."));
        m_decoder = valueDecoder<Value>(page.encoding, *m_column, page.bytes, m_dictionary ? &*m_dictionary : nullptr, m_place);
        m_sharedTexts = page.encoding == encoding::deltaText;
        if (m_column->optional)
            m_levels.emplace(page.levels, 1U, m_place);
        m_pageLeft = page.values;
    }

    void readDictionary(const ChunkPages::Page& page)
    {
        const bool isPlain = page.encoding == encoding::plain || page.encoding == encoding::plainDictionary;
        const size_t bytes = plainBytes(*m_column) > 0 ? plainBytes(*m_column) : sizeof(std::uint32_t); // a text's length
        if (m_dictionary || !isPlain || *m_column->type == ParquetType::boolean || page.values > page.bytes.size() / bytes)
            m_place.damaged(SPACRD_TR("core", "The dictionary of the Parquet column \"%1\" is damaged."));
        m_dictionaryBytes.swap(m_bytes);
        m_dictionary.emplace(page.values);
        valueDecoder<Value>(encoding::plain, *m_column, m_dictionaryBytes, nullptr, m_place)->read(*m_dictionary);
    }

    void readWithNulls(size_t rows)
    {
        m_present.resize(rows);
        m_levels->read(m_present);
        m_nulls.resize(rows);
        size_t count = 0;
        for (size_t i = 0; i < rows; ++i) {
            if (m_present[i] > 1)
                m_place.damaged(SPACRD_TR("core", "A value of the Parquet column \"%1\" is neither there nor null."));
            m_nulls[i] = m_present[i] == 0;
            count += m_present[i];
        }
        m_decoder->read(std::span(m_values).first(count));
        if (count == rows)
            return;
        for (size_t i = rows; i-- > 0;) // from behind: a value only ever moves back
            m_values[i] = m_nulls[i] != 0 ? nullValue<Value>() : m_values[--count];
    }

    void checkValues() const
    {
        if constexpr (std::is_same_v<Value, std::int64_t>) {
            if (m_column->meaning == ParquetMeaning::unsignedInteger
                && std::any_of(m_values.begin(), m_values.end(), [](std::int64_t value) { return value < 0; }))
                m_place.refuse(SPACRD_TR("core", "The Parquet column \"%1\" holds a number beyond 9223372036854775807."));
        }
    }

    ParquetFile* m_file;
    const SchemaColumn* m_column;
    ColumnPlace m_place;
    ChunkPages m_pages;
    std::int64_t m_rowsLeft = 0;
    std::uint32_t m_pageLeft = 0;
    bool m_sharedTexts = false;
    std::vector<std::uint8_t> m_bytes;
    std::vector<std::uint8_t> m_dictionaryBytes;
    std::optional<std::vector<Value>> m_dictionary;
    std::optional<HybridDecoder> m_levels;
    std::unique_ptr<ValueDecoder<Value>> m_decoder;
    std::vector<std::uint32_t> m_present;
    std::vector<std::uint8_t> m_nulls;
    std::vector<Value> m_values;
};

} // namespace

std::unique_ptr<ColumnReader> columnReader(ParquetFile& file, const SchemaColumn& column)
{
    switch (column.kind()) {
    case ParquetKind::integer:
        return std::make_unique<TypedColumnReader<std::int64_t>>(file, column);
    case ParquetKind::number:
        return std::make_unique<TypedColumnReader<double>>(file, column);
    default:
        return std::make_unique<TypedColumnReader<std::string_view>>(file, column);
    }
}

} // namespace spacrd
