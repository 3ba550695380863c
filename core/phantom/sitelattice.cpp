#include "core/phantom/sitelattice.h"

#include "core/phantom/noise.h"

#include <algorithm>
#include <cmath>

namespace spacrd::phantom {

namespace {

constexpr double spacingUm = 4.0;

int floorDivide(int a, int b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

SiteLattice::SiteLattice(const TissuePlan& plan, double mpp, int x0, int y0, int x1, int y1)
    : m_step(std::max(1, static_cast<int>(std::lround(spacingUm / mpp))))
    , m_column(floorDivide(x0, m_step))
    , m_row(floorDivide(y0, m_step))
    , m_columns(floorDivide(x1 - 1, m_step) + 2 - m_column)
    , m_rows(floorDivide(y1 - 1, m_step) + 2 - m_row)
{
    m_sites.reserve(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows));
    for (int r = 0; r < m_rows; ++r) {
        for (int c = 0; c < m_columns; ++c)
            m_sites.push_back(plan.site({(m_column + c) * m_step * mpp, (m_row + r) * m_step * mpp}));
    }
}

Site SiteLattice::at(float x, float y) const
{
    const auto step = static_cast<float>(m_step);
    const float column = std::clamp(x / step - static_cast<float>(m_column), 0.0F, static_cast<float>(m_columns - 1) - 1e-3F);
    const float row = std::clamp(y / step - static_cast<float>(m_row), 0.0F, static_cast<float>(m_rows - 1) - 1e-3F);
    const auto c = static_cast<int>(column);
    const auto r = static_cast<int>(row);
    const float tx = column - static_cast<float>(c);
    const float ty = row - static_cast<float>(r);
    const Site* top = m_sites.data() + static_cast<std::ptrdiff_t>(r) * m_columns + c;
    const Site* bottom = top + m_columns;
    const auto field = [&](float Site::*of) {
        return mix(mix(top[0].*of, top[1].*of, tx), mix(bottom[0].*of, bottom[1].*of, tx), ty);
    };
    Site site;
    site.tissue = field(&Site::tissue);
    site.tumour = field(&Site::tumour);
    site.island = field(&Site::island);
    site.necrosis = field(&Site::necrosis);
    site.fat = field(&Site::fat);
    site.gland = field(&Site::gland);
    site.vessel = field(&Site::vessel);
    site.immune = field(&Site::immune);
    site.across = field(&Site::across);
    site.along = field(&Site::along);
    site.loose = field(&Site::loose);
    return site;
}

} // namespace spacrd::phantom
