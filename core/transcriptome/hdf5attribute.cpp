#include "core/transcriptome/hdf5attribute.h"

#include "core/transcriptome/hdf5types.h"

#include <cstring>

namespace spacrd {

namespace {

/// How many values an extent of version 1 or 2 has; nothing when it is damaged or that is no number of 64 bits.
std::optional<std::uint64_t> valuesIn(Hdf5Fields extent)
{
    constexpr std::uint64_t mostDimensions = 32;
    constexpr std::uint64_t noValues = 2; // of the kinds of version 2
    const auto version = extent.next(1);
    const auto rank = extent.next(1);
    const auto flags = extent.next(1);
    const bool empty = version == 2 && extent.next(1) == noValues;
    extent.skip(version == 1 ? 5 : 0);
    std::uint64_t count = empty ? 0 : 1;
    bool fits = true;
    for (std::uint64_t i = 0; i < rank && rank <= mostDimensions; ++i)
        fits = !__builtin_mul_overflow(count, extent.next(8), &count) && fits;
    const std::uint64_t moreLists = (flags & 1U) + (version == 1 ? (flags >> 1U) & 1U : 0U); // largest sizes, an order
    extent.skip(static_cast<size_t>(moreLists * rank * 8));
    return (version == 1 || version == 2) && rank <= mostDimensions && extent.good() && fits ? std::optional(count)
                                                                                             : std::nullopt;
}

std::uint64_t bytesOfValue(Hdf5Fields type)
{
    type.skip(4);
    return type.next(4);
}

} // namespace

std::optional<Hdf5Attribute> attributeIn(Hdf5Fields message)
{
    constexpr unsigned sharedType = 1;
    constexpr unsigned sharedExtent = 2;
    const auto version = message.next(1);
    const auto shared = static_cast<unsigned>(message.next(1)); // reserved in version 1
    const std::uint64_t nameBytes = message.next(2);
    const std::uint64_t typeBytes = message.next(2);
    const std::uint64_t extentBytes = message.next(2);
    if (version == 3)
        message.skip(1); // characters of the name
    if (version < 1 || version > 3 || nameBytes == 0)
        return std::nullopt;
    const auto padded = [&](std::uint64_t size) { return static_cast<size_t>(version == 1 ? (size + 7) / 8 * 8 : size); };
    const unsigned char* name = message.skip(padded(nameBytes));
    const unsigned char* type = message.skip(padded(typeBytes));
    const unsigned char* extent = message.skip(padded(extentBytes));
    if (!message.good() || name[nameBytes - 1] != 0)
        return std::nullopt;
    const bool typeElsewhere = version > 1 && (shared & sharedType) != 0;
    const bool extentElsewhere = version > 1 && (shared & sharedExtent) != 0;
    const Hdf5Fields typeFields(type, static_cast<size_t>(typeBytes));
    const auto count = valuesIn({extent, static_cast<size_t>(extentBytes)});
    if ((!typeElsewhere && !typeIsSound(typeFields)) || (!extentElsewhere && !count))
        return std::nullopt;
    // HDF5 copies as many bytes as type and extent ask for.
    if (!typeElsewhere && !extentElsewhere && *count > message.left() / bytesOfValue(typeFields))
        return std::nullopt;
    const size_t left = message.left();
    return Hdf5Attribute{reinterpret_cast<const char*>(name), {message.skip(left), left}};
}

} // namespace spacrd
