#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace spacrd {

/// Writes a tiled pyramidal TIFF that OpenSlide opens, from rows that come from top to bottom: 256 px tiles, JPEG Q 90 without
/// chroma subsampling, every level half the one before (2 × 2 means; an odd last row or column has no half, as with libvips)
/// down to one tile, BigTIFF when it exceeds 4 GB. Holds two strips of tiles in memory. Same rows, same bytes.
///
/// Why not libvips' own: when reading the image fails or is cancelled half-way, tiffsave of libvips 8.14 crashes in pyramids.
///
/// One thread at a time; uses all processor cores within a call. The file is no TIFF until finish(): write to an
/// AtomicFile's temporary().
class PyramidWriter
{
public:
    /// `mpp`: µm per pixel to store, 0.01…20; `colourProfile`: bytes of an ICC profile to store, empty = none. Throws Error when
    /// the size is not 1…1,000,000 a side or the file cannot be made.
    PyramidWriter(const std::filesystem::path& file, int width, int height, std::optional<double> mpp,
                  std::string colourProfile = {});
    ~PyramidWriter();
    PyramidWriter(const PyramidWriter&) = delete;
    PyramidWriter& operator=(const PyramidWriter&) = delete;

    /// Some more whole rows: `rgb` holds n × width × 3 bytes. Throws Error when the file cannot be written.
    void addRows(std::span<const std::uint8_t> rgb);

    /// After the last row: writes the directories and closes the file. Throws Error.
    void finish();

private:
    class Level;
    struct Output;

    std::unique_ptr<Output> m_output;
    std::unique_ptr<Level> m_level0;
};

} // namespace spacrd
