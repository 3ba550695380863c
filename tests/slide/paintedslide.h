#pragma once

#include "core/slide/slide.h"

#include <atomic>
#include <cmath>
#include <functional>

namespace spacrd::test {

/// A slide in memory whose pixel (x, y) of level l is painting(l, x, y). Remembers how much was read and the largest read.
class PaintedSlide final : public Slide
{
public:
    using Painting = std::function<std::uint32_t(int level, long long x, long long y)>;

    PaintedSlide(long long width, long long height, const std::vector<double>& downsamples, Painting painting)
        : m_painting(std::move(painting))
    {
        for (const double downsample : downsamples)
            m_info.levels.push_back({static_cast<long long>(std::floor(static_cast<double>(width) / downsample)),
                                     static_cast<long long>(std::floor(static_cast<double>(height) / downsample)), downsample});
        m_info.level0Bounds = {0, 0, static_cast<double>(width), static_cast<double>(height)};
    }

    const SlideInfo& info() const override { return m_info; }

    Image readRegion(int level, long long levelX, long long levelY, int width, int height) const override
    {
        const SlideLevel& from = m_info.levels.at(static_cast<size_t>(level));
        Image image;
        image.width = width;
        image.height = height;
        for (long long y = levelY; y < levelY + height; ++y) {
            for (long long x = levelX; x < levelX + width; ++x) {
                const bool inside = x >= 0 && y >= 0 && x < from.width && y < from.height;
                image.pixels.push_back(inside ? 0xff000000U | m_painting(level, x, y) : 0xffffffffU);
            }
        }
        pixelsRead += static_cast<long long>(width) * height;
        largestRead = std::max(largestRead.load(), static_cast<long long>(width) * height);
        lastLevel = level;
        return image;
    }

    Image readAssociated(const std::string&) const override { return {}; }

    mutable std::atomic<long long> pixelsRead{0};
    mutable std::atomic<long long> largestRead{0};
    mutable std::atomic<int> lastLevel{-1};

private:
    SlideInfo m_info;
    Painting m_painting;
};

} // namespace spacrd::test
