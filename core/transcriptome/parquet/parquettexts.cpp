#include "core/transcriptome/parquet/parquettexts.h"

#include "core/base/text.h"
#include "core/transcriptome/parquet/parquetbits.h"
#include "core/transcriptome/parquet/parquetdelta.h"

#include <algorithm>

namespace spacrd {

namespace {

// Of texts put together in memory at once: mostSharedTexts of 16 KiB each. Without it a page of a megabyte could ask for
// gigabytes.
constexpr std::uint64_t mostSharedBytes = std::uint64_t(64) << 20;

constexpr const char* tooFew = SPACRD_TR("core", "A page of the Parquet column \"%1\" ends before its values do.");

/// The next `length` bytes as a text.
std::string_view takeText(std::span<const std::uint8_t>& bytes, std::uint64_t length, const ColumnPlace& place)
{
    if (length > bytes.size()) {
        place.damaged(SPACRD_TR("core", "A text of the Parquet column \"%1\" claims %2 bytes, more than its page holds."),
                      {std::to_string(length)});
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(length));
    bytes = bytes.subspan(static_cast<size_t>(length));
    return text;
}

/// Each text behind its length.
class PlainTextDecoder : public ValueDecoder<std::string_view>
{
public:
    PlainTextDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_bytes(bytes)
        , m_place(&place)
    {}

    void read(std::span<std::string_view> out) override
    {
        for (std::string_view& text : out)
            text = takeText(m_bytes, takeLength(m_bytes, *m_place), *m_place);
    }

private:
    std::span<const std::uint8_t> m_bytes;
    const ColumnPlace* m_place;
};

/// Texts of one length.
class FixedTextDecoder : public ValueDecoder<std::string_view>
{
public:
    FixedTextDecoder(std::span<const std::uint8_t> bytes, size_t length, const ColumnPlace& place)
        : m_bytes(bytes)
        , m_length(length)
        , m_place(&place)
    {}

    void read(std::span<std::string_view> out) override
    {
        for (std::string_view& text : out) {
            if (m_bytes.size() < m_length)
                m_place->damaged(tooFew);
            text = takeText(m_bytes, m_length, *m_place);
        }
    }

private:
    std::span<const std::uint8_t> m_bytes;
    size_t m_length;
    const ColumnPlace* m_place;
};

/// All lengths, then all texts.
class DeltaLengthDecoder : public ValueDecoder<std::string_view>
{
public:
    DeltaLengthDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_lengths(bytes, place)
        , m_texts(m_lengths.rest())
        , m_place(&place)
    {}

    void read(std::span<std::string_view> out) override
    {
        m_read.resize(out.size());
        m_lengths.read(m_read);
        for (size_t i = 0; i < out.size(); ++i)
            out[i] = takeText(m_texts, static_cast<std::uint64_t>(m_read[i]), *m_place); // a negative one is too long
    }

private:
    DeltaDecoder m_lengths;
    std::span<const std::uint8_t> m_texts;
    const ColumnPlace* m_place;
    std::vector<std::int64_t> m_read;
};

/// How much each text shares with the one before, then the texts without that.
class DeltaTextDecoder : public ValueDecoder<std::string_view>
{
public:
    DeltaTextDecoder(std::span<const std::uint8_t> bytes, const ColumnPlace& place)
        : m_shared(bytes, place)
        , m_ends(m_shared.rest(), place)
        , m_place(&place)
    {}

    void read(std::span<std::string_view> out) override
    {
        m_read.resize(out.size());
        m_shared.read(m_read);
        m_ends.read(out);
        std::uint64_t bytes = 0;
        std::uint64_t previous = m_previous.size();
        for (size_t i = 0; i < out.size(); ++i) {
            if (m_read[i] < 0 || static_cast<std::uint64_t>(m_read[i]) > previous) {
                m_place->damaged(
                    SPACRD_TR("core", "A text of the Parquet column \"%1\" shares more with the one before than that has."));
            }
            previous = static_cast<std::uint64_t>(m_read[i]) + out[i].size();
            bytes += previous;
            if (bytes > mostSharedBytes)
                m_place->refuse(SPACRD_TR("core", "The texts of the Parquet column \"%1\" are longer than this version reads."));
        }
        putTogether(out, static_cast<size_t>(bytes));
    }

private:
    void putTogether(std::span<std::string_view> out, size_t bytes)
    {
        m_texts.clear();
        m_texts.reserve(bytes); // views stay where they are
        std::string_view previous = m_previous;
        for (size_t i = 0; i < out.size(); ++i) {
            const size_t begin = m_texts.size();
            m_texts.append(previous.substr(0, static_cast<size_t>(m_read[i])));
            m_texts.append(out[i]);
            out[i] = std::string_view(m_texts).substr(begin);
            previous = out[i];
        }
        m_previous = std::string(previous);
    }

    DeltaDecoder m_shared;
    DeltaLengthDecoder m_ends;
    const ColumnPlace* m_place;
    std::vector<std::int64_t> m_read;
    std::string m_texts;
    std::string m_previous;
};

} // namespace

std::unique_ptr<ValueDecoder<std::string_view>> textDecoder(std::int32_t written, const SchemaColumn& column,
                                                            std::span<const std::uint8_t> bytes, const ColumnPlace& place)
{
    const bool fixed = *column.type == ParquetType::fixedBytes;
    if (written == encoding::plain && fixed)
        return std::make_unique<FixedTextDecoder>(bytes, static_cast<size_t>(column.fixedLength), place);
    if (written == encoding::plain)
        return std::make_unique<PlainTextDecoder>(bytes, place);
    if (written == encoding::deltaLength && !fixed)
        return std::make_unique<DeltaLengthDecoder>(bytes, place);
    if (written == encoding::deltaText) // for texts of one length the format promises that they come out so
        return std::make_unique<DeltaTextDecoder>(bytes, place);
    return nullptr;
}

} // namespace spacrd
