#include "core/slide/jpegdirectories.h"

#include "core/slide/tifffields.h"

#include <optional>

namespace spacrd {

namespace {

// Parts of larger tiles are asked for, and OpenSlide keeps what it decoded for the next part.
constexpr std::uint32_t mostTileSide = 2048;
constexpr std::uint32_t mostTablesBytes = 1 << 16;
constexpr size_t bytesOfPlace = 8; // of a tile in a directory, at least: an offset and a count

std::optional<std::vector<unsigned char>> readTables(TIFF* tiff)
{
    std::uint32_t count = 0;
    void* bytes = nullptr;
    if (!TIFFGetField(tiff, TIFFTAG_JPEGTABLES, &count, &bytes))
        return std::vector<unsigned char>(); // each tile has its own
    if (count > mostTablesBytes || (count > 0 && !bytes))
        return std::nullopt;
    const auto* begin = static_cast<const unsigned char*>(bytes);
    return std::vector<unsigned char>(begin, begin + count);
}

std::optional<std::vector<TilePlace>> readPlaces(TIFF* tiff, size_t count, std::uint64_t fileBytes)
{
    std::uint64_t* offsets = nullptr;
    std::uint64_t* bytes = nullptr;
    if (count > fileBytes / bytesOfPlace || TIFFNumberOfTiles(tiff) != count || !TIFFGetField(tiff, TIFFTAG_TILEOFFSETS, &offsets)
        || !TIFFGetField(tiff, TIFFTAG_TILEBYTECOUNTS, &bytes) || !offsets || !bytes)
        return std::nullopt;
    std::vector<TilePlace> places(count);
    for (size_t i = 0; i < count; ++i) {
        if (offsets[i] < fileBytes && bytes[i] <= fileBytes - offsets[i])
            places[i] = {offsets[i], bytes[i]};
    }
    return places;
}

std::optional<JpegDirectory> readDirectory(TIFF* tiff, std::uint64_t fileBytes)
{
    if (!hasColourJpegTiles(tiff))
        return std::nullopt;
    const auto tileWidth = tiffField<std::uint32_t>(tiff, TIFFTAG_TILEWIDTH);
    const auto tileHeight = tiffField<std::uint32_t>(tiff, TIFFTAG_TILELENGTH);
    JpegDirectory directory;
    directory.width = tiffField<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH);
    directory.height = tiffField<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH);
    if (tileWidth == 0 || tileHeight == 0 || tileWidth > mostTileSide || tileHeight > mostTileSide || directory.width == 0
        || directory.height == 0)
        return std::nullopt;
    directory.format.width = static_cast<int>(tileWidth);
    directory.format.height = static_cast<int>(tileHeight);
    directory.format.colours =
        tiffField<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_RGB ? JpegColours::rgb : JpegColours::yCbCr;
    auto tables = readTables(tiff);
    auto places = readPlaces(tiff, static_cast<size_t>(directory.columns()) * static_cast<size_t>(directory.rows()), fileBytes);
    if (!tables || !places)
        return std::nullopt;
    directory.format.tables = std::move(*tables);
    directory.tiles = std::move(*places);
    return directory;
}

} // namespace

std::vector<JpegDirectory> jpegDirectories(const std::filesystem::path& path)
{
    std::error_code failed;
    const std::uint64_t fileBytes = std::filesystem::file_size(path, failed);
    const TiffFile tiff = failed ? nullptr : openTiff(path);
    std::vector<JpegDirectory> directories;
    if (!tiff)
        return directories;
    do {
        if (auto directory = readDirectory(tiff.get(), fileBytes))
            directories.push_back(std::move(*directory));
    } while (TIFFReadDirectory(tiff.get()));
    return directories;
}

} // namespace spacrd
