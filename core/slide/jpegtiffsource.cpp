#include "core/slide/jpegtiffsource.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/slide/pastedimage.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace spacrd {

namespace {

// A tile of JPEG is some ten to hundred KiB; this is more than one of 2048 × 2048 pixels takes at its worst.
constexpr std::uint64_t mostTileBytes = std::uint64_t(1) << 24;
// The tile that is tried when a slide is opened may differ by what chroma upsampling and half a pixel make; another place or
// other colours differ by far more.
constexpr double mostMeanDifference = 10.0;

double meanDifference(const Image& a, const Image& b)
{
    double sum = 0.0;
    for (size_t i = 0; i < a.pixels.size(); ++i) {
        sum += std::abs(red(a.pixels[i]) - red(b.pixels[i])) + std::abs(green(a.pixels[i]) - green(b.pixels[i]))
               + std::abs(blue(a.pixels[i]) - blue(b.pixels[i]));
    }
    return sum / (3.0 * static_cast<double>(std::max<size_t>(1, a.pixels.size())));
}

/// Each level's directory: the first of its size that no level before has.
std::vector<std::optional<JpegDirectory>> matchLevels(const SlideInfo& info)
{
    std::vector<JpegDirectory> directories = jpegDirectories(info.path);
    std::vector<std::optional<JpegDirectory>> levels;
    for (const SlideLevel& level : info.levels) {
        const auto found = std::ranges::find_if(
            directories, [&](const JpegDirectory& d) { return d.width == level.width && d.height == level.height; });
        if (found == directories.end() || jpegPrefix(found->format).empty()) {
            levels.emplace_back();
            continue;
        }
        levels.emplace_back(std::move(*found));
        directories.erase(found);
    }
    return levels;
}

} // namespace

JpegTiffSource::JpegTiffSource(std::shared_ptr<const Slide> openSlide, std::shared_ptr<const RandomFile> file,
                               std::vector<std::optional<JpegDirectory>> levels)
    : m_openSlide(std::move(openSlide))
    , m_file(std::move(file))
    , m_levels(std::move(levels))
{
    for (const auto& level : m_levels)
        m_prefixes.push_back(level ? jpegPrefix(level->format) : std::vector<unsigned char>());
    m_warnsOften.resize(m_levels.size());
}

std::shared_ptr<const Slide> JpegTiffSource::over(std::shared_ptr<const Slide> openSlide)
{
    const SlideInfo& info = openSlide->info();
    if (info.vendor != "aperio" && info.vendor != "generic-tiff") // others put their tiles together in ways of their own
        return openSlide;
    auto file = std::make_shared<const RandomFile>(info.path);
    auto levels = matchLevels(info);
    if (!file->isOpen() || std::ranges::none_of(levels, [](const auto& level) { return level.has_value(); }))
        return openSlide;
    const std::shared_ptr<JpegTiffSource> direct(new JpegTiffSource(openSlide, std::move(file), std::move(levels)));
    direct->dropDifferingLevels();
    return direct;
}

/// Compares a tile of each level with what OpenSlide makes of it.
void JpegTiffSource::dropDifferingLevels()
{
    for (size_t level = 0; level < m_levels.size(); ++level) {
        if (m_levels[level] && !isAsOpenSlide(static_cast<int>(level)))
            m_levels[level].reset();
    }
}

/// By the fullest tile that can be read: a few of the others may be damaged.
bool JpegTiffSource::isAsOpenSlide(int levelNumber) const
{
    constexpr size_t mostTried = 4;
    const JpegDirectory& level = *m_levels[static_cast<size_t>(levelNumber)];
    std::vector<size_t> fullest(level.tiles.size());
    std::iota(fullest.begin(), fullest.end(), size_t(0));
    const auto tried = fullest.begin() + static_cast<std::ptrdiff_t>(std::min(mostTried, fullest.size()));
    std::ranges::partial_sort(fullest, tried, std::greater<>(), [&](size_t i) { return level.tiles[i].bytes; });
    for (auto tile = fullest.begin(); tile != tried; ++tile) {
        const auto number = static_cast<long long>(*tile);
        const long long x = number % level.columns() * level.format.width;
        const long long y = number / level.columns() * level.format.height;
        const int width = static_cast<int>(std::min<long long>(level.format.width, level.width - x));
        const int height = static_cast<int>(std::min<long long>(level.format.height, level.height - y));
        try {
            const Image ours = readRegion(levelNumber, x, y, width, height);
            const double difference = meanDifference(ours, m_openSlide->readRegion(levelNumber, x, y, width, height));
            if (difference > mostMeanDifference)
                spdlog::info("level {} is read by OpenSlide: its tiles read directly differ by {:.1f}", levelNumber, difference);
            return difference <= mostMeanDifference;
        } catch (const Error& error) {
            spdlog::info("level {}: a tile could not be compared: {}", levelNumber, error.what());
        }
    }
    return false;
}

Image JpegTiffSource::readRegion(int level, long long levelX, long long levelY, int width, int height) const
{
    if (level < 0 || level >= static_cast<int>(m_levels.size()) || !m_levels[static_cast<size_t>(level)])
        return m_openSlide->readRegion(level, levelX, levelY, width, height);
    const JpegDirectory& from = *m_levels[static_cast<size_t>(level)];
    const Span columns(levelX, width, from.width);
    const Span rows(levelY, height, from.height);
    const bool whole = columns.length == width && rows.length == height;
    Image image = whole ? unwrittenImage(width, height, info().path) : whiteImage(width, height, info().path);
    if (image.empty() || columns.length == 0 || rows.length == 0)
        return image;
    const int tileWidth = from.format.width;
    const int tileHeight = from.format.height;
    for (long long row = rows.start / tileHeight; row * tileHeight < rows.end(); ++row) {
        for (long long column = columns.start / tileWidth; column * tileWidth < columns.end(); ++column)
            readTileInto(image, levelX, levelY, level, column, row);
    }
    return image;
}

