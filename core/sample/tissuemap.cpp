#include "core/sample/tissuemap.h"

#include "core/base/task.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr int longestSide = 1024; ///< px of the reduced picture
constexpr int bandHeight = 64;    ///< px of it that are read between two looks at the task
constexpr long long mostPixelsRead = 200'000'000;
constexpr int blackest = 12; ///< of 255
constexpr int bins = 256;
constexpr double darkest = 1.0; ///< optical density of the histogram's end; more is tissue anyhow
// A threshold below would take the noise of glass for tissue, one above would lose fat and pale stroma.
constexpr double leastThreshold = 0.07;
constexpr double largestThreshold = 0.20;

bool isBlack(std::uint32_t pixel)
{
    return red(pixel) <= blackest && green(pixel) <= blackest && blue(pixel) <= blackest;
}

using Densities = std::array<double, bins>;

/// Optical density of every grey value against `white`.
Densities densitiesAgainst(int white)
{
    Densities densities{};
    for (int value = 0; value < bins; ++value)
        densities[static_cast<size_t>(value)] = std::max(0.0, std::log((white + 1.0) / (value + 1.0)));
    return densities;
}

/// The grey value of glass: what the brightest tenth of the pixels reaches, channel by channel.
int whiteOf(const Image& image, int (*channel)(std::uint32_t))
{
    std::array<size_t, bins> counts{};
    size_t all = 0;
    for (const std::uint32_t pixel : image.pixels) {
        if (isBlack(pixel))
            continue;
        ++counts[static_cast<size_t>(channel(pixel))];
        ++all;
    }
    size_t above = 0;
    for (int value = bins - 1; value > 0; --value) {
        above += counts[static_cast<size_t>(value)];
        if (10 * above >= all)
            return std::max(value, 128);
    }
    return bins - 1;
}

/// Otsu's threshold of a histogram: the bin up to which the values are the lower class.
int otsu(const std::array<size_t, bins>& counts)
{
    double all = 0.0;
    double sum = 0.0;
    for (int i = 0; i < bins; ++i) {
        all += static_cast<double>(counts[static_cast<size_t>(i)]);
        sum += i * static_cast<double>(counts[static_cast<size_t>(i)]);
    }
    double below = 0.0;
    double sumBelow = 0.0;
    double best = -1.0;
    int threshold = 0;
    for (int i = 0; i < bins; ++i) {
        below += static_cast<double>(counts[static_cast<size_t>(i)]);
        sumBelow += i * static_cast<double>(counts[static_cast<size_t>(i)]);
        if (below <= 0.0 || below >= all)
            continue;
        const double apart = sumBelow / below - (sum - sumBelow) / (all - below);
        const double between = below * (all - below) * apart * apart;
        if (between > best) {
            best = between;
            threshold = i;
        }
    }
    return threshold;
}

double thresholdOf(const Image& image, const Densities& ofGreen)
{
    std::array<size_t, bins> counts{};
    for (const std::uint32_t pixel : image.pixels) {
        const double density = isBlack(pixel) ? 0.0 : ofGreen[static_cast<size_t>(green(pixel))];
        ++counts[static_cast<size_t>(std::min(density / darkest, 1.0) * (bins - 1))];
    }
    return std::clamp((otsu(counts) + 1) * darkest / (bins - 1), leastThreshold, largestThreshold);
}

} // namespace

TissueMap::TissueMap(const Image& image, const Rect& level0Rect)
    : m_width(image.width)
    , m_height(image.height)
{
    const double perX = image.width / level0Rect.width;
    const double perY = image.height / level0Rect.height;
    m_toPicture =
        Affine<frame::Level0, frame::Reduced>::of({perX, 0.0, -level0Rect.x * perX, 0.0, perY, -level0Rect.y * perY}).value();
    const std::array<Densities, 3> densities{densitiesAgainst(whiteOf(image, red)), densitiesAgainst(whiteOf(image, green)),
                                             densitiesAgainst(whiteOf(image, blue))};
    const double threshold = thresholdOf(image, densities[1]);
    const size_t stride = static_cast<size_t>(m_width) + 1;
    m_sums.resize(stride * (static_cast<size_t>(m_height) + 1));
    for (int y = 0; y < m_height; ++y) {
        Sums row;
        for (int x = 0; x < m_width; ++x) {
            const std::uint32_t pixel = image.at(x, y);
            if (!isBlack(pixel)) {
                const std::array<double, 3> here{densities[0][static_cast<size_t>(red(pixel))],
                                                 densities[1][static_cast<size_t>(green(pixel))],
                                                 densities[2][static_cast<size_t>(blue(pixel))]};
                for (size_t c = 0; c < 3; ++c)
                    row.darkness[c] += here[c];
                row.tissue += here[1] > threshold ? 1.0 : 0.0;
                row.greenSquared += here[1] * here[1];
            }
            const size_t index = (static_cast<size_t>(y) + 1) * stride + static_cast<size_t>(x) + 1;
            const Sums& above = m_sums[index - stride];
            Sums& sums = m_sums[index];
            sums.tissue = above.tissue + row.tissue;
            for (size_t c = 0; c < 3; ++c)
                sums.darkness[c] = above.darkness[c] + row.darkness[c];
            sums.greenSquared = above.greenSquared + row.greenSquared;
        }
    }
}

