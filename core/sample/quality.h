#pragma once

#include "core/base/text.h"
#include "core/sample/sample.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

class Task;

/// What the slide shows at a spot.
enum class ImageState : std::uint8_t
{
    glass,   ///< less than a quarter of the spot shows tissue (tissuemap.h), or it lies off the scanned part
    blurred, ///< tissue, out of focus
    tissue,  ///< tissue, and nothing says that it is out of focus
};

/// Over the spots in tissue (Spot::inTissue).
struct QualityTotals
{
    size_t spots = 0;
    size_t spotsInTissue = 0;
    std::optional<double> medianUmis; ///< nothing without expression or spots
    std::optional<double> medianGenes;
    std::optional<double> medianMitochondrialPercent; ///< over the spots where it is known; nothing where it is known nowhere
    std::optional<double> glassShare;                 ///< 0…1; nothing without an image state
    std::optional<double> blurredShare;
    std::optional<double> tissueShare; ///< in focus
};

/// What can be said of every spot before anything is detected on it, in the order of Sample::spots(). Never NaN.
struct SampleQuality
{
    std::vector<double> umis;                               ///< sum of the counts; empty without expression
    std::vector<int> genes;                                 ///< with a count above zero; empty without expression
    std::vector<std::optional<float>> mitochondrialPercent; ///< of the UMIs; nothing at a spot without counts; empty = not known
    size_t mitochondrialGenes = 0;                          ///< whose symbol begins with "MT-" or "mt-"
    std::vector<ImageState> image;                          ///< empty without a slide, or when it cannot be looked at
    Text whyNoImage;                                        ///< why `image` is empty although there is a slide
    bool blurKnown = false; ///< false: the picture is too coarse to tell, and no spot is `blurred`
    QualityTotals totals;
};

/// Measures a sample: one pass over the counts, and for the image two reduced readings of the slide whatever the number of
/// spots. Linear in the non-zero counts and the spots. A slide that cannot be read gives no image state and says why.
///
/// A spot is out of focus when the fineness of its detail (focusmap.h, at about 2 µm per pixel) is less than a tenth of what
/// the sharper quarter of this section's spots on tissue reaches. It is a comparison within the section: a slide that is
/// blurred everywhere is not found so; and a sharp spot half on glass may be taken for blurred. Throws Cancelled.
SampleQuality measureQuality(const Sample& sample, Task& task);

} // namespace spacrd
