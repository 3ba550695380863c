#pragma once

#include "core/base/affine.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// The way from full-resolution pixels (the frame of spots) to the slide's level-0 pixels; the identity by default.
class Alignment : public Affine<frame::Fullres, frame::Level0>
{
public:
    Alignment() = default;
    Alignment(const Affine& affine)
        : Affine(affine)
    {}

    /// Scale, then shift by level-0 pixels. Throws Error when the scale is not a usable number greater than zero.
    static Alignment scaled(double scale, Level0Point shift = {});
    /// The map of six numbers (AffineNumbers). Throws Error when they make no usable map (isUsable).
    static Alignment fromNumbers(const AffineNumbers& numbers);

    Level0Point toLevel0(FullresPoint fullres) const { return (*this)(fullres); }
    FullresPoint toFullres(Level0Point level0) const { return back(level0); }
};

} // namespace spacrd
