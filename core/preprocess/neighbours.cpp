#include "core/preprocess/neighbours.h"

#include <nanoflann.hpp>

#include <algorithm>
#include <utility>

namespace spacrd {

namespace {

/// What nanoflann needs to see the points.
struct PointCloud
{
    const std::vector<Point>& points;

    size_t kdtree_get_point_count() const { return points.size(); }
    double kdtree_get_pt(size_t index, size_t dimension) const { return dimension == 0 ? points[index].x : points[index].y; }
    template <class Box>
    bool kdtree_get_bbox(Box&) const
    {
        return false;
    }
};

using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, PointCloud>, PointCloud, 2, std::uint32_t>;

// nanoflann 1.5 renamed both.
#if NANOFLANN_VERSION >= 0x150
using Candidate = nanoflann::ResultItem<std::uint32_t, double>;
const nanoflann::SearchParameters unsorted(0, false);
#else
using Candidate = std::pair<std::uint32_t, double>;
const nanoflann::SearchParams unsorted(32, 0, false);
#endif

} // namespace

NeighbourTable nearestNeighbours(const std::vector<Point>& points, int k)
{
    NeighbourTable table;
    table.k = k;
    const auto wanted = static_cast<size_t>(k);
    table.indices.resize(points.size() * wanted);
    if (points.empty())
        return table;
    const PointCloud cloud{points};
    const Tree tree(2, cloud);
    const size_t found = std::min(wanted, points.size());
    std::vector<std::uint32_t> nearest(found);
    std::vector<double> squared(found);
    std::vector<Candidate> candidates;
    for (size_t spot = 0; spot < points.size(); ++spot) {
        const double query[2] = {points[spot].x, points[spot].y};
        tree.knnSearch(query, found, nearest.data(), squared.data());
        // The tree breaks ties for the last place by its own build order: take everything up to that distance instead
        // (the search radius is exclusive, hence the hair) and order it by distance, then index, self before all.
        tree.radiusSearch(query, squared.back() * (1 + 1e-12) + 1e-300, candidates, unsorted);
        std::sort(candidates.begin(), candidates.end(), [&](const auto& a, const auto& b) {
            const bool aSelf = a.first == spot;
            const bool bSelf = b.first == spot;
            if (aSelf != bSelf)
                return aSelf;
            return a.second != b.second ? a.second < b.second : a.first < b.first;
        });
        for (size_t place = 0; place < wanted; ++place) {
            table.indices[spot * wanted + place] =
                static_cast<std::int32_t>(place < found ? candidates[place].first : static_cast<std::uint32_t>(spot));
        }
    }
    return table;
}

NeighbourTable spotNeighbours(const std::vector<Spot>& spots)
{
    std::vector<Point> centres(spots.size());
    std::transform(spots.begin(), spots.end(), centres.begin(), [](const Spot& spot) { return spot.fullres.plain(); });
    return nearestNeighbours(centres);
}

} // namespace spacrd
