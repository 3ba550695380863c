#include "widgets/panels/alignmentpreview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr double mostZoom = 40.0;
constexpr double dragPx = 4.0;
// More discs than a screen has room for only cost time.
constexpr size_t mostDiscs = 30000; ///< more are drawn as one area
const QColor inTissue(0x14, 0x6c, 0xd6);
const QColor outside(0x60, 0x60, 0x60, 90);
const QColor markColour(0xe0, 0x3c, 0x00);

} // namespace

AlignmentPreview::AlignmentPreview(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("alignmentPreview"));
    setAccessibleName(tr("The slide with the spots drawn over it"));
    setToolTip(tr("Wheel or + and −: zoom. Drag: move. While marking, arrow keys move the cross and Enter marks."));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void AlignmentPreview::setSample(std::shared_ptr<const Sample> sample)
{
    const bool same = m_sample && sample && m_sample->slide == sample->slide;
    m_sample = std::move(sample);
    if (!same) {
        m_picture = {};
        m_zoom = 1.0;
        if (m_sample && m_sample->slide) {
            const SlideInfo& info = m_sample->slide->info();
            m_centre = {static_cast<double>(info.width()) / 2, static_cast<double>(info.height()) / 2};
        }
    }
    m_spots = {};
    update();
}

void AlignmentPreview::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void AlignmentPreview::setAlignment(const Alignment& alignment)
{
    m_alignment = alignment;
    m_spots = {};
    update();
}

void AlignmentPreview::setMarks(const std::vector<LandmarkPair>& pairs, std::optional<FullresPoint> half)
{
    m_pairs = pairs;
    m_half = half;
    update();
}

void AlignmentPreview::setMarking(bool marking)
{
    m_marking = marking;
    m_cross.reset();
    setCursor(marking ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

double AlignmentPreview::fitScale() const
{
    if (!m_sample || !m_sample->slide)
        return 1.0;
    const SlideInfo& info = m_sample->slide->info();
    return std::min(width() / static_cast<double>(std::max(1LL, info.width())),
                    height() / static_cast<double>(std::max(1LL, info.height())))
           * 0.9; // spots that lie beside the slide are worth seeing
}

QPointF AlignmentPreview::toScreen(Level0Point level0) const
{
    return (QPointF(level0.x, level0.y) - m_centre) * (fitScale() * m_zoom) + QPointF(width() / 2.0, height() / 2.0);
}

Level0Point AlignmentPreview::toLevel0(QPointF screen) const
{
    const QPointF at = (screen - QPointF(width() / 2.0, height() / 2.0)) / (fitScale() * m_zoom) + m_centre;
    return {at.x(), at.y()};
}

void AlignmentPreview::drawSpots()
{
    m_spots = QPixmap(size() * devicePixelRatioF());
    m_spots.setDevicePixelRatio(devicePixelRatioF());
    m_spots.fill(Qt::transparent);
    QPainter painter(&m_spots);
    painter.setRenderHint(QPainter::Antialiasing);
    const double diameter = m_sample->section.spotDiameterFullresPx > 0.0 ? m_sample->section.spotDiameterFullresPx
                                                                          : 0.55 * m_sample->section.spotPitchFullresPx;
    const double radius = std::max(1.5, diameter / 2 * m_alignment.scale() * fitScale() * m_zoom);
    const QRectF seen = QRectF(rect()).adjusted(-radius, -radius, radius, radius);
    const auto disc = [&](FullresPoint place) {
        const QPointF at = toScreen(m_alignment.toLevel0(place));
        if (seen.contains(at))
            painter.drawEllipse(at, radius, radius);
    };
    const auto& places = m_sample->section.outsideTissue;
    const auto& spots = m_sample->spots();
    if (places.size() + spots.size() > mostDiscs) {
        painter.end();
        return tintSpots(diameter * m_alignment.scale() * fitScale() * m_zoom);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(outside, 1.0));
    for (const FullresPoint& place : places)
        disc(place);
    QColor fill = inTissue;
    fill.setAlpha(70);
    painter.setBrush(fill);
    painter.setPen(QPen(inTissue, 1.2));
    for (const Spot& spot : spots)
        disc(spot.fullres);
}

/// Bins and cells by the hundred thousand: what they cover is tinted, and the slide is seen through it.
void AlignmentPreview::tintSpots(double diameter)
{
    const double ratio = devicePixelRatioF();
    QImage tint(m_spots.size(), QImage::Format_ARGB32_Premultiplied);
    tint.fill(Qt::transparent);
    QColor fill = inTissue;
    fill.setAlpha(90);
    const QRgb pixel = qPremultiply(fill.rgba());
    const int side = std::max(1, static_cast<int>(std::lround(diameter * ratio)));
    for (const Spot& spot : m_sample->spots()) {
        const QPointF at = toScreen(m_alignment.toLevel0(spot.fullres)) * ratio - QPointF(side / 2.0, side / 2.0);
        if (!(at.x() > -side && at.y() > -side && at.x() < tint.width() && at.y() < tint.height()))
            continue;
        const QRect square = QRect(qFloor(at.x()), qFloor(at.y()), side, side) & tint.rect();
        for (int y = square.top(); y <= square.bottom(); ++y)
            std::fill_n(reinterpret_cast<QRgb*>(tint.scanLine(y)) + square.left(), square.width(), pixel);
    }
    m_spots = QPixmap::fromImage(tint);
    m_spots.setDevicePixelRatio(ratio);
}

void AlignmentPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!m_sample || !m_sample->slide)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const SlideInfo& info = m_sample->slide->info();
    const QRectF slide(toScreen({0, 0}), toScreen({static_cast<double>(info.width()), static_cast<double>(info.height())}));
    if (m_picture.isNull()) {
        painter.fillRect(slide, Qt::white);
        painter.setPen(Qt::darkGray);
        painter.drawText(slide, Qt::AlignCenter, tr("Reading the slide…"));
    } else {
        painter.drawImage(slide, m_picture);
    }
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.0));
    painter.drawRect(slide);
    if (m_spots.isNull() || m_spots.deviceIndependentSize().toSize() != size())
        drawSpots();
    painter.drawPixmap(0, 0, m_spots);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void AlignmentPreview::paintMarks(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    const auto cross = [&](QPointF at, double arm) {
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0));
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm));
    };
    painter.setPen(QPen(markColour, 2.0));
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        const QPointF spot = toScreen(m_alignment.toLevel0(m_pairs[i].fullres));
        const QPointF place = toScreen(m_pairs[i].level0);
        painter.drawEllipse(spot, 6.0, 6.0);
        painter.drawLine(spot, place);
        cross(place, 7.0);
        painter.drawText(place + QPointF(8, -6), QString::number(i + 1));
    }
    if (m_half)
        painter.drawEllipse(toScreen(m_alignment.toLevel0(*m_half)), 6.0, 6.0);
    if (m_marking && m_cross) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        cross(*m_cross, 12.0);
    }
}

