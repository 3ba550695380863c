#include "core/exchange/overlaysvg.h"
#include "core/exchange/png.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr double fontsPerSide = 72.0; // lines of text that would fit the longest side
constexpr double titleFonts = 4.2;    // height of the title band in font sizes
constexpr double legendFonts = 5.6;
constexpr double narrowestFonts = 44.0; // the legend needs this width

Point toSource(const Sample& sample, FullresPoint fullres)
{
    return sample.slide ? sample.alignment.toLevel0(fullres).plain() : fullres.plain();
}

/// The spots and a margin round them, clipped to the slide.
Rect shownPart(const Sample& sample)
{
    Point low{1e300, 1e300};
    Point high{-1e300, -1e300};
    for (const Spot& spot : sample.spots()) {
        const Point p = toSource(sample, spot.fullres);
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const double scale = sample.slide ? sample.alignment.scale() : 1.0;
    const double longest = std::max(high.x - low.x, high.y - low.y);
    const double margin = std::max({2.0 * sample.section.spotPitchFullresPx * scale,
                                    2.0 * sample.section.spotDiameterFullresPx * scale, 0.03 * longest, 10.0});
    low = {low.x - margin, low.y - margin};
    high = {high.x + margin, high.y + margin};
    if (sample.slide) {
        const SlideInfo& info = sample.slide->info();
        const Point end{static_cast<double>(info.width()), static_cast<double>(info.height())};
        const Point clippedLow{std::max(low.x, 0.0), std::max(low.y, 0.0)};
        const Point clippedHigh{std::min(high.x, end.x), std::min(high.y, end.y)};
        // Spots that lie off the slide altogether are still shown, on white.
        if (clippedLow.x < clippedHigh.x && clippedLow.y < clippedHigh.y) {
            low = clippedLow;
            high = clippedHigh;
        }
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

std::optional<double> umPerSourcePx(const Sample& sample)
{
    if (!sample.slide)
        return sample.section.mpp;
    if (sample.slide->info().mppX)
        return sample.slide->info().mppX;
    if (sample.section.mpp)
        return *sample.section.mpp / sample.alignment.scale();
    return std::nullopt;
}

void paste(Image& into, const Image& from, int left, int top)
{
    for (int y = 0; y < from.height; ++y) {
        const auto row = from.pixels.begin() + static_cast<std::ptrdiff_t>(y) * from.width;
        std::copy(row, row + from.width, into.pixels.begin() + (static_cast<std::ptrdiff_t>(y) + top) * into.width + left);
    }
}

} // namespace

OverlayLayout overlayLayout(const Result& result, int pixels)
{
    const Sample& sample = *result.sample;
    if (pixels < 300 || pixels > 20000) {
        throw Error(Text(SPACRD_TR("core", "An overlay picture of %1 pixels cannot be drawn."), {toWord(pixels)}), {},
                    SPACRD_TR("core", "choose between 300 and 20000 pixels"));
    }
    if (sample.spots().empty())
        throw Error(SPACRD_TR("core", "There are no spots to draw."));

    OverlayLayout layout;
    layout.source = shownPart(sample);
    layout.fontPx = pixels / fontsPerSide;
    const double bands = (titleFonts + legendFonts) * layout.fontPx;
    layout.scale = std::min(pixels / layout.source.width, (pixels - bands) / layout.source.height);
    const int mapWidth = std::max(1, static_cast<int>(std::floor(layout.source.width * layout.scale)));
    const int mapHeight = std::max(1, static_cast<int>(std::floor(layout.source.height * layout.scale)));
    layout.width = std::min(pixels, std::max(mapWidth, static_cast<int>(narrowestFonts * layout.fontPx)));
    const int top = static_cast<int>(titleFonts * layout.fontPx);
    layout.height = std::min(pixels, top + mapHeight + static_cast<int>(legendFonts * layout.fontPx));
    layout.map = {std::floor((layout.width - mapWidth) / 2.0), static_cast<double>(top), static_cast<double>(mapWidth),
                  static_cast<double>(mapHeight)};
    layout.legendTop = layout.map.bottom();
    layout.perFullres = layout.scale * (sample.slide ? sample.alignment.scale() : 1.0);
    if (const auto um = umPerSourcePx(sample))
        layout.umPerPicturePx = *um / layout.scale;
    return layout;
}

Image overlayImage(const Result& result, int pixels)
{
    const OverlayLayout layout = overlayLayout(result, pixels);
    Image image;
    image.width = layout.width;
    image.height = layout.height;
    image.pixels.assign(static_cast<size_t>(layout.width) * static_cast<size_t>(layout.height), 0xffffffffu);
    if (result.sample->slide) {
        paste(image,
              readScaled(*result.sample->slide, layout.source, static_cast<int>(layout.map.width),
                         static_cast<int>(layout.map.height)),
              static_cast<int>(layout.map.x), static_cast<int>(layout.map.y));
    }
    drawSvg(image, overlaySvg(result, layout));
    return image;
}

} // namespace spacrd
