#pragma once

#include <QImage>
#include <QObject>

#include <memory>

namespace spacrd {

class SlideView;

/// A picture of what a view shows, at its own resolution or a higher one: the tiles for that are read first, on the view's
/// threads, while the window goes on.
class ViewSnapshot : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        double scale = 1.0; ///< pixels of the picture per pixel of the screen, 1 … mostScale
        bool layers = true;
        bool scaleBar = true;
    };
    static constexpr double mostScale = 8.0;

    /// Of what `of` shows now; it may go on to show something else, but not die before the picture is ready.
    ViewSnapshot(const SlideView& of, const Options& options, QObject* parent = nullptr);
    ~ViewSnapshot() override;

    /// Of the picture, in pixels.
    static QSize sizeOf(const SlideView& view, double scale);

Q_SIGNALS:
    /// Once, after the constructor returned. Parts that cannot be read are hatched.
    void ready(const QImage& picture);

private:
    void check();

    std::unique_ptr<SlideView> m_view; ///< never on the screen
    double m_scale;
};

} // namespace spacrd
