#pragma once

// Private to core/exchange.

#include "core/exchange/results.h"

namespace spacrd {

/// detection.h5ad: the sample's counts (X, CSR) with what was found, as squidpy and scanpy read it
/// (https://anndata.readthedocs.io/en/latest/fileformat-prose.html, version 0.1.0; field notes E9):
///   obs                in_tissue, array_row, array_col, spacrd_score, spacrd_logit, spacrd_probability, spacrd_class (1 =
///   cancer) var                gene_ids, feature_types obsm['spatial']    x, y in full-resolution pixels obsm['X_spacrd'] latent
///   mean uns['spatial']     the sample's name with its scale factors; no picture uns['spacrd']      what made the result
/// Throws Error, Cancelled.
void writeAnnData(const Result& result, const Provenance& provenance, const std::filesystem::path& file, const Task& task);

} // namespace spacrd
