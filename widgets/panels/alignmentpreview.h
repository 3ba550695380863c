#pragma once

#include "core/sample/landmarks.h"
#include "core/sample/sample.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

/// A slide at low resolution with the spots of a section drawn over it as an alignment puts them: those in tissue, and faintly
/// the places outside it. Wheel and +/− zoom, dragging moves. For marking pairs it reports clicks; the arrow keys move a cross
/// and Enter is a click there.
class AlignmentPreview : public QWidget
{
    Q_OBJECT

public:
    explicit AlignmentPreview(QWidget* parent = nullptr);

    /// Forgets the picture when the slide is another one.
    void setSample(std::shared_ptr<const Sample> sample);
    /// The whole slide, reduced.
    void setPicture(const QImage& picture);
    void setAlignment(const Alignment& alignment);
    const Alignment& alignment() const { return m_alignment; }
    /// `half`: the spot's end of a pair whose other end is not marked yet.
    void setMarks(const std::vector<LandmarkPair>& pairs, std::optional<FullresPoint> half);
    void setMarking(bool marking);

    QPointF toScreen(Level0Point level0) const;
    Level0Point toLevel0(QPointF screen) const;

    QSize sizeHint() const override { return {620, 560}; }
    QSize minimumSizeHint() const override { return {320, 300}; }

Q_SIGNALS:
    /// A click, or Enter at the cross, while marking.
    void picked(spacrd::Level0Point level0);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void zoomAt(QPointF screen, double factor);
    double fitScale() const;
    void drawSpots();
    void tintSpots(double diameter);
    void paintMarks(QPainter& painter) const;

    std::shared_ptr<const Sample> m_sample;
    QImage m_picture;
    Alignment m_alignment;
    std::vector<LandmarkPair> m_pairs;
    std::optional<FullresPoint> m_half;
    bool m_marking = false;
    double m_zoom = 1.0; // 1 = the whole slide
    QPointF m_centre;    // level-0 px
    std::optional<QPointF> m_cross;
    std::optional<QPointF> m_pressed;
    bool m_dragged = false;
    QPixmap m_spots; // drawn anew when the alignment or the view changes
};

} // namespace spacrd
