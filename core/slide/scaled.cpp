#include "core/slide/slide.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spacrd {

namespace {

constexpr long long mostPixels = 1LL << 30;
constexpr long long blockSide = 1024; // level pixels read at once; a multiple of common tile sizes

using Sums = std::array<double, 3>; // red, green, blue, each times the area in level pixels

/// One direction of the resampling, in pixels of the level that is read: `count` output pixels of `step` level pixels each.
struct Axis
{
    double start;
    double step;
    int count;
    long long first; ///< level pixels that are read: [first, end), inside the level
    long long end;

    Axis(double level0Start, double level0Length, double downsample, int pixels, long long levelSize)
        : start(level0Start / downsample)
        , step(level0Length / downsample / pixels)
        , count(pixels)
    {
        const double size = static_cast<double>(levelSize);
        first = static_cast<long long>(std::clamp(std::floor(start), 0.0, size));
        end = static_cast<long long>(std::clamp(std::ceil(start + step * pixels), 0.0, size));
    }

    double from(int pixel) const { return start + step * pixel; }
    double to(int pixel) const { return start + step * (pixel + 1); }
    /// The output pixels that touch level pixels [a, b): first and one past the last.
    int firstTouching(long long a) const { return clamped(std::floor((static_cast<double>(a) - start) / step)); }
    int endTouching(long long b) const { return clamped(std::ceil((static_cast<double>(b) - start) / step)); }

private:
    int clamped(double pixel) const { return static_cast<int>(std::clamp(pixel, 0.0, static_cast<double>(count))); }
};

/// Length of the part of level pixel `at` inside [from, to).
double overlap(long long at, double from, double to)
{
    const double left = static_cast<double>(at);
    return std::max(std::min(left + 1.0, to) - std::max(left, from), 0.0);
}

void add(Sums& sums, std::uint32_t pixel, double weight)
{
    sums[0] += weight * red(pixel);
    sums[1] += weight * green(pixel);
    sums[2] += weight * blue(pixel);
}

/// The sum over a row's level pixels in [from, to); `row` begins at level pixel `left` and holds `width` of them.
Sums sumOfRow(const std::uint32_t* row, long long left, int width, double from, double to)
{
    const long long a = std::max(static_cast<long long>(std::floor(from)), left);
    const long long b = std::min(static_cast<long long>(std::ceil(to)), left + width);
    Sums sums{};
    if (a >= b)
        return sums;
    add(sums, row[a - left], overlap(a, from, to));
    if (b - 1 > a)
        add(sums, row[b - 1 - left], overlap(b - 1, from, to));
    std::uint64_t r = 0;
    std::uint64_t g = 0;
    std::uint64_t bl = 0;
    for (long long x = a + 1; x < b - 1; ++x) { // those between are covered whole
        const std::uint32_t pixel = row[x - left];
        r += (pixel >> 16) & 0xff;
        g += (pixel >> 8) & 0xff;
        bl += pixel & 0xff;
    }
    sums[0] += static_cast<double>(r);
    sums[1] += static_cast<double>(g);
    sums[2] += static_cast<double>(bl);
    return sums;
}

/// Output rows being summed up. Only those that the current band of level rows touches are held.
class RowWindow
{
public:
    RowWindow(const Axis& columns, const Axis& rows, Image& out)
        : m_columns(columns)
        , m_rows(rows)
        , m_out(out)
    {}

    void addBlock(const Image& block, long long left, long long top)
    {
        const int firstColumn = m_columns.firstTouching(left);
        const int endColumn = m_columns.endTouching(left + block.width);
        grow(m_rows.endTouching(top + block.height));
        std::vector<Sums> line(static_cast<size_t>(std::max(endColumn - firstColumn, 0)));
        for (int y = 0; y < block.height; ++y) {
            const std::uint32_t* row = block.pixels.data() + static_cast<size_t>(y) * static_cast<size_t>(block.width);
            for (int i = firstColumn; i < endColumn; ++i)
                line[static_cast<size_t>(i - firstColumn)] = sumOfRow(row, left, block.width, m_columns.from(i), m_columns.to(i));
            addLine(line, firstColumn, top + y);
        }
    }

    /// Writes the output rows that no level row from `levelRow` on touches.
    void finishBefore(long long levelRow)
    {
        const int end = std::min(m_rows.firstTouching(levelRow), m_first + static_cast<int>(m_sums.size() / width()));
        for (int row = m_first; row < end; ++row)
            finish(row);
        if (end > m_first) {
            m_sums.erase(m_sums.begin(),
                         m_sums.begin() + static_cast<std::ptrdiff_t>(static_cast<size_t>(end - m_first) * width()));
            m_first = end;
        }
    }

