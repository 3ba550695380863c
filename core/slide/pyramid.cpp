#include "core/slide/pyramid.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

int tilesAlong(long long pixels, int tileSide)
{
    return static_cast<int>((pixels + tileSide - 1) / tileSide);
}

const SlideLevel& levelOf(const SlideInfo& info, int level)
{
    return info.levels.at(static_cast<size_t>(level));
}

Rect scaled(const Rect& rect, double factor)
{
    return {rect.x * factor, rect.y * factor, rect.width * factor, rect.height * factor};
}

struct Indices
{
    int first = 0;
    int end = 0; // one past the last
};

/// Tiles that [from, to) touches, of `count`. Clamped as doubles: far-away views exceed int.
Indices touched(double from, double to, int tileSide, int count)
{
    const auto clamped = [&](double index) { return static_cast<int>(std::clamp(index, 0.0, static_cast<double>(count))); };
    return {clamped(std::floor(from / tileSide)), clamped(std::ceil(to / tileSide))};
}

} // namespace

int tileColumns(const SlideLevel& level)
{
    return tilesAlong(level.width, level.tileWidth);
}

int tileRows(const SlideLevel& level)
{
    return tilesAlong(level.height, level.tileHeight);
}

Rect tileLevelRect(const SlideInfo& info, const TileKey& key)
{
    const SlideLevel& level = levelOf(info, key.level);
    const double x = static_cast<double>(key.column) * level.tileWidth;
    const double y = static_cast<double>(key.row) * level.tileHeight;
    const double width = std::min<double>(level.tileWidth, static_cast<double>(level.width) - x);
    const double height = std::min<double>(level.tileHeight, static_cast<double>(level.height) - y);
    return {x, y, std::max(width, 0.0), std::max(height, 0.0)};
}

Rect tileLevel0Rect(const SlideInfo& info, const TileKey& key)
{
    return scaled(tileLevelRect(info, key), levelOf(info, key.level).downsample);
}

std::vector<TileKey> tilesIn(const SlideInfo& info, int level, const Rect& level0Rect)
{
    const SlideLevel& of = levelOf(info, level);
    const Rect rect = scaled(level0Rect, 1.0 / of.downsample);
    if (!(rect.width > 0.0) || !(rect.height > 0.0)) // also when they are not numbers
        return {};
    if (!rect.intersects({0, 0, static_cast<double>(of.width), static_cast<double>(of.height)}))
        return {};
    const Indices columns = touched(rect.x, rect.right(), of.tileWidth, tileColumns(of));
    const Indices rows = touched(rect.y, rect.bottom(), of.tileHeight, tileRows(of));

    std::vector<TileKey> tiles;
    for (int row = rows.first; row < rows.end; ++row) {
        for (int column = columns.first; column < columns.end; ++column)
            tiles.push_back({level, column, row});
    }
    return tiles;
}

std::vector<TileKey> tilesFromCentre(const SlideInfo& info, int level, const Rect& level0Rect)
{
    const Point centre = scaled(level0Rect, 1.0 / levelOf(info, level).downsample).centre();
    const auto squaredDistance = [&](const TileKey& key) {
        const Point at = tileLevelRect(info, key).centre();
        return (at.x - centre.x) * (at.x - centre.x) + (at.y - centre.y) * (at.y - centre.y);
    };
    std::vector<TileKey> tiles = tilesIn(info, level, level0Rect);
    std::ranges::stable_sort(tiles, {}, squaredDistance);
    return tiles;
}

} // namespace spacrd
