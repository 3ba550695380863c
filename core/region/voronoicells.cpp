#include "core/region/voronoicells.h"

#include "core/base/error.h"

#include <nanoflann.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace spacrd {

namespace {

constexpr size_t neighboursOfReach = 6;
constexpr double mostPitches = 4.0;
constexpr double reachOfDistance = 1.25; // with less, places between evenly scattered spots belong to none of them
constexpr int sidesOfDisc = 24;
constexpr double gridPx = 0.01;

/// What nanoflann needs to see the spots.
struct Cloud
{
    const std::vector<Spot>& spots;

    size_t kdtree_get_point_count() const { return spots.size(); }
    double kdtree_get_pt(size_t index, size_t dimension) const
    {
        return dimension == 0 ? spots[index].fullres.x : spots[index].fullres.y;
    }
    template <class Box>
    bool kdtree_get_bbox(Box&) const
    {
        return false;
    }
};

using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 2, std::uint32_t>;

double pitchOf(const SpatialSection& section)
{
    if (section.spotPitchFullresPx > 0.0)
        return section.spotPitchFullresPx;
    if (section.spotDiameterFullresPx > 0.0)
        return section.spotDiameterFullresPx;
    throw Error(SPACRD_TR("core", "The size of the spots is not known, so no region can be drawn."), {},
                SPACRD_TR("core", "give the scale factors of the sample"));
}

/// The part of a convex ring that is nearer to `own` than to `other`.
Ring nearerPart(const Ring& ring, Point own, Point other)
{
    const Point normal{other.x - own.x, other.y - own.y};
    const Point middle{(own.x + other.x) / 2.0, (own.y + other.y) / 2.0};
    const auto beyond = [&](Point p) { return (p.x - middle.x) * normal.x + (p.y - middle.y) * normal.y; };
    Ring part;
    for (size_t k = 0; k < ring.size(); ++k) {
        const Point a = ring[k];
        const Point b = ring[(k + 1) % ring.size()];
        const double ofA = beyond(a);
        const double ofB = beyond(b);
        if (ofA <= 0.0)
            part.push_back(a);
        if ((ofA < 0.0 && ofB > 0.0) || (ofA > 0.0 && ofB < 0.0)) {
            const double t = ofA / (ofA - ofB);
            part.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return part;
}

double onGrid(double x)
{
    return std::round(x * 100.0) / 100.0;
}

/// The ring on the grid, each point once; a cell that is smaller than the grid becomes the smallest one.
Ring onGrid(const Ring& exact, Point own)
{
    Ring ring;
    for (const Point p : exact) {
        const Point rounded{onGrid(p.x), onGrid(p.y)};
        if (ring.empty() || !(ring.back() == rounded))
            ring.push_back(rounded);
    }
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if (ring.size() > 2)
        return ring;
    const Point at{onGrid(own.x), onGrid(own.y)};
    return {{at.x + gridPx, at.y}, {at.x, at.y + gridPx}, {at.x - gridPx, at.y}, {at.x, at.y - gridPx}};
}

class Cells
{
public:
    explicit Cells(const SpatialSection& section)
        : m_pitch(pitchOf(section))
        , m_cloud{section.spots}
        , m_tree(2, m_cloud)
    {}

    Ring cell(size_t spot)
    {
        const Point own = m_cloud.spots[spot].fullres.plain();
        const double reach = reachOf(own);
        Ring ring;
        for (int k = 0; k < sidesOfDisc; ++k) {
            const double angle = 2.0 * std::numbers::pi * k / sidesOfDisc;
            ring.push_back({own.x + reach * std::cos(angle), own.y + reach * std::sin(angle)});
        }
        findWithin(own, 2.0 * reach);
        for (const auto& [other, squared] : m_found) { // nearest first, so that the ring is soon small
            if (squared > gridPx * gridPx)
                ring = nearerPart(ring, own, m_cloud.spots[other].fullres.plain());
        }
        return onGrid(ring, own);
    }

private:
    /// How far a cell may go: somewhat more than the mean distance of the nearest spots, those at the same place not counted.
    double reachOf(Point own)
    {
        findWithin(own, mostPitches * m_pitch);
        double sum = 0.0;
        size_t count = 0;
        for (const auto& [other, squared] : m_found) {
            if (squared <= gridPx * gridPx || count == neighboursOfReach)
                continue;
            sum += std::sqrt(squared);
            ++count;
        }
        return std::max(m_pitch, count == 0 ? 0.0 : reachOfDistance * sum / static_cast<double>(count));
    }

    void findWithin(Point own, double distance)
    {
        const double query[2] = {own.x, own.y};
        m_found.clear();
#if NANOFLANN_VERSION >= 0x150
        std::vector<nanoflann::ResultItem<std::uint32_t, double>> found;
        m_tree.radiusSearch(query, distance * distance, found, nanoflann::SearchParameters(0, true));
        for (const auto& item : found)
            m_found.emplace_back(item.first, item.second);
#else
        m_tree.radiusSearch(query, distance * distance, m_found, nanoflann::SearchParams(32, 0, true));
#endif
    }

    double m_pitch;
    Cloud m_cloud;
    Tree m_tree;
    std::vector<std::pair<std::uint32_t, double>> m_found; ///< spots and the squares of their distances
};

} // namespace

std::vector<Ring> voronoiCells(const SpatialSection& section)
{
    for (const Spot& spot : section.spots) {
        if (!(std::abs(spot.fullres.x) < 1e9 && std::abs(spot.fullres.y) < 1e9))
            throw Error(Text(SPACRD_TR("core", "The position of spot %1 is not a pixel of any image."), {spot.barcode}));
    }
    std::vector<Ring> rings;
    if (section.spots.empty())
        return rings;
    rings.reserve(section.spots.size());
    Cells cells(section);
    for (size_t s = 0; s < section.spots.size(); ++s)
        rings.push_back(cells.cell(s));
    return rings;
}

} // namespace spacrd
