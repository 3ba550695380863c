#pragma once

#include <QImage>
#include <QRect>

#include <algorithm>
#include <functional>

namespace spacrd {

/// Some rows of an image of 32-bit pixels, in the image's coordinates: what one thread may write while others write other rows.
struct Band
{
    QRgb* pixels = nullptr; ///< of the image's first row
    qsizetype stride = 0;   ///< pixels a row
    QRect rect;             ///< what may be written

    QRgb* line(int y) const { return pixels + y * stride; }
};

/// The whole image as one band.
Band wholeBand(QImage& image);

/// Calls `paint` for bands of at most `rows` rows that together are `area` of the image, on this thread and on those of the
/// application's pool that are free, and returns when all are painted. `paint` does not throw.
void inBands(QImage& image, const QRect& area, int rows, const std::function<void(const Band&)>& paint);

/// Rows that are worth another thread: a quarter of a million pixels of a wide screen.
inline constexpr int bandRows = 120;

/// As many as that of an area of so many pixels' width: to wake another thread for a single tile would take longer than it saves.
inline int bandRowsOf(int width)
{
    constexpr int pixels = bandRows * 1920;
    return std::max(bandRows, pixels / std::max(width, 1));
}

} // namespace spacrd
