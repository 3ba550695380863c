#pragma once

// Private to core/transcriptome.

#include <cstdint>
#include <functional>
#include <vector>

namespace spacrd {

/// Bytes of a file from an offset; fewer than asked for at its end.
using ReadBytes = std::function<std::vector<unsigned char>(std::uint64_t offset, std::uint64_t count)>;

enum class HeaderState
{
    sound,
    damaged,
    elsewhere, ///< a virtual dataset: its values are kept in other files
    otherType, ///< neither numbers nor text nor an enumeration
};

/// Looks at the object header at `address` (counted from `base`) before HDF5 decodes it, since HDF5 1.10 crashes on some: numbers
/// whose bits lie outside them, filters whose names lie outside their message, a fill value longer than its message, an
/// enumeration of too large values, a chunk of no extent, the list of a virtual dataset's files. Messages must lie within the
/// header, and the header within the file. Addresses of 8 bytes, as all files have today; older headers than version 1 do not
/// exist. (HDF5 file format 3.0, IV.A "Data object headers".)
HeaderState checkHeader(const ReadBytes& read, std::uint64_t base, std::uint64_t address);

} // namespace spacrd
