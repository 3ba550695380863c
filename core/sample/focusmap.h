#pragma once

// Private to core/sample.

#include "core/base/affine.h"
#include "core/slide/slide.h"

#include <optional>
#include <vector>

namespace spacrd {

class Task;

/// How sharp a slide is over small squares, from one reduced reading of a part of it.
///
/// The measure is the energy of the Laplacian of the green channel, which both stains of H&E darken (LAPV of Pertuz, Puig and
/// Garcia 2013, Pattern Recognition 46:1415: the variance of the Laplacian), over the variance of the green channel itself in the
/// same square. The quotient asks how fine the detail is, not how strong: pale stroma that is sharp stays sharp beside
/// dark nuclei, while blur takes the fine detail first.
class FocusMap
{
public:
    /// Reads about `level0PxPerPixel` (at least 1) level-0 pixels a pixel: a coarser level where that one would be slow to read.
    /// Throws Error as Slide::readRegion does, Cancelled.
    FocusMap(const Slide& slide, const Rect& level0Rect, double level0PxPerPixel, Task& task);

    /// Level-0 pixels a pixel of the picture has.
    double level0PxPerPixel() const { return m_downsample; }

    /// Of the square about `centre`, at least sixteen pixels of the picture wide; nothing off the picture, and where the square
    /// is too even to tell.
    std::optional<double> focusAt(Level0Point centre, double sideLevel0Px) const;

private:
    struct Sums
    {
        double laplacian = 0.0;
        double laplacianSquared = 0.0;
        double green = 0.0;
        double greenSquared = 0.0;
    };

    void addRows(const Image& rows, int firstRow);
    void accumulate();
    const Sums& at(int column, int row) const;

    Rect m_rect;
    double m_downsample = 1.0;
    int m_columns = 0; ///< cells of 4 × 4 pixels
    int m_rows = 0;
    std::vector<Sums> m_sums; ///< over all cells above and to the left: (columns + 1) × (rows + 1)
};

/// False where the part has so many pixels even at the coarsest suitable level that reading it would take long.
bool isQuickToRead(const SlideInfo& info, const Rect& level0Rect, double level0PxPerPixel);

} // namespace spacrd
