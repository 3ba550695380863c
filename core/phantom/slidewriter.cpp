#include "core/phantom/slidewriter.h"

#include "core/base/error.h"
#include "core/base/task.h"

#include <tiffio.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace spacrd::phantom {

namespace fs = std::filesystem;

namespace {

constexpr int tileSide = 256;
constexpr int jpegQuality = 87;
constexpr int smallestLevel = 300;               ///< px: no further level when the longest side is below
constexpr int thinnestLevel = 16;                ///< px: nor when the shortest one is
constexpr std::int64_t bigTiffFrom = 6000000000; ///< bytes of raw pixels; JPEG makes at least two thirds of them go away

/// Pixels of a level that waits for its turn. The file has no name any more, so nothing is left whatever happens.
class Spool
{
public:
    Spool(const fs::path& folder, const fs::path& reported)
        : m_reported(reported)
    {
        const fs::path name = folder / ".level.raw";
        m_file.reset(std::fopen(name.c_str(), "w+be"));
        if (!m_file)
            fail();
        ::unlink(name.c_str());
    }

    void append(const std::vector<std::uint8_t>& bytes)
    {
        if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size())
            fail();
    }

    void rewind()
    {
        if (std::fflush(m_file.get()) != 0 || std::fseek(m_file.get(), 0, SEEK_SET) != 0)
            fail();
    }

    void read(std::uint8_t* bytes, size_t count)
    {
        if (std::fread(bytes, 1, count, m_file.get()) != count)
            fail();
    }

private:
    struct Close
    {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    [[noreturn]] void fail() const
    {
        throw Error(Text(SPACRD_TR("core", "The slide's lower levels could not be stored: %1."), {std::strerror(errno)}),
                    m_reported, SPACRD_TR("core", "check that the disk has room"));
    }

    fs::path m_reported;
    std::unique_ptr<std::FILE, Close> m_file;
};

/// Half-size rows from full-size ones: means of 2 × 2 pixels. An odd last row or column is left out, as OpenSlide's levels are.
class Halver
{
public:
    explicit Halver(int width)
        : m_width(width)
    {}

    std::vector<std::uint8_t> halve(const std::uint8_t* rgb, int rows) const
    {
        const int half = m_width / 2;
        const size_t stride = static_cast<size_t>(m_width) * 3;
        std::vector<std::uint8_t> out(static_cast<size_t>(half) * 3 * static_cast<size_t>(rows / 2));
        std::uint8_t* to = out.data();
        for (int r = 0; r + 1 < rows; r += 2) {
            const std::uint8_t* a = rgb + static_cast<size_t>(r) * stride;
            const std::uint8_t* b = a + stride;
            for (int x = 0; x < half; ++x, a += 6, b += 6) {
                for (int c = 0; c < 3; ++c)
                    *to++ = static_cast<std::uint8_t>((a[c] + a[c + 3] + b[c] + b[c + 3] + 2) / 4);
            }
        }
        return out;
    }

private:
    int m_width;
};

class PyramidFile
{
public:
    PyramidFile(const fs::path& file, bool big)
        : m_path(file)
    {
        TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
        TIFFOpenOptionsSetErrorHandlerExtR(options, &PyramidFile::onError, this);
        TIFFOpenOptionsSetWarningHandlerExtR(options, &PyramidFile::onWarning, this);
        m_tiff.reset(TIFFOpenExt(file.c_str(), big ? "w8" : "w", options));
        TIFFOpenOptionsFree(options);
        require(m_tiff != nullptr);
    }

    void beginLevel(int width, int height, double mpp, bool reduced)
    {
        m_width = width;
        TIFF* t = m_tiff.get();
        const auto perCentimetre = static_cast<float>(10000.0 / mpp); // the only unit that OpenSlide takes µm per pixel from
        require(TIFFSetField(t, TIFFTAG_SUBFILETYPE, reduced ? FILETYPE_REDUCEDIMAGE : 0)
                && TIFFSetField(t, TIFFTAG_IMAGEWIDTH, width) && TIFFSetField(t, TIFFTAG_IMAGELENGTH, height)
                && TIFFSetField(t, TIFFTAG_BITSPERSAMPLE, 8) && TIFFSetField(t, TIFFTAG_SAMPLESPERPIXEL, 3)
                && TIFFSetField(t, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG)
                && TIFFSetField(t, TIFFTAG_COMPRESSION, COMPRESSION_JPEG)
                && TIFFSetField(t, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_YCBCR) && TIFFSetField(t, TIFFTAG_JPEGQUALITY, jpegQuality)
                && TIFFSetField(t, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB) && TIFFSetField(t, TIFFTAG_TILEWIDTH, tileSide)
                && TIFFSetField(t, TIFFTAG_TILELENGTH, tileSide) && TIFFSetField(t, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER)
                && TIFFSetField(t, TIFFTAG_XRESOLUTION, static_cast<double>(perCentimetre))
                && TIFFSetField(t, TIFFTAG_YRESOLUTION, static_cast<double>(perCentimetre))
                && TIFFSetField(t, TIFFTAG_IMAGEDESCRIPTION, "Synthetic section by SpaCRD Studio; not a patient's tissue"));
        m_tile.resize(static_cast<size_t>(TIFFTileSize(t)));
        require(m_tile.size() == static_cast<size_t>(tileSide) * tileSide * 3);
    }

