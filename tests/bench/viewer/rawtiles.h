#pragma once

#include "core/base/geometry.h"
#include "core/base/randomfile.h"
#include "core/slide/jpegdirectories.h"

#include <filesystem>
#include <vector>

namespace spacrd::bench {

/// The ceiling of every tile pipeline: the JPEG tiles of a TIFF read from the file and decoded by TurboJPEG, each thread into one
/// buffer of its own that stays warm, and nothing else done.
class RawTiles
{
public:
    /// Throws Error when the file has no level of JPEG tiles.
    explicit RawTiles(const std::filesystem::path& slide);

    /// The level of a size; throws Error when there is none.
    size_t levelOf(long long width, long long height) const;
    const JpegDirectory& level(size_t level) const { return m_levels.at(level); }
    /// Numbers of the tiles that touch a rectangle in the level's pixels.
    std::vector<size_t> tilesIn(size_t level, const Rect& rect) const;
    /// Decodes tiles of a level on `threads` threads. Throws Error when one cannot be decoded.
    void decode(size_t level, const std::vector<size_t>& tiles, int threads) const;

private:
    RandomFile m_file;
    std::filesystem::path m_path;
    std::vector<JpegDirectory> m_levels;
};

} // namespace spacrd::bench
