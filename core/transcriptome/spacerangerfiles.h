#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/section.h"

namespace spacrd {

/// The parts of a Space Ranger sample; a path is empty where there is no such part.
struct SpaceRangerFiles
{
    std::filesystem::path matrix; ///< an HDF5 file, or a folder with matrix.mtx
    bool raw = false;             ///< the matrix of all spots, not only those in tissue
    std::filesystem::path positions;
    std::filesystem::path scalefactors;
    std::filesystem::path hiresImage;
    std::filesystem::path lowresImage;
};

/// Looks for the parts. `sources.path` may be the `outs` folder, the folder above it, the `spatial` folder in it, a 10x .h5
/// file, or a folder with matrix.mtx; every name may carry a `<sample>_` prefix; parts named in `sources` win.
/// Throws Error when a folder holds the matrices of several samples.
SpaceRangerFiles findSpaceRangerFiles(const SectionSources& sources);

} // namespace spacrd
