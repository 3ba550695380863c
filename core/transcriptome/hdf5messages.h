#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5fields.h"

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

/// Whether an attribute-info message (IV.A.2.v) says that the object's attributes lie in a heap.
bool heapOfAttributes(Hdf5Fields message);

/// Looks at a message of a dataset's header before HDF5 decodes it, since HDF5 1.10 crashes on some: numbers whose bits lie
/// outside them, filters whose names lie outside their message, a fill value longer than its message, an enumeration of too large
/// values, a chunk of no extent, the list of a virtual dataset's files. Other messages are sound.
HeaderState checkDatasetMessage(Hdf5MessageType type, Hdf5Fields message);

} // namespace spacrd
