#pragma once

#include "core/transcriptome/hdf5output.h"

#include <functional>
#include <string>
#include <vector>

namespace spacrd::test {

/// Four spots on a square and three genes: 1 0 2 / 0 0 0 / 0 3 0 / 4 5 6.
struct AnnDataParts
{
    std::vector<std::string> names{"AAA-1", "AAC-1", "AAG-1", "AAT-1"};
    std::vector<std::string> genes{"TP53", "ERBB2", "TP53"};
    std::vector<std::int32_t> data{1, 2, 3, 4, 5, 6};
    std::vector<std::int32_t> indices{0, 2, 1, 0, 1, 2};
    std::vector<std::int64_t> indptr{0, 2, 2, 3, 6};
    std::vector<std::int64_t> shape{4, 3};
    std::string encoding = "csr_matrix";
    std::vector<double> spatial{100, 200, 200, 200, 100, 300, 200, 300};
    size_t spatialColumns = 2;
    bool withMatrix = true;
    bool withSpatial = true;
    std::function<void(Hdf5Output&)> more; ///< called last
};

void writeAnnDataParts(const std::filesystem::path& file, const AnnDataParts& parts);

/// Small files of all forms that are read: compressed by row or column and dense, categories old and new, places in an array, in
/// columns and in a frame, several libraries, a picture; as bytes.
std::vector<std::string> tinyAnnDataFiles();

} // namespace spacrd::test
