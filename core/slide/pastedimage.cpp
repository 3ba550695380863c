#include "core/slide/pastedimage.h"

#include "core/base/error.h"

namespace spacrd {

namespace {

constexpr std::uint32_t white = 0xffffffff;
constexpr long long mostPixels = 1LL << 31; // of one picture: 8 GiB

} // namespace

Image unwrittenImage(long long width, long long height, const std::filesystem::path& path)
{
    if (width <= 0 || height <= 0)
        return {};
    if (width * height > mostPixels)
        throw Error(Text(SPACRD_TR("core", "A picture of %1 × %2 pixels is too large to be read at once."),
                         {toWord(width), toWord(height)}),
                    path, SPACRD_TR("core", "read it from a coarser level or in parts"));
    Image image;
    image.width = static_cast<int>(width);
    image.height = static_cast<int>(height);
    image.pixels.resize(static_cast<size_t>(width) * static_cast<size_t>(height));
    return image;
}

Image whiteImage(long long width, long long height, const std::filesystem::path& path)
{
    Image image = unwrittenImage(width, height, path);
    std::ranges::fill(image.pixels, white);
    return image;
}

void paste(const Image& part, Image& whole, long long x, long long y)
{
    for (int row = 0; row < part.height; ++row) {
        const auto from = part.pixels.begin() + static_cast<std::ptrdiff_t>(row) * part.width;
        std::copy_n(from, part.width, whole.pixels.begin() + (y + row) * whole.width + x);
    }
}

} // namespace spacrd
