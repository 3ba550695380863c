#pragma once

// Private to core/slide.

#include "core/base/randomfile.h"
#include "core/slide/jpegdirectories.h"
#include "core/slide/slide.h"

#include <mutex>
#include <optional>
#include <span>

namespace spacrd {

/// A slide that OpenSlide knows too, whose levels are JPEG tiles of a TIFF: these are read past OpenSlide, straight from the file
/// to pixels, about ten times faster. What cannot be read so, a level in another form or a tile that is missing or damaged, is
/// read by OpenSlide, which knows what its format makes of it.
class JpegTiffSource final : public Slide
{
public:
    const SlideInfo& info() const override { return m_openSlide->info(); }
    Image readRegion(int level, long long levelX, long long levelY, int width, int height) const override;
    Image readAssociated(const std::string& name) const override { return m_openSlide->readAssociated(name); }
    FileState fileState() const override { return m_openSlide->fileState(); }

    /// `openSlide` itself where this gives no better: another format, a level that OpenSlide sees differently.
    static std::shared_ptr<const Slide> over(std::shared_ptr<const Slide> openSlide);

private:
    JpegTiffSource(std::shared_ptr<const Slide> openSlide, std::shared_ptr<const RandomFile> file,
                   std::vector<std::optional<JpegDirectory>> levels);

    void dropDifferingLevels();
    bool isAsOpenSlide(int level) const;
    /// The part of a tile that lies in a region, whose corner is at (`regionX`, `regionY`) of the level.
    void readTileInto(Image& region, long long regionX, long long regionY, int level, long long column, long long row) const;
    bool readFile(std::uint64_t offset, std::span<unsigned char> out) const;
    JpegOutcome decodeTile(size_t level, const TilePlace& place, std::uint32_t* out, size_t stride) const;
    bool isDecoded(size_t level, const TilePlace& place, std::uint32_t* out, size_t stride) const;
    bool warnsOften(size_t level) const;

    std::shared_ptr<const Slide> m_openSlide;
    mutable std::mutex m_mutex;                            ///< guards which file m_file points to, and m_warnsOften
    mutable std::shared_ptr<const RandomFile> m_file;      ///< stays of the slide that was opened when another takes its name
    std::vector<std::optional<JpegDirectory>> m_levels;    ///< one a level; nothing = OpenSlide reads it
    mutable std::vector<std::optional<bool>> m_warnsOften; ///< one a level; once it was asked for
    std::vector<std::vector<unsigned char>> m_prefixes;    ///< one a level
};

} // namespace spacrd
