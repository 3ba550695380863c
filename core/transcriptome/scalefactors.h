#pragma once

// Private to core/transcriptome.

#include <filesystem>
#include <optional>
#include <string>

namespace spacrd {

/// What `scalefactors_json.json` of Space Ranger says; nothing where it does not.
struct ScaleFactors
{
    std::optional<double> spotDiameterFullres; ///< of 65 µm in full-resolution pixels (the physical spot has 55 µm)
    std::optional<double> hiresScale;          ///< pixels of tissue_hires_image per full-resolution pixel
    std::optional<double> lowresScale;         ///< the same for tissue_lowres_image
    std::optional<double> binSizeUm;           ///< Visium HD: side of a bin; spotDiameterFullres is then the bin's
    std::optional<double> micronsPerPixel;     ///< Visium HD: of the full-resolution image
};

/// `value` when it is a positive number from 0.000001 to 1000000. Throws Error naming `key` and the file.
double checkedScaleFactor(double value, const std::string& key, const std::filesystem::path& file);

/// Throws Error naming file and key when it is not a JSON object or a value is not a positive number from
/// 0.000001 to 1000000.
ScaleFactors readScaleFactors(const std::filesystem::path& file);

} // namespace spacrd
