#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/section.h"

namespace spacrd {

/// The raw counts of an AnnData file with its genes: of `layers/counts` (also `raw_counts`, `raw`), `raw/X` and `X` the first
/// that holds whole numbers; `raw/X` comes before `X` only where it has more genes. Where none does, `X` with a warning, since
/// library size and log1p are then applied to values that had them already. CSR, CSC and tables with every zero are read.
/// Genes: `var`'s names are the symbols and a column such as `gene_ids` their Ensembl ids, or the other way round where the
/// names begin with ENS; features that a column `feature_types` does not call "Gene Expression" are set apart.
/// `barcodes` are the rows' names. A file without any matrix gives one without genes and a warning.
ExpressionMatrix readAnnDataMatrix(const Hdf5File& file, std::vector<std::string> barcodes, SpatialSection& section, Task& task);

} // namespace spacrd
