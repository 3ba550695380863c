#include "core/transcriptome/hdf5types.h"

#include <bit>

namespace spacrd {

namespace {

enum TypeClass : unsigned
{
    wholeNumber = 0,
    floatNumber = 1,
    timeStamp = 2,
    text = 3,
    bitField = 4,
    opaque = 5,
    compound = 6,
    reference = 7,
    enumeration = 8,
    variableLength = 9,
    array = 10,
};

constexpr int deepest = 16; // of types in types
constexpr std::uint64_t mostDimensions = 32;

HeaderState stateOf(bool sound)
{
    return sound ? HeaderState::sound : HeaderState::damaged;
}

/// Bits of a number, behind the eight first bytes of its type: they lie within its bytes.
bool numberIsSound(Hdf5Fields& message, std::uint64_t bytes, bool isFloat)
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

/// A name that ends with NUL, padded to 8 bytes up to version 2.
void skipName(Hdf5Fields& message, unsigned version)
{
    size_t length = 1;
    while (message.good() && message.next(1) != 0)
        ++length;
    if (version < 3)
        message.skip((8 - length % 8) % 8);
}

/// Names and values of an enumeration of whole numbers, behind its eight first bytes.
HeaderState checkEnumeration(Hdf5Fields message, unsigned version, std::uint64_t members, std::uint64_t bytes)
{
    constexpr std::uint64_t mostBytes = 8;
    const auto baseClass = static_cast<unsigned>(message.next(1)) & 0xfU;
    message.skip(3);
    const std::uint64_t size = message.next(4);
    if (!message.good() || baseClass != wholeNumber || size > mostBytes)
        return HeaderState::otherType;
    if (size != bytes || !numberIsSound(message, size, false))
        return HeaderState::damaged;
    for (std::uint64_t i = 0; i < members && message.good(); ++i)
        skipName(message, version);
    return stateOf(message.good() && members * size <= message.left());
}

bool skipType(Hdf5Fields& message, int depth);

bool skipMembers(Hdf5Fields& message, unsigned version, std::uint64_t count, std::uint64_t bytes, int depth)
{
    size_t offsetBytes = 4;
    if (version >= 3) // as many as the whole's size takes
        offsetBytes = (static_cast<size_t>(std::bit_width(bytes)) + 7) / 8;
    bool sound = true;
    for (std::uint64_t i = 0; i < count && sound; ++i) {
        skipName(message, version);
        const std::uint64_t offset = message.next(offsetBytes);
        if (version == 1)
            message.skip(28); // dimensions, which arrays have taken the place of
        sound = message.good() && offset < bytes && skipType(message, depth + 1);
    }
    return sound;
}

bool skipType(Hdf5Fields& message, int depth)
{
    const auto kind = static_cast<unsigned>(message.next(1));
    const unsigned version = kind >> 4U;
    const std::uint64_t bits = message.next(3);
    const std::uint64_t bytes = message.next(4);
    if (!message.good() || depth > deepest || bytes == 0)
        return false;
    switch (kind & 0xfU) {
    case wholeNumber:
    case bitField:
        return numberIsSound(message, bytes, false);
    case floatNumber:
        if (!numberIsSound(message, bytes, true))
            return false;
        message.skip(4); // exponent bias
        return message.good();
    case timeStamp:
        message.skip(2);
        return message.good();
    case text:
    case reference:
        return true;
    case opaque:
        message.skip(static_cast<size_t>(bits & 0xffU));
        return message.good();
    case compound:
        return skipMembers(message, version, bits & 0xffffU, bytes, depth);
    case enumeration: {
        Hdf5Fields base = message;
        base.skip(4);
        const std::uint64_t memberBytes = base.next(4);
        if (!skipType(message, depth + 1) || memberBytes != bytes)
            return false;
        for (std::uint64_t i = 0; i < (bits & 0xffffU) && message.good(); ++i)
            skipName(message, version);
        message.skip(static_cast<size_t>((bits & 0xffffU) * bytes));
        return message.good();
    }
    case variableLength:
        return skipType(message, depth + 1);
    case array: {
        const std::uint64_t rank = message.next(1);
        message.skip(static_cast<size_t>(version < 3 ? 3 + 8 * rank : 4 * rank)); // sizes, and once an order
        return rank <= mostDimensions && message.good() && skipType(message, depth + 1);
    }
    default:
        return false;
    }
}

} // namespace

HeaderState checkValueType(Hdf5Fields message)
{
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

bool typeIsSound(Hdf5Fields message)
{
    return skipType(message, 0);
}

} // namespace spacrd
