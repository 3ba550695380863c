#pragma once

#include "widgets/slideview/camera.h"

#include <QObject>

#include <vector>

namespace spacrd {

class SlideView;

/// Views of one slide that look at the same place: panning, zooming or turning one moves the others, and where the cursor is over
/// one the others have a mark; a ruler is in all. Views are of different sizes: their middles are the same, and their scale.
class LinkedViews : public QObject
{
    Q_OBJECT

public:
    explicit LinkedViews(QObject* parent = nullptr);

    /// It looks where the first of them looks, from now on. It leaves when it is destroyed.
    void add(SlideView* view);
    /// Unlocked, each moves by itself, but the marks stay; locked again, all look where the first looks.
    bool areLocked() const { return m_locked; }
    void setLocked(bool locked);

private:
    struct Member
    {
        SlideView* view;
        Camera seen; ///< what all have seen of it
    };

    void follow(const SlideView* moved);
    void mark(const SlideView* under, std::optional<QPointF> level0);

    std::vector<Member> m_members;
    bool m_locked = true;
    bool m_moving = false;
};

} // namespace spacrd
