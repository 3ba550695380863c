// Mouse, wheel, touch and keys of the slide view.

#include "widgets/slideview/slideview.h"
#include "widgets/slideview/smoothmotion.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spacrd {

namespace {

constexpr double notch = 120.0; ///< angleDelta of one click of the wheel
constexpr double zoomPerNotch = 1.25;
constexpr double pixelsPerNotch = 40.0; ///< of a touchpad that reports pixels only
constexpr double zoomPerKey = 1.25;
constexpr double zoomPerDoubleClick = 2.0;
constexpr qint64 throwMilliseconds = 100;
constexpr double panPerKey = 0.125; ///< part of the view
constexpr double panPerPage = 0.9;

} // namespace

void SlideView::wheelEvent(QWheelEvent* event)
{
    const double notches =
        event->angleDelta().y() != 0 ? event->angleDelta().y() / notch : event->pixelDelta().y() / pixelsPerNotch;
    if (notches != 0.0)
        zoomTowards(event->position(), std::pow(zoomPerNotch, notches));
    event->accept();
}

bool SlideView::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1.0 + gesture->value());
            return true;
        }
    }
    if (event->type() == QEvent::PaletteChange)
        m_frame.forget();
    if (event->type() == QEvent::ScreenChangeInternal)
        requestTiles(); // the other screen may have more device pixels
    return QWidget::event(event);
}

void SlideView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return event->ignore();
    m_smooth->stop(); // a hand on a thrown view holds it
    m_trail.clear();
    m_pressed = m_dragged = event->position();
    m_drag = Drag::pressed;
}

void SlideView::mouseMoveEvent(QMouseEvent* event)
{
    Q_EMIT cursorMoved(m_camera.toLevel0(event->position()));
    const bool far = (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::pressed && far && !m_canvas.isEmpty()) {
        m_drag = Drag::panning;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag != Drag::panning)
        return;
    Camera next = m_camera;
    next.panBy(event->position() - m_dragged);
    m_dragged = event->position();
    m_trail.push_back({event->position(), static_cast<qint64>(event->timestamp())});
    m_fitted = false;
    showCamera(limited(next));
}

void SlideView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton))
        return; // the other button is still down
    const Drag ended = std::exchange(m_drag, Drag::none);
    unsetCursor();
    if (ended == Drag::panning && m_smoothMotion)
        m_smooth->glide(throwSpeed(static_cast<qint64>(event->timestamp())));
    if (ended == Drag::pressed && event->button() == Qt::LeftButton && !m_canvas.isEmpty())
        Q_EMIT clicked(m_camera.toLevel0(m_pressed));
}

void SlideView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return mousePressEvent(event);
    m_drag = Drag::ignored;
    zoomTowards(event->position(), zoomPerDoubleClick);
}

void SlideView::zoomTowards(QPointF screen, double factor)
{
    if (m_smoothMotion)
        m_smooth->zoom(screen, factor);
    else
        zoomAt(screen, factor);
}

/// Screen pixels a second, of the last moments before the release; a mouse that rested before it throws nothing.
QPointF SlideView::throwSpeed(qint64 now) const
{
    const auto first =
        std::ranges::find_if(m_trail, [now](const Trail& at) { return now - at.milliseconds <= throwMilliseconds; });
    if (first == m_trail.end() || m_trail.back().milliseconds <= first->milliseconds)
        return {};
    const double seconds = static_cast<double>(m_trail.back().milliseconds - first->milliseconds) / 1000.0;
    return (m_trail.back().place - first->place) / seconds;
}

void SlideView::leaveEvent(QEvent*)
{
    Q_EMIT cursorLeft();
}

void SlideView::focusInEvent(QFocusEvent* event)
{
    m_focusFrame = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    refresh();
}

void SlideView::focusOutEvent(QFocusEvent*)
{
    m_focusFrame = false;
    refresh();
}

void SlideView::keyPressEvent(QKeyEvent* event)
{
    const auto panByPart = [this](double x, double y) {
        Camera next = m_camera;
        next.panBy({-x * width(), -y * height()});
        m_fitted = false;
        showCamera(limited(next));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return panByPart(-panPerKey, 0);
    case Qt::Key_Right:
        return panByPart(panPerKey, 0);
    case Qt::Key_Up:
        return panByPart(0, -panPerKey);
    case Qt::Key_Down:
        return panByPart(0, panPerKey);
    case Qt::Key_PageUp:
        return panByPart(0, -panPerPage);
    case Qt::Key_PageDown:
        return panByPart(0, panPerPage);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomTowards(QRectF(rect()).center(), zoomPerKey);
    case Qt::Key_Minus:
        return zoomTowards(QRectF(rect()).center(), 1 / zoomPerKey);
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace spacrd
