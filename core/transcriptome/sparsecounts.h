#pragma once

// Private to core/transcriptome: compressed sparse matrices as HDF5 files store them.

#include "core/transcriptome/countrows.h"
#include "core/transcriptome/hdf5file.h"

namespace spacrd {

/// Counts from the datasets `indptr`, `indices` and `data` of `group` ("matrix/"), compressed by spot: entry i of spot s is one
/// of indptr[s] … indptr[s + 1], `indices` names its feature. The matrix is read into its final place, so that memory stays
/// near its own size; features of a row may come in any order. Throws Error when a pointer, an index or a count is wrong, or a
/// spot has two counts for a gene.
CountMatrix readCountsBySpot(const Hdf5File& h5, const std::string& group, size_t spots, const GeneColumns& genes,
                             const Task& task);

/// The same where they are compressed by feature and `indices` names the spot (AnnData's csc_matrix). Takes twice the matrix's
/// size while it reads.
CountMatrix readCountsByFeature(const Hdf5File& h5, const std::string& group, size_t spots, const GeneColumns& genes,
                                const Task& task);

/// Counts from a table of spots × features that holds every zero.
CountMatrix readDenseCounts(const Hdf5File& h5, const std::string& name, size_t spots, const GeneColumns& genes,
                            const Task& task);

} // namespace spacrd
