#include "core/phantom/thriftwriter.h"

namespace spacrd::phantom {

namespace {

std::string zigzag(std::int64_t value)
{
    return varint((static_cast<std::uint64_t>(value) << 1) ^ (value < 0 ? ~std::uint64_t(0) : 0));
}

} // namespace

std::string varint(std::uint64_t value)
{
    std::string bytes;
    for (; value > 127; value >>= 7)
        bytes += static_cast<char>((value & 127) | 128);
    return bytes + static_cast<char>(value);
}

void ThriftWriter::field(int id, int type)
{
    const int step = id - m_last;
    m_last = id;
    if (step > 0 && step < 16)
        m_bytes += static_cast<char>(step << 4 | type);
    else
        m_bytes += static_cast<char>(type) + zigzag(id);
}

void ThriftWriter::listHead(int id, size_t size, int element)
{
    field(id, 9);
    if (size < 15)
        m_bytes += static_cast<char>(size << 4 | static_cast<unsigned>(element));
    else
        m_bytes += static_cast<char>(0xf0 | element) + varint(size);
}

void ThriftWriter::boolean(int id, bool value)
{
    field(id, value ? 1 : 2);
}

void ThriftWriter::int8(int id, std::int8_t value)
{
    field(id, 3);
    m_bytes += static_cast<char>(value);
}

void ThriftWriter::int32(int id, std::int32_t value)
{
    field(id, 5);
    m_bytes += zigzag(value);
}

void ThriftWriter::int64(int id, std::int64_t value)
{
    field(id, 6);
    m_bytes += zigzag(value);
}

void ThriftWriter::binary(int id, const std::string& value)
{
    field(id, 8);
    m_bytes += varint(value.size()) + value;
}

void ThriftWriter::structure(int id, const ThriftWriter& value)
{
    field(id, 12);
    m_bytes += value.end();
}

void ThriftWriter::int32List(int id, const std::vector<std::int32_t>& values)
{
    listHead(id, values.size(), 5);
    for (const std::int32_t value : values)
        m_bytes += zigzag(value);
}

void ThriftWriter::binaryList(int id, const std::vector<std::string>& values)
{
    listHead(id, values.size(), 8);
    for (const std::string& value : values)
        m_bytes += varint(value.size()) + value;
}

void ThriftWriter::structureList(int id, const std::vector<ThriftWriter>& values)
{
    listHead(id, values.size(), 12);
    for (const ThriftWriter& value : values)
        m_bytes += value.end();
}

} // namespace spacrd::phantom
