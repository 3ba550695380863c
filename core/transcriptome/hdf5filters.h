#pragma once

// Private to core/transcriptome.

#include <hdf5.h>

namespace spacrd {

/// Teaches HDF5 the LZF filter (number 32000), with which h5py and older AnnData compress; HDF5 itself has only deflate.
/// Does so once; harmless to call again.
void registerHdf5Filters();

} // namespace spacrd
