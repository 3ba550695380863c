#include "core/transcriptome/spotpitch.h"

#include "core/base/median.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace spacrd {

namespace {

constexpr double leastPitch = 1e-6; // pixels; below it the µm per pixel, which is divided by it, means nothing

struct Step
{
    std::int64_t row;
    std::int64_t col;
};

/// Half of the neighbours of a spot on the array; the other half sees the pair from its side. On Visium's array columns
/// count half pitches: neighbours in a row are two columns apart.
const std::vector<Step>& stepsOf(SpotLattice lattice)
{
    static const std::vector<Step> hexagonal{{0, 2}, {1, 1}, {1, -1}};
    static const std::vector<Step> square{{0, 1}, {1, 0}};
    return lattice == SpotLattice::hexagonal ? hexagonal : square;
}

/// Distance on the array in pitches.
double arrayDistance(const Spot& a, const Spot& b, SpotLattice lattice)
{
    const double rows = a.arrayRow - b.arrayRow;
    const double cols = a.arrayCol - b.arrayCol;
    return lattice == SpotLattice::hexagonal ? std::hypot(rows * std::sqrt(0.75), cols * 0.5) : std::hypot(rows, cols);
}

double pixelDistance(const Spot& a, const Spot& b)
{
    return std::hypot(a.fullres.x - b.fullres.x, a.fullres.y - b.fullres.y);
}

std::int64_t keyOf(std::int64_t row, std::int64_t col)
{
    return row * (std::int64_t(1) << 31) + col;
}

std::vector<double> neighbourDistances(const std::vector<Spot>& spots, SpotLattice lattice)
{
    std::unordered_map<std::int64_t, size_t> at;
    at.reserve(spots.size());
    for (size_t i = 0; i < spots.size(); ++i)
        at.emplace(keyOf(std::llround(spots[i].arrayRow), std::llround(spots[i].arrayCol)), i);
    std::vector<double> distances;
    for (const Spot& spot : spots) {
        for (const Step& step : stepsOf(lattice)) {
            const auto other = at.find(keyOf(std::llround(spot.arrayRow) + step.row, std::llround(spot.arrayCol) + step.col));
            if (other != at.end())
                distances.push_back(pixelDistance(spot, spots[other->second]));
        }
    }
    return distances;
}

/// From each spot to the next of the list, divided by the pitches between them.
std::vector<double> scaledDistances(const std::vector<Spot>& spots, SpotLattice lattice)
{
    std::vector<double> distances;
    for (size_t i = 1; i < spots.size(); ++i) {
        const double pitches = arrayDistance(spots[i - 1], spots[i], lattice);
        if (pitches > 0.0)
            distances.push_back(pixelDistance(spots[i - 1], spots[i]) / pitches);
    }
    return distances;
}

} // namespace

double spotPitch(const std::vector<Spot>& spots, SpotLattice lattice)
{
    const std::vector<double> distances = neighbourDistances(spots, lattice);
    const double pitch = median(distances.empty() ? scaledDistances(spots, lattice) : distances).value_or(0.0);
    return pitch < leastPitch ? 0.0 : pitch;
}

} // namespace spacrd
