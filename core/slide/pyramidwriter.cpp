#include "core/slide/pyramidwriter.h"

#include "core/base/error.h"
#include "core/slide/plausible.h"
#include "core/slide/tiffdirectory.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <thread>
#include <vector>

#include <turbojpeg.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr int tileSide = 256;
constexpr int quality = 90;
constexpr size_t channels = 3;
constexpr int longestSide = 1'000'000;

using Bytes = std::vector<std::uint8_t>;

size_t rowBytes(int width)
{
    return static_cast<size_t>(width) * channels;
}

/// A JPEG compressor and its output buffer, for one thread.
class TileEncoder
{
public:
    TileEncoder()
        : m_handle(tjInitCompress())
        , m_jpeg(tjBufSize(tileSide, tileSide, TJSAMP_444))
    {}
    ~TileEncoder() { tjDestroy(m_handle); }
    TileEncoder(const TileEncoder&) = delete;
    TileEncoder& operator=(const TileEncoder&) = delete;

    /// Empty when it fails, which only lack of memory makes it.
    std::string encode(const Bytes& tile)
    {
        unsigned char* jpeg = m_jpeg.data();
        unsigned long size = static_cast<unsigned long>(m_jpeg.size());
        if (!m_handle
            || tjCompress2(m_handle, tile.data(), tileSide, 0, tileSide, TJPF_RGB, &jpeg, &size, TJSAMP_444, quality,
                           TJFLAG_NOREALLOC))
            return {};
        return {m_jpeg.begin(), m_jpeg.begin() + static_cast<std::ptrdiff_t>(size)};
    }

private:
    tjhandle m_handle;
    Bytes m_jpeg;
};

/// A tile cut from a strip of `rows` rows. Beyond the image its last pixels are repeated: JPEG blurs hard edges inwards.
void cutTile(const Bytes& strip, int width, int rows, int column, Bytes& tile)
{
    const int left = column * tileSide;
    const int inside = std::min(tileSide, width - left);
    for (int y = 0; y < tileSide; ++y) {
        const std::uint8_t* from = strip.data() + static_cast<size_t>(std::min(y, rows - 1)) * rowBytes(width) + rowBytes(left);
        std::uint8_t* to = tile.data() + static_cast<size_t>(y) * rowBytes(tileSide);
        std::copy_n(from, rowBytes(inside), to);
        for (int x = inside; x < tileSide; ++x)
            std::copy_n(from + rowBytes(inside - 1), channels, to + rowBytes(x));
    }
}

/// All tiles of a strip as JPEGs, from left to right, on all cores.
std::vector<std::string> encodeStrip(const Bytes& strip, int width, int rows)
{
    const int count = (width + tileSide - 1) / tileSide;
    std::vector<std::string> jpegs(static_cast<size_t>(count));
    std::atomic<int> next{0};
    const auto work = [&] {
        TileEncoder encoder;
        Bytes tile(rowBytes(tileSide) * tileSide);
        for (int column = next++; column < count; column = next++) {
            cutTile(strip, width, rows, column, tile);
            jpegs[static_cast<size_t>(column)] = encoder.encode(tile);
        }
    };
    const int threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, std::min(count, 16));
    std::vector<std::jthread> helpers;
    for (int i = 1; i < threads; ++i)
        helpers.emplace_back(work);
    work();
    helpers.clear(); // joins
    return jpegs;
}

/// The 2 × 2 means of two rows. A row one pixel wide keeps its width.
void halve(const std::uint8_t* upper, const std::uint8_t* lower, int width, Bytes& half)
{
    const int halfWidth = std::max(width / 2, 1);
    half.resize(rowBytes(halfWidth));
    const size_t step = width > 1 ? channels : 0;
    for (int x = 0; x < halfWidth; ++x) {
        const size_t at = rowBytes(2 * x);
        for (size_t c = 0; c < channels; ++c) {
            const int sum = upper[at + c] + upper[at + step + c] + lower[at + c] + lower[at + step + c];
            half[rowBytes(x) + c] = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    }
}

} // namespace

/// The file and what it holds so far.
struct PyramidWriter::Output
{
    fs::path path;
    std::ofstream stream;
    std::uint64_t size = 0;
    TiffFacts facts;
    std::vector<TiffLevel> levels;

    void write(const std::string& bytes)
    {
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        size += bytes.size();
        check();
    }

    void check() const
    {
        if (!stream)
            throw Error(Text(SPACRD_TR("core", "The pyramid could not be written: %1."), {std::strerror(errno)}), path,
                        SPACRD_TR("core", "check that the folder can be written and the disk has room"));
    }
};

