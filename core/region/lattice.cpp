#include "core/region/lattice.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdint>
#include <deque>
#include <numbers>
#include <optional>
#include <set>
#include <unordered_map>

namespace spacrd {

namespace {

Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}
Point operator*(double s, Point p)
{
    return {s * p.x, s * p.y};
}
double length(Point p)
{
    return std::hypot(p.x, p.y);
}

/// Array coordinates as places: Visium's columns step by two within a row and rows are shifted by one, so
/// column = 2i + j and row = j; a square array has column = i, row = j. Nothing when they are no such places.
std::optional<std::vector<LatticePlace>> arrayPlaces(const SpatialSection& section)
{
    const bool hexagonal = section.lattice == SpotLattice::hexagonal;
    std::vector<LatticePlace> places;
    places.reserve(section.spots.size());
    std::set<std::pair<int, int>> taken;
    std::optional<int> parity;
    for (const Spot& spot : section.spots) {
        if (!(std::abs(spot.arrayRow) < 1e6 && std::abs(spot.arrayCol) < 1e6))
            return std::nullopt;
        const int row = static_cast<int>(std::lround(spot.arrayRow));
        const int column = static_cast<int>(std::lround(spot.arrayCol));
        const int odd = (row + column) & 1;
        if (hexagonal && parity.value_or(odd) != odd)
            return std::nullopt;
        parity = odd;
        const LatticePlace place{0, hexagonal ? (column - odd - row) / 2 : column, row};
        if (!taken.emplace(place.i, place.j).second)
            return std::nullopt;
        places.push_back(place);
    }
    return places;
}

struct Moments
{
    double ii = 0.0;
    double ij = 0.0;
    double jj = 0.0;
    Point iPosition;
    Point jPosition;
    double positionSquares = 0.0;
};

Moments momentsOf(const std::vector<Spot>& spots, const std::vector<LatticePlace>& places)
{
    const double n = static_cast<double>(spots.size());
    double i0 = 0.0;
    double j0 = 0.0;
    Point centre;
    for (size_t s = 0; s < spots.size(); ++s) {
        i0 += places[s].i / n;
        j0 += places[s].j / n;
        centre = centre + (1.0 / n) * spots[s].fullres.plain();
    }
    Moments m;
    for (size_t s = 0; s < spots.size(); ++s) {
        const double i = places[s].i - i0;
        const double j = places[s].j - j0;
        const Point p = spots[s].fullres.plain() - centre;
        m.ii += i * i;
        m.ij += i * j;
        m.jj += j * j;
        m.iPosition = m.iPosition + i * p;
        m.jPosition = m.jPosition + j * p;
        m.positionSquares += p.x * p.x + p.y * p.y;
    }
    return m;
}

/// Whether two steps span a lattice of the wanted kind, give or take the skew of a stretched scan.
bool hasShape(SpotLattice kind, Point u, Point v)
{
    const double a = length(u);
    const double b = length(v);
    if (!(a > 0.0 && b > 0.0) || a > 1.25 * b || b > 1.25 * a)
        return false;
    const double cosine = (u.x * v.x + u.y * v.y) / (a * b);
    return kind == SpotLattice::hexagonal ? cosine > 0.3 && cosine < 0.7 : std::abs(cosine) < 0.2;
}

std::optional<Lattice> fromArrayCoordinates(const SpatialSection& section)
{
    if (section.spots.size() < 3)
        return std::nullopt;
    auto places = arrayPlaces(section);
    if (!places)
        return std::nullopt;
    const Moments m = momentsOf(section.spots, *places);
    const double determinant = m.ii * m.jj - m.ij * m.ij;
    if (!(determinant > 1e-9 * m.ii * m.jj)) // all spots in one row
        return std::nullopt;
    Lattice lattice;
    lattice.u = (1.0 / determinant) * (m.jj * m.iPosition - m.ij * m.jPosition);
    lattice.v = (1.0 / determinant) * (m.ii * m.jPosition - m.ij * m.iPosition);
    const double explained =
        lattice.u.x * m.iPosition.x + lattice.u.y * m.iPosition.y + lattice.v.x * m.jPosition.x + lattice.v.y * m.jPosition.y;
    const double residual = std::sqrt(std::max(0.0, m.positionSquares - explained) / static_cast<double>(section.spots.size()));
    if (!hasShape(section.lattice, lattice.u, lattice.v) || residual > 0.2 * length(lattice.u))
        return std::nullopt;
    lattice.places = std::move(*places);
    return lattice;
}

double pitchOf(const SpatialSection& section)
{
    const bool hexagonal = section.lattice == SpotLattice::hexagonal;
    const double perDiameter = hexagonal ? 100.0 / 55.0 : 200.0 / 100.0; // pitch ÷ spot diameter of the two arrays
    const double diameter = section.spotDiameterFullresPx;
    const bool fewSpots = section.spots.size() < 3; // their distance may be many pitches
    if (fewSpots && diameter > 0.0)
        return perDiameter * diameter;
    if (section.spotPitchFullresPx > 0.0)
        return section.spotPitchFullresPx;
    if (diameter > 0.0)
        return perDiameter * diameter;
    if (section.mpp && *section.mpp > 0.0)
        return (hexagonal ? 100.0 : 200.0) / *section.mpp;
    throw Error(SPACRD_TR("core", "The size of the spots is not known, so no region can be drawn."), {},
                SPACRD_TR("core", "give the scale factors of the sample"));
}

/// Finds the spots near a point, by a grid of squares of `reach`.
class NearbySpots
{
public:
    NearbySpots(const std::vector<Spot>& spots, double reach)
        : m_spots(spots)
        , m_reach(reach)
    {
        for (size_t s = 0; s < spots.size(); ++s)
            m_squares[key(square(spots[s].fullres.x), square(spots[s].fullres.y))].push_back(s);
    }

