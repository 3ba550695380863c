#include "core/slide/slideinfo.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/slide/narrowlevels.h"
#include "core/slide/ometiff.h"
#include "core/slide/plausible.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include <openslide.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

std::string property(openslide_t* handle, const char* name)
{
    const char* value = openslide_get_property_value(handle, name);
    return value ? value : "";
}

/// OpenSlide's downsample, or the whole number near it that makes the level's size from that of level 0, rounded any way.
double trueDownsample(const SlideLevel& level0, const SlideLevel& level)
{
    const double whole = std::round(level.downsample);
    const auto fits = [whole](long long size0, long long size) {
        return std::abs(static_cast<double>(size0) / whole - static_cast<double>(size)) < 1.0;
    };
    return fits(level0.width, level.width) && fits(level0.height, level.height) ? whole : level.downsample;
}

/// The side of what is read at once, from that of the file's tiles.
int wellReadSide(const std::optional<double>& fileTileSide)
{
    constexpr int usual = 512;
    constexpr int smallest = 192; // smaller ones cost more to ask for than to decode
    constexpr int largest = 2048;
    if (!fileTileSide || !(*fileTileSide >= 1.0) || *fileTileSide > largest)
        return usual;
    const int side = static_cast<int>(*fileTileSide);
    return side >= smallest ? side : (256 + side - 1) / side * side;
}

std::vector<SlideLevel> readLevels(openslide_t* handle, const fs::path& path)
{
    std::vector<SlideLevel> levels;
    for (int i = 0; i < openslide_get_level_count(handle); ++i) {
        std::int64_t width = 0;
        std::int64_t height = 0;
        openslide_get_level_dimensions(handle, i, &width, &height);
        const double downsample = openslide_get_level_downsample(handle, i);
        if (width <= 0 || height <= 0 || !(downsample > 0.0))
            throw Error(Text(SPACRD_TR("core", "Level %1 of the slide has no size."), {toWord(i)}), path,
                        SPACRD_TR("core", "the file is damaged; copy it again from where it came"));
        const auto tileSide = [&](const char* axis) {
            return wellReadSide(toDouble(property(handle, ("openslide.level[" + toWord(i) + "].tile-" + axis).c_str())));
        };
        SlideLevel level{width, height, downsample, tileSide("width"), tileSide("height")};
        if (!levels.empty())
            level.downsample = trueDownsample(levels.front(), level);
        levels.push_back(level);
    }
    if (levels.empty())
        throw Error(SPACRD_TR("core", "The slide holds no image."), path, SPACRD_TR("core", "choose another file"));
    return levels;
}

/// `pixels` per inch or centimetre as TIFF tags 282, 283 and 296 give them; nothing without a unit.
std::optional<double> mppOfResolution(const std::string& pixels, std::string_view unit)
{
    const double micrometres = unit == "inch" ? 25400.0 : unit == "centimeter" ? 10000.0 : 0.0;
    const std::optional<double> value = toDouble(pixels);
    return value && *value > 0.0 ? plausibleMpp(micrometres / *value) : std::nullopt;
}

std::optional<double> readMpp(openslide_t* handle, const std::string& vendor, char axis)
{
    const std::string name = axis == 'X' ? OPENSLIDE_PROPERTY_NAME_MPP_X : OPENSLIDE_PROPERTY_NAME_MPP_Y;
    if (const std::optional<double> mpp = toDouble(property(handle, name.c_str())))
        return plausibleMpp(*mpp);
    if (vendor != "generic-tiff")
        return std::nullopt;
    if (const std::optional<double> mpp = mppOfOmeXml(property(handle, "tiff.ImageDescription"), axis))
        return mpp;
    return mppOfResolution(property(handle, axis == 'X' ? "tiff.XResolution" : "tiff.YResolution"),
                           property(handle, "tiff.ResolutionUnit"));
}

/// Drops the levels that would be read wrongly. Level 0 cannot be dropped.
void dropMisreadLevels(openslide_t* handle, SlideInfo& info)
{
    const size_t good = levelsReadRight(handle, info);
    if (good == 0)
        throw Error(
            SPACRD_TR("core", "This TIFF is narrower than its tiles, and OpenSlide 3 reads such pixels in a wrong order."),
            info.path, SPACRD_TR("core", "import it as a plain image: spacrd import IMAGE -o SLIDE.tif"));
    info.levels.resize(good);
}

Rect readBounds(openslide_t* handle, const SlideInfo& info)
{
    const Rect whole{0, 0, static_cast<double>(info.width()), static_cast<double>(info.height())};
    const auto x = toDouble(property(handle, OPENSLIDE_PROPERTY_NAME_BOUNDS_X));
    const auto y = toDouble(property(handle, OPENSLIDE_PROPERTY_NAME_BOUNDS_Y));
    const auto width = toDouble(property(handle, OPENSLIDE_PROPERTY_NAME_BOUNDS_WIDTH));
    const auto height = toDouble(property(handle, OPENSLIDE_PROPERTY_NAME_BOUNDS_HEIGHT));
    if (!x || !y || !width || !height)
        return whole;
    Rect bounds{std::max(*x, 0.0), std::max(*y, 0.0), 0, 0};
    bounds.width = std::min(*x + *width, whole.width) - bounds.x;
    bounds.height = std::min(*y + *height, whole.height) - bounds.y;
    return bounds.width > 0 && bounds.height > 0 ? bounds : whole;
}

} // namespace

SlideInfo readSlideInfo(openslide_t* handle, const fs::path& path)
{
    SlideInfo info;
    info.path = path;
    info.vendor = property(handle, OPENSLIDE_PROPERTY_NAME_VENDOR);
    info.levels = readLevels(handle, path);
    dropMisreadLevels(handle, info);
    info.mppX = readMpp(handle, info.vendor, 'X');
    info.mppY = readMpp(handle, info.vendor, 'Y');
    info.objective = toDouble(property(handle, OPENSLIDE_PROPERTY_NAME_OBJECTIVE_POWER));
    if (info.objective && *info.objective <= 0.0)
        info.objective.reset();
    info.level0Bounds = readBounds(handle, info);
    for (const char* const* name = openslide_get_associated_image_names(handle); name && *name; ++name)
        info.associated.emplace_back(*name);
    return info;
}

} // namespace spacrd
