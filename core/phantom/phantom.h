#pragma once

#include "core/transcriptome/section.h"

#include <cstdint>
#include <filesystem>

namespace spacrd {

class Task;

struct PhantomOptions
{
    Platform platform = Platform::visium;
    int spots = 0;    ///< about so many in tissue; 0 = what fits the picture at the platform's pitch
    int genes = 2000; ///< 50 … 60,000
    int width = 0;    ///< level-0 px, 0.5 µm each for Visium (a pitch of 200 px), layout.h for others; 0 = as high as wide
    int height = 0;   ///< both 0 = 6000 × 6000, or the square that holds `spots`; the rule is layoutOf() in layout.h
    double tumourFraction = 0.3; ///< of the tissue's area, 0 … 0.9
    double batchEffect = 0.0;    ///< 0 none … 1 strong: per-gene multiplicative shift, stain shift
    std::uint64_t seed = 1;
};

/// Writes a synthetic section into `folder` (all or nothing):
///   slide.tif (ST: image.tif)     pyramidal tiled JPEG TIFF with µm per pixel, painted and written strip by strip
///   outs/ (Visium)                Space Ranger 2.x: filtered_feature_bc_matrix.h5, spatial/…
///   outs/binned_outputs/square_008um/ (Visium HD)
///   outs/ (Xenium)                cell_feature_matrix.h5, cells.csv.gz, experiment.xenium
///   counts.tsv.gz, spots.tsv (ST) legacy table and spot file
///   truth.csv                     barcode,tissue,label (1 = tumour; the LABELS of `spacrd
///   train`),visible_in_image,visible_in_genes truth.geojson                 the tumour nests as QuPath annotations
/// Of six nests about one shows in the image alone and one in the counts alone, and there are decoys for each: a model
/// needs both. Deterministic: same options, same bytes. Throws Error, Cancelled.
void writePhantom(const std::filesystem::path& folder, const PhantomOptions& options, Task& task);

} // namespace spacrd
