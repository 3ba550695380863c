#pragma once

#include "widgets/slideview/camera.h"

#include <chrono>

namespace spacrd {

/// Where a view is going, from the last cameras it showed: a plain value that is told each.
class ViewMotion
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// The camera that is shown from `now` on. A zoom or a jump begins anew.
    void show(const Camera& camera, Time now);
    /// How far the view will have moved `ahead` from `now`, in level-0 pixels, if it goes on as of late; nothing once it has
    /// rested. Never more than half a view.
    QPointF expectedShiftLevel0(Time now, std::chrono::duration<double> ahead) const;

private:
    Camera m_camera;
    Time m_time;
    QPointF m_perSecond; ///< level-0 pixels a second, a running mean
    bool m_known = false;
};

} // namespace spacrd
