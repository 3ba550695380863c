#include "core/slide/jpegtile.h"

#include <bit>
#include <limits>
#include <memory>

#include <turbojpeg.h>

namespace spacrd {

namespace {

// Markers of ITU T.81, table B.1.
constexpr unsigned char startOfImage = 0xd8;
constexpr unsigned char endOfImage = 0xd9;
constexpr unsigned char startOfScan = 0xda;
constexpr unsigned char application0 = 0xe0;
constexpr unsigned char application12 = 0xec; // read by no decoder
constexpr unsigned char application14 = 0xee;
constexpr size_t markerBytes = 2;

struct CloseDecoder
{
    void operator()(void* decoder) const { tjDestroy(decoder); }
};

bool isFrame(unsigned char marker)
{
    constexpr unsigned char first = 0xc0;
    constexpr unsigned char last = 0xcf;
    constexpr unsigned char huffmanTables = 0xc4;
    constexpr unsigned char reserved = 0xc8;
    constexpr unsigned char arithmetic = 0xcc;
    return marker >= first && marker <= last && marker != huffmanTables && marker != reserved && marker != arithmetic;
}

bool isWanted(std::span<const unsigned char> frame, const JpegTileFormat& format)
{
    if (frame.size() < 6)
        return false;
    const int height = frame[1] << 8 | frame[2];
    const int width = frame[3] << 8 | frame[4];
    return frame[0] == 8 && width == format.width && height == format.height && frame[5] == 3;
}

} // namespace

std::vector<unsigned char> jpegPrefix(const JpegTileFormat& format)
{
    const unsigned char transform = format.colours == JpegColours::yCbCr ? 1 : 0;
    std::vector<unsigned char> prefix{0xff, startOfImage, 0xff, application14, 0, 14, 'A', 'd', 'o',
                                      'b',  'e',          0,    100,           0, 0,  0,   0,   transform};
    if (format.tables.empty())
        return prefix;
    const auto& tables = format.tables;
    const size_t size = tables.size();
    if (size < 2 * markerBytes || tables[0] != 0xff || tables[1] != startOfImage || tables[size - 2] != 0xff
        || tables[size - 1] != endOfImage)
        return {};
    prefix.insert(prefix.end(), tables.begin() + markerBytes, tables.end() - markerBytes);
    return prefix;
}

bool prepareJpeg(std::span<unsigned char> jpeg, const JpegTileFormat& format)
{
    bool framed = false;
    for (size_t at = markerBytes; jpeg.size() > at && jpeg.size() - at >= 2 * markerBytes;) {
        if (jpeg[at] != 0xff)
            return false;
        unsigned char& marker = jpeg[at + 1];
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        if (marker == startOfScan)
            return framed;
        const size_t length = static_cast<size_t>(jpeg[at + 2] << 8 | jpeg[at + 3]);
        if (marker == startOfImage || marker == endOfImage || length < 2 || length > jpeg.size() - at - markerBytes)
            return false;
        if (isFrame(marker)) {
            if (framed || !isWanted(jpeg.subspan(at + 2 * markerBytes, length - 2), format))
                return false;
            framed = true;
        }
        const bool ours = at == markerBytes;
        if (marker == application0 || (marker == application14 && !ours)) // JFIF's and Adobe's, which decide on colours
            marker = application12;
        at += markerBytes + length;
    }
    return false;
}

JpegOutcome decodeJpeg(std::span<const unsigned char> jpeg, const JpegTileFormat& format, std::uint32_t* out, size_t stride)
{
    thread_local const std::unique_ptr<void, CloseDecoder> decoder(tjInitDecompress());
    if (!decoder || jpeg.size() > std::numeric_limits<unsigned long>::max()
        || stride > std::numeric_limits<int>::max() / sizeof(std::uint32_t))
        return JpegOutcome::undecodable;
    constexpr int inOrderOfMachine = std::endian::native == std::endian::little ? TJPF_BGRA : TJPF_ARGB;
    if (tjDecompress2(decoder.get(), jpeg.data(), static_cast<unsigned long>(jpeg.size()), reinterpret_cast<unsigned char*>(out),
                      format.width, static_cast<int>(stride * sizeof(std::uint32_t)), format.height, inOrderOfMachine, 0)
        == 0)
        return JpegOutcome::whole;
    return tjGetErrorCode(decoder.get()) == TJERR_WARNING ? JpegOutcome::doubtful : JpegOutcome::undecodable;
}

} // namespace spacrd
