#include "core/region/geos.h"

#include "core/base/error.h"

namespace spacrd {

Geos::Geos()
    : m_context(GEOS_init_r())
{
    if (!m_context)
        throw Error(SPACRD_TR("core", "The geometry library GEOS could not be started."));
    GEOSContext_setErrorMessageHandler_r(
        m_context, [](const char* message, void* self) { static_cast<Geos*>(self)->m_message = message; }, this);
}

Geos::~Geos()
{
    GEOS_finish_r(m_context);
}

void Geos::fail() const
{
    throw Error(Text(SPACRD_TR("core", "The regions could not be computed: %1."), {m_message}));
}

Geos::Geometry Geos::own(GEOSGeometry* geometry) const
{
    if (!geometry)
        fail();
    return Geometry(geometry, Destroy{m_context});
}

Geos::Geometry Geos::polygon(const Ring& ring) const
{
    std::vector<double> xy;
    xy.reserve(2 * ring.size() + 2);
    for (size_t k = 0; k <= ring.size(); ++k) {
        const Point p = ring[k % ring.size()];
        xy.push_back(p.x);
        xy.push_back(p.y);
    }
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_copyFromBuffer_r(m_context, xy.data(), static_cast<unsigned>(ring.size() + 1), 0, 0);
    if (!sequence)
        fail();
    GEOSGeometry* closed = GEOSGeom_createLinearRing_r(m_context, sequence); // takes the sequence, also when it fails
    if (!closed)
        fail();
    return own(GEOSGeom_createPolygon_r(m_context, closed, nullptr, 0)); // takes the ring
}

Geos::Geometry Geos::point(Point p) const
{
    return own(GEOSGeom_createPointFromXY_r(m_context, p.x, p.y));
}

Geos::Geometry Geos::unite(std::vector<Geometry> areas, double grid) const
{
    std::vector<GEOSGeometry*> raw;
    raw.reserve(areas.size());
    for (Geometry& area : areas)
        raw.push_back(area.release());
    const Geometry all =
        own(GEOSGeom_createCollection_r(m_context, GEOS_MULTIPOLYGON, raw.data(), static_cast<unsigned>(raw.size())));
    Geometry united = own(GEOSUnaryUnionPrec_r(m_context, all.get(), grid));
    if (!isValid(united.get()))
        united = own(GEOSBuffer_r(m_context, united.get(), 0.0, 8));
    return united;
}

bool Geos::isValid(const GEOSGeometry* geometry) const
{
    const char valid = GEOSisValid_r(m_context, geometry);
    if (valid == 2)
        fail();
    return valid == 1;
}

std::vector<const GEOSGeometry*> Geos::parts(const GEOSGeometry* geometry) const
{
    std::vector<const GEOSGeometry*> all;
    const int count = GEOSGetNumGeometries_r(m_context, geometry);
    for (int k = 0; k < count; ++k) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(m_context, geometry, k);
        if (part && GEOSGeomTypeId_r(m_context, part) == GEOS_POLYGON && GEOSisEmpty_r(m_context, part) == 0)
            all.push_back(part);
    }
    return all;
}

Ring Geos::toRing(const GEOSGeometry* ring) const
{
    const GEOSCoordSequence* sequence = ring ? GEOSGeom_getCoordSeq_r(m_context, ring) : nullptr;
    unsigned size = 0;
    if (!sequence || GEOSCoordSeq_getSize_r(m_context, sequence, &size) == 0)
        fail();
    std::vector<double> xy(2 * static_cast<size_t>(size));
    if (GEOSCoordSeq_copyToBuffer_r(m_context, sequence, xy.data(), 0, 0) == 0)
        fail();
    Ring points;
    for (size_t k = 0; k + 1 < size; ++k) // the last repeats the first
        points.push_back({xy[2 * k], xy[2 * k + 1]});
    return points;
}

Polygon Geos::toPolygon(const GEOSGeometry* polygon) const
{
    Polygon out;
    out.outer = toRing(GEOSGetExteriorRing_r(m_context, polygon));
    const int holes = GEOSGetNumInteriorRings_r(m_context, polygon);
    for (int k = 0; k < holes; ++k)
        out.holes.push_back(toRing(GEOSGetInteriorRingN_r(m_context, polygon, k)));
    return out;
}

} // namespace spacrd
