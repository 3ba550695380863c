#pragma once

// Private to core/transcriptome.

#include <hdf5.h>

#include <optional>
#include <span>

namespace spacrd {

class Task;

/// A list that is stored in chunks of `chunkValues` values.
struct ChunkedList
{
    hid_t dataset = -1;
    hid_t type = -1;
    hsize_t count = 0;
    hsize_t chunkValues = 0;
};

/// Reads such a list past HDF5's own decoder: chunks are fetched as they are stored and inflated (libdeflate), unshuffled and
/// converted on all cores, which HDF5 does one after the other. Returns false, with `out` in an undefined state, when the list
/// is not of the kind this knows (native numbers; no filter but shuffle and deflate; every chunk stored) or a chunk is
/// damaged: HDF5 is then asked, which also says what is wrong. Throws Cancelled.
template <typename Value>
bool readChunks(const ChunkedList& list, std::span<Value> out, const Task& task);

} // namespace spacrd
