#pragma once

#include "widgets/slideview/glslideframe.h"

#include <QOpenGLWidget>

#include <functional>

namespace spacrd {

/// Fills a view that a graphics card draws, below all else in it, and lets the mouse through.
class SlideSurface : public QOpenGLWidget
{
    Q_OBJECT

public:
    /// `paint` is called whenever the picture is to be painted.
    SlideSurface(std::function<void(QPainter&)> paint, QWidget* parent);
    ~SlideSurface() override;

    GlSlideFrame& frame() { return m_frame; }

protected:
    void initializeGL() override;
    void paintGL() override;

private:
    void dropTextures();

    GlSlideFrame m_frame;
    std::function<void(QPainter&)> m_paint;
};

} // namespace spacrd
