#pragma once

#include "core/region/geos.h"
#include "core/region/region.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace spacrd::test {

/// A section of spots on a regular array, turned by `angle` and shaken by up to `jitter` pitches.
struct Array
{
    SpotLattice lattice = SpotLattice::square;
    int rows = 0;
    int columns = 0;
    double pitch = 100.0;
    double angle = 0.0;
    double jitter = 0.0;
    bool withArrayCoordinates = true;
};

inline SpatialSection makeSection(const Array& array)
{
    SpatialSection section;
    section.lattice = array.lattice;
    section.platform = array.lattice == SpotLattice::square ? Platform::legacySt : Platform::visium;
    section.spotPitchFullresPx = array.pitch;
    const bool hexagonal = array.lattice == SpotLattice::hexagonal;
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> shake(-array.jitter * array.pitch, array.jitter * array.pitch);
    for (int row = 0; row < array.rows; ++row) {
        for (int column = 0; column < array.columns; ++column) {
            const double x = (column + (hexagonal && row % 2 ? 0.5 : 0.0)) * array.pitch;
            const double y = row * array.pitch * (hexagonal ? std::sqrt(3.0) / 2 : 1.0);
            Spot spot;
            spot.barcode = std::to_string(column) + "x" + std::to_string(row);
            spot.fullres = {5000 + x * std::cos(array.angle) - y * std::sin(array.angle) + shake(random),
                            7000 + x * std::sin(array.angle) + y * std::cos(array.angle) + shake(random)};
            if (array.withArrayCoordinates) {
                spot.arrayRow = row;
                spot.arrayCol = hexagonal ? 2 * column + row % 2 : column;
            }
            section.spots.push_back(spot);
        }
    }
    return section;
}

/// Regions of the spots whose class is 1, every score 0.5.
inline std::vector<Region> regionsOfClasses(const SpatialSection& section, const std::vector<int>& classes)
{
    const std::vector<double> half(section.spots.size(), 0.5);
    return regionsOf(section, classes, half, half);
}

inline std::vector<Region> regionsOfAll(const SpatialSection& section)
{
    return regionsOfClasses(section, std::vector<int>(section.spots.size(), 1));
}

/// Whether GEOS calls the polygon, holes and all, valid.
inline bool isValid(const Polygon& polygon)
{
    const GEOSContextHandle_t context = GEOS_init_r();
    const auto ringOf = [&](const Ring& ring) {
        GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(context, static_cast<unsigned>(ring.size() + 1), 2);
        for (size_t k = 0; k <= ring.size(); ++k) {
            const Point p = ring[k % ring.size()];
            GEOSCoordSeq_setXY_r(context, sequence, static_cast<unsigned>(k), p.x, p.y);
        }
        return GEOSGeom_createLinearRing_r(context, sequence);
    };
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : polygon.holes)
        holes.push_back(ringOf(hole));
    GEOSGeometry* area =
        GEOSGeom_createPolygon_r(context, ringOf(polygon.outer), holes.data(), static_cast<unsigned>(holes.size()));
    const bool valid = GEOSisValid_r(context, area) == 1;
    GEOSGeom_destroy_r(context, area);
    GEOS_finish_r(context);
    return valid;
}

inline double shoelace(const Ring& ring)
{
    double twice = 0.0;
    for (size_t k = 0; k < ring.size(); ++k) {
        const Point a = ring[k];
        const Point b = ring[(k + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return twice / 2;
}

} // namespace spacrd::test
