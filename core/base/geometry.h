#pragma once

#include <vector>

namespace spacrd {

/// A position where geometry needs no frame, or where the name of the variable says it; frames.h has those whose type says it.
/// Pixel (0, 0) covers [0, 1) × [0, 1); y points down.
struct Point
{
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const Point&, const Point&) = default;
};

struct Rect
{
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool intersects(const Rect& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }

    friend bool operator==(const Rect&, const Rect&) = default;
};

/// A simple closed ring; the last point does not repeat the first.
using Ring = std::vector<Point>;

/// An area with holes. Rings do not cross.
struct Polygon
{
    Ring outer;
    std::vector<Ring> holes;
};

} // namespace spacrd
