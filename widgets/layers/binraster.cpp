#include "widgets/layers/binraster.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr int outside = -1;

size_t levelFor(const QTransform& deviceToGrid, const BinValues& values)
{
    const double binsPerPixel = std::sqrt(std::abs(deviceToGrid.determinant()));
    constexpr double rounding = 1e-9;
    const double level = std::ceil(std::log2(std::max(binsPerPixel, 1.0)) - rounding);
    return std::min(static_cast<size_t>(level), values.levels().size() - 1);
}

int placeOf(double at, int count)
{
    return at >= 0.0 && at < count ? static_cast<int>(at) : outside;
}

/// Whether rows of bins lie along rows of pixels.
bool isStraight(const QTransform& deviceToGrid)
{
    constexpr double least = 1e-12;
    return std::abs(deviceToGrid.m12()) < least && std::abs(deviceToGrid.m21()) < least;
}

QRgb pixelOf(float value, int x, int y, const ValueColours& colours)
{
    if (value > noBin)
        return colours.of(value);
    return std::isnan(value) ? noValuePixel(x, y) : QRgb(0);
}

/// A run of pixels with the same column of bins under them.
struct Run
{
    int begin = 0;
    int end = 0;
    int column = outside;
};

/// Of all columns of pixels, from left to right.
std::vector<Run> runsOf(int width, double perPixel, double start, int columns)
{
    std::vector<Run> runs;
    for (int x = 0; x < width; ++x) {
        const int column = placeOf(perPixel * (x + 0.5) + start, columns);
        if (runs.empty() || runs.back().column != column)
            runs.push_back({x, x, column});
        runs.back().end = x + 1;
    }
    return runs;
}

/// True when the next row of pixels of the same bins looks the same: no stripes in it.
bool paintRow(QRgb* line, int y, const float* bins, const std::vector<Run>& runs, const ValueColours& colours)
{
    bool plain = true;
    for (const Run& run : runs) {
        const float value = run.column == outside ? noBin : bins[run.column];
        if (std::isnan(value)) {
            for (int x = run.begin; x < run.end; ++x)
                line[x] = noValuePixel(x, y);
            plain = false;
            continue;
        }
        const QRgb colour = value > noBin ? colours.of(value) : QRgb(0);
        for (int x = run.begin; x < run.end; ++x)
            line[x] = colour;
    }
    return plain;
}

/// Rows of bins along rows of pixels, either way round.
void paintAlong(QImage& image, const QTransform& deviceToGrid, const BinValues::Level& level, const ValueColours& colours)
{
    const std::vector<Run> runs = runsOf(image.width(), deviceToGrid.m11(), deviceToGrid.dx(), level.columns);
    int before = outside;
    bool plain = false;
    for (int y = 0; y < image.height(); ++y) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const int row = placeOf(deviceToGrid.m22() * (y + 0.5) + deviceToGrid.dy(), level.rows);
        if (row == outside)
            std::fill_n(line, image.width(), QRgb(0));
        else if (row == before && plain)
            std::copy_n(reinterpret_cast<const QRgb*>(image.constScanLine(y - 1)), image.width(), line);
        else
            plain = paintRow(line, y, level.values.data() + static_cast<size_t>(row) * static_cast<size_t>(level.columns), runs,
                             colours);
        before = row;
    }
}

void paintAcross(QImage& image, const QTransform& deviceToGrid, const BinValues::Level& level, const ValueColours& colours)
{
    for (int y = 0; y < image.height(); ++y) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        QPointF at = deviceToGrid.map(QPointF(0.5, y + 0.5));
        for (int x = 0; x < image.width(); ++x, at += QPointF(deviceToGrid.m11(), deviceToGrid.m12())) {
            const int column = placeOf(at.x(), level.columns);
            const int row = placeOf(at.y(), level.rows);
            line[x] =
                column == outside || row == outside
                    ? QRgb(0)
                    : pixelOf(
                        level.values[static_cast<size_t>(row) * static_cast<size_t>(level.columns) + static_cast<size_t>(column)],
                        x, y, colours);
        }
    }
}

} // namespace

void paintEdges(QImage& image, const QTransform& gridToDevice, const BinGrid& grid, const std::vector<bool>& isThere, QRgb colour)
{
    const QTransform deviceToGrid = gridToDevice.inverted();
    const auto cellAt = [&](const QPointF& at) -> long long {
        const int column = placeOf(at.x(), grid.columns);
        const int row = placeOf(at.y(), grid.rows);
        if (column == outside || row == outside)
            return outside;
        const long long cell = static_cast<long long>(row) * grid.columns + column;
        return isThere[static_cast<size_t>(cell)] ? cell : outside;
    };
    const bool along = isStraight(deviceToGrid);
    std::vector<long long> above(static_cast<size_t>(image.width()), outside);
    int rowBefore = outside;
    bool inside = false;                        // the row of pixels before has the same bins above it
    for (int y = -1; y < image.height(); ++y) { // the row before the first has edges with it
        auto* const line = y < 0 ? nullptr : reinterpret_cast<QRgb*>(image.scanLine(y));
        QPointF at = deviceToGrid.map(QPointF(-0.5, y + 0.5));
        const int row = placeOf(at.y(), grid.rows);
        const bool same = along && y >= 0 && row == rowBefore;
        if (same && inside) {
            std::copy_n(reinterpret_cast<const QRgb*>(image.constScanLine(y - 1)), image.width(), line);
            continue;
        }
        inside = same;
        rowBefore = row;
        long long before = cellAt(at);
        for (int x = 0; x < image.width(); ++x) {
            const long long here = cellAt(at += QPointF(deviceToGrid.m11(), deviceToGrid.m12()));
            long long& over = above[static_cast<size_t>(x)];
            if (line)
                line[x] = here != before || here != over ? colour : QRgb(0);
            before = over = here;
        }
    }
}

QRgb noValuePixel(int x, int y)
{
    constexpr int distance = 6;
    constexpr int width = 2;
    constexpr QRgb stripe = 0xff6e6e6e;
    constexpr QRgb veil = 0x6e6e6e6e; // white, premultiplied
    return (x + y) % distance < width ? stripe : veil;
}

int paintBins(QImage& image, const QTransform& gridToDevice, const BinValues& values, const ValueColours& colours)
{
    bool invertible = false;
    const QTransform deviceToGrid = gridToDevice.inverted(&invertible);
    if (!invertible || values.levels().empty()) {
        image.fill(Qt::transparent);
        return 0;
    }
    const size_t k = levelFor(deviceToGrid, values);
    const double blocks = std::ldexp(1.0, -static_cast<int>(k));
    const QTransform deviceToBlocks = deviceToGrid * QTransform::fromScale(blocks, blocks);
    if (isStraight(deviceToBlocks))
        paintAlong(image, deviceToBlocks, values.levels()[k], colours);
    else
        paintAcross(image, deviceToBlocks, values.levels()[k], colours);
    return static_cast<int>(k);
}

} // namespace spacrd
