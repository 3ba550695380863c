#pragma once

#include "core/transcriptome/section.h"

#include <cstdint>
#include <filesystem>

namespace spacrd {

class Task;

struct PhantomOptions
{
    Platform platform = Platform::visium;
    int spots = 0;              ///< about so many in tissue; 0 = what fits the picture at the platform's pitch
    int genes = 2000;
    int width = 6000;           ///< level-0 px, 0.5 µm each (Visium), so a pitch of 200 px
    int height = 6000;
    double tumourFraction = 0.3; ///< of the tissue's area
    double batchEffect = 0.0;    ///< 0 none … 1 strong: per-gene multiplicative shift, stain shift
    std::uint64_t seed = 1;
};

/// Writes a synthetic section into `folder` (all or nothing):
///   slide.tif                     pyramidal tiled JPEG TIFF with µm per pixel, written strip by strip
///   outs/ (Visium)                Space Ranger 2.x: filtered_feature_bc_matrix.h5, spatial/…
///   counts.tsv.gz, spots.tsv (ST) legacy table and spot file
///   truth.csv                     barcode,tissue,label (1 = tumour; the LABELS of `spacrd train`),visible_in_image,visible_in_genes
///   truth.geojson                 the tumour nests as QuPath annotations
/// Deterministic: same options, same bytes. Throws Error, Cancelled.
void writePhantom(const std::filesystem::path& folder, const PhantomOptions& options, Task& task);

} // namespace spacrd
