#include "core/sample/alignment.h"

#include "core/base/error.h"

#include <cmath>

namespace spacrd {

Alignment Alignment::scaled(double scale, Level0Point shift)
{
    if (!(scale > 0.0) || !std::isfinite(scale)) // a negative one would be taken for a turn by 180°
        throw Error(SPACRD_TR("core", "The scale of the slide (--slide-scale) must be greater than zero."));
    return fromNumbers({scale, 0.0, shift.x, 0.0, scale, shift.y});
}

Alignment Alignment::fromNumbers(const AffineNumbers& numbers)
{
    const auto affine = of(numbers);
    if (!affine) {
        throw Error(SPACRD_TR("core", "The six numbers of the alignment do not make a map that can be followed both ways."), {},
                    SPACRD_TR("core", "they must be finite, and stretch no direction more than a thousandfold against another"));
    }
    return *affine;
}

} // namespace spacrd
