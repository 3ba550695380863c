#pragma once

#include "core/base/geometry.h"

#include <geos_c.h>

#include <memory>
#include <string>
#include <vector>

namespace spacrd {

/// One GEOS session (its re-entrant interface): a session per call, so that threads do not meet. Every failure of GEOS
/// becomes an Error with its message.
class Geos
{
public:
    struct Destroy
    {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    Geometry polygon(const Ring& ring) const;
    Geometry point(Point p) const;
    /// Unites the areas on a grid of `grid` pixels. The result is valid: empty, a polygon or a multi-polygon.
    Geometry unite(std::vector<Geometry> areas, double grid) const;
    bool isValid(const GEOSGeometry* geometry) const;

    std::vector<const GEOSGeometry*> parts(const GEOSGeometry* geometry) const;
    Polygon toPolygon(const GEOSGeometry* polygon) const;

    GEOSContextHandle_t context() const { return m_context; }
    /// Throws Error with the last message of GEOS.
    [[noreturn]] void fail() const;

private:
    Geometry own(GEOSGeometry* geometry) const;
    Ring toRing(const GEOSGeometry* ring) const;

    GEOSContextHandle_t m_context = nullptr;
    std::string m_message;
};

} // namespace spacrd