    /// A row of tiles, whose first pixel row is y; tiles that reach over the border repeat its pixels.
    void writeStrip(const std::uint8_t* rgb, int y, int rows)
    {
        const size_t stride = static_cast<size_t>(m_width) * 3;
        for (int x = 0; x < m_width; x += tileSide) {
            const int columns = std::min(tileSide, m_width - x);
            for (int r = 0; r < tileSide; ++r) {
                const std::uint8_t* from = rgb + static_cast<size_t>(std::min(r, rows - 1)) * stride + static_cast<size_t>(x) * 3;
                std::uint8_t* to = m_tile.data() + static_cast<size_t>(r) * tileSide * 3;
                std::memcpy(to, from, static_cast<size_t>(columns) * 3);
                for (int c = columns; c < tileSide; ++c)
                    std::memcpy(to + 3 * c, to + 3 * (columns - 1), 3);
            }
            require(TIFFWriteTile(m_tiff.get(), m_tile.data(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0, 0)
                    >= 0);
        }
    }

    void endLevel() { require(TIFFWriteDirectory(m_tiff.get()) != 0); }

    void flush() { require(TIFFFlush(m_tiff.get()) != 0); }

private:
    struct Close
    {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };

    static int onError(TIFF*, void* self, const char*, const char* format, va_list arguments)
    {
        char line[256];
        std::vsnprintf(line, sizeof(line), format, arguments);
        static_cast<PyramidFile*>(self)->m_message = line;
        return 1;
    }

    static int onWarning(TIFF*, void*, const char*, const char*, va_list) { return 1; }

    void require(bool done) const
    {
        if (!done)
            throw Error(Text(SPACRD_TR("core", "The slide could not be written: %1."), {m_message}), m_path,
                        SPACRD_TR("core", "check that the disk has room"));
    }

    fs::path m_path;
    std::string m_message = "unknown reason";
    int m_width = 0;
    std::vector<std::uint8_t> m_tile;
    std::unique_ptr<TIFF, Close> m_tiff;
};

} // namespace

void writePyramid(const fs::path& file, int width, int height, double mpp, const StripSource& source, Task& task)
{
    static_assert(stripRows == tileSide);
    PyramidFile pyramid(file, static_cast<std::int64_t>(width) * height * 3 > bigTiffFrom);
    task.stage(SPACRD_TR("core", "Painting the slide"), static_cast<std::int64_t>(height) * 2, SPACRD_TR("core", "rows"));
    std::int64_t rowsDone = 0;
    StripSource level = source;
    std::unique_ptr<Spool> waiting; // what `level` reads, once below the top
    for (bool top = true;; top = false) {
        const bool last = std::max(width, height) / 2 < smallestLevel || std::min(width, height) / 2 < thinnestLevel;
        auto next = last ? nullptr : std::make_unique<Spool>(file.parent_path(), file);
        std::vector<std::uint8_t> rgb(static_cast<size_t>(width) * 3 * stripRows);
        const Halver halver(width);
        pyramid.beginLevel(width, height, mpp, !top);
        for (int y = 0; y < height; y += stripRows) {
            const int rows = std::min(stripRows, height - y);
            level(y, rows, rgb.data());
            pyramid.writeStrip(rgb.data(), y, rows);
            if (next)
                next->append(halver.halve(rgb.data(), rows));
            rowsDone += rows;
            task.advanceTo(rowsDone);
        }
        pyramid.endLevel();
        if (last)
            break;
        next->rewind();
        waiting = std::move(next);
        width /= 2;
        height /= 2;
        mpp *= 2;
        level = [&spool = *waiting, width](int, int rows, std::uint8_t* out) {
            spool.read(out, static_cast<size_t>(width) * 3 * static_cast<size_t>(rows));
        };
    }
    pyramid.flush();
}

} // namespace spacrd::phantom