const TissueMap::Sums& TissueMap::at(int x, int y) const
{
    return m_sums[static_cast<size_t>(y) * (static_cast<size_t>(m_width) + 1) + static_cast<size_t>(x)];
}

LocalLook TissueMap::lookAt(Level0Point centre, double sideLevel0Px) const
{
    const ReducedPoint at = m_toPicture(centre);
    if (!std::isfinite(at.x) || !std::isfinite(at.y))
        return {};
    const double half = std::max(0.5 * sideLevel0Px * m_toPicture.scale(), 0.5);
    const auto edge = [](double place, int size) {
        return static_cast<int>(std::clamp(std::floor(place + 0.5), 0.0, static_cast<double>(size)));
    };
    const int left = edge(at.x - half, m_width);
    const int right = edge(at.x + half, m_width);
    const int top = edge(at.y - half, m_height);
    const int bottom = edge(at.y + half, m_height);
    LocalLook look;
    if (left >= right || top >= bottom)
        return look;
    const Sums& a = this->at(right, bottom);
    const Sums& b = this->at(left, bottom);
    const Sums& c = this->at(right, top);
    const Sums& d = this->at(left, top);
    // Against the whole square: what lies off the picture counts as glass.
    const double area = std::max(4.0 * half * half, static_cast<double>(right - left) * (bottom - top));
    look.tissue = (a.tissue - b.tissue - c.tissue + d.tissue) / area;
    for (size_t i = 0; i < 3; ++i)
        look.darkness[i] = (a.darkness[i] - b.darkness[i] - c.darkness[i] + d.darkness[i]) / area;
    const double squared = (a.greenSquared - b.greenSquared - c.greenSquared + d.greenSquared) / area;
    look.unevenness = std::sqrt(std::max(squared - look.darkness[1] * look.darkness[1], 0.0));
    return look;
}

double TissueMap::tissueShare() const
{
    return at(m_width, m_height).tissue / std::max(1.0, static_cast<double>(m_width) * m_height);
}

bool TissueMap::shows(Level0Point p) const
{
    const ReducedPoint at = m_toPicture(p);
    return at.x >= 0.0 && at.y >= 0.0 && at.x < m_width && at.y < m_height;
}

bool isQuickToRead(const SlideInfo& info)
{
    const double side = std::max(info.level0Bounds.width, info.level0Bounds.height);
    const SlideLevel& level = info.levels.at(static_cast<size_t>(bestLevelFor(info, side / longestSide)));
    return level.width * level.height <= mostPixelsRead;
}

TissueMap readTissueMap(const Slide& slide, Task& task)
{
    const Rect& bounds = slide.info().level0Bounds;
    const double factor = std::min(1.0, longestSide / std::max(bounds.width, bounds.height));
    Image image;
    image.width = std::max(1, static_cast<int>(std::lround(bounds.width * factor)));
    image.height = std::max(1, static_cast<int>(std::lround(bounds.height * factor)));
    image.pixels.reserve(static_cast<size_t>(image.width) * static_cast<size_t>(image.height));
    const double rowHeight = bounds.height / image.height;
    task.stage(SPACRD_TR("core", "Looking at the slide"), image.height, SPACRD_TR("core", "rows"));
    for (int top = 0; top < image.height; top += bandHeight) {
        const int rows = std::min(bandHeight, image.height - top);
        const Image band =
            readScaled(slide, {bounds.x, bounds.y + top * rowHeight, bounds.width, rows * rowHeight}, image.width, rows);
        image.pixels.insert(image.pixels.end(), band.pixels.begin(), band.pixels.end());
        task.advanceTo(top + rows);
    }
    return TissueMap(image, bounds);
}

} // namespace spacrd
