#include "core/sample/orientation.h"

#include <algorithm>

namespace spacrd {

const char* orientationName(Orientation orientation)
{
    switch (orientation) {
    case Orientation::rotate90:
        return "rotate-90";
    case Orientation::rotate180:
        return "rotate-180";
    case Orientation::rotate270:
        return "rotate-270";
    case Orientation::flipX:
        return "flip-x";
    case Orientation::flipY:
        return "flip-y";
    case Orientation::transpose:
        return "transpose";
    case Orientation::transverse:
        return "transverse";
    default:
        return "as-it-is";
    }
}

std::optional<Orientation> orientationNamed(const std::string& name)
{
    const auto found = std::find_if(allOrientations.begin(), allOrientations.end(),
                                    [&](Orientation orientation) { return name == orientationName(orientation); });
    return found == allOrientations.end() ? std::nullopt : std::optional(*found);
}

Affine<frame::Level0, frame::Level0> turned(Orientation orientation, double width, double height)
{
    const auto numbers = [&]() -> AffineNumbers {
        switch (orientation) {
        case Orientation::rotate90:
            return {0, -1, width, 1, 0, 0};
        case Orientation::rotate180:
            return {-1, 0, width, 0, -1, height};
        case Orientation::rotate270:
            return {0, 1, 0, -1, 0, height};
        case Orientation::flipX:
            return {-1, 0, width, 0, 1, 0};
        case Orientation::flipY:
            return {1, 0, 0, 0, -1, height};
        case Orientation::transpose:
            return {0, 1, 0, 1, 0, 0};
        case Orientation::transverse:
            return {0, -1, width, -1, 0, height};
        default:
            return {1, 0, 0, 0, 1, 0};
        }
    }();
    return Affine<frame::Level0, frame::Level0>::of(numbers).value();
}

} // namespace spacrd
