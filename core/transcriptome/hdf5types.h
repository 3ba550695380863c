#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5messages.h"

namespace spacrd {

/// Looks at the type of a dataset: numbers of at most 8 bytes, enumerations of them and texts are sound; other kinds are told.
HeaderState checkValueType(Hdf5Fields message);

/// True when a type of any kind is well formed: its parts, also those of its parts, lie within the message.
/// (HDF5 file format 3.0, IV.A.2.d "The datatype message".)
bool typeIsSound(Hdf5Fields message);

} // namespace spacrd
