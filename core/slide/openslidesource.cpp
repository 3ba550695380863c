#include "core/slide/openslidesource.h"

#include "core/base/error.h"
#include "core/slide/colourprofile.h"
#include "core/slide/narrowlevels.h"
#include "core/slide/pastedimage.h"
#include "core/slide/refusal.h"
#include "core/slide/slideinfo.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include <openslide.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

std::shared_ptr<openslide_t> openHandle(const fs::path& path)
{
    checkIsFile(path);
    keepTiffQuiet();
    std::shared_ptr<openslide_t> handle(openslide_open(path.c_str()), [](openslide_t* h) {
        if (h)
            openslide_close(h);
    });
    if (!handle)
        refuseUnknownSlide(path);
    if (const char* reason = openslide_get_error(handle.get()))
        throw Error(
            Text(SPACRD_TR("core", "OpenSlide cannot open this slide: %1."), {reason}), path,
            SPACRD_TR("core", "the file is damaged or of a variant that is not supported; convert it to a pyramidal TIFF"));
    return handle;
}

/// Premultiplied ARGB over white.
void flattenOnWhite(Pixels& pixels)
{
    for (std::uint32_t& pixel : pixels) {
        const std::uint32_t alpha = pixel >> 24;
        if (alpha == 255)
            continue;
        const auto over = [&](int shift) { return std::min(((pixel >> shift) & 0xffU) + 255U - alpha, 255U) << shift; };
        pixel = 0xff000000U | over(16) | over(8) | over(0);
    }
}

} // namespace

OpenSlideSource::OpenSlideSource(const fs::path& path)
    : m_file(path)
    , m_handle(openHandle(path))
    , m_info(readSlideInfo(m_handle.get(), path))
{
    m_info.colourProfile = ColourProfile::ofSlide(path);
    for (int level = 0; level < static_cast<int>(m_info.levels.size()); ++level)
        m_openslideDownsamples.push_back(openslide_get_level_downsample(m_handle.get(), level));
}

void OpenSlideSource::keep(const Handle& handle) const
{
    const std::lock_guard lock(m_mutex);
    m_handle = handle;
}

/// OpenSlide opens a TIFF again by its name whenever it has too few handles of it: what it read is of the file that has the name
/// now, and what it keeps may be of another that had it before.
void OpenSlideSource::refuseAnother() const
{
    if (m_file.state() != FileState::changed)
        return;
    keep(nullptr);
    throw Error(SPACRD_TR("core", "The slide's file has changed since it was opened."), m_info.path,
                SPACRD_TR("core", "open it again"));
}

void OpenSlideSource::read(const std::function<void(openslide_t*)>& call) const
{
    Handle handle;
    {
        const std::lock_guard lock(m_mutex);
        handle = m_handle;
    }
    if (handle) {
        call(handle.get());
        refuseAnother();
        if (!openslide_get_error(handle.get()))
            return;
    }
    refuseAnother();
    handle = openHandle(m_info.path);
    call(handle.get());
    refuseAnother();
    if (const char* reason = openslide_get_error(handle.get()))
        throw Error(Text(SPACRD_TR("core", "A part of the slide cannot be read: %1."), {reason}), m_info.path,
                    SPACRD_TR("core", "the file is damaged there; copy it again from where it came"));
    keep(handle);
}

Image OpenSlideSource::readRegion(int level, long long levelX, long long levelY, int width, int height) const
{
    if (level < 0 || level >= static_cast<int>(m_info.levels.size()))
        throw Error(Text(SPACRD_TR("core", "The slide has no level %1."), {toWord(level)}), m_info.path,
                    SPACRD_TR("core", "levels count from 0"));
    const SlideLevel& from = m_info.levels[static_cast<size_t>(level)];
    const Span columns(levelX, width, from.width);
    const Span rows(levelY, height, from.height);
    const bool whole = columns.length == width && rows.length == height;
    Image image = whole ? unwrittenImage(width, height, m_info.path) : whiteImage(width, height, m_info.path);
    if (image.empty() || columns.length == 0 || rows.length == 0)
        return image;

    // OpenSlide wants the corner in level-0 pixels, which are whole numbers, and divides it by its own downsample: the nearest
    // number is at most half a level-0 pixel off, and OpenSlide interpolates the rest. The size stays in level pixels. Only what
    // is inside the level is asked for: OpenSlide cuts negative corners to whole pixels its own way.
    const double downsample = m_openslideDownsamples[static_cast<size_t>(level)];
    const auto level0X = std::llround(static_cast<double>(columns.start) * downsample);
    const auto level0Y = std::llround(static_cast<double>(rows.start) * downsample);
    Image part = whole ? Image{} : unwrittenImage(columns.length, rows.length, m_info.path);
    Image& target = whole ? image : part;
    read([&](openslide_t* handle) {
        openslide_read_region(handle, target.pixels.data(), level0X, level0Y, level, columns.length, rows.length);
    });
    flattenOnWhite(target.pixels);
    if (!whole)
        paste(part, image, columns.start - levelX, rows.start - levelY);
    return image;
}

Image OpenSlideSource::readAssociated(const std::string& name) const
{
    if (std::find(m_info.associated.begin(), m_info.associated.end(), name) == m_info.associated.end())
        throw Error(Text(SPACRD_TR("core", "The slide holds no image named %1."), {name}), m_info.path,
                    SPACRD_TR("core", "see the slide's properties for those it holds"));
    Image image;
    read([&](openslide_t* handle) {
        std::int64_t width = 0;
        std::int64_t height = 0;
        openslide_get_associated_image_dimensions(handle, name.c_str(), &width, &height);
        constexpr std::int64_t most = std::numeric_limits<std::int16_t>::max();
        if (width <= 0 || height <= 0 || width > most || height > most)
            return;
        image = whiteImage(width, height, m_info.path);
        openslide_read_associated_image(handle, name.c_str(), image.pixels.data());
    });
    if (image.empty())
        throw Error(Text(SPACRD_TR("core", "The slide's image named %1 has a size that cannot be right."), {name}), m_info.path,
                    SPACRD_TR("core", "the file is damaged; copy it again from where it came"));
    flattenOnWhite(image.pixels);
    return image;
}

} // namespace spacrd
