#include "core/slide/narrowlevels.h"

#include "core/base/log.h"
#include "core/base/table.h"
#include "core/slide/tifffields.h"

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

#include <openslide.h>

namespace spacrd {

namespace {

void logTiffMessage(const char* module, const char* format, va_list arguments)
{
    std::array<char, 500> line{};
    std::vsnprintf(line.data(), line.size(), format, arguments);
    spdlog::debug("libtiff: {}: {}", module ? module : "", line.data());
}

bool narrowerThanTile(openslide_t* handle, const SlideInfo& info, size_t level)
{
    const std::string name = "openslide.level[" + std::to_string(level) + "].tile-width";
    const char* value = openslide_get_property_value(handle, name.c_str());
    const auto tileWidth = value ? toInteger(value) : std::nullopt;
    return tileWidth && info.levels[level].width < *tileWidth;
}

/// Whether OpenSlide decodes the current directory's tiles itself (its openslide-decode-tiff.c and openslide-vendor-aperio.c).
bool decodedByOpenSlide(TIFF* tiff)
{
    constexpr std::uint16_t aperioJpeg2000YCbCr = 33003;
    constexpr std::uint16_t aperioJpeg2000Rgb = 33005;
    const auto compression = tiffField<std::uint16_t>(tiff, TIFFTAG_COMPRESSION);
    return compression == aperioJpeg2000YCbCr || compression == aperioJpeg2000Rgb || hasColourJpegTiles(tiff);
}

/// Whether libtiff decodes the tiles of the level. False for a file that is no TIFF.
bool decodedByLibtiff(const SlideInfo& info, const SlideLevel& level)
{
    const TiffFile tiff = openTiff(info.path);
    if (!tiff)
        return false;
    do {
        const bool same = tiffField<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH) == level.width
                          && tiffField<std::uint32_t>(tiff.get(), TIFFTAG_IMAGELENGTH) == level.height;
        if (same && TIFFIsTiled(tiff.get()) && !decodedByOpenSlide(tiff.get()))
            return true;
    } while (TIFFReadDirectory(tiff.get()));
    return false;
}

} // namespace

size_t levelsReadRight(openslide_t* handle, const SlideInfo& info)
{
    if (!std::string_view(openslide_get_version()).starts_with("3."))
        return info.levels.size();
    for (size_t level = 0; level < info.levels.size(); ++level) {
        if (narrowerThanTile(handle, info, level) && decodedByLibtiff(info, info.levels[level]))
            return level;
    }
    return info.levels.size();
}

void keepTiffQuiet()
{
    static std::once_flag done;
    std::call_once(done, [] {
        TIFFSetWarningHandler(logTiffMessage);
        TIFFSetErrorHandler(logTiffMessage);
    });
}

} // namespace spacrd
