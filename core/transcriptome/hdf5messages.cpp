#include "core/transcriptome/hdf5messages.h"

#include "core/transcriptome/hdf5types.h"

namespace spacrd {

namespace {

HeaderState stateOf(bool sound)
{
    return sound ? HeaderState::sound : HeaderState::damaged;
}

HeaderState checkFillValue(Hdf5Fields message)
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

/// Filters with their names and values.
HeaderState checkFilters(Hdf5Fields message)
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

/// A chunk has no extent of zero, by which HDF5 would divide.
HeaderState checkLayout(Hdf5Fields message)
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

/// `orderBytes`: of the highest number of creation, where there is one.
std::optional<Hdf5DenseStorage> denseStorageIn(Hdf5Fields message, size_t orderBytes)
{
    constexpr unsigned hasOrder = 1;
    constexpr unsigned hasTreeOfOrder = 2;
    message.skip(1); // version
    const auto flags = static_cast<unsigned>(message.next(1));
    message.skip((flags & hasOrder) != 0 ? orderBytes : 0);
    Hdf5DenseStorage storage;
    storage.heap = message.next(8);
    storage.namesTree = message.next(8);
    if ((flags & hasTreeOfOrder) != 0)
        storage.orderTree = message.next(8);
    return message.good() ? std::optional(storage) : std::nullopt;
}

} // namespace

std::optional<Hdf5DenseStorage> linkInfoIn(Hdf5Fields message)
{
    return denseStorageIn(message, 8);
}

std::optional<Hdf5DenseStorage> attributeInfoIn(Hdf5Fields message)
{
    return denseStorageIn(message, 2);
}

HeaderState checkDatasetMessage(Hdf5MessageType type, Hdf5Fields message)
{
    switch (type) {
    case Hdf5MessageType::datatype:
        return checkValueType(message);
    case Hdf5MessageType::fillValue:
        return checkFillValue(message);
    case Hdf5MessageType::oldFillValue: {
        const auto size = message.next(4);
        return stateOf(message.good() && size <= message.left());
    }
    case Hdf5MessageType::filters:
        return checkFilters(message);
    case Hdf5MessageType::layout:
        return checkLayout(message);
    default:
        return HeaderState::sound;
    }
}

} // namespace spacrd
