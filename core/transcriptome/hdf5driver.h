#pragma once

// Private to core/transcriptome.

#include <hdf5.h>

#include <cstdint>
#include <functional>
#include <span>

namespace spacrd {

/// Reads from a place of a file; returns how many bytes there were.
using ReadInto = std::function<size_t(std::uint64_t offset, std::span<unsigned char> out)>;

/// Opens a file of `fileBytes` bytes for HDF5, which then reads it through `read` and no other way. Of HDF5's own drivers none
/// will do: they gather pieces of the file that touch, and where a damaged address is far behind the end that writes and reads
/// outside the gathering's memory (H5F__accum_read of 1.10). This one has nothing gathered, and what is behind the end cannot be
/// read. Negative when it is no HDF5 file.
hid_t openThrough(const ReadInto& read, std::uint64_t fileBytes);

} // namespace spacrd
