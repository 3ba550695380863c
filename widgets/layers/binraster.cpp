#include "widgets/layers/binraster.h"

#include "widgets/slideview/bands.h"

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
void paintAlong(const Band& part, const QTransform& deviceToGrid, const BinValues::Level& level, const std::vector<Run>& runs,
                const ValueColours& colours)
{
    int before = outside;
    bool plain = false;
    for (int y = part.rect.top(); y <= part.rect.bottom(); ++y) {
        QRgb* const line = part.line(y);
        const int row = placeOf(deviceToGrid.m22() * (y + 0.5) + deviceToGrid.dy(), level.rows);
        if (row == outside)
            std::fill_n(line, part.rect.width(), QRgb(0));
        else if (row == before && plain)
            std::copy_n(part.line(y - 1), part.rect.width(), line);
        else
            plain = paintRow(line, y, level.values.data() + static_cast<size_t>(row) * static_cast<size_t>(level.columns), runs,
                             colours);
        before = row;
    }
}

void paintAcross(const Band& part, const QTransform& deviceToGrid, const BinValues::Level& level, const ValueColours& colours)
{
    for (int y = part.rect.top(); y <= part.rect.bottom(); ++y) {
        QRgb* const line = part.line(y);
        QPointF at = deviceToGrid.map(QPointF(0.5, y + 0.5));
        for (int x = 0; x < part.rect.width(); ++x, at += QPointF(deviceToGrid.m11(), deviceToGrid.m12())) {
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

class EdgeFinder
{
public:
    EdgeFinder(const QTransform& deviceToGrid, const BinGrid& grid, const std::vector<bool>& isThere)
        : m_deviceToGrid(deviceToGrid)
        , m_grid(grid)
        , m_isThere(isThere)
    {}

    void paint(const Band& part, QRgb colour) const
    {
        const bool along = isStraight(m_deviceToGrid);
        const int width = part.rect.width();
        std::vector<long long> above(static_cast<size_t>(width), outside);
        int rowBefore = outside;
        bool inside = false;                                              // the row of pixels before has the same bins above it
        for (int y = part.rect.top() - 1; y <= part.rect.bottom(); ++y) { // the row before the first has edges with it
            QRgb* const line = y < part.rect.top() ? nullptr : part.line(y);
            QPointF at = m_deviceToGrid.map(QPointF(-0.5, y + 0.5));
            const int row = placeOf(at.y(), m_grid.rows);
            const bool same = along && line && row == rowBefore;
            if (same && inside) {
                std::copy_n(part.line(y - 1), width, line);
                continue;
            }
            inside = same;
            rowBefore = row;
            long long before = cellAt(at);
            for (int x = 0; x < width; ++x) {
                const long long here = cellAt(at += QPointF(m_deviceToGrid.m11(), m_deviceToGrid.m12()));
                long long& over = above[static_cast<size_t>(x)];
                if (line)
                    line[x] = here != before || here != over ? colour : QRgb(0);
                before = over = here;
            }
        }
    }

private:
    long long cellAt(const QPointF& at) const
    {
        const int column = placeOf(at.x(), m_grid.columns);
        const int row = placeOf(at.y(), m_grid.rows);
        if (column == outside || row == outside)
            return outside;
        const long long cell = static_cast<long long>(row) * m_grid.columns + column;
        return m_isThere[static_cast<size_t>(cell)] ? cell : outside;
    }

    QTransform m_deviceToGrid;
    const BinGrid& m_grid;
    const std::vector<bool>& m_isThere;
};

} // namespace

void paintEdges(QImage& image, const QTransform& gridToDevice, const BinGrid& grid, const std::vector<bool>& isThere, QRgb colour)
{
    const EdgeFinder edges(gridToDevice.inverted(), grid, isThere);
    inBands(image, image.rect(), bandRows, [&](const Band& part) { edges.paint(part, colour); });
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
    const BinValues::Level& level = values.levels()[k];
    const bool straight = isStraight(deviceToBlocks);
    const std::vector<Run> runs =
        straight ? runsOf(image.width(), deviceToBlocks.m11(), deviceToBlocks.dx(), level.columns) : std::vector<Run>();
    inBands(image, image.rect(), bandRows, [&](const Band& part) {
        if (straight)
            paintAlong(part, deviceToBlocks, level, runs, colours);
        else
            paintAcross(part, deviceToBlocks, level, colours);
    });
    return static_cast<int>(k);
}

} // namespace spacrd
