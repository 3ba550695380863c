#include "widgets/slideview/slidesurface.h"

#include <QOpenGLContext>
#include <QPainter>

namespace spacrd {

SlideSurface::SlideSurface(std::function<void(QPainter&)> paint, QWidget* parent)
    : QOpenGLWidget(parent)
    , m_paint(std::move(paint))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

SlideSurface::~SlideSurface()
{
    dropTextures();
}

/// Also after the window went to another screen, with another context.
void SlideSurface::initializeGL()
{
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &SlideSurface::dropTextures);
}

void SlideSurface::paintGL()
{
    QPainter painter(this);
    m_paint(painter);
}

void SlideSurface::dropTextures()
{
    if (!context())
        return;
    makeCurrent();
    m_frame.dropTextures();
    doneCurrent();
}

} // namespace spacrd
