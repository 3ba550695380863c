#include "widgets/slideview/viewmotion.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

using Seconds = std::chrono::duration<double>;

/// Longer between two steps of a motion, and it has ended.
constexpr Seconds rest(0.12);
constexpr double newest = 0.4; ///< weight of the last step in the running mean

} // namespace

void ViewMotion::show(const Camera& camera, Time now)
{
    const Seconds passed = now - m_time;
    const QPointF step = camera.centreLevel0() - m_camera.centreLevel0();
    const QSizeF view = camera.visibleLevel0().size();
    const bool jump = std::abs(step.x()) > view.width() / 2 || std::abs(step.y()) > view.height() / 2;
    const bool goesOn = m_known && camera.downsample() == m_camera.downsample() && passed < rest && !jump;
    if (!goesOn)
        m_perSecond = {};
    else if (passed.count() > 0.0)
        m_perSecond = m_perSecond * (1.0 - newest) + step / passed.count() * newest;
    m_camera = camera;
    m_time = now;
    m_known = true;
}

QPointF ViewMotion::expectedShiftLevel0(Time now, Seconds ahead) const
{
    if (!m_known || now - m_time >= rest)
        return {};
    const QSizeF most = m_camera.visibleLevel0().size() / 2;
    const QPointF shift = m_perSecond * ahead.count();
    return {std::clamp(shift.x(), -most.width(), most.width()), std::clamp(shift.y(), -most.height(), most.height())};
}

} // namespace spacrd
