#pragma once

#include <QGraphicsEffect>
#include <QImage>

namespace spacrd {

/// What an eye, or a printer, makes of colours.
enum class ColourVision
{
    all,
    protanopia,   ///< without the cones for red: one man in a hundred
    deuteranopia, ///< without those for green: one man in a hundred, and five with weak ones
    tritanopia,   ///< without those for blue: rare
    grey,         ///< a print without colours
};

/// A picture as that eye sees it, by the model of Machado, Oliveira and Fernandes (IEEE TVCG 15, 2009) at severity 1, in linear
/// light. Grey is the luminance of ITU-R BT.709. Alpha stays.
QImage seenBy(ColourVision vision, const QImage& picture);
QColor seenBy(ColourVision vision, const QColor& colour);

/// Shows the widget it is set on as that eye sees it.
class ColourVisionEffect : public QGraphicsEffect
{
    Q_OBJECT

public:
    explicit ColourVisionEffect(ColourVision vision, QObject* parent = nullptr);

protected:
    void draw(QPainter* painter) override;

private:
    ColourVision m_vision;
};

} // namespace spacrd
