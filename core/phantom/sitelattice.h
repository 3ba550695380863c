#pragma once

#include "core/phantom/tissueplan.h"

#include <vector>

namespace spacrd::phantom {

/// The plan's fields over a rectangle of pixels, evaluated every few µm at places that do not depend on the rectangle and
/// interpolated between: the plan is far too dear for every pixel, and its fields change slowly.
class SiteLattice
{
public:
    /// Covers pixels [x0, x1) × [y0, y1) (which may lie outside the picture), `mpp` µm each.
    SiteLattice(const TissuePlan& plan, double mpp, int x0, int y0, int x1, int y1);

    /// At a place in pixels; places outside the rectangle give the border's fields.
    Site at(float x, float y) const;

private:
    int m_step;   ///< pixels between places
    int m_column; ///< index of the first place: pixel m_column · m_step
    int m_row;
    int m_columns;
    int m_rows;
    std::vector<Site> m_sites;
};

} // namespace spacrd::phantom
