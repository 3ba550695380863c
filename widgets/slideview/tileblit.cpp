#include "widgets/slideview/tileblit.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace spacrd {

namespace {

/// Where a pixel of the frame lies between two of the tile: first · (256 − weight) + (the next) · weight.
struct Between
{
    int first = 0;
    unsigned weight = 0;
};

/// For the pixels [from, to) of the frame along one axis, on which a tile of `size` pixels takes `targetSize` from `targetStart`.
void betweens(std::vector<Between>& out, int from, int to, int targetStart, int targetSize, int size)
{
    const double step = static_cast<double>(size) / targetSize;
    out.clear();
    for (int i = from; i < to; ++i) {
        const double at = std::clamp((i - targetStart + 0.5) * step - 0.5, 0.0, size - 1.0);
        const int first = std::min(static_cast<int>(at), std::max(size - 2, 0));
        out.push_back({first, static_cast<unsigned>(std::lround((at - first) * 256.0))});
    }
}

// GCC's and Clang's vectors, which become those of the processor.
using Bytes = std::uint8_t __attribute__((vector_size(8)));
using Words = std::uint16_t __attribute__((vector_size(16)));

Words wordsAt(const std::uint32_t* twoPixels)
{
    Bytes bytes;
    std::memcpy(&bytes, twoPixels, sizeof bytes);
    return __builtin_convertvector(bytes, Words);
}

void put(std::uint32_t* twoPixels, Words words)
{
    const Bytes bytes = __builtin_convertvector((words + 128) >> 8, Bytes);
    std::memcpy(twoPixels, &bytes, sizeof bytes);
}

/// Between two rows of pixels; `count` is a multiple of four.
void blendRows(std::uint32_t* out, const std::uint32_t* above, const std::uint32_t* below, unsigned weight, int count)
{
    using FourPixels = std::uint8_t __attribute__((vector_size(16)));
    using Channels = std::uint16_t __attribute__((vector_size(32)));
    const auto right = static_cast<std::uint16_t>(weight);
    const auto left = static_cast<std::uint16_t>(256 - weight);
    for (int i = 0; i < count; i += 4) {
        FourPixels a;
        FourPixels b;
        std::memcpy(&a, above + i, sizeof a);
        std::memcpy(&b, below + i, sizeof b);
        const Channels sum = __builtin_convertvector(a, Channels) * left + __builtin_convertvector(b, Channels) * right + 128;
        const FourPixels blended = __builtin_convertvector(sum >> 8, FourPixels);
        std::memcpy(out + i, &blended, sizeof blended);
    }
}

std::uint32_t blendedPixel(std::uint32_t one, std::uint32_t other, unsigned weight)
{
    std::uint32_t pixel = 0;
    for (const int shift : {0, 8, 16, 24})
        pixel |= ((((one >> shift) & 0xffU) * (256 - weight) + ((other >> shift) & 0xffU) * weight + 128) >> 8) << shift;
    return pixel;
}

/// The weights of a pixel's two neighbours, channel by channel.
struct Weights
{
    int first = 0;
    Words words{};
};

/// Between neighbours in a row; `count` is even.
void blendColumns(std::uint32_t* out, const std::uint32_t* row, const Weights* columns, int count)
{
    for (int i = 0; i < count; i += 2) {
        const Words one = wordsAt(row + columns[i].first) * columns[i].words;
        const Words next = wordsAt(row + columns[i + 1].first) * columns[i + 1].words;
        put(out + i, __builtin_shufflevector(one, next, 0, 1, 2, 3, 8, 9, 10, 11)
                         + __builtin_shufflevector(one, next, 4, 5, 6, 7, 12, 13, 14, 15));
    }
}

class Lines
{
public:
    explicit Lines(QImage& frame)
        : m_bits(frame.bits())
        , m_stride(frame.bytesPerLine())
    {}
    std::uint32_t* operator()(int y) const { return reinterpret_cast<std::uint32_t*>(m_bits + y * m_stride); }

private:
    uchar* m_bits;
    qsizetype m_stride;
};

void copy(const Lines& frame, const QRect& part, const QRect& target, const Image& tile)
{
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const std::uint32_t* const from =
            tile.pixels.data() + static_cast<size_t>(y - target.top()) * static_cast<size_t>(tile.width);
        std::copy_n(from + (part.left() - target.left()), part.width(), frame(y) + part.left());
    }
}

