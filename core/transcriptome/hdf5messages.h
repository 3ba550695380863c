#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5fields.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace spacrd {

enum class HeaderState
{
    sound,
    damaged,
    elsewhere, ///< a virtual dataset: its values are kept in other files
    otherType, ///< neither numbers nor text nor an enumeration
};

/// Types of messages in an object header, those that are looked at. (HDF5 file format 3.0, IV.A.2.)
enum class Hdf5MessageType : unsigned
{
    linkInfo = 2,
    datatype = 3,
    oldFillValue = 4,
    fillValue = 5,
    link = 6,
    layout = 8,
    filters = 11,
    attribute = 12,
    continuation = 16,
    symbolTable = 17,
    treeSizes = 19,
    attributeInfo = 21,
};

inline constexpr std::uint64_t noHdf5Address = std::numeric_limits<std::uint64_t>::max();

/// Where links or attributes lie that are too many for the header of their object; noHdf5Address where there are none.
struct Hdf5DenseStorage
{
    std::uint64_t heap = noHdf5Address;
    std::uint64_t namesTree = noHdf5Address;
    std::uint64_t orderTree = noHdf5Address;
};

/// What a link-info (IV.A.2.c) or attribute-info message (IV.A.2.v) says; nothing when it is too short.
std::optional<Hdf5DenseStorage> linkInfoIn(Hdf5Fields message);
std::optional<Hdf5DenseStorage> attributeInfoIn(Hdf5Fields message);

/// Looks at a message of a dataset's header before HDF5 decodes it, since HDF5 1.10 crashes on some: numbers whose bits lie
/// outside them, filters whose names lie outside their message, a fill value longer than its message, an enumeration of too large
/// values, a chunk of no extent, the list of a virtual dataset's files. Other messages are sound.
HeaderState checkDatasetMessage(Hdf5MessageType type, Hdf5Fields message);

} // namespace spacrd
