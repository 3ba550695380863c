#include "core/slide/import.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/task.h"
#include "core/slide/colourprofile.h"
#include "core/slide/plainimage.h"
#include "core/slide/plausible.h"
#include "core/slide/pyramidwriter.h"
#include "core/slide/refusal.h"

#include <algorithm>
#include <vector>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

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
/// image is first decoded into a file in `scratch`, which must outlive the result.
VipsPtr upright(VipsPtr image, const fs::path& file, const AtomicFolder& scratch, Task& task)
{
    const fs::path raw = scratch.temporary() / "decoded.v"; // libvips insists on this ending
    const long long rows = vips_image_get_height(image.get());
    task.stage(SPACRD_TR("core", "Decoding the image"), rows, SPACRD_TR("core", "rows"));
    {
        const VipsProgress progress(image.get(), task, rows);
        if (vips_vipssave(image.get(), raw.c_str(), nullptr)) {
            const std::string reason = takeVipsError();
            progress.throwIfStopped();
            throw Error(Text(SPACRD_TR("core", "The image cannot be decoded: %1."), {reason}), file,
                        SPACRD_TR("core", "the file is damaged, or the disk is full"));
        }
    }
    VipsImage* decoded = nullptr;
    orThrow(vips_vipsload(raw.c_str(), &decoded, nullptr), file);
    image.reset(decoded);
    VipsImage* turned = nullptr;
    orThrow(vips_autorot(image.get(), &turned, nullptr), file);
    return VipsPtr(turned);
}

/// The image's ICC profile where it is one of red, green and blue, as a slide's are; else empty.
std::string colourProfileOf(VipsImage* image)
{
    const void* data = nullptr;
    size_t size = 0;
    if (vips_image_get_bands(image) < 3 || !vips_image_get_typeof(image, VIPS_META_ICC_NAME)
        || vips_image_get_blob(image, VIPS_META_ICC_NAME, &data, &size))
        return {};
    const std::span bytes(static_cast<const std::byte*>(data), size);
    return ColourProfile::fromBytes(bytes) ? std::string(static_cast<const char*>(data), size) : std::string();
}

/// Pulls the image through libvips in bands of rows. Of the image's metadata only resolution and colour profile are carried over:
/// others may name a patient, and nobody reads them.
void writePyramid(VipsImage* rgb, const fs::path& source, const fs::path& target, std::optional<double> mpp,
                  std::string colourProfile, Task& task)
{
    const int width = vips_image_get_width(rgb);
    const int height = vips_image_get_height(rgb);
    task.stage(SPACRD_TR("core", "Writing the pyramid"), height, SPACRD_TR("core", "rows"));
    PyramidWriter writer(target, width, height, mpp, std::move(colourProfile));
    const std::unique_ptr<VipsRegion, GObjectUnref> region(vips_region_new(rgb));
    // Low bands for wide images: a cancel is looked for after each.
    const int bandRows = std::clamp(4'000'000 / width, 8, 64);
    std::vector<std::uint8_t> band;
    for (int top = 0; top < height; top += bandRows) {
        const VipsRect rect{0, top, width, std::min(bandRows, height - top)};
        if (vips_region_prepare(region.get(), &rect))
            throw Error(Text(SPACRD_TR("core", "The image cannot be decoded: %1."), {takeVipsError()}), source,
                        SPACRD_TR("core", "the file is damaged; copy it again from where it came"));
        band.clear();
        for (int y = top; y < top + rect.height; ++y) {
            const VipsPel* row = VIPS_REGION_ADDR(region.get(), 0, y);
            band.insert(band.end(), row, row + static_cast<size_t>(width) * 3);
        }
        writer.addRows(band);
        task.advanceTo(top + rect.height);
    }
    writer.finish();
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
        return (!knownToOpenSlide(path) || onlyLargestLevelKnownToOpenSlide(path)) && openPlainImage(path);
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
    std::string colourProfile = colourProfileOf(source.get());

    AtomicFile file(target);
    std::optional<AtomicFolder> scratch; // never committed: it goes when this function ends
    if (vips_image_get_orientation(source.get()) != 1) {
        scratch.emplace(fs::path(target) += ".scratch");
        source = upright(std::move(source), image, *scratch, task);
    }
    source = toRgb(std::move(source), image);
    writePyramid(source.get(), image, file.temporary(), mpp, std::move(colourProfile), task);
    source.reset(); // closes the image before its scratch folder goes
    task.check();   // a stop asked for at the very last row still leaves nothing
    file.commit();
}

} // namespace spacrd
