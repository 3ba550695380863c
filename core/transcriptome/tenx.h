#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/expressionmatrix.h"

#include <filesystem>

namespace spacrd {

class Hdf5File;
class Task;

/// True for an HDF5 file laid out as a 10x feature-barcode matrix, version 3 or 1. Never throws.
bool isTenxHdf5(const std::filesystem::path& file);

/// True for a folder that holds a 10x matrix in Matrix Market form (`matrix.mtx`, gz or not, with any prefix). Never throws.
bool isTenxMtx(const std::filesystem::path& folder);

/// readTenxHdf5 of section.h for a file that is open already.
ExpressionMatrix readTenxHdf5(const Hdf5File& h5, Task& task);

/// The three files of a 10x matrix in Matrix Market form, gz or not.
struct TenxMtxFiles
{
    std::filesystem::path matrix;
    std::filesystem::path features;
    std::filesystem::path barcodes;
};

/// readTenxMtx of section.h for files of any names.
ExpressionMatrix readTenxMtx(const TenxMtxFiles& files, Task& task);

} // namespace spacrd