/// Collects the rows of a level into a strip of tiles, and hands rows of half the size on to the next level.
class PyramidWriter::Level
{
public:
    Level(Output& output, int width, int height)
        : m_output(output)
        , m_index(output.levels.size())
        , m_width(width)
        , m_height(height)
    {
        output.levels.push_back({width, height, tileSide, {}});
        m_strip.reserve(rowBytes(width) * static_cast<size_t>(std::min(tileSide, height)));
        if (width > tileSide || height > tileSide)
            m_half = std::make_unique<Level>(output, std::max(width / 2, 1), std::max(height / 2, 1));
    }

    int width() const { return m_width; }
    bool complete() const { return m_rows == m_height; }

    void addRow(const std::uint8_t* row)
    {
        if (complete())
            return; // the odd last row of the level above has no half
        m_strip.insert(m_strip.end(), row, row + rowBytes(m_width));
        ++m_rows;
        if (m_half && (m_rows % 2 == 0 || m_height == 1))
            handDown();
        if (m_rows % tileSide == 0 || complete())
            writeStrip();
    }

private:
    void handDown()
    {
        const std::uint8_t* lower = m_strip.data() + m_strip.size() - rowBytes(m_width);
        const std::uint8_t* upper = m_height == 1 ? lower : lower - rowBytes(m_width);
        halve(upper, lower, m_width, m_halved);
        m_half->addRow(m_halved.data());
    }

    void writeStrip()
    {
        const int rows = static_cast<int>(m_strip.size() / rowBytes(m_width));
        for (const std::string& jpeg : encodeStrip(m_strip, m_width, rows)) {
            if (jpeg.empty())
                throw Error(SPACRD_TR("core", "A tile could not be compressed."), m_output.path,
                            SPACRD_TR("core", "close other programs to free memory"));
            m_output.levels[m_index].tiles.push_back({m_output.size, jpeg.size()});
            m_output.write(jpeg);
        }
        m_strip.clear();
    }

    Output& m_output;
    size_t m_index;
    int m_width;
    int m_height;
    int m_rows = 0;
    Bytes m_strip; // the rows since the last strip; tileSide is even, so a pair of rows never straddles two strips
    Bytes m_halved;
    std::unique_ptr<Level> m_half;
};

PyramidWriter::PyramidWriter(const fs::path& file, int width, int height, std::optional<double> mpp, std::string colourProfile)
    : m_output(std::make_unique<Output>())
{
    if (width < 1 || height < 1 || width > longestSide || height > longestSide)
        throw Error(Text(SPACRD_TR("core", "A pyramid of %1 × %2 pixels cannot be written."), {toWord(width), toWord(height)}),
                    file, SPACRD_TR("core", "each side may have 1 to 1000000 pixels"));
    if (mpp && !plausibleMpp(*mpp))
        throw Error(Text(SPACRD_TR("core", "%1 µm per pixel cannot be right."), {toWord(*mpp)}), file,
                    SPACRD_TR("core", "give a number from 0.01 to 20"));
    m_output->path = file;
    m_output->facts = {mpp, std::move(colourProfile)};
    m_output->stream.open(file, std::ios::binary | std::ios::trunc);
    m_output->check();
    m_output->write(std::string(tiffHeaderBytes, '\0'));
    m_level0 = std::make_unique<Level>(*m_output, width, height);
}

PyramidWriter::~PyramidWriter() = default;

void PyramidWriter::addRows(std::span<const std::uint8_t> rgb)
{
    const size_t row = rowBytes(m_level0->width());
    for (size_t at = 0; at + row <= rgb.size(); at += row)
        m_level0->addRow(rgb.data() + at);
}

void PyramidWriter::finish()
{
    if (!m_level0->complete())
        throw Error(SPACRD_TR("core", "The pyramid lacks rows."), m_output->path,
                    SPACRD_TR("core", "report this as a fault of the program"));
    Output& out = *m_output;
    out.write(std::string((8 - out.size % 8) % 8, '\0'));
    const std::uint64_t start = out.size;
    // As BigTIFF the directories are larger, so when those fit below 4 GB the classic ones do too.
    std::string directories = tiffDirectories(out.levels, out.facts, start, true);
    const bool big = start + directories.size() > 0xffffffffULL;
    if (!big)
        directories = tiffDirectories(out.levels, out.facts, start, false);
    out.write(directories);
    out.stream.seekp(0);
    out.write(tiffHeader(start, big));
    out.stream.close();
    out.check();
}

} // namespace spacrd
