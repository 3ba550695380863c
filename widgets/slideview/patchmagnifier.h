#pragma once

#include <QImage>
#include <QWidget>

namespace spacrd {

struct Image;

/// A lens in the corner of the view it lies on: the picture that a model is given of one spot, pixel by pixel. It reads nothing
/// itself, and the mouse goes through it.
class PatchMagnifier : public QWidget
{
    Q_OBJECT

public:
    explicit PatchMagnifier(QWidget* view);

    /// `facts`: a line of what is shown.
    void setPatch(const Image& patch, const QString& name, const QString& facts);
    /// No picture, and why.
    void setEmpty(const QString& sentence);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QImage m_patch;
    QString m_name;
    QString m_text; ///< the facts, or why there is no picture
};

} // namespace spacrd
