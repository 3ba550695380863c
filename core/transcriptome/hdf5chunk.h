#pragma once

// Private to core/transcriptome.

#include <hdf5.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace spacrd {

/// A filter of a chunked dataset. Their order is that of writing.
struct Hdf5Filter
{
    H5Z_filter_t id = 0;
    std::vector<unsigned> values;
};

std::vector<Hdf5Filter> filtersOf(hid_t creation);

/// True when unpackChunk() knows every filter (deflate, shuffle, fletcher32, LZF), each once.
bool knowsFilters(const std::vector<Hdf5Filter>& filters);

/// Chunks of one dataset, one after the other, in memory that is used again for each. One a thread.
///
/// HDF5 1.10 does not compare what a chunk unpacks to with the chunk's size: it reads beyond its memory when that is less, and
/// takes memory without limit when that is more. So chunks, also those without filters, are read as
/// they lie in the file and unpacked here.
/// (HDF5 file format 3.0, III.C "Filter pipeline"; the checksum is that of H5checksum.c.)
class ChunkReader
{
public:
    /// `filters` are known (knowsFilters) and outlive this; a chunk without them has `chunkBytes` bytes.
    ChunkReader(const std::vector<Hdf5Filter>& filters, size_t chunkBytes);

    /// Reads the chunk that begins at value `offset` as it lies in the file; false when it is not there or longer than
    /// `mostStoredBytes`. Calls HDF5.
    bool fetch(hid_t dataset, std::span<const hsize_t> offset, hsize_t mostStoredBytes);

    /// The fetched chunk without its filters: exactly `chunkBytes` bytes, there until the next fetch; nothing when it is damaged
    /// or unpacks to more or less. Does not call HDF5, so that several threads may do it.
    std::optional<std::span<const unsigned char>> unpack();

private:
    const std::vector<Hdf5Filter>& m_filters;
    size_t m_chunkBytes;
    std::vector<unsigned char> m_stored;
    std::uint32_t m_skippedFilters = 0; ///< bit i: filter i was not applied
    std::vector<unsigned char> m_unpacked[2];
};

} // namespace spacrd
