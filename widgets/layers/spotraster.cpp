#include "widgets/layers/spotraster.h"

#include "widgets/layers/binraster.h"
#include "widgets/slideview/bands.h"

#include <QThread>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr std::uint32_t withoutValue = 1U << 31;

/// What of level 0 is in a part of the image, and `margin` pixels around it.
QRectF level0In(const QRect& part, const QTransform& level0ToDevice, double margin)
{
    return level0ToDevice.inverted().mapRect(QRectF(part).adjusted(-margin, -margin, margin, margin));
}

/// Rows for each thread. Of a view turned by an angle, what may be in a band is all that is in the upright square around it: then
/// one band a thread is enough.
int rowsFor(const QImage& image, const QTransform& level0ToDevice)
{
    constexpr double least = 1e-12;
    const bool straight = std::abs(level0ToDevice.m11() * level0ToDevice.m12()) < least;
    return straight ? bandRows : std::max(bandRows, image.height() / QThread::idealThreadCount() + 1);
}

void clear(const Band& part)
{
    for (int y = part.rect.top(); y <= part.rect.bottom(); ++y)
        std::fill_n(part.line(y) + part.rect.left(), part.rect.width(), QRgb(0));
}

/// Pixels of a picture side by side of which none is clear.
struct Run
{
    int x = 0;
    int y = 0;
    std::vector<QRgb> pixels;
};

std::vector<Run> runsOf(const QImage& sprite)
{
    std::vector<Run> runs;
    for (int y = 0; y < sprite.height(); ++y) {
        bool open = false;
        for (int x = 0; x < sprite.width(); ++x) {
            const QRgb pixel = reinterpret_cast<const QRgb*>(sprite.constScanLine(y))[x];
            if (pixel != 0 && !open)
                runs.push_back({x, y, {}});
            open = pixel != 0;
            if (open)
                runs.back().pixels.push_back(pixel);
        }
    }
    return runs;
}

void blend(const Band& part, const std::vector<Run>& runs, int left, int top)
{
    for (const Run& run : runs) {
        const int y = top + run.y;
        if (y < part.rect.top() || y > part.rect.bottom())
            continue;
        const int start = left + run.x;
        const int from = std::max(0, part.rect.left() - start);
        const int to = std::min(static_cast<int>(run.pixels.size()), part.rect.left() + part.rect.width() - start);
        QRgb* const line = part.line(y) + start;
        for (int i = from; i < to; ++i)
            line[i] = blended(run.pixels[static_cast<size_t>(i)], line[i]);
    }
}

/// Calls `f(place, left, top)` for each place of which a square of `side` pixels around it may be seen in a part of the image.
template <typename F>
void forEachCorner(const QRect& part, const QTransform& level0ToDevice, const SpotPlaces& places, int side, F f)
{
    const double half = side / 2.0;
    const double leastX = part.left() - side - 1.0;
    const double leastY = part.top() - side - 1.0;
    const double right = part.left() + part.width();
    const double bottom = part.top() + part.height();
    places.forEachIn(level0In(part, level0ToDevice, half + 1.0), [&](size_t place, double x, double y) {
        const double cornerX = level0ToDevice.m11() * x + level0ToDevice.m21() * y + level0ToDevice.dx() - half;
        const double cornerY = level0ToDevice.m12() * x + level0ToDevice.m22() * y + level0ToDevice.dy() - half;
        if (cornerX < right && cornerY < bottom && cornerX > leastX && cornerY > leastY)
            f(place, static_cast<int>(std::floor(cornerX + 0.5)), static_cast<int>(std::floor(cornerY + 0.5)));
    });
}

/// A faint rim parts neighbours of the same colour, and discs from tissue of the same hue.
QRgb rimOf(QRgb fill)
{
    constexpr int dark = 110;
    return qGray(fill) < dark ? qPremultiply(qRgba(255, 255, 255, 120)) : qPremultiply(qRgba(0, 0, 0, 90));
}

} // namespace

void SpotRaster::paintPixels(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places,
                             std::span<const float> valueOfPlace, Aggregate aggregate, const ValueColours& colours)
{
    const auto width = static_cast<size_t>(image.width());
    const size_t pixels = width * static_cast<size_t>(image.height());
    m_value.resize(pixels);
    m_count.resize(pixels);
    inBands(image, image.rect(), rowsFor(image, level0ToDevice), [&](const Band& part) {
        const auto begin = static_cast<std::ptrdiff_t>(static_cast<size_t>(part.rect.top()) * width);
        const size_t cells = static_cast<size_t>(part.rect.height()) * width;
        std::fill_n(m_value.begin() + begin, cells, 0.0F);
        std::fill_n(m_count.begin() + begin, cells, 0U);
        const double top = part.rect.top();
        const double right = image.width();
        const double bottom = part.rect.top() + part.rect.height();
        places.forEachIn(level0In(part.rect, level0ToDevice, 0.0), [&](size_t place, double x, double y) {
            const double deviceX = level0ToDevice.m11() * x + level0ToDevice.m21() * y + level0ToDevice.dx();
            const double deviceY = level0ToDevice.m12() * x + level0ToDevice.m22() * y + level0ToDevice.dy();
            if (!(deviceX >= 0.0 && deviceY >= top && deviceX < right && deviceY < bottom))
                return;
            const size_t at = static_cast<size_t>(deviceY) * width + static_cast<size_t>(deviceX);
            const float value = valueOfPlace[place];
            if (std::isnan(value)) {
                m_count[at] |= withoutValue;
                return;
            }
            const bool first = (m_count[at] & ~withoutValue) == 0;
            m_value[at] = aggregate == Aggregate::mean ? m_value[at] + value : first ? value : std::max(m_value[at], value);
            ++m_count[at];
        });
        for (int y = part.rect.top(); y <= part.rect.bottom(); ++y) {
            QRgb* const line = part.line(y);
            for (int x = 0; x < image.width(); ++x) {
                const size_t at = static_cast<size_t>(y) * width + static_cast<size_t>(x);
                const std::uint32_t count = m_count[at] & ~withoutValue;
                if (count > 0)
                    line[x] = colours.of(aggregate == Aggregate::mean ? m_value[at] / static_cast<float>(count) : m_value[at]);
                else
                    line[x] = m_count[at] == 0 ? QRgb(0) : noValuePixel(x, y);
            }
        }
    });
}

void paintDiscs(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, const DiscShape& shape,
                std::span<const float> valueOfPlace, const ValueColours& colours)
{
    constexpr QRgb noValueRim = 0xff6e6e6e;
    inBands(image, image.rect(), rowsFor(image, level0ToDevice), [&](const Band& part) {
        clear(part);
        forEachCorner(part.rect, level0ToDevice, places, shape.diameter(), [&](size_t place, int left, int top) {
            const float value = valueOfPlace[place];
            if (std::isnan(value))
                return shape.paintStriped(part, left, top, noValueRim);
            const QRgb fill = colours.of(value);
            shape.paint(part, left, top, fill, rimOf(fill));
        });
    });
}

void paintSprites(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, const QImage& sprite)
{
    const std::vector<Run> runs = runsOf(sprite);
    inBands(image, image.rect(), rowsFor(image, level0ToDevice), [&](const Band& part) {
        clear(part);
        forEachCorner(part.rect, level0ToDevice, places, sprite.width(),
                      [&](size_t, int left, int top) { blend(part, runs, left, top); });
    });
}

} // namespace spacrd
