#pragma once

#include "core/base/geometry.h"

namespace spacrd {

/// A position whose type says in which frame it is, so that positions of two frames cannot be mixed: `FullresPoint{x, y}` makes
/// one where the frame is known, `plain()` leaves the frame for geometry that has none, and nothing else leads from one
/// frame to another but an `Affine` (affine.h). In every pixel frame (0, 0) is the top-left corner of the first pixel, y points
/// down.
template <typename Frame>
struct PointIn
{
    double x = 0.0;
    double y = 0.0;

    Point plain() const { return {x, y}; }

    friend bool operator==(const PointIn&, const PointIn&) = default;
};

namespace frame {
struct Fullres; ///< pixels of the image that was given to Space Ranger, on which the spots were measured
struct Level0;  ///< level-0 pixels of the slide as Slide reads it (not of its bounds)
struct Reduced; ///< pixels of a reduced copy of an image: Space Ranger's hires or lowres image, a thumbnail
struct Micron;  ///< µm from the origin of the level-0 frame
} // namespace frame

using FullresPoint = PointIn<frame::Fullres>;
using Level0Point = PointIn<frame::Level0>;
using ReducedPoint = PointIn<frame::Reduced>;
using MicronPoint = PointIn<frame::Micron>;

} // namespace spacrd
