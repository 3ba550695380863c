#include "core/transcriptome/hdf5header.h"

#include <cstddef>
#include <cstring>

namespace spacrd {

namespace {

using Bytes = std::vector<unsigned char>;

enum MessageType : unsigned
{
    datatype = 3,
    oldFillValue = 4,
    fillValue = 5,
    layout = 8,
    filters = 11,
    continuation = 16,
};

constexpr std::uint64_t longestBlock = 1 << 20; // of a header; that of a dataset has some hundred bytes
constexpr size_t mostBlocks = 256;
constexpr unsigned sharedFlag = 2; // the message itself lies elsewhere

/// Fields of a block of bytes, little endian; reading beyond the end gives 0 and makes it bad.
class Fields
{
public:
    Fields(const unsigned char* data, size_t size)
        : m_data(data)
        , m_size(size)
    {}

    std::uint64_t next(size_t width)
    {
        std::uint64_t value = 0;
        if (width > left()) {
            m_good = false;
            m_at = m_size;
            return 0;
        }
        for (size_t i = 0; i < width; ++i)
            value |= static_cast<std::uint64_t>(m_data[m_at + i]) << (8 * i);
        m_at += width;
        return value;
    }

    const unsigned char* skip(size_t count)
    {
        const unsigned char* here = m_data + m_at;
        if (count > left()) {
            m_good = false;
            count = left();
        }
        m_at += count;
        return here;
    }

    size_t left() const { return m_size - m_at; }
    bool good() const { return m_good; }

private:
    const unsigned char* m_data;
    size_t m_size;
    size_t m_at = 0;
    bool m_good = true;
};

HeaderState stateOf(bool sound)
{
    return sound ? HeaderState::sound : HeaderState::damaged;
}

HeaderState checkFillValue(Fields message)
{
    const auto version = message.next(1);
    bool sized = true;
    if (version == 1 || version == 2) {
        message.skip(2);
        sized = message.next(1) != 0 || version == 1;
    } else {
        sized = (message.next(1) & 0x20U) != 0;
    }
    if (!sized)
        return stateOf(message.good());
    const auto size = static_cast<std::uint32_t>(message.next(4));
    return stateOf(message.good() && size <= message.left());
}

/// Bits of a number, behind the eight first bytes of its type: they lie within its bytes.
bool numberIsSound(Fields& message, std::uint64_t bytes, bool isFloat)
{
    const std::uint64_t bits = 8 * bytes;
    const std::uint64_t first = message.next(2);
    const std::uint64_t precision = message.next(2);
    bool sound = message.good() && precision > 0 && first + precision <= bits;
    for (int part = 0; isFloat && part < 2; ++part) { // exponent and mantissa
        const std::uint64_t place = message.next(1);
        const std::uint64_t size = message.next(1);
        sound = sound && message.good() && size > 0 && place + size <= bits;
    }
    return sound;
}

/// Filters with their names and values.
HeaderState checkFilters(Fields message)
{
    constexpr std::uint64_t firstNamed = 256; // in version 2 others have no name
    const auto version = message.next(1);
    const std::uint64_t count = message.next(1);
    if (version == 1)
        message.skip(6);
    for (std::uint64_t i = 0; i < count && message.good(); ++i) {
        const std::uint64_t id = message.next(2);
        const std::uint64_t name = version == 1 || id >= firstNamed ? message.next(2) : 0;
        message.skip(2);
        const std::uint64_t values = message.next(2);
        message.skip(static_cast<size_t>(version == 1 ? (name + 7) / 8 * 8 : name));
        message.skip(static_cast<size_t>(4 * (version == 1 ? values + values % 2 : values)));
    }
    return stateOf(message.good());
}

/// Names and values of an enumeration of whole numbers, behind its eight first bytes.
HeaderState checkEnumeration(Fields message, unsigned version, std::uint64_t members, std::uint64_t bytes)
{
    constexpr unsigned wholeNumber = 0;
    constexpr std::uint64_t mostBytes = 8;
    const auto baseClass = static_cast<unsigned>(message.next(1)) & 0xfU;
    message.skip(3);
    const std::uint64_t size = message.next(4);
    if (!message.good() || baseClass != wholeNumber || size > mostBytes)
        return HeaderState::otherType;
    if (size != bytes || !numberIsSound(message, size, false))
        return HeaderState::damaged;
    for (std::uint64_t i = 0; i < members && message.good(); ++i) {
        size_t length = 1;
        while (message.good() && message.next(1) != 0)
            ++length;
        if (version < 3) // names are padded to 8 bytes
            message.skip((8 - length % 8) % 8);
    }
    return stateOf(message.good() && members * size <= message.left());
}

HeaderState checkDatatype(Fields message)
{
    enum : unsigned
    {
        wholeNumber = 0,
        floatNumber = 1,
        text = 3,
        enumeration = 8,
        variableLength = 9,
    };
    const auto kind = static_cast<unsigned>(message.next(1));
    const std::uint64_t bits = message.next(3);
    const std::uint64_t bytes = message.next(4);
    if (!message.good())
        return HeaderState::damaged;
    switch (kind & 0xfU) {
    case wholeNumber:
    case floatNumber:
        return stateOf(numberIsSound(message, bytes, (kind & 0xfU) == floatNumber));
    case text:
        return HeaderState::sound;
    case enumeration:
        return checkEnumeration(message, kind >> 4U, bits & 0xffffU, bytes);
    case variableLength: // of text, not of lists
        return (bits & 0xfU) == 1 ? HeaderState::sound : HeaderState::otherType;
    default:
        return HeaderState::otherType;
    }
}

/// A chunk has no extent of zero, by which HDF5 would divide.
HeaderState checkLayout(Fields message)
{
    constexpr unsigned chunkedClass = 2;
    constexpr unsigned virtualClass = 3;
    const auto version = message.next(1);
    std::uint64_t rank = version < 3 ? message.next(1) : 0;
    const auto kind = message.next(1);
    if (version >= 3 && kind == virtualClass)
        return HeaderState::elsewhere;
    if (kind != chunkedClass || !message.good())
        return stateOf(message.good());
    size_t width = 4;
    if (version < 3) {
        message.skip(5 + 8);
    } else if (version == 3) {
        rank = message.next(1);
        message.skip(8);
    } else {
        message.skip(1);
        rank = message.next(1);
        width = static_cast<size_t>(message.next(1));
    }
    bool sound = rank > 0 && width > 0 && width <= 8;
    for (std::uint64_t i = 0; i < rank && sound; ++i)
        sound = message.next(width) != 0 && message.good();
    return stateOf(sound);
}

/// Looks through the headers' blocks.
class HeaderChecker
{
public:
    HeaderChecker(const ReadBytes& read, std::uint64_t base)
        : m_read(read)
        , m_base(base)
    {}

