#include "core/phantom/visiumwriter.h"

#include "core/base/atomicfile.h"
#include "core/phantom/parquetpositions.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace spacrd::phantom {

namespace {

// 10x's own numbers: µm that `spot_diameter_fullres` stands for (more than the 55 µm of the print), and the fiducials'.
constexpr double scaledSpotUm = 65.0;
constexpr double fiducialUm = 105.0;

std::string positionsCsv(const std::vector<PlannedSpot>& spots)
{
    std::string csv = "barcode,in_tissue,array_row,array_col,pxl_row_in_fullres,pxl_col_in_fullres\n";
    for (const PlannedSpot& spot : spots)
        fmt::format_to(std::back_inserter(csv), "{},{},{},{},{:.2f},{:.2f}\n", spot.barcode, spot.inTissue ? 1 : 0, spot.arrayRow,
                       spot.arrayCol, spot.fullres.y, spot.fullres.x);
    return csv;
}

} // namespace

void writeSpatial(const std::filesystem::path& folder, const Layout& layout, const std::vector<PlannedSpot>& spots,
                  Thumbnail& hires, Thumbnail& lowres)
{
    const bool bins = layout.platform == Platform::visiumHd;
    if (bins)
        writeFile(folder / "tissue_positions.parquet", positionsParquet(spots));
    else
        writeFile(folder / "tissue_positions.csv", positionsCsv(spots));
    nlohmann::json factors = {{"spot_diameter_fullres", (bins ? layout.spotUm : scaledSpotUm) / layout.mpp},
                              {"fiducial_diameter_fullres", fiducialUm / layout.mpp},
                              {"tissue_hires_scalef", hires.scale()},
                              {"tissue_lowres_scalef", lowres.scale()}};
    if (bins) {
        factors["bin_size_um"] = layout.spotUm;
        factors["microns_per_pixel"] = layout.mpp;
    }
    writeFile(folder / "scalefactors_json.json", factors.dump());
    hires.writePng(folder / "tissue_hires_image.png");
    lowres.writePng(folder / "tissue_lowres_image.png");
}

} // namespace spacrd::phantom
