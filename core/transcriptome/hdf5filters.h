#pragma once

// Private to core/transcriptome.

#include <hdf5.h>

namespace spacrd {

/// The number of the LZF filter.
inline constexpr H5Z_filter_t lzfFilter = 32000;

/// Teaches HDF5 the LZF filter, with which h5py and older AnnData compress; HDF5 itself has only deflate.
/// Needed for texts, which HDF5 has to read itself; everything else is unpacked by hdf5chunk.h.
/// Does so once; harmless to call again.
void registerHdf5Filters();

} // namespace spacrd