    template <typename Visit>
    void forEach(size_t spot, Visit visit) const
    {
        const Point p = m_spots[spot].fullres.plain();
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const auto found = m_squares.find(key(square(p.x) + dx, square(p.y) + dy));
                if (found == m_squares.end())
                    continue;
                for (const size_t other : found->second) {
                    const Point step = m_spots[other].fullres.plain() - p;
                    if (other != spot && length(step) <= m_reach)
                        visit(other, step);
                }
            }
        }
    }

private:
    std::int64_t square(double x) const { return static_cast<std::int64_t>(std::floor(x / m_reach)); }
    static std::uint64_t key(std::int64_t x, std::int64_t y)
    {
        return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xffffffffULL);
    }

    const std::vector<Spot>& m_spots;
    double m_reach;
    std::unordered_map<std::uint64_t, std::vector<size_t>> m_squares;
};

/// The steps to the neighbours as places; those of a hexagonal lattice in the order of their angle.
std::vector<LatticePlace> neighbourSteps(SpotLattice kind)
{
    if (kind == SpotLattice::hexagonal)
        return {{0, 1, 0}, {0, 0, 1}, {0, -1, 1}, {0, -1, 0}, {0, 0, -1}, {0, 1, -1}};
    return {{0, 1, 0}, {0, 0, 1}, {0, -1, 0}, {0, 0, -1}};
}

/// The angle of a lattice of sixfold or fourfold symmetry from its neighbour vectors; 0 when there are none.
double latticeAngle(const SpatialSection& section, const NearbySpots& nearby, int fold)
{
    std::complex<double> sum;
    for (size_t s = 0; s < section.spots.size(); ++s)
        nearby.forEach(s, [&](size_t, Point step) { sum += std::polar(1.0, fold * std::atan2(step.y, step.x)); });
    return std::abs(sum) > 1e-6 ? std::arg(sum) / fold : 0.0;
}

/// Walks from neighbour to neighbour, so that a lattice that bends a little over the section is still followed.
void walk(Lattice& lattice, const SpatialSection& section, const NearbySpots& nearby, double pitch)
{
    const std::vector<LatticePlace> steps = neighbourSteps(section.lattice);
    const size_t n = section.spots.size();
    lattice.places.assign(n, LatticePlace{-1, 0, 0});
    int part = 0;
    for (size_t first = 0; first < n; ++first) {
        if (lattice.places[first].part >= 0)
            continue;
        std::set<std::pair<int, int>> taken{{0, 0}};
        lattice.places[first] = {part, 0, 0};
        std::deque<size_t> queue{first};
        while (!queue.empty()) {
            const LatticePlace from = lattice.places[queue.front()];
            nearby.forEach(queue.front(), [&](size_t other, Point vector) {
                if (lattice.places[other].part >= 0)
                    return;
                for (const LatticePlace& step : steps) {
                    const Point ideal = static_cast<double>(step.i) * lattice.u + static_cast<double>(step.j) * lattice.v;
                    const LatticePlace to{part, from.i + step.i, from.j + step.j};
                    if (length(vector - ideal) < 0.35 * pitch && taken.emplace(to.i, to.j).second) {
                        lattice.places[other] = to;
                        queue.push_back(other);
                        return;
                    }
                }
            });
            queue.pop_front();
        }
        ++part;
    }
}

Lattice fromNeighbours(const SpatialSection& section)
{
    const double pitch = pitchOf(section);
    const bool hexagonal = section.lattice == SpotLattice::hexagonal;
    const double angle = latticeAngle(section, NearbySpots(section.spots, 1.2 * pitch), hexagonal ? 6 : 4);
    const double second = angle + (hexagonal ? std::numbers::pi / 3 : std::numbers::pi / 2);
    Lattice lattice;
    lattice.u = {pitch * std::cos(angle), pitch * std::sin(angle)};
    lattice.v = {pitch * std::cos(second), pitch * std::sin(second)};
    walk(lattice, section, NearbySpots(section.spots, 1.35 * pitch), pitch);
    return lattice;
}

} // namespace

Lattice latticeOf(const SpatialSection& section)
{
    for (const Spot& spot : section.spots) {
        if (!(std::abs(spot.fullres.x) < 1e9 && std::abs(spot.fullres.y) < 1e9))
            throw Error(Text(SPACRD_TR("core", "The position of spot %1 is not a pixel of any image."), {spot.barcode}));
    }
    if (section.spots.empty())
        return {};
    if (auto lattice = fromArrayCoordinates(section))
        return std::move(*lattice);
    return fromNeighbours(section);
}

} // namespace spacrd
