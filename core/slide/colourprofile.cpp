#include "core/slide/colourprofile.h"

#include "core/slide/tifffields.h"

#include <lcms2.h>

#include <bit>

namespace spacrd {

namespace {

constexpr std::uint32_t mostBytes = 64U << 20;

/// Pixels are words of 0xffRRGGBB; the library counts bytes. Alpha, an extra channel to it, stays as it is.
constexpr cmsUInt32Number pixelFormat =
    std::endian::native == std::endian::little ? cmsUInt32Number(TYPE_BGRA_8) : cmsUInt32Number(TYPE_ARGB_8);

struct CloseProfile
{
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using ProfileHandle = std::unique_ptr<void, CloseProfile>;

} // namespace

std::shared_ptr<const ColourProfile> ColourProfile::fromBytes(std::span<const std::byte> bytes)
{
    if (bytes.empty() || bytes.size() > mostBytes)
        return nullptr;
    const ProfileHandle slide(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
    if (!slide || cmsGetColorSpace(slide.get()) != cmsSigRgbData)
        return nullptr;
    const ProfileHandle screen(cmsCreate_sRGBProfile());
    // The library's memory of the last pixel is shared by all threads that use a transform: it must have none.
    const cmsHTRANSFORM made = cmsCreateTransform(slide.get(), pixelFormat, screen.get(), pixelFormat,
                                                  cmsGetHeaderRenderingIntent(slide.get()), cmsFLAGS_NOCACHE);
    if (!made)
        return nullptr;
    return std::shared_ptr<const ColourProfile>(new ColourProfile(std::shared_ptr<void>(made, &cmsDeleteTransform)));
}

std::shared_ptr<const ColourProfile> ColourProfile::ofSlide(const std::filesystem::path& file)
{
    const TiffFile tiff = openTiff(file);
    std::uint32_t count = 0;
    const void* data = nullptr;
    if (!tiff || !TIFFGetField(tiff.get(), TIFFTAG_ICCPROFILE, &count, &data) || !data)
        return nullptr;
    return fromBytes({static_cast<const std::byte*>(data), count});
}

void ColourProfile::apply(Image& image) const
{
    if (!image.empty())
        cmsDoTransform(m_transform.get(), image.pixels.data(), image.pixels.data(),
                       static_cast<cmsUInt32Number>(image.pixels.size()));
}

} // namespace spacrd
