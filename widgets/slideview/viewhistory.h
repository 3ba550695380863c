#pragma once

#include "widgets/slideview/camera.h"

#include <optional>
#include <vector>

namespace spacrd {

/// The views at which someone stayed, to go back to and forward again, as a browser does with pages.
class ViewHistory
{
public:
    void clear();
    /// Someone stays here: it follows the view that was gone to last, and what came after that is forgotten.
    void stayAt(const Camera& view);
    /// The view before (after) the one that was gone to last. From a view that nobody stayed at, back is that view itself.
    std::optional<Camera> back(const Camera& from);
    std::optional<Camera> forward();

    bool hasBack(const Camera& from) const;
    bool hasForward() const { return m_at + 1 < m_views.size(); }

private:
    bool isAt(const Camera& view) const;

    std::vector<Camera> m_views;
    size_t m_at = 0; ///< the one that was gone to last
};

} // namespace spacrd
