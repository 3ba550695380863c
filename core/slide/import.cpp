#include "core/slide/import.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/task.h"
#include "core/slide/plainimage.h"
#include "core/slide/plausible.h"
#include "core/slide/refusal.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// Throws what stopped libvips: the task, or `sentence` with libvips' reason.
[[noreturn]] void throwFailure(const VipsProgress& progress, const char* sentence, const fs::path& file, const char* hint)
{
    const std::string reason = takeVipsError();
    progress.throwIfCancelled();
    throw Error(Text(sentence, {reason}), file, hint);
}

void orThrow(int failed, const fs::path& file)
{
    if (failed)
        throw Error(Text(SPACRD_TR("core", "The image cannot be converted: %1."), {takeVipsError()}), file,
                    SPACRD_TR("core", "save it again as RGB with 8 bits a channel"));
}

/// Grey or RGB with or without alpha → RGB on white.
VipsPtr toRgb(VipsPtr image, const fs::path& file)
{
    VipsImage* out = nullptr;
    if (vips_image_get_bands(image.get()) % 2 == 0) {
        VipsArrayDouble* white = vips_array_double_newv(1, 255.0);
        const int failed = vips_flatten(image.get(), &out, "background", white, nullptr);
        vips_area_unref(VIPS_AREA(white));
        orThrow(failed, file);
        image.reset(out);
    }
    if (vips_image_get_bands(image.get()) == 1) {
        VipsImage* grey[] = {image.get(), image.get(), image.get()};
        orThrow(vips_bandjoin(grey, &out, 3, nullptr), file);
        image.reset(out);
    }
    orThrow(vips_copy(image.get(), &out, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr), file);
    return VipsPtr(out);
}

/// An image that a camera stored lying (EXIF or TIFF orientation), turned upright. A turn needs the pixels in any order, so the
/// image is first decoded into `scratch`, which must outlive the result.
VipsPtr upright(VipsPtr image, const fs::path& file, const AtomicFile& scratch, Task& task)
{
    const long long rows = vips_image_get_height(image.get());
    task.stage(SPACRD_TR("core", "Decoding the image"), rows, SPACRD_TR("core", "rows"));
    {
        const VipsProgress progress(image.get(), task, rows);
        if (vips_vipssave(image.get(), scratch.temporary().c_str(), nullptr))
            throwFailure(progress, SPACRD_TR("core", "The image cannot be decoded: %1."), file,
                         SPACRD_TR("core", "the file is damaged, or the disk is full"));
    }
    VipsImage* decoded = nullptr;
    orThrow(vips_vipsload(scratch.temporary().c_str(), &decoded, nullptr), file);
    image.reset(decoded);
    VipsImage* turned = nullptr;
    orThrow(vips_autorot(image.get(), &turned, nullptr), file);
    return VipsPtr(turned);
}

/// Metadata of the image are not carried over: they may name a patient, and OpenSlide reads none but the resolution.
void writePyramid(VipsImage* rgb, const fs::path& source, const fs::path& target, std::optional<double> mpp, Task& task)
{
    constexpr double unknownResolution = 1.0; // px/mm; libvips must write one, and plausible.h disbelieves this one
    const double pixelsPerMillimetre = mpp ? 1000.0 / *mpp : unknownResolution;
    // A TIFF of JPEG tiles is always smaller than its raw pixels with their pyramid (4/3).
    const bool big = static_cast<double>(VIPS_IMAGE_SIZEOF_IMAGE(rgb)) * 4.0 / 3.0 > 4.0e9;
    const long long rows = vips_image_get_height(rgb);
    task.stage(SPACRD_TR("core", "Writing the pyramid"), rows, SPACRD_TR("core", "rows"));
    const VipsProgress progress(rgb, task, rows);
    const int failed =
        vips_tiffsave(rgb, target.c_str(), "compression", VIPS_FOREIGN_TIFF_COMPRESSION_JPEG, "Q", 90, "tile", TRUE, "tile_width",
                      256, "tile_height", 256, "pyramid", TRUE, "bigtiff", big ? TRUE : FALSE, "strip", TRUE, "resunit",
                      VIPS_FOREIGN_TIFF_RESUNIT_CM, "xres", pixelsPerMillimetre, "yres", pixelsPerMillimetre, nullptr);
    if (failed)
        throwFailure(progress, SPACRD_TR("core", "The image cannot be imported: %1."), source,
                     SPACRD_TR("core", "the file is damaged, or the disk is full"));
    progress.throwIfCancelled();
    task.advanceTo(rows);
}

void checkOptions(const fs::path& image, const fs::path& target, const ImportOptions& options)
{
    if (options.mpp && !plausibleMpp(*options.mpp))
        throw Error(Text(SPACRD_TR("core", "%1 µm per pixel cannot be right."), {toWord(*options.mpp)}), image,
                    SPACRD_TR("core", "give a number from 0.01 to 20"));
    std::error_code code;
    if (fs::equivalent(image, target, code))
        throw Error(SPACRD_TR("core", "The image would be overwritten by its own pyramid."), target,
                    SPACRD_TR("core", "choose another name for the pyramid"));
}

} // namespace

bool isPlainImage(const fs::path& path)
{
    try {
        return !knownToOpenSlide(path) && openPlainImage(path);
    } catch (const Error&) {
        return false;
    }
}

void importImage(const fs::path& image, const fs::path& target, const ImportOptions& options, Task& task)
{
    task.check();
    checkOptions(image, target, options);
    VipsPtr source = openPlainImage(image);
    const std::optional<double> mpp = options.mpp ? options.mpp : mppOfImage(source.get());

    AtomicFile file(target);
    AtomicFile scratch(fs::path(target) += ".v"); // never committed: it goes when this function ends
    if (vips_image_get_orientation(source.get()) != 1)
        source = upright(std::move(source), image, scratch, task);
    source = toRgb(std::move(source), image);
    writePyramid(source.get(), image, file.temporary(), mpp, task);
    source.reset(); // closes the image before its scratch file goes
    file.commit();
}

} // namespace spacrd
