#pragma once

#include "core/sample/alignment.h"

#include <array>
#include <optional>
#include <string>

namespace spacrd {

/// The eight ways to lay a picture on itself: what is done to spots to put them right.
enum class Orientation
{
    asItIs,
    rotate90, ///< clockwise as seen
    rotate180,
    rotate270,
    flipX,      ///< left and right exchanged
    flipY,      ///< top and bottom exchanged
    transpose,  ///< x and y exchanged
    transverse, ///< x and y exchanged, then turned by 180°
};

inline constexpr std::array allOrientations{Orientation::asItIs,    Orientation::rotate90,  Orientation::rotate180,
                                            Orientation::rotate270, Orientation::flipX,     Orientation::flipY,
                                            Orientation::transpose, Orientation::transverse};

/// "as-it-is", "rotate-90", …, "transverse": the names of the command line.
const char* orientationName(Orientation orientation);
std::optional<Orientation> orientationNamed(const std::string& name);

/// The map that lays a picture onto one of `width` × `height` level-0 pixels; for the four that exchange x and y the picture
/// it comes from is `height` × `width`. In level-0 pixels, (0, 0) the corner of the first.
Affine<frame::Level0, frame::Level0> turned(Orientation orientation, double width, double height);

} // namespace spacrd
