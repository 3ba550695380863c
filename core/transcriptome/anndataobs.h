#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/anndataframe.h"
#include "core/transcriptome/section.h"

namespace spacrd {

/// The libraries (sections) of a file: their names, and for each row which it belongs to.
struct AnnDataLibraries
{
    std::vector<std::string> names;
    std::vector<std::string> ofRow; ///< empty: all rows belong to the one library, or to none that has a name
};

/// A column of `obs` names the library of each row: `library_id`, or whichever has nothing but the names of `uns/spatial`.
/// Throws Error when there are several and no column says which row belongs to which.
AnnDataLibraries librariesOf(const Hdf5File& file, const AnnDataFrame& obs, size_t rows, const Task& task);

/// The table of spots of an AnnData file.
struct AnnDataObs
{
    std::vector<std::string> names;
    AnnDataLibraries libraries;
    std::vector<Spot> spots;                      ///< of the chosen library
    std::vector<std::optional<size_t>> spotOfRow; ///< nothing: another library, or a place that is no number
    std::string library;
    bool inPixels = true;
    bool hasArray = false;
};

/// Reads names and places, and picks the spots of one library: `library`, or the only one. Throws Error when there is no such
/// library or several to choose from, no spot, or no places.
AnnDataObs readAnnDataObs(const Hdf5File& file, const std::string& library, const Task& task);

} // namespace spacrd
