#include "widgets/slideview/linkedviews.h"

#include "widgets/slideview/slideview.h"

#include <algorithm>

namespace spacrd {

namespace {

/// On whatever size of screen.
bool lookAlike(Camera a, const Camera& b)
{
    a.setScreenSize(b.screenSize());
    return a == b;
}

} // namespace

LinkedViews::LinkedViews(QObject* parent)
    : QObject(parent)
{}

void LinkedViews::add(SlideView* view)
{
    if (!m_members.empty())
        view->followCamera(m_members.front().view->camera());
    m_members.push_back({view, view->camera()});
    connect(view, &SlideView::cameraChanged, this, [this, view] { follow(view); });
    connect(view, &SlideView::rulersChanged, this, [this, view] {
        for (const Member& member : m_members)
            member.view->setRulers(view->rulers());
    });
    connect(view, &SlideView::cursorMoved, this, [this, view](QPointF level0) { mark(view, level0); });
    connect(view, &SlideView::cursorLeft, this, [this, view] { mark(view, std::nullopt); });
    connect(view, &QObject::destroyed, this,
            [this, view] { std::erase_if(m_members, [view](const Member& member) { return member.view == view; }); });
}

void LinkedViews::setLocked(bool locked)
{
    m_locked = locked;
    if (locked && !m_members.empty()) {
        m_members.front().seen = {};
        follow(m_members.front().view);
    }
}

/// A view that was only given another size is not followed: the others look at the same place already.
void LinkedViews::follow(const SlideView* moved)
{
    if (m_moving || !m_locked)
        return;
    const Camera& camera = moved->camera();
    if (lookAlike(std::ranges::find(m_members, moved, &Member::view)->seen, camera))
        return;
    m_moving = true;
    for (Member& member : m_members) {
        if (!lookAlike(member.view->camera(), camera))
            member.view->followCamera(camera);
        member.seen = member.view->camera();
    }
    m_moving = false;
}

void LinkedViews::mark(const SlideView* under, std::optional<QPointF> level0)
{
    for (const Member& member : m_members)
        member.view->markPlace(member.view == under ? std::nullopt : level0);
}

} // namespace spacrd
