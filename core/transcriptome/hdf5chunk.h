#pragma once

// Private to core/transcriptome.

#include <hdf5.h>

#include <optional>
#include <vector>

namespace spacrd {

/// A filter of a chunked dataset. Their order is that of writing.
struct Hdf5Filter
{
    H5Z_filter_t id = 0;
    std::vector<unsigned> values;
};

std::vector<Hdf5Filter> filtersOf(hid_t creation);

/// True when decodeChunk() knows every filter (deflate, shuffle, fletcher32), each once.
bool knowsFilters(const std::vector<Hdf5Filter>& filters);

/// The chunk that begins at value `offset` of a dataset of one dimension, without its filters: exactly `chunkBytes` bytes;
/// nothing when it is not there, damaged, longer than `mostStoredBytes` in the file, or unpacks to more or less.
///
/// HDF5 1.10 does not compare what a chunk unpacks to with the chunk's size: it reads beyond its memory when that is less, and
/// takes memory without limit when that is more. So chunks, also those without filters, are read as
/// they lie in the file and unpacked here.
/// (HDF5 file format 3.0, III.C "Filter pipeline"; the checksum is that of H5checksum.c.)
std::optional<std::vector<unsigned char>> decodeChunk(hid_t dataset, const std::vector<Hdf5Filter>& filters, hsize_t offset,
                                                      size_t chunkBytes, hsize_t mostStoredBytes);

} // namespace spacrd
