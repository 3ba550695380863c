#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5messages.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace spacrd {

/// Bytes of a file from an offset; fewer than asked for at its end.
using ReadBytes = std::function<std::vector<unsigned char>(std::uint64_t offset, std::uint64_t count)>;

/// Goes through the messages of the object header at `address` (counted from `base`), also those of its further blocks, until
/// `visit` does not find one sound; that is the result. Messages that lie elsewhere (shared ones) are passed over. Damaged when a
/// message does not lie within its block or a block within the file. Addresses of 8 bytes, as all files have today; older headers
/// than version 1 do not exist. (HDF5 file format 3.0, IV.A "Data object headers".)
using MessageVisitor = std::function<HeaderState(Hdf5MessageType type, Hdf5Fields message)>;
HeaderState forEachMessage(const ReadBytes& read, std::uint64_t base, std::uint64_t address, const MessageVisitor& visit);

} // namespace spacrd
