#pragma once

// Private to core/transcriptome.

#include <filesystem>

namespace spacrd {

/// True for an HDF5 file laid out as a 10x feature-barcode matrix, version 3 or 1. Never throws.
bool isTenxHdf5(const std::filesystem::path& file);

/// True for a folder that holds a 10x matrix in Matrix Market form (`matrix.mtx`, gz or not, with any prefix). Never throws.
bool isTenxMtx(const std::filesystem::path& folder);

} // namespace spacrd
