#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace spacrd {

/// Thrown by ThriftReader; its callers make an Error of it.
struct ThriftFailure
{
    bool cutShort = false; ///< more bytes could mend it
};

enum class ThriftType : std::uint8_t
{
    stop = 0,
    yes = 1,
    no = 2,
    int8 = 3,
    int16 = 4,
    int32 = 5,
    int64 = 6,
    real = 7,
    binary = 8,
    list = 9,
    set = 10,
    map = 11,
    structure = 12,
};

/// Reads what Thrift's compact protocol wrote, as far as Parquet's metadata needs it; every size is checked against the bytes
/// that are left, and the type of a value against that of its field. Throws ThriftFailure. Format:
/// https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
class ThriftReader
{
public:
    explicit ThriftReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {}

    /// Bytes read so far.
    size_t position() const { return m_position; }

    /// Calls `read(id, type)` for every field of a struct; where it returns false it has read nothing, and the field is skipped.
    template <typename ReadField>
    void structure(ReadField&& read);
    /// A field that holds a struct.
    template <typename ReadField>
    void structure(ThriftType type, ReadField&& read);
    /// Calls `read(elementType)` for every element of a list.
    template <typename ReadElement>
    void list(ThriftType type, ReadElement&& read);

    bool boolean(ThriftType type) const;
    std::int8_t int8(ThriftType type);
    std::int32_t int32(ThriftType type);
    std::int64_t int64(ThriftType type);
    /// Views the bytes given to the constructor.
    std::string_view binary(ThriftType type);
    void skip(ThriftType type);

private:
    struct Field
    {
        int id = 0;
        ThriftType type = ThriftType::stop;
    };
    struct ListHead
    {
        size_t size = 0;
        ThriftType element = ThriftType::stop;
    };

    /// Counts how deep structs and lists lie in each other while it lives.
    class Depth
    {
    public:
        explicit Depth(ThriftReader& reader)
            : m_reader(reader)
        {
            if (++m_reader.m_depth > deepest)
                throw ThriftFailure{};
        }
        ~Depth() { --m_reader.m_depth; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;

    private:
        ThriftReader& m_reader;
    };

    static constexpr int deepest = 24; // Parquet's own structures need eight
    static void expect(bool right);

    std::uint8_t byte();
    std::uint64_t varint();
    std::int64_t zigzag();
    size_t sizeOfElements();
    Field field(int previousId);
    ListHead listHead();
    void skipMap();

    std::span<const std::uint8_t> m_bytes;
    size_t m_position = 0;
    int m_depth = 0;
};

template <typename ReadField>
void ThriftReader::structure(ReadField&& read)
{
    const Depth depth(*this);
    for (Field next = field(0); next.type != ThriftType::stop; next = field(next.id)) {
        if (!read(next.id, next.type))
            skip(next.type);
    }
}

template <typename ReadField>
void ThriftReader::structure(ThriftType type, ReadField&& read)
{
    expect(type == ThriftType::structure);
    structure(read);
}

template <typename ReadElement>
void ThriftReader::list(ThriftType type, ReadElement&& read)
{
    expect(type == ThriftType::list);
    const Depth depth(*this);
    const ListHead head = listHead();
    for (size_t i = 0; i < head.size; ++i)
        read(head.element);
}

} // namespace spacrd
