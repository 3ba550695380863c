#pragma once

// Private to core/sample.

#include "core/base/affine.h"
#include "core/slide/slide.h"

#include <array>
#include <vector>

namespace spacrd {

class Task;

/// What a slide shows over a small square.
struct LocalLook
{
    double tissue = 0.0;              ///< share of the square that is tissue, 0…1; what lies off the slide is glass
    std::array<double, 3> darkness{}; ///< mean optical density (natural log) of red, green, blue
    double unevenness = 0.0;          ///< standard deviation of the density of green
};

/// A reduced picture of a slide, told apart into tissue and glass and summed up so that a look at any square costs the same.
///
/// Tissue is what absorbs green light, as both stains of H&E do, beyond a threshold that Otsu's method (IEEE Trans. SMC 9:62,
/// 1979) finds in this picture, within sensible bounds so that a picture of nothing but tissue stays tissue. Black pixels are
/// glass: a slide has none, pictures are blacked out where something was removed.
class TissueMap
{
public:
    explicit TissueMap(const Image& image, const Rect& level0Rect);

    LocalLook lookAt(Level0Point centre, double sideLevel0Px) const;
    /// Share of the whole picture that is tissue.
    double tissueShare() const;
    /// Whether the picture shows this place of the slide.
    bool shows(Level0Point p) const;

private:
    struct Sums
    {
        double tissue = 0.0;
        std::array<double, 3> darkness{};
        double greenSquared = 0.0;
    };

    const Sums& at(int x, int y) const;

    int m_width = 0;
    int m_height = 0;
    Affine<frame::Level0, frame::Reduced> m_toPicture;
    std::vector<Sums> m_sums; ///< over all pixels above and to the left: (width + 1) × (height + 1)
};

/// Reads a slide at a low resolution: its scanned part, at most about a thousand pixels a side. Throws Error as
/// Slide::readRegion does, Cancelled.
TissueMap readTissueMap(const Slide& slide, Task& task);

/// False where the smallest level of a slide is so large that looking at all of it would take long.
bool isQuickToRead(const SlideInfo& info);

} // namespace spacrd
