#include "widgets/slideview/tileblit.h"

#include "widgets/slideview/rowblend.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace spacrd {

namespace {

/// Where a pixel of the frame lies between two of the tile: first · (128 − weight) + (the next) · weight.
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
        out.push_back({first, static_cast<unsigned>((at - first) * wholeWeight + 0.5)});
    }
}

void copy(const Band& frame, const QRect& part, const QRect& target, const Image& tile)
{
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const std::uint32_t* const from =
            tile.pixels.data() + static_cast<size_t>(y - target.top()) * static_cast<size_t>(tile.width);
        std::copy_n(from + (part.left() - target.left()), part.width(), frame.line(y) + part.left());
    }
}

void scaleNearest(const Band& frame, const QRect& part, const QRect& target, const Image& tile)
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
        std::uint32_t* const line = frame.line(y) + part.left();
        if (row == before) {
            std::copy_n(frame.line(y - 1) + part.left(), part.width(), line);
            continue;
        }
        const std::uint32_t* const from = tile.pixels.data() + static_cast<size_t>(row) * static_cast<size_t>(tile.width);
        for (int i = 0; i < part.width(); ++i)
            line[i] = from[columns[static_cast<size_t>(i)]];
        before = row;
    }
}

/// Rows are blended into one of the tile's width, and that into one of the frame's.
void scaleSmooth(const Band& frame, const QRect& part, const QRect& target, const Image& tile)
{
    thread_local std::vector<Between> places;
    thread_local ColumnPlaces columns;
    thread_local std::vector<std::uint32_t> row;
    betweens(places, part.left(), part.right() + 1, target.left(), target.width(), tile.width);
    const int first = places.front().first;
    columns.clear();
    for (const Between& place : places)
        columns.add(place.first - first, place.weight);
    columns.finish();
    const auto count = static_cast<size_t>(std::min(places.back().first + 2, tile.width) - first);
    row.resize(count + ColumnPlaces::readAtOnce);
    betweens(places, part.top(), part.bottom() + 1, target.top(), target.height(), tile.height);
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const Between& place = places[static_cast<size_t>(y - part.top())];
        const std::uint32_t* const above =
            tile.pixels.data() + static_cast<size_t>(place.first) * static_cast<size_t>(tile.width) + first;
        const std::uint32_t* const below = tile.height > 1 ? above + tile.width : above;
        blendRows(row.data(), above, below, place.weight, count);
        row[count] = row[count - 1]; // the neighbour of the last
        blendColumns(frame.line(y) + part.left(), row.data(), columns);
    }
}

} // namespace

void blitTile(const Band& frame, const QRect& target, const QRect& clip, const Image& tile, Sampling sampling)
{
    const QRect part = target & clip & frame.rect;
    if (part.isEmpty() || tile.empty())
        return;
    if (tile.pixels.size() == 1) {
        for (int y = part.top(); y <= part.bottom(); ++y)
            std::fill_n(frame.line(y) + part.left(), part.width(), tile.pixels.front());
    } else if (target.width() == tile.width && target.height() == tile.height) {
        copy(frame, part, target, tile);
    } else if (sampling == Sampling::nearest) {
        scaleNearest(frame, part, target, tile);
    } else {
        scaleSmooth(frame, part, target, tile);
    }
}

} // namespace spacrd