void JpegTiffSource::readTileInto(Image& region, long long regionX, long long regionY, int level, long long column,
                                  long long row) const
{
    const JpegDirectory& from = *m_levels[static_cast<size_t>(level)];
    const JpegTileFormat& format = from.format;
    const TilePlace& place = from.tiles[static_cast<size_t>(row * from.columns() + column)];
    const long long tileX = column * format.width;
    const long long tileY = row * format.height;
    const long long x = std::max(tileX, regionX);
    const long long y = std::max(tileY, regionY);
    const long long width = std::min({tileX + format.width, regionX + region.width, from.width}) - x;
    const long long height = std::min({tileY + format.height, regionY + region.height, from.height}) - y;
    const auto stride = static_cast<size_t>(region.width);
    std::uint32_t* const target =
        region.pixels.data() + static_cast<size_t>(y - regionY) * stride + static_cast<size_t>(x - regionX);
    if (width == format.width && height == format.height && isDecoded(static_cast<size_t>(level), place, target, stride))
        return;
    if (width < format.width || height < format.height) {
        thread_local std::vector<std::uint32_t> whole;
        const auto tileStride = static_cast<size_t>(format.width);
        whole.resize(tileStride * static_cast<size_t>(format.height));
        if (isDecoded(static_cast<size_t>(level), place, whole.data(), tileStride)) {
            const std::uint32_t* const first =
                whole.data() + static_cast<size_t>(y - tileY) * tileStride + static_cast<size_t>(x - tileX);
            for (size_t line = 0; line < static_cast<size_t>(height); ++line)
                std::copy_n(first + line * tileStride, width, target + line * stride);
            return;
        }
    }
    const Image part = m_openSlide->readRegion(level, x, y, static_cast<int>(width), static_cast<int>(height));
    paste(part, region, x - regionX, y - regionY);
}

/// False when the file cannot be read or is another one by now.
bool JpegTiffSource::readFile(std::uint64_t offset, std::span<unsigned char> out) const
{
    std::shared_ptr<const RandomFile> file;
    {
        const std::lock_guard lock(m_mutex);
        file = m_file;
    }
    if (file->read(offset, out) == out.size() && file->isUntouched())
        return true;
    // Its disk was away, or it was put back: by its name it may be whole.
    const FileState state = fileState();
    if (state != FileState::asOpened && state != FileState::cutShort)
        return false;
    file = std::make_shared<const RandomFile>(info().path);
    if (file->read(offset, out) != out.size())
        return false;
    const std::lock_guard lock(m_mutex);
    m_file = std::move(file);
    return true;
}

/// The whole tile, also what of it lies beyond the level.
JpegOutcome JpegTiffSource::decodeTile(size_t level, const TilePlace& place, std::uint32_t* out, size_t stride) const
{
    constexpr size_t beginBytes = 2; // of a JPEG stream, in whose place the prefix comes
    const std::vector<unsigned char>& prefix = m_prefixes[level];
    if (place.bytes <= beginBytes || place.bytes > mostTileBytes)
        return JpegOutcome::undecodable;
    thread_local std::vector<unsigned char> jpeg;
    const size_t begin = prefix.size() - beginBytes;
    jpeg.resize(begin + place.bytes);
    if (!readFile(place.offset, std::span(jpeg).subspan(begin)) || jpeg[begin] != 0xff || jpeg[begin + 1] != 0xd8)
        return JpegOutcome::undecodable;
    std::copy(prefix.begin(), prefix.end(), jpeg.begin());
    const JpegTileFormat& format = m_levels[level]->format;
    return prepareJpeg(jpeg, format) ? decodeJpeg(jpeg, format, out, stride) : JpegOutcome::undecodable;
}

/// Whether the tile is there. Throws Error when its pixels are not those that were scanned: OpenSlide would give them.
bool JpegTiffSource::isDecoded(size_t level, const TilePlace& place, std::uint32_t* out, size_t stride) const
{
    const JpegOutcome outcome = decodeTile(level, place, out, stride);
    if (outcome == JpegOutcome::doubtful && !warnsOften(level))
        throw Error(SPACRD_TR("core", "A part of the slide cannot be read: its JPEG data are corrupt."), info().path,
                    SPACRD_TR("core", "the file is damaged there; copy it again from where it came"));
    return outcome == JpegOutcome::whole;
}

/// Some programs write streams that are whole and that decoders warn of: then most tiles are such.
bool JpegTiffSource::warnsOften(size_t level) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_warnsOften[level])
            return *m_warnsOften[level];
    }
    constexpr size_t mostTried = 9;
    const JpegDirectory& directory = *m_levels[level];
    const size_t step = std::max<size_t>(1, directory.tiles.size() / mostTried);
    const auto width = static_cast<size_t>(directory.format.width);
    std::vector<std::uint32_t> pixels(width * static_cast<size_t>(directory.format.height));
    int whole = 0;
    int doubtful = 0;
    for (size_t i = step / 2; i < directory.tiles.size(); i += step) {
        const JpegOutcome outcome = decodeTile(level, directory.tiles[i], pixels.data(), width);
        whole += outcome == JpegOutcome::whole ? 1 : 0;
        doubtful += outcome == JpegOutcome::doubtful ? 1 : 0;
    }
    const std::lock_guard lock(m_mutex);
    m_warnsOften[level] = doubtful > whole;
    return *m_warnsOften[level];
}

} // namespace spacrd
