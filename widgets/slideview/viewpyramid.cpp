#include "widgets/slideview/viewpyramid.h"

#include "core/slide/pyramid.h"

#include <algorithm>
#include <array>

namespace spacrd {

namespace {

/// Above this the reading of one coarse tile takes too long to be worth waiting for.
constexpr int largestReduce = 8;
/// A coarsest level of at most this many pixels a side is loaded whole and kept.
constexpr long long coarsestSide = 2048;

void addLevel(ViewPyramid& pyramid, const SlideLevel& level, int slideLevel, int reduce)
{
    pyramid.info.levels.push_back({(level.width + reduce - 1) / reduce, (level.height + reduce - 1) / reduce,
                                   level.downsample * reduce, level.tileWidth, level.tileHeight});
    pyramid.sources.push_back({slideLevel, reduce});
}

/// The mean of the reduce × reduce pixels of `block` at (x, y) of the result, as far as they exist.
std::uint32_t meanPixel(const Image& block, int x, int y, int reduce)
{
    std::array<int, 3> sum{};
    int count = 0;
    for (int row = y * reduce; row < std::min(block.height, (y + 1) * reduce); ++row) {
        for (int column = x * reduce; column < std::min(block.width, (x + 1) * reduce); ++column, ++count) {
            const std::uint32_t pixel = block.at(column, row);
            sum[0] += red(pixel);
            sum[1] += green(pixel);
            sum[2] += blue(pixel);
        }
    }
    const auto mean = [count](int total) { return static_cast<std::uint32_t>((total + count / 2) / count); };
    return 0xff000000U | mean(sum[0]) << 16 | mean(sum[1]) << 8 | mean(sum[2]);
}

/// Averages `block` into `tile` with its top-left at (left, top).
void reduceInto(Image& tile, int left, int top, const Image& block, int reduce)
{
    const int width = std::min(tile.width - left, (block.width + reduce - 1) / reduce);
    const int height = std::min(tile.height - top, (block.height + reduce - 1) / reduce);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const size_t at = static_cast<size_t>(top + y) * static_cast<size_t>(tile.width) + static_cast<size_t>(left + x);
            tile.pixels[at] = meanPixel(block, x, y, reduce);
        }
    }
}

/// Goes over the source in blocks of one tile's size, so that memory stays small and a stop is noticed soon.
Image readReduced(const Slide& slide, const ViewPyramid::Source& source, const Rect& rect, const std::function<bool()>& abandoned)
{
    const SlideLevel& level = slide.info().levels.at(static_cast<size_t>(source.slideLevel));
    Image tile{static_cast<int>(rect.width), static_cast<int>(rect.height), {}};
    tile.pixels.assign(static_cast<size_t>(tile.width) * static_cast<size_t>(tile.height), 0xffffffffU);
    const int across = std::max(1, level.tileWidth / source.reduce);
    const int down = std::max(1, level.tileHeight / source.reduce);
    for (int top = 0; top < tile.height; top += down) {
        for (int left = 0; left < tile.width; left += across) {
            if (abandoned())
                return {};
            const long long x = (static_cast<long long>(rect.x) + left) * source.reduce;
            const long long y = (static_cast<long long>(rect.y) + top) * source.reduce;
            const auto width =
                static_cast<int>(std::min<long long>(static_cast<long long>(across) * source.reduce, level.width - x));
            const auto height =
                static_cast<int>(std::min<long long>(static_cast<long long>(down) * source.reduce, level.height - y));
            reduceInto(tile, left, top, slide.readRegion(source.slideLevel, x, y, width, height), source.reduce);
        }
    }
    return tile;
}

} // namespace

ViewPyramid viewPyramid(const SlideInfo& slide)
{
    ViewPyramid pyramid;
    pyramid.info = slide;
    pyramid.info.levels.clear();
    for (size_t i = 0; i < slide.levels.size(); ++i) {
        const SlideLevel& level = slide.levels[i];
        addLevel(pyramid, level, static_cast<int>(i), 1);
        const bool last = i + 1 == slide.levels.size();
        const long long side = std::max(level.width, level.height);
        for (int reduce = 2; reduce <= largestReduce; reduce *= 2) {
            const bool wanted =
                last ? side * 2 / reduce > coarsestSide : level.downsample * reduce * 1.5 < slide.levels[i + 1].downsample;
            if (wanted)
                addLevel(pyramid, level, static_cast<int>(i), reduce);
        }
    }
    return pyramid;
}

Image readTile(const Slide& slide, const ViewPyramid& pyramid, const TileKey& key, const std::function<bool()>& abandoned)
{
    const ViewPyramid::Source source = pyramid.sources.at(static_cast<size_t>(key.level));
    const Rect rect = tileLevelRect(pyramid.info, key);
    if (source.reduce > 1)
        return readReduced(slide, source, rect, abandoned);
    return slide.readRegion(source.slideLevel, static_cast<long long>(rect.x), static_cast<long long>(rect.y),
                            static_cast<int>(rect.width), static_cast<int>(rect.height));
}

} // namespace spacrd
