#include "core/exchange/png.h"

#include "core/base/error.h"
#include "core/slide/startvips.h"

#include <vips/vips.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace spacrd {

namespace {

struct Unref
{
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using VipsPointer = std::unique_ptr<VipsImage, Unref>;

struct Free
{
    void operator()(void* memory) const { g_free(memory); }
};

[[noreturn]] void fail()
{
    std::string reason = vips_error_buffer();
    vips_error_clear();
    while (!reason.empty() && (reason.back() == '\n' || reason.back() == ' '))
        reason.pop_back();
    throw Error(Text(SPACRD_TR("core", "The picture could not be drawn: %1."), {reason}));
}

std::uint32_t blend(std::uint32_t below, const std::uint8_t* rgba)
{
    const std::uint32_t alpha = rgba[3];
    const auto mix = [alpha](std::uint32_t under, std::uint32_t over) {
        return (over * alpha + under * (255 - alpha) + 127) / 255;
    };
    return 0xff000000u | mix((below >> 16) & 0xff, rgba[0]) << 16 | mix((below >> 8) & 0xff, rgba[1]) << 8
           | mix(below & 0xff, rgba[2]);
}

} // namespace

std::string pngBytes(const Image& image)
{
    startVips();
    std::vector<std::uint8_t> rgb;
    rgb.reserve(image.pixels.size() * 3);
    for (const std::uint32_t pixel : image.pixels) {
        rgb.push_back(static_cast<std::uint8_t>(red(pixel)));
        rgb.push_back(static_cast<std::uint8_t>(green(pixel)));
        rgb.push_back(static_cast<std::uint8_t>(blue(pixel)));
    }
    const VipsPointer raw(vips_image_new_from_memory(rgb.data(), rgb.size(), image.width, image.height, 3, VIPS_FORMAT_UCHAR));
    if (!raw)
        fail();
    VipsImage* coloured = nullptr;
    if (vips_copy(raw.get(), &coloured, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr))
        fail();
    const VipsPointer owned(coloured);
    void* bytes = nullptr;
    size_t size = 0;
    if (vips_pngsave_buffer(owned.get(), &bytes, &size, "compression", 6, "strip", TRUE, nullptr))
        fail();
    const std::unique_ptr<void, Free> freeBytes(bytes);
    return {static_cast<const char*>(bytes), size};
}

void drawSvg(Image& image, const std::string& svg)
{
    startVips();
    VipsImage* loaded = nullptr;
    // "unlimited": a section of many spots makes a document above the 10 MB that the XML reader takes by default.
    if (vips_svgload_buffer(const_cast<char*>(svg.data()), svg.size(), &loaded, "unlimited", TRUE, nullptr))
        fail();
    const VipsPointer drawing(loaded);
    const auto pixels = static_cast<size_t>(image.width) * static_cast<size_t>(image.height);
    size_t size = 0;
    const std::unique_ptr<void, Free> memory(vips_image_write_to_memory(drawing.get(), &size));
    if (!memory)
        fail();
    if (vips_image_get_width(drawing.get()) != image.width || vips_image_get_height(drawing.get()) != image.height
        || size != pixels * 4)
        throw Error(SPACRD_TR("core", "The drawing has another size than the picture below it."));
    const auto* rgba = static_cast<const std::uint8_t*>(memory.get());
    for (size_t k = 0; k < pixels; ++k)
        image.pixels[k] = blend(image.pixels[k], rgba + 4 * k);
}

} // namespace spacrd
