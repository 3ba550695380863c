#pragma once

// Private to core/transcriptome.

#include <filesystem>
#include <optional>

namespace spacrd {

/// What `scalefactors_json.json` of Space Ranger says; nothing where it does not.
struct ScaleFactors
{
    std::optional<double> spotDiameterFullres; ///< of 65 µm in full-resolution pixels (the physical spot has 55 µm)
    std::optional<double> hiresScale;          ///< pixels of tissue_hires_image per full-resolution pixel
    std::optional<double> lowresScale;         ///< the same for tissue_lowres_image
};

/// Throws Error naming file and key when it is not a JSON object or a value is not a positive number from
/// 0.000001 to 1000000.
ScaleFactors readScaleFactors(const std::filesystem::path& file);

} // namespace spacrd
