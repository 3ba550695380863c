#include "core/sample/focusmap.h"

#include "core/base/parallel.h"
#include "core/base/task.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr int cellSide = 4;         ///< px of the picture
constexpr int bandCells = 32;       ///< rows of cells that are read at once
constexpr int leastWindowCells = 4; ///< a narrower square holds too little to tell detail from chance
constexpr double mostPixels = 16e6;
constexpr double mostPixelsRead = 120e6;
constexpr double leastVariance = 9.0; ///< of the green channel, 0…255: about the noise of even glass

double pixelsOf(const Rect& level0Rect, double downsample)
{
    return level0Rect.width / downsample * (level0Rect.height / downsample);
}

/// Not finer than asked for, than memory allows, and than the level that can be read in good time.
double usableDownsample(const SlideInfo& info, const Rect& level0Rect, double wanted)
{
    double downsample = std::max({1.0, wanted, std::sqrt(level0Rect.width * level0Rect.height / mostPixels)});
    for (const SlideLevel& level : info.levels) {
        const double read = info.levels.at(static_cast<size_t>(bestLevelFor(info, downsample))).downsample;
        if (pixelsOf(level0Rect, read) <= mostPixelsRead)
            break;
        downsample = std::max(downsample, level.downsample);
    }
    return downsample;
}

} // namespace

bool isQuickToRead(const SlideInfo& info, const Rect& level0Rect, double level0PxPerPixel)
{
    const double downsample = usableDownsample(info, level0Rect, level0PxPerPixel);
    return pixelsOf(level0Rect, info.levels.at(static_cast<size_t>(bestLevelFor(info, downsample))).downsample) <= mostPixelsRead;
}

FocusMap::FocusMap(const Slide& slide, const Rect& level0Rect, double level0PxPerPixel, Task& task)
    : m_rect(level0Rect)
    , m_downsample(usableDownsample(slide.info(), level0Rect, level0PxPerPixel))
{
    const double cell = cellSide * m_downsample;
    m_columns = std::max(1, static_cast<int>(std::ceil(level0Rect.width / cell)));
    m_rows = std::max(1, static_cast<int>(std::ceil(level0Rect.height / cell)));
    m_sums.resize((static_cast<size_t>(m_columns) + 1) * (static_cast<size_t>(m_rows) + 1));
    const int bands = (m_rows + bandCells - 1) / bandCells;
    task.stage(SPACRD_TR("core", "Looking at how sharp the slide is"), m_rows, SPACRD_TR("core", "rows"));
    const int atOnce = 4;
    for (int first = 0; first < bands; first += atOnce) {
        parallelFor(static_cast<size_t>(std::min(atOnce, bands - first)), [&](size_t i) {
            if (task.cancelled())
                return;
            const int top = (first + static_cast<int>(i)) * bandCells;
            const int rows = std::min(bandCells, m_rows - top);
            // One pixel more on every side, for the Laplacian of the outermost.
            const Rect band{m_rect.x - m_downsample, m_rect.y + top * cell - m_downsample, m_columns * cell + 2 * m_downsample,
                            rows * cell + 2 * m_downsample};
            addRows(readScaled(slide, band, m_columns * cellSide + 2, rows * cellSide + 2), top);
        });
        task.advanceTo(std::min(m_rows, (first + atOnce) * bandCells));
    }
    accumulate();
}

void FocusMap::addRows(const Image& rows, int firstRow)
{
    for (int y = 1; y + 1 < rows.height; ++y) {
        const std::uint32_t* above = rows.pixels.data() + static_cast<size_t>(y - 1) * static_cast<size_t>(rows.width);
        const std::uint32_t* here = above + rows.width;
        const std::uint32_t* below = here + rows.width;
        Sums* sums =
            m_sums.data() + static_cast<size_t>(firstRow + (y - 1) / cellSide + 1) * (static_cast<size_t>(m_columns) + 1) + 1;
        for (int x = 1; x + 1 < rows.width; ++x) {
            const int value = green(here[x]);
            const double laplacian = 4 * value - green(above[x]) - green(below[x]) - green(here[x - 1]) - green(here[x + 1]);
            Sums& cell = sums[(x - 1) / cellSide];
            cell.laplacian += laplacian;
            cell.laplacianSquared += laplacian * laplacian;
            cell.green += value;
            cell.greenSquared += static_cast<double>(value) * value;
        }
    }
}

void FocusMap::accumulate()
{
    const size_t stride = static_cast<size_t>(m_columns) + 1;
    const auto add = [](Sums& to, const Sums& from) {
        to.laplacian += from.laplacian;
        to.laplacianSquared += from.laplacianSquared;
        to.green += from.green;
        to.greenSquared += from.greenSquared;
    };
    for (size_t i = stride; i < m_sums.size(); i += stride) {
        Sums row;
        for (size_t column = 1; column < stride; ++column) {
            add(row, m_sums[i + column]);
            m_sums[i + column] = row;
            add(m_sums[i + column], m_sums[i + column - stride]);
        }
    }
}

const FocusMap::Sums& FocusMap::at(int column, int row) const
{
    return m_sums[static_cast<size_t>(row) * (static_cast<size_t>(m_columns) + 1) + static_cast<size_t>(column)];
}

std::optional<double> FocusMap::focusAt(Level0Point centre, double sideLevel0Px) const
{
    const double cell = cellSide * m_downsample;
    const double column = (centre.x - m_rect.x) / cell;
    const double row = (centre.y - m_rect.y) / cell;
    // Not finite falls through here as well.
    if (!(column >= 0.0 && row >= 0.0 && column < m_columns && row < m_rows))
        return std::nullopt;
    const double half = 0.5 * std::max(sideLevel0Px / cell, double{leastWindowCells});
    const auto edge = [](double place, int size) { return static_cast<int>(std::clamp(std::round(place), 0.0, double(size))); };
    const int left = edge(column - half, m_columns);
    const int right = edge(column + half, m_columns);
    const int top = edge(row - half, m_rows);
    const int bottom = edge(row + half, m_rows);
    if (left >= right || top >= bottom)
        return std::nullopt;
    const double pixels = static_cast<double>(right - left) * (bottom - top) * cellSide * cellSide;
    const auto mean = [&](double Sums::*member) {
        return (at(right, bottom).*member - at(left, bottom).*member - at(right, top).*member + at(left, top).*member) / pixels;
    };
    const double green = mean(&Sums::green);
    const double variance = mean(&Sums::greenSquared) - green * green;
    if (!(variance >= leastVariance))
        return std::nullopt;
    const double laplacian = mean(&Sums::laplacian);
    return std::max(mean(&Sums::laplacianSquared) - laplacian * laplacian, 0.0) / variance;
}

} // namespace spacrd
