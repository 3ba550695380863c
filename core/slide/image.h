#pragma once

#include "core/slide/pixelmemory.h"

#include <cstddef>
#include <cstdint>

namespace spacrd {

/// Opaque pixels, row by row without padding, each 0xffRRGGBB in the machine's byte order (the layout of
/// QImage::Format_RGB32, so a window can wrap the bytes without copying).
struct Image
{
    int width = 0;
    int height = 0;
    Pixels pixels;

    bool empty() const { return pixels.empty(); }
    std::uint32_t at(int x, int y) const
    {
        return pixels[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
    }
};

inline int red(std::uint32_t pixel)
{
    return static_cast<int>((pixel >> 16) & 0xff);
}
inline int green(std::uint32_t pixel)
{
    return static_cast<int>((pixel >> 8) & 0xff);
}
inline int blue(std::uint32_t pixel)
{
    return static_cast<int>(pixel & 0xff);
}

} // namespace spacrd
