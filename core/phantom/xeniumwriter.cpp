#include "core/phantom/xeniumwriter.h"

#include "core/base/atomicfile.h"
#include "core/phantom/gziptext.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>
#include <numbers>

namespace spacrd::phantom {

void writeXeniumCells(const std::filesystem::path& folder, const Layout& layout, const std::vector<PlannedSpot>& spots,
                      const std::vector<size_t>& order)
{
    const double area = std::numbers::pi * layout.spotUm * layout.spotUm / 4.0;
    GzipText cells(folder / "cells.csv.gz");
    cells.write("\"cell_id\",\"x_centroid\",\"y_centroid\",\"cell_area\",\"nucleus_area\"\n");
    std::string line;
    for (const size_t i : order) {
        const PlannedSpot& cell = spots[i];
        line.clear();
        fmt::format_to(std::back_inserter(line), "\"{}\",{:.6f},{:.6f},{:.4f},{:.4f}\n", cell.barcode,
                       cell.fullres.x * layout.mpp, cell.fullres.y * layout.mpp, area, area / 3.0);
        cells.write(line);
    }
    cells.close();
    const nlohmann::json experiment = {{"major_version", 5},
                                       {"run_name", "phantom"},
                                       {"pixel_size", layout.mpp},
                                       {"num_cells", order.size()},
                                       {"panel_tissue_type", "phantom"}};
    writeFile(folder / "experiment.xenium", experiment.dump(2));
}

} // namespace spacrd::phantom
