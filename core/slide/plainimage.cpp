#include "core/slide/plainimage.h"

#include "core/base/error.h"
#include "core/slide/filekind.h"
#include "core/slide/ometiff.h"
#include "core/slide/plausible.h"
#include "core/slide/refusal.h"

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr long long longestSide = 200'000;
constexpr long long mostPixels = 20'000'000'000;
constexpr long long mostBytesAtOnce = 4'000'000'000; // of images that libvips can only decode whole

/// Only the three loaders we name are ever used: libvips' others (ImageMagick among them) never see a user's file.
VipsPtr load(FileKind kind, const fs::path& path, int page)
{
    VipsImage* image = nullptr;
    int failed = 1;
    if (kind == FileKind::jpeg)
        failed =
            vips_jpegload(path.c_str(), &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, nullptr);
    else if (kind == FileKind::png)
        failed = vips_pngload(path.c_str(), &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, nullptr);
    else
        failed = vips_tiffload(path.c_str(), &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED, "page",
                               page, nullptr);
    return VipsPtr(failed ? nullptr : image);
}

void checkSize(VipsImage* image, const fs::path& path)
{
    const long long width = vips_image_get_width(image);
    const long long height = vips_image_get_height(image);
    if (width > longestSide || height > longestSide || width * height > mostPixels)
        throw Error(
            Text(SPACRD_TR("core", "The image says it has %1 × %2 pixels, which is too large."), {toWord(width), toWord(height)}),
            path,
            SPACRD_TR("core", "at most 200000 pixels a side and 20000 million pixels are imported; the file may be damaged"));
    const bool interlaced = vips_image_get_typeof(image, "interlaced") || vips_image_get_typeof(image, "jpeg-multiscan");
    if (interlaced && static_cast<long long>(VIPS_IMAGE_SIZEOF_IMAGE(image)) > mostBytesAtOnce)
        throw Error(Text(SPACRD_TR("core", "The image is interlaced or progressive and too large for that: %1 × %2 pixels."),
                         {toWord(width), toWord(height)}),
                    path, SPACRD_TR("core", "save it again without interlacing"));
}

void checkChannels(VipsImage* image, const fs::path& path)
{
    const VipsInterpretation colours = vips_image_guess_interpretation(image);
    if (colours == VIPS_INTERPRETATION_CMYK || colours == VIPS_INTERPRETATION_LAB || colours == VIPS_INTERPRETATION_LABS)
        throw Error(SPACRD_TR("core", "The image's colours are not grey or RGB but those of printing (CMYK or Lab)."), path,
                    SPACRD_TR("core", "save it as RGB with 8 bits a channel"));
    if (vips_image_get_format(image) != VIPS_FORMAT_UCHAR) {
        const int bits = static_cast<int>(vips_format_sizeof(vips_image_get_format(image)) * 8);
        throw Error(Text(SPACRD_TR("core", "The image has %1 bits a channel; only 8 are imported."), {toWord(bits)}), path,
                    SPACRD_TR("core", "save it as RGB with 8 bits a channel"));
    }
    if (vips_image_get_bands(image) > 4)
        throw Error(Text(SPACRD_TR("core", "The image has %1 channels; only grey and RGB images are imported."),
                         {toWord(vips_image_get_bands(image))}),
                    path, SPACRD_TR("core", "export it as an RGB picture"));
}

/// A second page as large as the first is another channel or another section, not a level: importing the first alone would be
/// wrong.
void checkPages(VipsImage* image, const fs::path& path)
{
    constexpr int mostLookedAt = 16;
    const int pages = vips_image_get_n_pages(image);
    for (int page = 1; page < std::min(pages, mostLookedAt); ++page) {
        const VipsPtr other = load(FileKind::tiff, path, page);
        const bool alike = other && vips_image_get_width(other.get()) == vips_image_get_width(image)
                           && vips_image_get_height(other.get()) == vips_image_get_height(image);
        if (!other)
            vips_error_clear();
        if (alike && vips_image_get_bands(image) == 1)
            throw Error(
                Text(SPACRD_TR("core", "The image has several channels on %1 pages, as fluorescence images do; only grey and RGB "
                                       "images are imported."),
                     {toWord(pages)}),
                path, SPACRD_TR("core", "export it as an RGB picture"));
        if (alike)
            throw Error(
                Text(SPACRD_TR("core", "The file holds %1 pages with several pictures of the same size."), {toWord(pages)}), path,
                SPACRD_TR("core", "save the one that is wanted as a file of its own"));
    }
}

} // namespace

VipsPtr openPlainImage(const fs::path& path)
{
    checkIsFile(path);
    const FileKind kind = fileKind(path);
    if (kind != FileKind::jpeg && kind != FileKind::png && kind != FileKind::tiff)
        throw Error(SPACRD_TR("core", "This is not a JPEG, PNG or TIFF image."), path,
                    SPACRD_TR("core", "save it as one of these first"));
    startVips();
    VipsPtr image = load(kind, path, 0);
    if (!image && kind == FileKind::tiff && isCutShortTiff(path))
        throw Error(SPACRD_TR("core", "The file is cut short: it ends before the list of its images."), path,
                    SPACRD_TR("core", "copy it again from where it came"));
    if (!image)
        throw Error(
            Text(SPACRD_TR("core", "The image cannot be read: %1."), {takeVipsError()}), path,
            SPACRD_TR("core",
                      "the file is damaged or of a variant that is not supported; save it again as RGB with 8 bits a channel"));
    checkSize(image.get(), path);
    checkChannels(image.get(), path);
    if (kind == FileKind::tiff)
        checkPages(image.get(), path);
    return image;
}

std::optional<double> mppOfImage(VipsImage* image)
{
    const char* description = nullptr;
    if (vips_image_get_typeof(image, VIPS_META_IMAGEDESCRIPTION)
        && vips_image_get_string(image, VIPS_META_IMAGEDESCRIPTION, &description) == 0) {
        if (const std::optional<double> mpp = mppOfOmeXml(description, 'X'))
            return mpp;
    }
    const double pixelsPerMillimetre = vips_image_get_xres(image);
    return pixelsPerMillimetre > 0.0 ? plausibleMpp(1000.0 / pixelsPerMillimetre) : std::nullopt;
}

} // namespace spacrd
