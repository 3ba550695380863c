#include "core/region/lattice.h"
#include "core/region/region.h"
#include "core/region/voronoicells.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace spacrd {

namespace {

/// A corner of a cell as a fraction of the steps, (i·u + j·v) ÷ cornerUnit. The same point seen from the spots round it
/// is the same integer: cornerUnit · place + corner.
struct Corner
{
    int i;
    int j;
};

constexpr std::array<Corner, 6> hexagonCorners{{{1, 1}, {-1, 2}, {-2, 1}, {-1, -1}, {1, -2}, {2, -1}}};
constexpr std::array<Corner, 4> squareCorners{{{1, 1}, {-1, 1}, {-1, -1}, {1, -1}}};

struct CornerKey
{
    int part;
    int i;
    int j;
    friend bool operator==(const CornerKey&, const CornerKey&) = default;
};

struct CornerHash
{
    size_t operator()(const CornerKey& k) const
    {
        std::uint64_t h = static_cast<std::uint32_t>(k.part);
        for (const int value : {k.i, k.j})
            h = (h ^ static_cast<std::uint32_t>(value)) * 0x9e3779b97f4a7c15ULL;
        return static_cast<size_t>(h ^ (h >> 29));
    }
};

struct Mean
{
    Point sum;
    int count = 0;
};

double onGrid(double x)
{
    return std::round(x * 100.0) / 100.0;
}

class Cells
{
public:
    explicit Cells(const SpatialSection& section)
        : m_section(section)
        , m_lattice(latticeOf(section))
        , m_hexagonal(section.lattice == SpotLattice::hexagonal)
    {
        for (size_t s = 0; s < section.spots.size(); ++s) {
            for (const Corner& corner : corners()) {
                Mean& mean = m_corners[key(s, corner)];
                const Point p = ownCorner(s, corner);
                mean.sum = {mean.sum.x + p.x, mean.sum.y + p.y};
                ++mean.count;
            }
        }
    }

    Ring cell(size_t spot) const
    {
        Ring ring;
        for (const Corner& corner : corners()) {
            const Mean& mean = m_corners.at(key(spot, corner));
            ring.push_back({onGrid(mean.sum.x / mean.count), onGrid(mean.sum.y / mean.count)});
        }
        return isConvex(ring) ? ring : ownCell(spot);
    }

private:
    std::span<const Corner> corners() const
    {
        return m_hexagonal ? std::span<const Corner>(hexagonCorners) : std::span<const Corner>(squareCorners);
    }
    int unit() const { return m_hexagonal ? 3 : 2; }

    CornerKey key(size_t spot, const Corner& corner) const
    {
        const LatticePlace& place = m_lattice.places[spot];
        return {place.part, unit() * place.i + corner.i, unit() * place.j + corner.j};
    }

    Point ownCorner(size_t spot, const Corner& corner) const
    {
        const Point p = m_section.spots[spot].fullres.plain();
        const double a = static_cast<double>(corner.i) / unit();
        const double b = static_cast<double>(corner.j) / unit();
        return {p.x + a * m_lattice.u.x + b * m_lattice.v.x, p.y + a * m_lattice.u.y + b * m_lattice.v.y};
    }

    /// The cell by the spot's own position, for a spot that lies so far off that shared corners would fold its cell.
    Ring ownCell(size_t spot) const
    {
        Ring ring;
        for (const Corner& corner : corners()) {
            const Point p = ownCorner(spot, corner);
            ring.push_back({onGrid(p.x), onGrid(p.y)});
        }
        return ring;
    }

    static bool isConvex(const Ring& ring)
    {
        int turns = 0;
        for (size_t k = 0; k < ring.size(); ++k) {
            const Point a = ring[k];
            const Point b = ring[(k + 1) % ring.size()];
            const Point c = ring[(k + 2) % ring.size()];
            turns += (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0.0 ? 1 : -1;
        }
        return std::abs(turns) == static_cast<int>(ring.size());
    }

    const SpatialSection& m_section;
    Lattice m_lattice;
    bool m_hexagonal;
    std::unordered_map<CornerKey, Mean, CornerHash> m_corners;
};

} // namespace

std::vector<Ring> spotCells(const SpatialSection& section)
{
    if (section.lattice == SpotLattice::irregular)
        return voronoiCells(section);
    const Cells cells(section);
    std::vector<Ring> rings;
    rings.reserve(section.spots.size());
    for (size_t s = 0; s < section.spots.size(); ++s)
        rings.push_back(cells.cell(s));
    return rings;
}

Ring spotCell(const SpatialSection& section, size_t spot)
{
    if (section.lattice == SpotLattice::irregular)
        return voronoiCells(section)[spot];
    return Cells(section).cell(spot);
}

} // namespace spacrd
