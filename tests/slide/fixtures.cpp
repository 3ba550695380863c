#include "tests/slide/fixtures.h"

#include "core/slide/startvips.h"
#include "tests/support/testdata.h"

#include <array>
#include <vector>

#include <tiffio.h>
#include <vips/vips.h>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

void orFail(int failed)
{
    if (failed)
        qFatal("libvips could not make a test image: %s", vips_error_buffer());
}

VipsImage* fromBytes(const std::vector<std::uint8_t>& bytes, int width, int height, int bands)
{
    startVips();
    VipsImage* image = vips_image_new_from_memory_copy(bytes.data(), bytes.size(), width, height, bands, VIPS_FORMAT_UCHAR);
    orFail(image == nullptr);
    image->Type = bands < 3 ? VIPS_INTERPRETATION_B_W : bands < 5 ? VIPS_INTERPRETATION_sRGB : VIPS_INTERPRETATION_MULTIBAND;
    return image;
}

VipsImage* painted(int width, int height, const Painting& painting)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(static_cast<size_t>(width) * static_cast<size_t>(height) * 3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::uint32_t pixel = painting(x, y);
            for (const int shift : {16, 8, 0})
                bytes.push_back(static_cast<std::uint8_t>((pixel >> shift) & 0xff));
        }
    }
    return fromBytes(bytes, width, height, 3);
}

void save(VipsImage* image, const fs::path& path, const std::string& options)
{
    const std::string name = path.string() + (options.empty() ? "" : "[" + options + "]");
    orFail(vips_image_write_to_file(image, name.c_str(), nullptr));
    g_object_unref(image);
}

} // namespace

void writeRgb(const fs::path& path, int width, int height, const Painting& painting, const std::string& options)
{
    save(painted(width, height, painting), path, options);
}

void writeBands(const fs::path& path, int width, int height, int bands, const std::function<std::uint8_t(int, int, int)>& value,
                const std::string& options)
{
    std::vector<std::uint8_t> bytes;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int band = 0; band < bands; ++band)
                bytes.push_back(value(x, y, band));
        }
    }
    save(fromBytes(bytes, width, height, bands), path, options);
}

void write16Bit(const fs::path& path, int width, int height, int bands)
{
    startVips();
    VipsImage* black = nullptr;
    orFail(vips_black(&black, width, height, "bands", bands, nullptr));
    VipsImage* wide = nullptr;
    orFail(vips_cast(black, &wide, VIPS_FORMAT_USHORT, nullptr));
    g_object_unref(black);
    wide->Type = bands < 3 ? VIPS_INTERPRETATION_GREY16 : VIPS_INTERPRETATION_RGB16;
    save(wide, path, {});
}

void writeOriented(const fs::path& path, int width, int height, const Painting& painting, int orientation)
{
    VipsImage* image = painted(width, height, painting);
    vips_image_set_int(image, VIPS_META_ORIENTATION, orientation);
    save(image, path, "Q=100");
}

void writePages(const fs::path& path, int width, int height, int count, int bands)
{
    const std::vector<std::uint8_t> bytes(static_cast<size_t>(width) * static_cast<size_t>(height * count * bands), 100);
    VipsImage* image = fromBytes(bytes, width, height * count, bands);
    vips_image_set_int(image, VIPS_META_PAGE_HEIGHT, height);
    save(image, path, {});
}

void writeTiledSlide(const fs::path& path, int width, int height, const Painting& painting, const std::string& more)
{
    writeRgb(path, width, height, painting,
             "compression=jpeg,Q=95,tile,tile-width=256,tile-height=256" + (more.empty() ? "" : "," + more));
}

void writePlanarRgb(const fs::path& path, int width, int height, const Painting& painting, bool tiled)
{
    constexpr int side = 256;
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    orFail(tiff == nullptr);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_SEPARATE);
    if (tiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, side);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, side);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 1);
    }
    const int cellWidth = tiled ? side : width;
    const int cellHeight = tiled ? side : 1;
    for (int plane = 0; plane < 3; ++plane) {
        for (int top = 0; top < height; top += cellHeight) {
            for (int left = 0; left < width; left += cellWidth) {
                std::vector<std::uint8_t> bytes;
                for (int y = top; y < top + cellHeight; ++y) {
                    for (int x = left; x < left + cellWidth; ++x)
                        bytes.push_back(static_cast<std::uint8_t>(painting(x, y) >> (16 - 8 * plane)));
                }
                const auto sample = static_cast<std::uint16_t>(plane);
                orFail((tiled ? TIFFWriteTile(tiff, bytes.data(), static_cast<std::uint32_t>(left),
                                              static_cast<std::uint32_t>(top), 0, sample)
                              : TIFFWriteScanline(tiff, bytes.data(), static_cast<std::uint32_t>(top), sample))
                       < 0);
            }
        }
    }
    TIFFClose(tiff);
}

void writeOmeTiff(const fs::path& path, int width, int height, const Painting& painting, const std::string& description,
                  const std::string& more)
{
    VipsImage* image = painted(width, height, painting);
    vips_image_set_string(image, VIPS_META_IMAGEDESCRIPTION, description.c_str());
    save(image, path, "tile,tile-width=256,tile-height=256,pyramid,subifd" + (more.empty() ? "" : "," + more));
}

namespace {

/// Of the stream number `n`, counted from 0; npos where there are fewer.
size_t beginOfJpeg(const std::string& bytes, int n)
{
    size_t at = bytes.find("\xff\xd8\xff");
    for (int i = 0; i < n && at != std::string::npos; ++i)
        at = bytes.find("\xff\xd8\xff", at + 1);
    return at;
}

} // namespace

bool spoilJpeg(const fs::path& path, int n)
{
    std::string bytes = read(path);
    const size_t at = beginOfJpeg(bytes, n);
    if (at == std::string::npos)
        return false;
    bytes.replace(at, 16, std::string(16, '\0'));
    write(path, bytes);
    return true;
}

bool garbleJpeg(const fs::path& path, int n)
{
    std::string bytes = read(path);
    const size_t at = beginOfJpeg(bytes, n);
    if (at == std::string::npos)
        return false;
    const size_t end = std::min(bytes.find("\xff\xd9", at), bytes.size());
    for (size_t i = 0; i < 30; ++i) // no marker among them
        bytes[at + (end - at) / 2 + i] = static_cast<char>(i * 37 % 251);
    write(path, bytes);
    return true;
}

void truncateTo(const fs::path& path, std::uintmax_t bytes)
{
    fs::resize_file(path, bytes);
}

std::string pngHeader(std::uint32_t width, std::uint32_t height)
{
    const auto bigEndian = [](std::uint32_t value) {
        std::string out;
        for (const int shift : {24, 16, 8, 0})
            out.push_back(static_cast<char>((value >> shift) & 0xff));
        return out;
    };
    std::string chunk = "IHDR" + bigEndian(width) + bigEndian(height) + std::string("\x08\x02\0\0\0", 5);
    std::uint32_t crc = 0xffffffff;
    for (const char byte : chunk) {
        crc ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320U : 0U);
    }
    return "\x89PNG\r\n\x1a\n" + bigEndian(13) + chunk + bigEndian(~crc);
}

} // namespace spacrd::test
