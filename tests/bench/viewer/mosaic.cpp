#include "tests/bench/viewer/mosaic.h"

#include "core/base/error.h"
#include "core/slide/startvips.h"

#include <memory>
#include <vector>

#include <vips/vips.h>

namespace spacrd::bench {

namespace {

struct Unref
{
    void operator()(void* object) const { g_object_unref(object); }
};
using Picture = std::unique_ptr<VipsImage, Unref>;

/// `call` makes a picture, or says that it could not.
template <typename Call>
Picture made(const std::filesystem::path& file, Call call)
{
    VipsImage* out = nullptr;
    if (call(&out) != 0)
        throw Error(Text("The mosaic cannot be made: %1", {vips_error_buffer()}), file);
    return Picture(out);
}

} // namespace

void writeMosaic(const std::filesystem::path& slide, int copies, double mpp, const std::filesystem::path& file)
{
    startVips();
    const Picture read = made(file, [&](VipsImage** out) { return vips_tiffload(slide.c_str(), out, nullptr); });
    const Picture one = made(file, [&](VipsImage** out) { return (*out = vips_image_copy_memory(read.get())) ? 0 : -1; });
    const Picture turned =
        made(file, [&](VipsImage** out) { return vips_flip(one.get(), out, VIPS_DIRECTION_HORIZONTAL, nullptr); });
    std::vector<VipsImage*> all;
    for (int i = 0; i < copies * copies; ++i)
        all.push_back(i % copies % 2 == 0 ? one.get() : turned.get());
    const Picture mosaic = made(file, [&](VipsImage** out) {
        return vips_arrayjoin(all.data(), out, static_cast<int>(all.size()), "across", copies, nullptr);
    });
    constexpr double micrometresPerMillimetre = 1000.0;
    const double resolution = micrometresPerMillimetre / mpp;
    if (vips_tiffsave(mosaic.get(), file.c_str(), "compression", VIPS_FOREIGN_TIFF_COMPRESSION_JPEG, "Q", 80, "tile", TRUE,
                      "tile_width", 256, "tile_height", 256, "pyramid", TRUE, "bigtiff", TRUE, "xres", resolution, "yres",
                      resolution, nullptr)
        != 0)
        throw Error(Text("The mosaic cannot be written: %1", {vips_error_buffer()}), file);
}

} // namespace spacrd::bench
