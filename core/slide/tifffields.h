#pragma once

// Private to core/slide.

#include <cstdint>
#include <filesystem>
#include <memory>

#include <tiffio.h>

namespace spacrd {

struct CloseTiff
{
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

using TiffFile = std::unique_ptr<TIFF, CloseTiff>;

/// The file, not mapped into memory, or null when it is no TIFF.
inline TiffFile openTiff(const std::filesystem::path& path)
{
    return TiffFile(TIFFOpen(path.c_str(), "rm"));
}

/// A field of one number of the current directory, its default when the file does not name it, 0 when there is none.
template <typename Value>
Value tiffField(TIFF* tiff, std::uint32_t tag)
{
    Value value = 0;
    return TIFFGetFieldDefaulted(tiff, tag, &value) ? value : Value{0};
}

/// True for tiles of JPEG whose three interleaved channels of 8 bits are RGB or YCbCr.
inline bool hasColourJpegTiles(TIFF* tiff)
{
    const auto colours = tiffField<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC);
    return TIFFIsTiled(tiff) && tiffField<std::uint16_t>(tiff, TIFFTAG_COMPRESSION) == COMPRESSION_JPEG
           && (colours == PHOTOMETRIC_RGB || colours == PHOTOMETRIC_YCBCR)
           && tiffField<std::uint16_t>(tiff, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_CONTIG
           && tiffField<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE) == 8
           && tiffField<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL) == 3;
}

} // namespace spacrd
