#include "core/transcriptome/parquet/parquetvalues.h"

#include "core/base/text.h"
#include "core/transcriptome/parquet/parquetbits.h"
#include "core/transcriptome/parquet/parquetdelta.h"
#include "core/transcriptome/parquet/parquetfixed.h"
#include "core/transcriptome/parquet/parquettexts.h"

#include <algorithm>
#include <type_traits>

namespace spacrd {

namespace {

constexpr const char* tooFew = SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do.");

/// A page without a byte: one of nulls.
template <typename Value>
class NothingDecoder : public ValueDecoder<Value>
{
public:
    explicit NothingDecoder(const ColumnPlace& place)
        : m_place(&place)
    {}

    void read(std::span<Value> out) override
    {
        if (!out.empty())
            m_place->damaged(tooFew);
    }

private:
    const ColumnPlace* m_place;
};

/// Truth values, one bit each.
class BitDecoder : public ValueDecoder<std::int64_t>
{
public:
    BitDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_bytes(bytes)
        , m_place(&place)
    {}

    void read(std::span<std::int64_t> out) override
    {
        if (out.size() > std::uint64_t(m_bytes.size()) * 8 - m_bit)
            m_place->damaged(tooFew);
        for (std::int64_t& value : out)
            value = static_cast<std::int64_t>(bitsAt(m_bytes, m_bit++, 1));
    }

private:
    std::span<const std::uint8_t> m_bytes;
    const ColumnPlace* m_place;
    std::uint64_t m_bit = 0;
};

/// Truth values in runs.
class RunDecoder : public ValueDecoder<std::int64_t>
{
public:
    RunDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_bits(bytes, 1, place)
        , m_place(&place)
    {}

    void read(std::span<std::int64_t> out) override
    {
        m_read.resize(out.size());
        m_bits.read(m_read);
        for (size_t i = 0; i < out.size(); ++i) {
            if (m_read[i] > 1)
                m_place->damaged(SPACRD_TR("core", "A truth value of the Parquet column \"%1\" is neither 0 nor 1."));
            out[i] = m_read[i];
        }
    }

private:
    HybridDecoder m_bits;
    const ColumnPlace* m_place;
    std::vector<std::uint32_t> m_read;
};

/// Whole numbers as differences; those of 32 bits wrap around there.
template <typename Stored>
class DifferenceDecoder : public ValueDecoder<std::int64_t>
{
public:
    DifferenceDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_values(bytes, place)
    {}

    void read(std::span<std::int64_t> out) override
    {
        m_values.read(out);
        for (std::int64_t& value : out)
            value = static_cast<std::int64_t>(static_cast<Stored>(value));
    }

private:
    DeltaDecoder m_values;
};

/// Indices of a dictionary, behind a byte that tells their width.
template <typename Value>
class DictionaryDecoder : public ValueDecoder<Value>
{
public:
    DictionaryDecoder(std::span<const std::uint8_t> bytes, const std::vector<Value>& dictionary, const ColumnPlace& place)
        : m_dictionary(&dictionary)
        , m_place(&place)
        , m_indices(bytes.subspan(1), widthOf(bytes, place), place)
    {}

