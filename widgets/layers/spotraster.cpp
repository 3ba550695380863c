#include "widgets/layers/spotraster.h"

#include "widgets/layers/binraster.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr std::uint32_t withoutValue = 1U << 31;

/// What of level 0 is in the image, and `margin` pixels around it.
QRectF level0In(const QImage& image, const QTransform& level0ToDevice, double margin)
{
    return level0ToDevice.inverted().mapRect(QRectF(image.rect()).adjusted(-margin, -margin, margin, margin));
}

/// The pixels of an image that is written.
struct Canvas
{
    explicit Canvas(QImage& image)
        : lines(reinterpret_cast<QRgb*>(image.bits()))
        , stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
        , size(image.size())
    {}

    QRgb* lines;
    qsizetype stride;
    QSize size;
};

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

void blend(const Canvas& canvas, const std::vector<Run>& runs, int left, int top)
{
    for (const Run& run : runs) {
        const int y = top + run.y;
        if (y < 0 || y >= canvas.size.height())
            continue;
        const int start = left + run.x;
        const int from = std::max(0, -start);
        const int to = std::min(static_cast<int>(run.pixels.size()), canvas.size.width() - start);
        QRgb* const line = canvas.lines + y * canvas.stride + start;
        for (int i = from; i < to; ++i)
            line[i] = blended(run.pixels[static_cast<size_t>(i)], line[i]);
    }
}

/// Calls `f(place, left, top)` for each place of which a square of `side` pixels around it may be seen.
template <typename F>
void forEachCorner(const QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, int side, F f)
{
    const double half = side / 2.0;
    const double right = image.width();
    const double bottom = image.height();
    places.forEachIn(level0In(image, level0ToDevice, half + 1.0), [&](size_t place, double x, double y) {
        const double cornerX = level0ToDevice.m11() * x + level0ToDevice.m21() * y + level0ToDevice.dx() - half;
        const double cornerY = level0ToDevice.m12() * x + level0ToDevice.m22() * y + level0ToDevice.dy() - half;
        if (cornerX < right && cornerY < bottom && cornerX > -side - 1.0 && cornerY > -side - 1.0)
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
    m_value.assign(pixels, 0.0F);
    m_count.assign(pixels, 0);
    const double right = image.width();
    const double bottom = image.height();
    places.forEachIn(level0In(image, level0ToDevice, 0.0), [&](size_t place, double x, double y) {
        const double deviceX = level0ToDevice.m11() * x + level0ToDevice.m21() * y + level0ToDevice.dx();
        const double deviceY = level0ToDevice.m12() * x + level0ToDevice.m22() * y + level0ToDevice.dy();
        if (!(deviceX >= 0.0 && deviceY >= 0.0 && deviceX < right && deviceY < bottom))
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
    for (int y = 0; y < image.height(); ++y) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const size_t at = static_cast<size_t>(y) * width + static_cast<size_t>(x);
            const std::uint32_t count = m_count[at] & ~withoutValue;
            if (count > 0)
                line[x] = colours.of(aggregate == Aggregate::mean ? m_value[at] / static_cast<float>(count) : m_value[at]);
            else
                line[x] = m_count[at] == 0 ? QRgb(0) : noValuePixel(x, y);
        }
    }
}

void paintDiscs(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, const DiscShape& shape,
                std::span<const float> valueOfPlace, const ValueColours& colours)
{
    image.fill(Qt::transparent);
    const Canvas canvas(image);
    constexpr QRgb noValueRim = 0xff6e6e6e;
    forEachCorner(image, level0ToDevice, places, shape.diameter(), [&](size_t place, int left, int top) {
        const float value = valueOfPlace[place];
        if (std::isnan(value))
            return shape.paintStriped(canvas.lines, canvas.stride, canvas.size, left, top, noValueRim);
        const QRgb fill = colours.of(value);
        shape.paint(canvas.lines, canvas.stride, canvas.size, left, top, fill, rimOf(fill));
    });
}

void paintSprites(QImage& image, const QTransform& level0ToDevice, const SpotPlaces& places, const QImage& sprite)
{
    image.fill(Qt::transparent);
    const Canvas canvas(image);
    const std::vector<Run> runs = runsOf(sprite);
    forEachCorner(image, level0ToDevice, places, sprite.width(),
                  [&](size_t, int left, int top) { blend(canvas, runs, left, top); });
}

} // namespace spacrd
