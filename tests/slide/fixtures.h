#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace spacrd::test {

/// Colour of a pixel, 0xRRGGBB.
using Painting = std::function<std::uint32_t(int x, int y)>;

/// 8-bit RGB written by libvips. `options` is what vips takes in square brackets: "compression=deflate,tile,tile-width=256".
/// The ending of `path` names the format.
void writeRgb(const std::filesystem::path& path, int width, int height, const Painting& painting,
              const std::string& options = {});

/// The same with any number of bands of one byte; `value(x, y, band)`.
void writeBands(const std::filesystem::path& path, int width, int height, int bands,
                const std::function<std::uint8_t(int, int, int)>& value, const std::string& options = {});

/// 16 bits a channel.
void write16Bit(const std::filesystem::path& path, int width, int height, int bands);

/// A JPEG with an EXIF orientation tag.
void writeOriented(const std::filesystem::path& path, int width, int height, const Painting& painting, int orientation);

/// `count` pages of one band, as multi-channel microscopes write them.
void writePages(const std::filesystem::path& path, int width, int height, int count, int bands);

/// A tiled TIFF of JPEG tiles that OpenSlide opens; each tile of 256 px has an even colour. Lossless enough to compare by ±3.
void writeTiledSlide(const std::filesystem::path& path, int width, int height, const Painting& painting,
                     const std::string& more = {});

/// RGB in three planes one after the other (PlanarConfiguration 2) in strips, or in tiles of 256 px, written by libtiff.
void writePlanarRgb(const std::filesystem::path& path, int width, int height, const Painting& painting, bool tiled);

/// A pyramid with its smaller levels in SubIFDs and `description` as its ImageDescription, as OME-TIFF is. `more` as writeRgb's.
void writeOmeTiff(const std::filesystem::path& path, int width, int height, const Painting& painting,
                  const std::string& description, const std::string& more = {});

/// Makes the `n`th JPEG in the file undecodable without changing any size. True when there was one.
bool spoilJpeg(const std::filesystem::path& path, int n);

/// Other bytes in the middle of the `n`th JPEG in the file, which can be decoded still, to something else. True when there was
/// one.
bool garbleJpeg(const std::filesystem::path& path, int n);

/// Cuts a file to `bytes`.
void truncateTo(const std::filesystem::path& path, std::uintmax_t bytes);

/// A header that says it is a PNG of that size, with nothing behind.
std::string pngHeader(std::uint32_t width, std::uint32_t height);

} // namespace spacrd::test