    void read(std::span<Value> out) override
    {
        m_read.resize(out.size());
        m_indices.read(m_read);
        for (size_t i = 0; i < out.size(); ++i) {
            if (m_read[i] >= m_dictionary->size()) {
                m_place->damaged(
                    SPACRD_TR("core", "A value of the Parquet column \"%1\" is number %2 of a dictionary that has %3."),
                    {toWord(static_cast<long long>(m_read[i]) + 1), toWord(m_dictionary->size())});
            }
            out[i] = (*m_dictionary)[m_read[i]];
        }
    }

private:
    static unsigned widthOf(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
    {
        if (bytes.front() > 32)
            place.damaged(SPACRD_TR("core", "The indices of the Parquet column \"%1\" have more than 32 bits."));
        return bytes.front();
    }

    const std::vector<Value>* m_dictionary;
    const ColumnPlace* m_place;
    HybridDecoder m_indices;
    std::vector<std::uint32_t> m_read;
};

template <typename Value>
using Decoder = std::unique_ptr<ValueDecoder<Value>>;

template <typename Value, typename Stored>
Decoder<Value> fixedDecoder(std::int32_t written, std::span<const std::uint8_t> bytes, const ColumnPlace& place)
{
    if (written == encoding::plain)
        return std::make_unique<PlainDecoder<Value, Stored>>(bytes, place);
    if (written == encoding::byteStreamSplit)
        return std::make_unique<SplitDecoder<Value, Stored>>(bytes, place);
    if constexpr (std::is_same_v<Value, std::int64_t>) {
        if (written == encoding::delta)
            return std::make_unique<DifferenceDecoder<Stored>>(bytes, place);
    }
    return nullptr;
}

/// Null when the encoding does not fit the type.
template <typename Value>
Decoder<Value> decoderOf(std::int32_t written, const SchemaColumn& column, std::span<const std::uint8_t> bytes,
                         const ColumnPlace& place)
{
    const ParquetType type = *column.type;
    if constexpr (std::is_same_v<Value, std::int64_t>) {
        const bool isUnsigned = column.meaning == ParquetMeaning::unsignedInteger;
        if (type == ParquetType::int64)
            return fixedDecoder<Value, std::int64_t>(written, bytes, place);
        if (type == ParquetType::int32)
            return isUnsigned ? fixedDecoder<Value, std::uint32_t>(written, bytes, place)
                              : fixedDecoder<Value, std::int32_t>(written, bytes, place);
        if (written == encoding::plain)
            return std::make_unique<BitDecoder>(bytes, place);
        if (written == encoding::runs) {
            const std::uint32_t length = takeLength(bytes, place);
            return std::make_unique<RunDecoder>(bytes.first(std::min<size_t>(length, bytes.size())), place);
        }
        return nullptr;
    } else if constexpr (std::is_same_v<Value, double>) {
        if (type == ParquetType::float64)
            return fixedDecoder<Value, double>(written, bytes, place);
        if (type == ParquetType::float32)
            return fixedDecoder<Value, float>(written, bytes, place);
        return fixedDecoder<Value, Half>(written, bytes, place);
    } else {
        return textDecoder(written, column, bytes, place);
    }
}

} // namespace

size_t plainBytes(const SchemaColumn& column)
{
    switch (*column.type) {
    case ParquetType::int32:
    case ParquetType::float32:
        return 4;
    case ParquetType::int64:
    case ParquetType::float64:
        return 8;
    case ParquetType::fixedBytes:
        return static_cast<size_t>(column.fixedLength);
    default:
        return 0;
    }
}

template <typename Value>
Decoder<Value> valueDecoder(std::int32_t written, const SchemaColumn& column, std::span<const std::uint8_t> bytes,
                            const std::vector<Value>* dictionary, const ColumnPlace& place)
{
    Decoder<Value> decoder;
    if (written == encoding::dictionary || written == encoding::plainDictionary) {
        if (!dictionary)
            place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" refers to a dictionary that it does not have."));
        if (!bytes.empty())
            decoder = std::make_unique<DictionaryDecoder<Value>>(bytes, *dictionary, place);
    } else if (!bytes.empty()) {
        decoder = decoderOf<Value>(written, column, bytes, place);
    }
    if (bytes.empty())
        return std::make_unique<NothingDecoder<Value>>(place);
    if (!decoder) {
        place.refuse(SPACRD_TR("core", "The values of the Parquet column \"%1\" are written in a way (encoding %2) that this "
                                       "version does not read."),
                     {std::to_string(written)}, SPACRD_TR("core", "write the table again without it"));
    }
    return decoder;
}

template Decoder<std::int64_t> valueDecoder(std::int32_t, const SchemaColumn&, std::span<const std::uint8_t>,
                                            const std::vector<std::int64_t>*, const ColumnPlace&);
template Decoder<double> valueDecoder(std::int32_t, const SchemaColumn&, std::span<const std::uint8_t>,
                                      const std::vector<double>*, const ColumnPlace&);
template Decoder<std::string_view> valueDecoder(std::int32_t, const SchemaColumn&, std::span<const std::uint8_t>,
                                                const std::vector<std::string_view>*, const ColumnPlace&);

} // namespace spacrd