void AlignmentPreview::resizeEvent(QResizeEvent*)
{
    m_spots = {};
}

void AlignmentPreview::zoomAt(QPointF screen, double factor)
{
    const Level0Point fixed = toLevel0(screen);
    m_zoom = std::clamp(m_zoom * factor, 0.3, mostZoom);
    const Level0Point now = toLevel0(screen);
    m_centre += QPointF(fixed.x - now.x, fixed.y - now.y);
    m_spots = {};
    update();
}

void AlignmentPreview::wheelEvent(QWheelEvent* event)
{
    zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

void AlignmentPreview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_dragged = false;
}

void AlignmentPreview::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return;
    const QPointF moved = event->position() - *m_pressed;
    if (!m_dragged && std::hypot(moved.x(), moved.y()) < dragPx)
        return;
    m_dragged = true;
    m_centre -= moved / (fitScale() * m_zoom);
    m_pressed = event->position();
    m_spots = {};
    update();
}

void AlignmentPreview::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (!m_dragged && m_marking)
        Q_EMIT picked(toLevel0(event->position()));
}

void AlignmentPreview::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    const double step = event->modifiers() & Qt::ShiftModifier ? 1.0 : 8.0;
    const auto move = [&](double x, double y) {
        if (m_marking)
            m_cross = m_cross.value_or(middle) + QPointF(x, y) * step;
        else
            m_centre += QPointF(x, y) * 4.0 * step / (fitScale() * m_zoom);
        m_spots = m_marking ? m_spots : QPixmap();
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, -1);
    case Qt::Key_Down:
        return move(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomAt(m_cross.value_or(middle), 1.25);
    case Qt::Key_Minus:
        return zoomAt(m_cross.value_or(middle), 0.8);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_marking) {
            if (!m_cross)
                m_cross = middle;
            update();
            Q_EMIT picked(toLevel0(*m_cross));
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace spacrd
