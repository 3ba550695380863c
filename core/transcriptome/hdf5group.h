#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5header.h"

#include <cstdint>

namespace spacrd {

/// Looks through all groups of an HDF5 file before HDF5 does, since HDF5 1.10 follows null pointers over names that lie outside
/// their heap and runs round a heap's list of free places for ever. False when something on the way is damaged: the superblock,
/// symbol tables (their B-trees, nodes and heaps), links, attributes, headers of objects. Groups whose links lie in fractal
/// heaps carry checksums, which HDF5 compares, and are left to it. What is read is bounded by the size of the file.
/// (HDF5 file format 3.0, II "Superblock", III.A "B-trees", III.B "Symbol table nodes", III.D "Local heaps", IV.A.2.g "Links".)
bool groupsAreSound(const ReadBytes& read, std::uint64_t fileBytes);

} // namespace spacrd
