#pragma once

// Private to core/slide.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// Where a tile's JPEG lies in the file.
struct TilePlace
{
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

/// What a TIFF directory says of one level of YCbCr JPEG tiles.
struct TiffLevel
{
    int width = 0;
    int height = 0;
    int tile = 0;                 ///< side
    std::vector<TilePlace> tiles; ///< row by row
};

/// Bytes left free at the start of the file for tiffHeader().
inline constexpr std::uint64_t tiffHeaderBytes = 16;

/// What the first directory says of the whole image.
struct TiffFacts
{
    std::optional<double> mpp; ///< µm per pixel
    std::string colourProfile; ///< bytes of an ICC profile; empty = none
};

/// The directories of all levels, linked, to be appended at `offset` (a multiple of 8). `big`: as BigTIFF.
std::string tiffDirectories(const std::vector<TiffLevel>& levels, const TiffFacts& facts, std::uint64_t offset, bool big);

/// The first bytes of the file, pointing to the first directory.
std::string tiffHeader(std::uint64_t firstDirectory, bool big);

} // namespace spacrd
