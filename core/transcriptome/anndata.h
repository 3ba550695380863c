#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/section.h"

namespace spacrd {

/// Reads the section of an AnnData file that is open; `library` names one of several, and may be empty where there is one. Throws
/// Error as readSection.
SpatialSection readAnnData(const Hdf5File& file, const std::string& library, Task& task);

} // namespace spacrd