    HeaderState check(std::uint64_t address)
    {
        HeaderState state = checkFirst(address);
        for (size_t i = 0; i < m_blocks.size() && state == HeaderState::sound; ++i)
            state = checkContinuation(m_blocks[i]);
        return state;
    }

private:
    struct Block
    {
        std::uint64_t address = 0;
        std::uint64_t size = 0;
    };

    HeaderState checkFirst(std::uint64_t address)
    {
        constexpr size_t longestPrefix = 34;
        const Bytes prefix = m_read(m_base + address, longestPrefix);
        Fields fields(prefix.data(), prefix.size());
        if (prefix.size() >= 4 && std::memcmp(prefix.data(), "OHDR", 4) == 0) {
            fields.skip(5);
            m_flags = static_cast<unsigned>(fields.next(1));
            m_version = 2;
            fields.skip(((m_flags & 0x20U) != 0 ? 16 : 0) + ((m_flags & 0x10U) != 0 ? 4 : 0));
            const std::uint64_t size = fields.next(size_t(1) << (m_flags & 3U));
            return fields.good() ? checkMessages({address + prefix.size() - fields.left(), size}) : HeaderState::damaged;
        }
        if (fields.next(1) != 1)
            return HeaderState::damaged;
        fields.skip(7);
        const std::uint64_t size = fields.next(4);
        fields.skip(4);
        return fields.good() ? checkMessages({address + 16, size}) : HeaderState::damaged;
    }

    HeaderState checkContinuation(Block block)
    {
        if (m_version == 1)
            return checkMessages(block);
        constexpr std::uint64_t signature = 4;
        constexpr std::uint64_t checksum = 4;
        if (block.size < signature + checksum)
            return HeaderState::damaged;
        return checkMessages({block.address + signature, block.size - signature - checksum});
    }

    HeaderState checkMessages(Block block)
    {
        if (block.size > longestBlock)
            return HeaderState::damaged;
        const Bytes bytes = m_read(m_base + block.address, block.size);
        if (bytes.size() != block.size)
            return HeaderState::damaged;
        Fields fields(bytes.data(), bytes.size());
        const size_t headLength = m_version == 1 ? 8 : (m_flags & 4U) != 0 ? 6 : 4;
        while (fields.left() >= headLength) { // what is left is a gap
            const auto type = static_cast<unsigned>(fields.next(m_version == 1 ? 2 : 1));
            const auto size = static_cast<size_t>(fields.next(2));
            const auto flags = static_cast<unsigned>(fields.next(1));
            fields.skip(m_version == 1 ? 3 : headLength - 4);
            const unsigned char* data = fields.skip(size);
            if (!fields.good())
                return HeaderState::damaged;
            if ((flags & sharedFlag) != 0)
                continue;
            if (const HeaderState state = checkMessage(type, Fields(data, size)); state != HeaderState::sound)
                return state;
        }
        return HeaderState::sound;
    }

    HeaderState checkMessage(unsigned type, Fields message)
    {
        if (type == datatype)
            return checkDatatype(message);
        if (type == fillValue)
            return checkFillValue(message);
        if (type == oldFillValue) {
            const auto size = message.next(4);
            return stateOf(message.good() && size <= message.left());
        }
        if (type == filters)
            return checkFilters(message);
        if (type == layout)
            return checkLayout(message);
        if (type == continuation) {
            const std::uint64_t address = message.next(8);
            const std::uint64_t size = message.next(8);
            if (!message.good() || m_blocks.size() == mostBlocks)
                return HeaderState::damaged;
            m_blocks.push_back({address, size});
        }
        return HeaderState::sound;
    }

    const ReadBytes& m_read;
    std::uint64_t m_base;
    int m_version = 1;
    unsigned m_flags = 0;
    std::vector<Block> m_blocks;
};

} // namespace

HeaderState checkHeader(const ReadBytes& read, std::uint64_t base, std::uint64_t address)
{
    return HeaderChecker(read, base).check(address);
}

} // namespace spacrd
