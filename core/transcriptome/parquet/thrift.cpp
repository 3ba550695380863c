#include "core/transcriptome/parquet/thrift.h"

#include <limits>

namespace spacrd {

namespace {

template <typename Integer>
Integer within(std::int64_t value)
{
    if (value < std::numeric_limits<Integer>::min() || value > std::numeric_limits<Integer>::max())
        throw ThriftFailure{};
    return static_cast<Integer>(value);
}

} // namespace

void ThriftReader::expect(bool right)
{
    if (!right)
        throw ThriftFailure{};
}

std::uint8_t ThriftReader::byte()
{
    if (m_position >= m_bytes.size())
        throw ThriftFailure{true};
    return m_bytes[m_position++];
}

std::uint64_t ThriftReader::varint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::uint64_t next = byte();
        expect(shift < 63 || next <= 1);
        value |= (next & 0x7f) << shift;
        if (next < 0x80)
            return value;
    }
    throw ThriftFailure{};
}

std::int64_t ThriftReader::zigzag()
{
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

/// A number of bytes or elements; each element takes a byte at least.
size_t ThriftReader::sizeOfElements()
{
    const std::uint64_t size = varint();
    expect(size <= std::numeric_limits<std::int32_t>::max());
    if (size > m_bytes.size() - m_position)
        throw ThriftFailure{true};
    return static_cast<size_t>(size);
}

ThriftReader::Field ThriftReader::field(int previousId)
{
    const std::uint8_t head = byte();
    if (head == 0)
        return {};
    const auto type = static_cast<ThriftType>(head & 0x0f);
    expect(type != ThriftType::stop && type <= ThriftType::structure);
    const int step = head >> 4;
    const std::int64_t id = step != 0 ? previousId + step : zigzag();
    return {within<std::int16_t>(id), type};
}

ThriftReader::ListHead ThriftReader::listHead()
{
    const std::uint8_t head = byte();
    const auto element = static_cast<ThriftType>(head & 0x0f);
    size_t size = head >> 4;
    if (size == 0x0f)
        size = sizeOfElements();
    else if (size > m_bytes.size() - m_position)
        throw ThriftFailure{true};
    expect(size == 0 || (element != ThriftType::stop && element <= ThriftType::structure));
    return {size, element};
}

bool ThriftReader::boolean(ThriftType type) const
{
    expect(type == ThriftType::yes || type == ThriftType::no);
    return type == ThriftType::yes;
}

std::int8_t ThriftReader::int8(ThriftType type)
{
    expect(type == ThriftType::int8);
    return static_cast<std::int8_t>(byte());
}

std::int32_t ThriftReader::int32(ThriftType type)
{
    expect(type == ThriftType::int32);
    return within<std::int32_t>(zigzag());
}

std::int64_t ThriftReader::int64(ThriftType type)
{
    expect(type == ThriftType::int64);
    return zigzag();
}

std::string_view ThriftReader::binary(ThriftType type)
{
    expect(type == ThriftType::binary);
    const size_t size = sizeOfElements();
    const auto* begin = reinterpret_cast<const char*>(m_bytes.data() + m_position);
    m_position += size;
    return {begin, size};
}

void ThriftReader::skip(ThriftType type)
{
    switch (type) {
    case ThriftType::yes:
    case ThriftType::no:
        break; // the type is the value
    case ThriftType::int8:
        byte();
        break;
    case ThriftType::int16:
    case ThriftType::int32:
    case ThriftType::int64:
        varint();
        break;
    case ThriftType::real:
        for (int i = 0; i < 8; ++i)
            byte();
        break;
    case ThriftType::binary:
        binary(type);
        break;
    case ThriftType::list:
    case ThriftType::set: {
        const Depth depth(*this);
        const ListHead head = listHead();
        const bool booleans = head.element == ThriftType::yes || head.element == ThriftType::no;
        for (size_t i = 0; i < head.size; ++i) {
            if (booleans)
                byte(); // in a list a truth value takes a byte
            else
                skip(head.element);
        }
        break;
    }
    case ThriftType::map:
        skipMap();
        break;
    case ThriftType::structure:
        structure([](int, ThriftType) { return false; });
        break;
    default:
        throw ThriftFailure{};
    }
}

void ThriftReader::skipMap()
{
    const Depth depth(*this);
    const size_t size = sizeOfElements();
    if (size == 0)
        return;
    const std::uint8_t types = byte();
    const auto skipOne = [this](ThriftType type) {
        if (type == ThriftType::yes || type == ThriftType::no)
            byte();
        else
            skip(type);
    };
    for (size_t i = 0; i < size; ++i) {
        skipOne(static_cast<ThriftType>(types >> 4));
        skipOne(static_cast<ThriftType>(types & 0x0f));
    }
}

} // namespace spacrd