    void finishAll()
    {
        const int end = m_first + static_cast<int>(m_sums.size() / width());
        for (int row = m_first; row < end; ++row)
            finish(row);
    }

    void startAt(int row) { m_first = row; }

private:
    size_t width() const { return static_cast<size_t>(m_columns.count); }
    Sums* sumsOf(int row) { return m_sums.data() + static_cast<size_t>(row - m_first) * width(); }

    void grow(int endRow)
    {
        const size_t wanted = static_cast<size_t>(std::max(endRow - m_first, 0)) * width();
        if (wanted > m_sums.size())
            m_sums.resize(wanted);
    }

    void addLine(const std::vector<Sums>& line, int firstColumn, long long levelRow)
    {
        const int end = m_rows.endTouching(levelRow + 1);
        for (int row = std::max(m_rows.firstTouching(levelRow), m_first); row < end; ++row) {
            const double weight = overlap(levelRow, m_rows.from(row), m_rows.to(row));
            Sums* sums = sumsOf(row) + firstColumn;
            for (const Sums& cell : line) {
                for (size_t c = 0; c < 3; ++c)
                    (*sums)[c] += weight * cell[c];
                ++sums;
            }
        }
    }

    static double inside(const Axis& axis, int pixel)
    {
        const double from = std::max(axis.from(pixel), static_cast<double>(axis.first));
        const double to = std::min(axis.to(pixel), static_cast<double>(axis.end));
        return std::max(to - from, 0.0);
    }

    void finish(int row)
    {
        const double area = m_columns.step * m_rows.step;
        const double height = inside(m_rows, row);
        const Sums* sums = sumsOf(row);
        std::uint32_t* out = m_out.pixels.data() + static_cast<size_t>(row) * width();
        for (int column = 0; column < m_columns.count; ++column) {
            const double white = 255.0 * (area - height * inside(m_columns, column)); // what lies outside the slide
            std::uint32_t pixel = 0xff;
            for (const double sum : sums[column])
                pixel = pixel << 8 | static_cast<std::uint32_t>(std::clamp(std::floor((sum + white) / area + 0.5), 0.0, 255.0));
            out[column] = pixel;
        }
    }

    const Axis& m_columns;
    const Axis& m_rows;
    Image& m_out;
    std::vector<Sums> m_sums;
    int m_first = 0;
};

void checkArguments(const Slide& slide, const Rect& rect, int width, int height)
{
    const bool finite = std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) && std::isfinite(rect.height);
    if (!finite || rect.width <= 0 || rect.height <= 0 || width <= 0 || height <= 0)
        throw Error(SPACRD_TR("core", "The part of the slide to be read is empty."), slide.info().path,
                    SPACRD_TR("core", "choose a part of at least one pixel"));
    if (static_cast<long long>(width) * height > mostPixels)
        throw Error(Text(SPACRD_TR("core", "A picture of %1 × %2 pixels is too large."), {toWord(width), toWord(height)}),
                    slide.info().path, SPACRD_TR("core", "choose a smaller size"));
}

} // namespace

Image readScaled(const Slide& slide, const Rect& level0Rect, int width, int height)
{
    checkArguments(slide, level0Rect, width, height);
    const int level = bestLevelFor(slide.info(), std::min(level0Rect.width / width, level0Rect.height / height));
    const SlideLevel& from = slide.info().levels.at(static_cast<size_t>(level));
    const Axis columns(level0Rect.x, level0Rect.width, from.downsample, width, from.width);
    const Axis rows(level0Rect.y, level0Rect.height, from.downsample, height, from.height);

    Image out;
    out.width = width;
    out.height = height;
    out.pixels.assign(static_cast<size_t>(width) * static_cast<size_t>(height), 0xffffffff);
    RowWindow window(columns, rows, out);
    window.startAt(rows.firstTouching(rows.first));
    // Blocks end at multiples of their size, so that OpenSlide decodes few tiles twice. Bands are low when one level row makes
    // many output rows, so that the window stays small.
    const long long bandHeight = std::clamp(static_cast<long long>(rows.step * 512), 1LL, blockSide);
    for (long long top = rows.first, bottom = 0; top < rows.end; top = bottom) {
        bottom = std::min((top / bandHeight + 1) * bandHeight, rows.end);
        for (long long left = columns.first, right = 0; left < columns.end; left = right) {
            right = std::min((left / blockSide + 1) * blockSide, columns.end);
            const Image block =
                slide.readRegion(level, left, top, static_cast<int>(right - left), static_cast<int>(bottom - top));
            window.addBlock(block, left, top);
        }
        window.finishBefore(bottom);
    }
    window.finishAll();
    return out;
}

} // namespace spacrd
