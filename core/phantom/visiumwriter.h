#pragma once

#include "core/phantom/picture.h"
#include "core/phantom/programme.h"
#include "core/phantom/spotplan.h"

#include <filesystem>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

struct TenxContents
{
    double molecules = 1.0; ///< layout.h's
    int controls = 0;       ///< "Negative Control Probe" features behind the genes
};

/// filtered_feature_bc_matrix.h5 as Space Ranger 2 lays it out (10x HDF5 v3: features × barcodes by column), streamed and
/// without time stamps. Throws Error, Cancelled.
void writeTenxMatrix(const std::filesystem::path& file, const ExpressionModel& model, const std::vector<PlannedSpot>& spots,
                     const std::vector<size_t>& order, const TenxContents& contents, std::uint64_t seed, Task& task);

/// spatial/: tissue_positions.csv (Visium HD: .parquet), scalefactors_json.json and the two small pictures.
void writeSpatial(const std::filesystem::path& folder, const Layout& layout, const std::vector<PlannedSpot>& spots,
                  Thumbnail& hires, Thumbnail& lowres);

} // namespace spacrd::phantom
