#include "core/phantom/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace spacrd::phantom {

namespace {

struct Crossing
{
    long next = -1;
    Point at;
};

/// Follows the zero line of a grid. Outside the grid all is negative, so every line closes.
class ZeroLine
{
public:
    explicit ZeroLine(const Grid& grid)
        : m_grid(grid)
        , m_columns(grid.columns + 2)
    {
        for (int r = -1; r < grid.rows; ++r) {
            for (int c = -1; c < grid.columns; ++c)
                crossCell(c, r);
        }
    }

    std::vector<Ring> rings()
    {
        std::vector<Ring> result;
        std::vector<long> starts;
        for (const auto& [edge, crossing] : m_crossings)
            starts.push_back(edge);
        std::sort(starts.begin(), starts.end()); // the map's order is the library's business
        for (const long start : starts) {
            Ring ring;
            for (long edge = start; m_crossings[edge].next >= 0;) {
                Crossing& crossing = m_crossings[edge];
                ring.push_back(crossing.at);
                edge = std::exchange(crossing.next, -1);
            }
            if (ring.size() > 2)
                result.push_back(std::move(ring));
        }
        return result;
    }

private:
    struct Corner
    {
        int c, r;
        float value;
    };

    float value(int c, int r) const
    {
        if (c < 0 || r < 0 || c >= m_grid.columns || r >= m_grid.rows)
            return -1.0F;
        const float v = m_grid.values[static_cast<size_t>(r) * static_cast<size_t>(m_grid.columns) + static_cast<size_t>(c)];
        return v == 0.0F ? -1e-6F : v;
    }

    long edgeOf(const Corner& a, const Corner& b) const
    {
        const long c = std::min(a.c, b.c) + 1;
        const long r = std::min(a.r, b.r) + 1;
        return 2 * (r * m_columns + c) + (a.r != b.r ? 1 : 0);
    }

    Point crossing(const Corner& a, const Corner& b) const
    {
        const double t = static_cast<double>(a.value) / (static_cast<double>(a.value) - static_cast<double>(b.value));
        const double x = a.c + t * (b.c - a.c);
        const double y = a.r + t * (b.r - a.r);
        return {std::clamp(x, 0.0, m_grid.columns - 1.0) * m_grid.step, std::clamp(y, 0.0, m_grid.rows - 1.0) * m_grid.step};
    }

    /// Walks around a cell; a piece of line runs from each edge where the walk leaves the positive to one where it comes back.
    void crossCell(int c, int r)
    {
        const std::array<Corner, 4> corners = {
            {{c, r, value(c, r)}, {c + 1, r, value(c + 1, r)}, {c + 1, r + 1, value(c + 1, r + 1)}, {c, r + 1, value(c, r + 1)}}};
        const float middle = corners[0].value + corners[1].value + corners[2].value + corners[3].value;
        for (size_t i = 0; i < 4; ++i) {
            const Corner& a = corners[i];
            const Corner& b = corners[(i + 1) % 4];
            if (a.value <= 0.0F || b.value > 0.0F)
                continue;
            // Round the negative corners ahead, or, in a saddle with a negative middle, round the positive corner behind.
            const bool saddle = corners[(i + 2) % 4].value > 0.0F && corners[(i + 3) % 4].value <= 0.0F;
            size_t k = i;
            if (saddle && middle < 0.0F) {
                k = (i + 3) % 4;
            } else {
                do
                    k = (k + 1) % 4;
                while (corners[(k + 1) % 4].value <= 0.0F);
            }
            m_crossings[edgeOf(a, b)] = {edgeOf(corners[k], corners[(k + 1) % 4]), crossing(a, b)};
        }
    }

    const Grid& m_grid;
    long m_columns;
    std::unordered_map<long, Crossing> m_crossings;
};

/// Positive when the ring runs clockwise on the screen (y down), as ZeroLine's outer rings do.
double signedArea(const Ring& ring)
{
    double sum = 0.0;
    for (size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

bool contains(const Ring& ring, Point p)
{
    bool inside = false;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point& a = ring[i];
        const Point& b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace

std::vector<Polygon> positiveAreas(const Grid& grid, double smallestArea)
{
    std::vector<Polygon> polygons;
    std::vector<Ring> holes;
    for (Ring& ring : ZeroLine(grid).rings()) {
        const double area = signedArea(ring);
        if (area >= smallestArea)
            polygons.push_back({std::move(ring), {}});
        else if (-area >= smallestArea)
            holes.push_back(std::move(ring));
    }
    for (Ring& hole : holes) {
        Polygon* owner = nullptr; // the smallest outer ring around it
        for (Polygon& polygon : polygons) {
            if (contains(polygon.outer, hole.front()) && (!owner || signedArea(polygon.outer) < signedArea(owner->outer)))
                owner = &polygon;
        }
        if (owner)
            owner->holes.push_back(std::move(hole));
    }
    return polygons;
}

} // namespace spacrd::phantom
