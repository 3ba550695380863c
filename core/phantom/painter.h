#pragma once

#include "core/phantom/stain.h"
#include "core/phantom/tissueplan.h"

#include <cstdint>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// Paints a plan as H&E. Any strip can be painted at any time and always gets the same bytes.
class Painter
{
public:
    Painter(const TissuePlan& plan, double mpp, const StainLook& look, std::uint64_t seed);

    /// Rows [y, y + rows) of a picture `width` pixels wide, RGB without padding, on all cores. Throws Cancelled.
    void paintStrip(int width, int y, int rows, std::uint8_t* rgb, const Task& task) const;

private:
    void paintBlock(int x0, int y0, int width, int height, std::uint8_t* rgb, std::ptrdiff_t stride) const;

    const TissuePlan& m_plan;
    double m_mpp;
    StainLook m_look;
    std::uint64_t m_seed;
};

} // namespace spacrd::phantom