void scaleNearest(const Lines& frame, const QRect& part, const QRect& target, const Image& tile)
{
    const auto indexOf = [](int i, int start, int targetSize, int size) {
        return std::clamp(static_cast<int>((i - start + 0.5) * size / targetSize), 0, size - 1);
    };
    thread_local std::vector<int> columns;
    columns.clear();
    for (int x = part.left(); x <= part.right(); ++x)
        columns.push_back(indexOf(x, target.left(), target.width(), tile.width));
    int before = -1;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const int row = indexOf(y, target.top(), target.height(), tile.height);
        std::uint32_t* const line = frame(y) + part.left();
        if (row == before) {
            std::copy_n(frame(y - 1) + part.left(), part.width(), line);
            continue;
        }
        const std::uint32_t* const from = tile.pixels.data() + static_cast<size_t>(row) * static_cast<size_t>(tile.width);
        for (int i = 0; i < part.width(); ++i)
            line[i] = from[columns[static_cast<size_t>(i)]];
        before = row;
    }
}

/// Rows are blended into one of the tile's width, and that into one of the frame's.
void scaleSmooth(const Lines& frame, const QRect& part, const QRect& target, const Image& tile)
{
    thread_local std::vector<Between> places;
    thread_local std::vector<Weights> columns;
    thread_local std::vector<std::uint32_t> row; // each with room for a pixel more, since two are worked on at once
    thread_local std::vector<std::uint32_t> line;
    betweens(places, part.left(), part.right() + 1, target.left(), target.width(), tile.width);
    const int first = places.front().first;
    columns.assign(places.size() + 1, {});
    for (size_t i = 0; i < places.size(); ++i) {
        const auto right = static_cast<std::uint16_t>(places[i].weight);
        const auto left = static_cast<std::uint16_t>(256 - right);
        columns[i].first = places[i].first - first;
        columns[i].words = Words{left, left, left, left, right, right, right, right};
    }
    const int count = std::min(places.back().first + 2, tile.width) - first;
    const int together = count / 4 * 4;
    row.resize(static_cast<size_t>(count) + 2);
    line.resize(columns.size() + 1);
    betweens(places, part.top(), part.bottom() + 1, target.top(), target.height(), tile.height);
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const Between& place = places[static_cast<size_t>(y - part.top())];
        const std::uint32_t* const above =
            tile.pixels.data() + static_cast<size_t>(place.first) * static_cast<size_t>(tile.width) + first;
        const std::uint32_t* const below = tile.height > 1 ? above + tile.width : above;
        blendRows(row.data(), above, below, place.weight, together);
        for (int i = together; i < count; ++i)
            row[static_cast<size_t>(i)] = blendedPixel(above[i], below[i], place.weight);
        row[static_cast<size_t>(count)] = row[static_cast<size_t>(count) - 1];
        blendColumns(line.data(), row.data(), columns.data(), part.width() + part.width() % 2);
        std::copy_n(line.data(), part.width(), frame(y) + part.left());
    }
}

} // namespace

void blitTile(QImage& frame, const QRect& target, const QRect& clip, const Image& tile, Sampling sampling)
{
    const QRect part = target & clip & frame.rect();
    if (part.isEmpty() || tile.empty())
        return;
    const Lines lines(frame);
    if (tile.pixels.size() == 1) {
        for (int y = part.top(); y <= part.bottom(); ++y)
            std::fill_n(lines(y) + part.left(), part.width(), tile.pixels.front());
    } else if (target.width() == tile.width && target.height() == tile.height) {
        copy(lines, part, target, tile);
    } else if (sampling == Sampling::nearest) {
        scaleNearest(lines, part, target, tile);
    } else {
        scaleSmooth(lines, part, target, tile);
    }
}

} // namespace spacrd
