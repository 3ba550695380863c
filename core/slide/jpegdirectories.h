#pragma once

// Private to core/slide.

#include "core/slide/jpegtile.h"
#include "core/slide/tiffdirectory.h"

#include <filesystem>
#include <vector>

namespace spacrd {

/// A TIFF directory of JPEG tiles in three channels of 8 bits.
struct JpegDirectory
{
    long long width = 0;
    long long height = 0;
    JpegTileFormat format;
    std::vector<TilePlace> tiles; ///< row by row; one of no bytes is not there

    long long columns() const { return (width + format.width - 1) / format.width; }
    long long rows() const { return (height + format.height - 1) / format.height; }
};

/// The directories of a TIFF or BigTIFF that hold JPEG tiles, in the order of the file; none for other files. All tiles lie in
/// the file. Reads no pixels.
std::vector<JpegDirectory> jpegDirectories(const std::filesystem::path& path);

} // namespace spacrd
