#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5chunk.h"

#include <vector>

namespace spacrd {

class Task;

/// A dataset that is stored in chunks; unpackChunk() knows all their filters.
struct ChunkedDataset
{
    hid_t dataset = -1;
    hid_t type = -1;
    std::vector<hsize_t> shape; ///< at least one dimension
    std::vector<hsize_t> chunk;
    std::vector<Hdf5Filter> filters;
    size_t valueBytes = 0; ///< in the file
    hsize_t mostStoredBytes = 0;
};

/// Rows `first` … `first + rows` in row-major order, converted to `Value`: chunks are fetched one after the other, and unpacked
/// and converted on all cores. Returns false, with `out` in an undefined state, when a chunk is missing or damaged. Throws
/// Cancelled.
template <typename Value>
bool readChunks(const ChunkedDataset& from, hsize_t first, hsize_t rows, Value* out, const Task& task);

/// The same as they lie in the file, `valueBytes` each.
bool readChunkBytes(const ChunkedDataset& from, hsize_t first, hsize_t rows, char* out, const Task& task);

/// True when every chunk unpacks.
bool chunksAreSound(const ChunkedDataset& from, const Task& task);

} // namespace spacrd
