#include "core/region/region.h"

#include "core/base/error.h"
#include "core/region/geos.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace spacrd {

namespace {

constexpr double gridPx = 0.01; // what QuPath snaps to on import; written coordinates have two decimals
// Of a cell; what is less is a seam between crooked cells, or a gap between spots on no array, not a missing spot.
constexpr double smallestHole = 0.01;
constexpr double smallestHoleOfNoArray = 1.0;

double signedArea(const Ring& ring)
{
    double twice = 0.0;
    for (size_t k = 0; k < ring.size(); ++k) {
        // About the first point: full-resolution coordinates are large and would cost digits.
        const Point a{ring[k].x - ring[0].x, ring[k].y - ring[0].y};
        const Point& next = ring[(k + 1) % ring.size()];
        const Point b{next.x - ring[0].x, next.y - ring[0].y};
        twice += a.x * b.y - a.y * b.x;
    }
    return twice / 2.0;
}

bool isAbove(Point a, Point b)
{
    return std::tie(a.y, a.x) < std::tie(b.y, b.x);
}

/// Turns the ring to the wanted sign and lets it start at its topmost point, so that equal areas are equal lists.
void normalise(Ring& ring, bool positive)
{
    if ((signedArea(ring) > 0.0) != positive)
        std::reverse(ring.begin(), ring.end());
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end(), isAbove), ring.end());
}

void normalise(Polygon& polygon, double smallestHoleArea)
{
    std::erase_if(polygon.holes, [&](const Ring& hole) { return std::abs(signedArea(hole)) < smallestHoleArea; });
    normalise(polygon.outer, true);
    for (Ring& hole : polygon.holes)
        normalise(hole, false);
    std::sort(polygon.holes.begin(), polygon.holes.end(), [](const Ring& a, const Ring& b) { return isAbove(a[0], b[0]); });
}

double areaOf(const Polygon& polygon)
{
    double area = signedArea(polygon.outer);
    for (const Ring& hole : polygon.holes)
        area += signedArea(hole); // negative
    return area;
}

Point centroid(const Ring& ring)
{
    Point sum;
    for (const Point p : ring)
        sum = {sum.x + p.x, sum.y + p.y};
    const double n = static_cast<double>(ring.size());
    return {sum.x / n, sum.y / n};
}

/// Finds the part of a united area that a point lies in, through a tree of bounding boxes.
class PartFinder
{
public:
    PartFinder(const Geos& geos, const std::vector<const GEOSGeometry*>& parts)
        : m_geos(geos)
        , m_tree(GEOSSTRtree_create_r(geos.context(), 10),
                 [context = geos.context()](GEOSSTRtree* tree) { GEOSSTRtree_destroy_r(context, tree); })
    {
        if (!m_tree)
            geos.fail();
        m_entries.reserve(parts.size());
        for (size_t k = 0; k < parts.size(); ++k) {
            m_entries.push_back({k, Prepared(GEOSPrepare_r(geos.context(), parts[k]), {geos.context()})});
            if (!m_entries.back().area)
                geos.fail();
            GEOSSTRtree_insert_r(geos.context(), m_tree.get(), parts[k], &m_entries.back());
        }
    }

    std::optional<size_t> partAt(Point p) const
    {
        const Geos::Geometry point = m_geos.point(p);
        Query query{m_geos.context(), point.get(), std::nullopt};
        GEOSSTRtree_query_r(
            m_geos.context(), m_tree.get(), point.get(),
            [](void* item, void* context) {
                auto* entry = static_cast<Entry*>(item);
                auto* q = static_cast<Query*>(context);
                if (GEOSPreparedIntersects_r(q->context, entry->area.get(), q->point) == 1)
                    q->found = entry->part;
            },
            &query);
        return query.found;
    }

private:
    struct DestroyPrepared
    {
        GEOSContextHandle_t context;
        void operator()(const GEOSPreparedGeometry* area) const { GEOSPreparedGeom_destroy_r(context, area); }
    };
    using Prepared = std::unique_ptr<const GEOSPreparedGeometry, DestroyPrepared>;
    struct Entry
    {
        size_t part;
        Prepared area;
    };
    struct Query
    {
        GEOSContextHandle_t context;
        const GEOSGeometry* point;
        std::optional<size_t> found;
    };

    const Geos& m_geos;
    std::vector<Entry> m_entries; // the tree points into it: reserved once, never grown
    std::unique_ptr<GEOSSTRtree, std::function<void(GEOSSTRtree*)>> m_tree;
};

void checkInput(const SpatialSection& section, const std::vector<int>& classes, size_t scores, size_t probabilities)
{
    const size_t n = section.spots.size();
    if (classes.size() != n || scores != n || probabilities != n) {
        throw Error(Text(SPACRD_TR("core", "The section has %1 spots, but there are %2 classes, %3 scores and %4 probabilities."),
                         {toWord(n), toWord(classes.size()), toWord(scores), toWord(probabilities)}));
    }
    for (const int c : classes) {
        if (c != 0 && c != 1)
            throw Error(Text(SPACRD_TR("core", "The class %1 is neither 0 nor 1."), {toWord(c)}));
    }
}

/// By falling area; equal ones (to a hundredth of a pixel²) from top to bottom, then from left to right.
void sortAndName(std::vector<Region>& regions)
{
    std::sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) {
        const long long areaA = std::llround(a.areaPx2 * 100.0);
        const long long areaB = std::llround(b.areaPx2 * 100.0);
        return areaA != areaB ? areaA > areaB : isAbove(a.fullres.outer[0], b.fullres.outer[0]);
    });
    for (size_t k = 0; k < regions.size(); ++k)
        regions[k].name = "CTR " + std::to_string(k + 1);
}

} // namespace

std::vector<Region> regionsOf(const SpatialSection& section, const std::vector<int>& classes, const std::vector<double>& score,
                              const std::vector<double>& probability)
{
    checkInput(section, classes, score.size(), probability.size());
    if (std::find(classes.begin(), classes.end(), 1) == classes.end())
        return {};
    const std::vector<Ring> cells = spotCells(section);
    const Geos geos;
    std::vector<Geos::Geometry> areas;
    double cellArea = 0.0;
    for (size_t s = 0; s < cells.size(); ++s) {
        cellArea += std::abs(signedArea(cells[s])) / static_cast<double>(cells.size());
        if (classes[s] == 1)
            areas.push_back(geos.polygon(cells[s]));
    }
    const Geos::Geometry united = geos.unite(std::move(areas), gridPx);
    const std::vector<const GEOSGeometry*> parts = geos.parts(united.get());

    const double smallest = cellArea * (section.lattice == SpotLattice::irregular ? smallestHoleOfNoArray : smallestHole);
    std::vector<Region> regions(parts.size());
    const PartFinder finder(geos, parts);
    for (size_t s = 0; s < cells.size(); ++s) {
        const auto part = classes[s] == 1 ? finder.partAt(centroid(cells[s])) : std::nullopt;
        if (!part)
            continue;
        ++regions[*part].spots;
        regions[*part].meanScore += score[s];
        regions[*part].meanProbability += probability[s];
    }
    for (size_t k = 0; k < parts.size(); ++k) {
        Region& region = regions[k];
        region.fullres = geos.toPolygon(parts[k]);
        normalise(region.fullres, smallest);
        region.areaPx2 = areaOf(region.fullres);
        if (section.mpp)
            region.areaUm2 = region.areaPx2 * *section.mpp * *section.mpp;
        region.meanScore /= std::max(region.spots, 1);
        region.meanProbability /= std::max(region.spots, 1);
    }
    sortAndName(regions);
    return regions;
}

} // namespace spacrd
