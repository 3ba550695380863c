#pragma once

// Private to core/slide.

#include <filesystem>
#include <optional>
#include <string_view>

namespace spacrd {

/// Whether the TIFF keeps the smaller levels of its first image in sub-directories (SubIFDs), as OME-TIFF does. OpenSlide
/// would open such a file with its largest level alone. Throws nothing.
bool hasLevelsInSubDirectories(const std::filesystem::path& path);

/// µm per pixel along 'X' or 'Y' as the OME-XML of an OME-TIFF's description says (PhysicalSizeX, PhysicalSizeY of the first
/// Pixels; without a unit it is µm), when plausible. Nothing for text that is no OME-XML. Throws nothing.
std::optional<double> mppOfOmeXml(std::string_view description, char axis);

} // namespace spacrd
