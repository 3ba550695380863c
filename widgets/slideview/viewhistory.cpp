#include "widgets/slideview/viewhistory.h"

namespace spacrd {

namespace {

constexpr size_t mostViews = 500;

} // namespace

void ViewHistory::clear()
{
    m_views.clear();
    m_at = 0;
}

/// The window's size does not make another view.
bool ViewHistory::isAt(const Camera& view) const
{
    if (m_views.empty())
        return false;
    Camera resized = view;
    resized.setScreenSize(m_views[m_at].screenSize());
    return resized == m_views[m_at];
}

void ViewHistory::stayAt(const Camera& view)
{
    if (isAt(view))
        return;
    if (!m_views.empty())
        m_views.erase(m_views.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, m_views.end());
    if (m_views.size() == mostViews)
        m_views.erase(m_views.begin());
    m_views.push_back(view);
    m_at = m_views.size() - 1;
}

bool ViewHistory::hasBack(const Camera& from) const
{
    return m_at > 0 || (!m_views.empty() && !isAt(from));
}

std::optional<Camera> ViewHistory::back(const Camera& from)
{
    if (!hasBack(from))
        return std::nullopt;
    stayAt(from); // so that forward leads here again
    return m_views[--m_at];
}

std::optional<Camera> ViewHistory::forward()
{
    return hasForward() ? std::optional(m_views[++m_at]) : std::nullopt;
}

} // namespace spacrd
