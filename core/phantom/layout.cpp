#include "core/phantom/layout.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spacrd::phantom {

namespace {

constexpr int smallestSide = 256;
constexpr int largestSide = 200000;
constexpr double finestMpp = 0.1;
constexpr double coarsestMpp = 20.0;
constexpr double tissueShare = 0.68; ///< of the picture's area, on average over seeds

template <typename Number>
void requireRange(bool holds, const char* sentence, Number low, Number high)
{
    if (!holds)
        throw Error(Text(sentence, {toWord(low), toWord(high)}), {}, SPACRD_TR("core", "choose a number in that range"));
}

void requireSide(int side)
{
    requireRange(side == 0 || (side >= smallestSide && side <= largestSide),
                 SPACRD_TR("core", "The width and height of a phantom must be between %1 and %2 pixels."), smallestSide,
                 largestSide);
}

Layout platformLayout(Platform platform)
{
    switch (platform) {
    case Platform::visiumHd: // a bin has the molecules of its area, some 190
        return {platform, 0, 0, 0.5, 8.0, 8.0, 8.0 * 8.0 / (std::numbers::pi * 27.5 * 27.5)};
    case Platform::xenium: // some 300 of the panel's molecules in a cell
        return {platform, 0, 0, 0.2125, 10.0, 9.0, 0.045};
    case Platform::legacySt:
        return {platform, 0, 0, 0.7, 200.0, 100.0, 1.0};
    default:
        return {platform, 0, 0, 0.5, 100.0, 55.0, 1.0};
    }
}

void requireSensible(const PhantomOptions& options)
{
    requireSide(options.width);
    requireSide(options.height);
    requireRange(options.spots >= 0 && options.spots <= 1000000,
                 SPACRD_TR("core", "The number of spots of a phantom must be between %1 and %2."), 0, 1000000);
    requireRange(options.genes >= 50 && options.genes <= 60000,
                 SPACRD_TR("core", "The number of genes of a phantom must be between %1 and %2."), 50, 60000);
    requireRange(options.tumourFraction >= 0.0 && options.tumourFraction <= 0.9,
                 SPACRD_TR("core", "The tumour fraction of a phantom must be between %1 and %2."), 0.0, 0.9);
    requireRange(options.batchEffect >= 0.0 && options.batchEffect <= 1.0,
                 SPACRD_TR("core", "The batch effect of a phantom must be between %1 and %2."), 0.0, 1.0);
}

} // namespace

Layout layoutOf(const PhantomOptions& options)
{
    requireSensible(options);
    Layout layout = platformLayout(options.platform);
    layout.width = options.width;
    layout.height = options.height;
    const bool hexagonal = options.platform == Platform::visium;
    const double spotArea = layout.pitchUm * layout.pitchUm * (hexagonal ? std::numbers::sqrt3 / 2 : 1.0);
    const double areaUm = options.spots * spotArea / tissueShare;
    if (layout.width == 0 && layout.height == 0) {
        const double side = options.spots > 0 ? std::ceil(std::sqrt(areaUm) / layout.mpp) : 6000.0;
        if (side > largestSide)
            throw Error(Text(SPACRD_TR("core", "%1 spots need a picture of %2 pixels a side, and %3 are the most."),
                             {toWord(options.spots), toWord(static_cast<long>(side)), toWord(largestSide)}),
                        {}, SPACRD_TR("core", "name a width and height as well, so that the pixels become larger"));
        layout.width = layout.height = std::max(smallestSide, static_cast<int>(side));
        return layout;
    }
    layout.width = layout.width > 0 ? layout.width : layout.height;
    layout.height = layout.height > 0 ? layout.height : layout.width;
    if (options.spots > 0) {
        layout.mpp = std::sqrt(areaUm / (static_cast<double>(layout.width) * layout.height));
        if (layout.mpp < finestMpp || layout.mpp > coarsestMpp)
            throw Error(Text(SPACRD_TR("core", "%1 spots in a picture of %2 by %3 pixels would make a pixel %4 µm wide."),
                             {toWord(options.spots), toWord(layout.width), toWord(layout.height), toWord(layout.mpp)}),
                        {}, SPACRD_TR("core", "choose a size that gives pixels of 0.1 to 20 µm, or leave it out"));
    }
    return layout;
}

} // namespace spacrd::phantom
