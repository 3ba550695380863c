// Mouse, wheel, touch and keys of the slide view.

#include "widgets/layers/layer.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/smoothmotion.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spacrd {

namespace {

constexpr int notch = 120; ///< angleDelta of one click of the wheel
constexpr double zoomPerNotch = 1.25;
constexpr double pixelsPerNotch = 40.0;
constexpr double fadePerNotch = 0.8;
constexpr double leastFaded = 0.02; ///< of the layer that is seen best: what has faded can come back
constexpr double zoomPerKey = 1.25;
constexpr double zoomPerDoubleClick = 2.0;
constexpr qint64 throwMilliseconds = 100;
constexpr double panPerKey = 0.125; ///< part of the view
constexpr double panPerPage = 0.9;

/// Two fingers, not a wheel. macOS and Wayland tell of phases; X11 knows the device. Some systems call each device a touchpad:
/// whole notches are a wheel's.
bool isTouchpad(const QWheelEvent& event)
{
    if (event.phase() != Qt::NoScrollPhase)
        return true;
    const QPoint angle = event.angleDelta();
    const bool wholeNotches = (angle.x() == 0 || angle.y() == 0) && (angle.x() + angle.y()) % notch == 0 && !angle.isNull();
    const QPointingDevice* device = event.pointingDevice();
    return device && device->type() == QInputDevice::DeviceType::TouchPad && !wholeNotches;
}

/// A wheel's clicks, or what fingers moved as such.
double notchesOf(const QWheelEvent& event)
{
    const int angle = event.angleDelta().y();
    return angle != 0 ? static_cast<double>(angle) / notch : event.pixelDelta().y() / pixelsPerNotch;
}

/// The same in screen pixels, both ways.
QPointF scrolledPixels(const QWheelEvent& event)
{
    return event.pixelDelta().isNull() ? QPointF(event.angleDelta()) * pixelsPerNotch / notch : QPointF(event.pixelDelta());
}

} // namespace

/// A wheel zooms; two fingers on a touchpad, and a wheel that is tilted, pan. With Ctrl the overlays fade, as in QuPath.
void SlideView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const double notches = notchesOf(*event);
    if (event->modifiers().testFlag(Qt::ControlModifier))
        return fadeLayersBy(std::pow(fadePerNotch, -notches));
    if (!isTouchpad(*event) && notches != 0.0)
        return zoomTowards(event->position(), std::pow(zoomPerNotch, notches));
    m_smooth->stop();
    panBy(scrolledPixels(*event));
}

void SlideView::panBy(QPointF screenDelta)
{
    if (m_canvas.isEmpty() || screenDelta.isNull())
        return;
    Camera next = m_camera;
    next.panBy(screenDelta);
    m_fitted = false;
    showCamera(overCanvas(next));
}

/// All by the same factor, and none beyond its ends: so the way back leads to where it began.
void SlideView::fadeLayersBy(double factor)
{
    double most = 0.0;
    for (const auto& layer : m_layers->layers())
        most = isShown(*layer) ? std::max(most, layer->opacity()) : most;
    if (most <= 0.0)
        return;
    const double within = std::clamp(factor, std::min(1.0, leastFaded / most), 1.0 / most);
    for (const auto& layer : m_layers->layers()) {
        if (isShown(*layer))
            layer->setOpacity(layer->opacity() * within);
    }
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
    if (m_measuring && !m_spaceHeld && event->button() == Qt::LeftButton && !m_canvas.isEmpty()) {
        m_drag = Drag::measuring;
        const QPointF level0 = m_camera.toLevel0(m_pressed);
        std::vector<Ruler> rulers = m_rulers;
        rulers.push_back({level0, level0});
        setRulers(std::move(rulers));
    }
}

void SlideView::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    const Camera before = m_camera;
    dragTo(*event);
    if (m_camera == before) // else it was told with the camera
        Q_EMIT cursorMoved(m_camera.toLevel0(*m_pointer));
}

void SlideView::dragTo(const QMouseEvent& event)
{
    const bool far = (event.position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::pressed && far && !m_canvas.isEmpty()) {
        m_drag = Drag::panning;
        updateCursor();
    }
    if (m_drag == Drag::measuring && !m_rulers.empty()) {
        const QPointF from = m_camera.toScreen(m_rulers.back().from);
        const bool straight = event.modifiers().testFlag(Qt::ShiftModifier);
        const QPointF to = m_camera.toLevel0(straight ? straightened(from, event.position()) : event.position());
        std::vector<Ruler> rulers = m_rulers;
        rulers.back().to = to;
        setRulers(std::move(rulers));
    }
    if (m_drag != Drag::panning)
        return;
    panBy(event.position() - std::exchange(m_dragged, event.position()));
    m_trail.push_back({event.position(), static_cast<qint64>(event.timestamp())});
}

void SlideView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton))
        return; // the other button is still down
    const Drag ended = std::exchange(m_drag, Drag::none);
    updateCursor();
    if (ended == Drag::measuring && (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        removeLastRuler(); // a click measures nothing
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

/// Which is the one in hand, if there is one: the drag must not go on with the one before.
void SlideView::removeLastRuler()
{
    if (m_drag == Drag::measuring)
        m_drag = Drag::ignored;
    if (!m_rulers.empty())
        setRulers({m_rulers.begin(), m_rulers.end() - 1});
}

void SlideView::updateCursor()
{
    if (m_drag == Drag::panning)
        setCursor(Qt::ClosedHandCursor);
    else if (m_measuring)
        setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::CrossCursor);
    else
        unsetCursor();
}

void SlideView::holdSpace(bool held)
{
    m_spaceHeld = held;
    updateCursor();
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
    m_pointer.reset();
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
    holdSpace(false);
    refresh();
}

void SlideView::keyPressEvent(QKeyEvent* event)
{
    const auto panByPart = [this](double x, double y) { panBy({-x * width(), -y * height()}); };
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
    case Qt::Key_Space:
        return holdSpace(true);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeLastRuler();
    case Qt::Key_Escape:
        if (m_drag == Drag::measuring)
            return removeLastRuler();
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void SlideView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        return holdSpace(false);
    QWidget::keyReleaseEvent(event);
}

} // namespace spacrd
