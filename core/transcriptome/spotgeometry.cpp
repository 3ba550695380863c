#include "core/transcriptome/spotgeometry.h"

#include <nanoflann.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>

namespace spacrd {

namespace {

constexpr size_t mostLookedAt = 5000;
constexpr size_t neighbourCount = 7; ///< the spot itself and six more
constexpr double reachOfPitch = 1.25;
constexpr double evenness = 0.1;        ///< how far a distance may be from the median, as part of it
constexpr double leastEvenShare = 0.75; ///< of the spots; the edge and gaps of the tissue are uneven
constexpr double leastOrder = 0.5;      ///< 1 = all angles between neighbours are multiples of 60° (90°)

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

/// The steps from some spots to their neighbours, nearest first.
std::vector<std::vector<std::complex<double>>> neighbourSteps(const std::vector<Spot>& spots)
{
    const Cloud cloud{spots};
    const Tree tree(2, cloud);
    const size_t stride = (spots.size() + mostLookedAt - 1) / mostLookedAt;
    std::vector<std::vector<std::complex<double>>> steps;
    std::array<std::uint32_t, neighbourCount> nearest{};
    std::array<double, neighbourCount> squared{};
    for (size_t spot = 0; spot < spots.size(); spot += stride) {
        const double query[2] = {spots[spot].fullres.x, spots[spot].fullres.y};
        const size_t found = tree.knnSearch(query, std::min(neighbourCount, spots.size()), nearest.data(), squared.data());
        std::vector<std::complex<double>>& own = steps.emplace_back();
        for (size_t i = 0; i < found; ++i) {
            if (squared[i] > 0.0)
                own.emplace_back(spots[nearest[i]].fullres.x - query[0], spots[nearest[i]].fullres.y - query[1]);
        }
    }
    return steps;
}

/// How well the angles between a spot's neighbours at about `pitch` are multiples of 360° ÷ fold.
double orderOf(const std::vector<std::vector<std::complex<double>>>& steps, double pitch, int fold)
{
    double sum = 0.0;
    size_t pairs = 0;
    for (const auto& own : steps) {
        for (size_t i = 1; i < own.size() && std::abs(own[i]) < reachOfPitch * pitch; ++i) {
            sum += std::cos(fold * (std::arg(own[i]) - std::arg(own[0])));
            ++pairs;
        }
    }
    return pairs == 0 ? 0.0 : sum / static_cast<double>(pairs);
}

} // namespace

SpotGeometry spotGeometry(const std::vector<Spot>& spots)
{
    SpotGeometry geometry;
    if (spots.size() < 2)
        return geometry;
    auto steps = neighbourSteps(spots);
    std::erase_if(steps, [](const auto& own) { return own.empty(); });
    if (steps.empty())
        return geometry;
    std::vector<double> distances;
    for (const auto& own : steps)
        distances.push_back(std::abs(own.front()));
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    geometry.pitchPx = *middle;
    const auto even = std::count_if(distances.begin(), distances.end(),
                                    [&](double distance) { return std::abs(distance / geometry.pitchPx - 1.0) < evenness; });
    if (static_cast<double>(even) < leastEvenShare * static_cast<double>(distances.size()))
        return geometry;
    const double sixfold = orderOf(steps, geometry.pitchPx, 6);
    const double fourfold = orderOf(steps, geometry.pitchPx, 4);
    if (std::max(sixfold, fourfold) > leastOrder)
        geometry.lattice = sixfold > fourfold ? SpotLattice::hexagonal : SpotLattice::square;
    return geometry;
}

} // namespace spacrd
