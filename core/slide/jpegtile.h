#pragma once

// Private to core/slide.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spacrd {

/// What the three channels of a TIFF's JPEG tiles are. TIFF says it in the directory, JPEG alone would have to guess.
enum class JpegColours
{
    yCbCr,
    rgb,
};

/// JPEG tiles of one TIFF directory: their common tables and how they are to be understood. (TIFF Technical Note 2.)
struct JpegTileFormat
{
    int width = 0; ///< of every tile, also of those that reach beyond the image
    int height = 0;
    JpegColours colours = JpegColours::yCbCr;
    std::vector<unsigned char> tables; ///< a JPEG stream of tables alone; empty when each tile has its own
};

/// Bytes to be put before a tile's stream, in place of the two that begin it, to make it whole in itself: the begin of the
/// image, Adobe's marker that names the colours, the tables. Empty when the tables are no JPEG stream.
std::vector<unsigned char> jpegPrefix(const JpegTileFormat& format);

/// Makes a tile understood as the format says, which the markers of other programs in it may contradict; `jpeg` begins with the
/// prefix. False when it is not a picture of three channels of 8 bits and of the format's size.
bool prepareJpeg(std::span<unsigned char> jpeg, const JpegTileFormat& format);

enum class JpegOutcome
{
    whole,
    doubtful, ///< decoded, but the decoder warns: of a stream that ends too early or too late, of a code that cannot be
    undecodable,
};

/// Decodes a prepared tile to 0xffRRGGBB, rows `stride` pixels apart.
JpegOutcome decodeJpeg(std::span<const unsigned char> jpeg, const JpegTileFormat& format, std::uint32_t* out, size_t stride);

} // namespace spacrd
