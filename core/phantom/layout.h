#pragma once

#include "core/phantom/phantom.h"

namespace spacrd::phantom {

/// The size of the picture and of its pixels, and where the platform puts its spots.
struct Layout
{
    Platform platform = Platform::visium;
    int width = 0;  ///< level-0 px
    int height = 0; ///< level-0 px
    double mpp = 0.0;
    double pitchUm = 0.0;
    double spotUm = 0.0;
    double molecules = 1.0; ///< of a spot, relative to one of Visium

    double pitchPx() const { return pitchUm / mpp; }
    double radiusPx() const { return 0.5 * spotUm / mpp; }
};

/// The rule that turns the options into a picture:
/// - neither size nor number given: 6000 × 6000 px;
/// - a size only: that size; the spots are what fits;
/// - a number of spots only: the square picture that holds about so many in tissue;
/// - both: that size, and pixels as large as it takes for about so many spots to fit (the pitch stays as the platform's).
/// Without both, a pixel is 0.5 µm for Visium and Visium HD (bins of 8 µm), 0.7 µm for ST and 0.2125 µm for Xenium (cells 10 µm
/// apart). One side alone makes a square. Throws Error for options that
/// cannot be.
Layout layoutOf(const PhantomOptions& options);

} // namespace spacrd::phantom
