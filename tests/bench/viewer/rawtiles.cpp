#include "tests/bench/viewer/rawtiles.h"

#include "core/base/error.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace spacrd::bench {

namespace {

bool decodeOne(const RandomFile& file, const JpegDirectory& level, const std::vector<unsigned char>& prefix,
               const TilePlace& place, std::vector<unsigned char>& jpeg, std::vector<std::uint32_t>& pixels)
{
    const size_t begin = prefix.size() - 2;
    jpeg.resize(begin + place.bytes);
    if (file.read(place.offset, std::span(jpeg).subspan(begin)) != place.bytes)
        return false;
    std::copy(prefix.begin(), prefix.end(), jpeg.begin());
    return prepareJpeg(jpeg, level.format)
           && decodeJpeg(jpeg, level.format, pixels.data(), static_cast<size_t>(level.format.width)) == JpegOutcome::whole;
}

} // namespace

RawTiles::RawTiles(const std::filesystem::path& slide)
    : m_file(slide)
    , m_path(slide)
    , m_levels(jpegDirectories(slide))
{
    if (m_levels.empty())
        throw Error("This slide has no level of JPEG tiles.", slide);
}

size_t RawTiles::levelOf(long long width, long long height) const
{
    const auto found =
        std::ranges::find_if(m_levels, [&](const JpegDirectory& d) { return d.width == width && d.height == height; });
    if (found == m_levels.end())
        throw Error("This slide has a level that is not of JPEG tiles.", m_path);
    return static_cast<size_t>(found - m_levels.begin());
}

std::vector<size_t> RawTiles::tilesIn(size_t level, const Rect& rect) const
{
    const JpegDirectory& of = m_levels.at(level);
    const auto index = [](double at, int side, long long count) {
        return std::clamp(static_cast<long long>(std::floor(at / side)), 0LL, count - 1);
    };
    std::vector<size_t> tiles;
    const long long right = index(rect.right() - 1e-6, of.format.width, of.columns());
    const long long bottom = index(rect.bottom() - 1e-6, of.format.height, of.rows());
    for (long long row = index(rect.y, of.format.height, of.rows()); row <= bottom; ++row) {
        for (long long column = index(rect.x, of.format.width, of.columns()); column <= right; ++column)
            tiles.push_back(static_cast<size_t>(row * of.columns() + column));
    }
    return tiles;
}

void RawTiles::decode(size_t level, const std::vector<size_t>& tiles, int threads) const
{
    const JpegDirectory& of = m_levels.at(level);
    const std::vector<unsigned char> prefix = jpegPrefix(of.format);
    std::atomic<size_t> next = 0;
    std::atomic<bool> failed = false;
    const auto work = [&] {
        std::vector<unsigned char> jpeg;
        std::vector<std::uint32_t> pixels(static_cast<size_t>(of.format.width) * static_cast<size_t>(of.format.height));
        for (size_t i = next++; i < tiles.size(); i = next++) {
            if (!decodeOne(m_file, of, prefix, of.tiles.at(tiles[i]), jpeg, pixels))
                failed = true;
        }
    };
    {
        std::vector<std::jthread> pool;
        for (int i = 0; i < threads; ++i)
            pool.emplace_back(work);
    }
    if (failed)
        throw Error("A tile of this slide cannot be decoded.", m_path);
}

} // namespace spacrd::bench
