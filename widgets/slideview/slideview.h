#pragma once

#include "core/slide/slide.h"
#include "core/slide/tilecache.h"
#include "widgets/slideview/barescreen.h"
#include "widgets/slideview/camera.h"
#include "widgets/slideview/ruler.h"
#include "widgets/slideview/scalebar.h"
#include "widgets/slideview/slideframe.h"
#include "widgets/slideview/viewhistory.h"
#include "widgets/slideview/viewmotion.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace spacrd {

class CursorMark;
class Layer;
class LayerStack;
class OverviewMap;
class PictureAhead;
class SlideSurface;
class SmoothMotion;
class TileLoader;
class TilePainter;
struct ColourTreatment;
struct TileCounts;

/// The zoomable slide: tiles, overlay layers, scale bar, magnification read-out and overview map.
///
/// Wheel and pinch zoom at the cursor, left-drag, middle-drag and two fingers on a touchpad pan, double-click zooms in, arrows
/// and page keys pan, + and − zoom, 0 or Home fits, Ctrl and the wheel fade the layers, a click without a drag reports the place.
/// While it measures, a left-drag draws a ruler, unless the space bar is held. Tiles are decoded on TileLoader's threads; the
/// window never waits for one.
class SlideView : public QWidget
{
    Q_OBJECT

public:
    explicit SlideView(QWidget* parent = nullptr);
    /// Another view of all that `main` shows, now and later: with its slide, tiles and layers, of which nothing is read or kept
    /// twice. `main` lives longer. setSlide() is not for this one.
    explicit SlideView(const SlideView& main, QWidget* parent = nullptr);
    ~SlideView() override;

    /// Shows a slide, or (null) an empty canvas of `canvasLevel0` for samples without an image. `mpp` is µm per level-0
    /// pixel where known; without it the read-out says "magnification unknown" and the scale bar is in pixels. Fits the view.
    void setSlide(std::shared_ptr<const Slide> slide, const QRectF& canvasLevel0, std::optional<double> mpp);
    void clear();

    const Camera& camera() const { return m_camera; }
    void setCamera(const Camera& camera);
    /// The same place at the same scale as another view, also where this one would not go by itself: its size may be another.
    void followCamera(const Camera& camera);
    QRectF canvasLevel0() const { return m_canvas; }

    /// Overlays in drawing order; owned by the view, or by it and others of the same slide.
    LayerStack* layers() const { return m_layers.get(); }
    /// Shows just the layers of these names, at their opacity, whether or not they are visible elsewhere.
    void showOnlyLayers(const QStringList& ids);
    QStringList shownLayers() const;

    /// The slide layer itself.
    bool slideVisible() const { return m_slideVisible; }
    double slideOpacity() const { return m_slideOpacity; }
    void setSlideVisible(bool visible);
    void setSlideOpacity(double opacity);
    /// Colours for the eye; of all views of the slide.
    void setTreatment(const ColourTreatment& treatment);
    const ColourTreatment& treatment() const;
    /// Whether pixels of the slide are seen as squares from twice their size on; else they are blended. Yes until it is told.
    bool hasSquarePixels() const { return m_squarePixels; }
    void setSquarePixels(bool square);
    /// How much memory decoded tiles may take, for all views of the slide. TileLoader::defaultCacheBytes() until it is told.
    size_t tileMemory() const;
    void setTileMemory(size_t bytes);
    /// Whether the map may be shown; it hides by itself while the whole slide is in view.
    void setOverviewVisible(bool visible);
    void setScaleBarVisible(bool visible);
    /// Whether a thrown view glides and a step of the wheel is not a jump. Off until it is asked for.
    void setSmoothMotion(bool smooth);
    bool isGridVisible() const { return m_gridVisible; }
    void setGridVisible(bool visible);
    /// Whether a drag draws a ruler, beside those that are there. They stay until they are taken away, or with their slide.
    bool isMeasuring() const { return m_measuring; }
    void setMeasuring(bool measuring);
    const std::vector<Ruler>& rulers() const { return m_rulers; }
    void setRulers(std::vector<Ruler> rulers);
    /// A frame round a part of the slide, over all layers; nothing: none.
    void frameArea(std::optional<QRectF> level0);
    std::optional<QRectF> framedArea() const { return m_framed; }
    /// For a picture that is finer than the screen: its pixels per screen pixel, in place of the screen's. The read-out is then
    /// of these.
    void setPixelRatio(double ratio);
    /// Whether a graphics card draws what is on the screen, by OpenGL; else the processor does. The machine must have OpenGL
    /// (graphicsCard()). Off until it is asked for.
    void setDrawnByCard(bool drawn);
    bool isDrawnByCard() const { return m_surface != nullptr; }
    /// Slide, layers and scale bar, as they are on the screen or would be.
    void paintPicture(QPainter& painter);

    /// 20 = 20×: objective-equivalent magnification of the current zoom; 10× is 1 µm per screen pixel. Nothing without mpp.
    std::optional<double> magnification() const;

    /// µm per level-0 pixel as given to setSlide.
    std::optional<double> mpp() const { return m_mpp; }

    /// True when every tile of the current view is drawn from its sharp level (or is known to be unreadable). For tests and
    /// for the snapshot.
    bool isSharp() const;
    /// Of the slide that is shown.
    TileCounts tileCounts() const;
    /// Of its file, when it was looked after last: every 2 s, and when a tile could not be read.
    FileState fileState() const;

    /// Whether there is a view before and after this one at which someone stayed for a moment.
    bool canGoBack() const { return m_history.hasBack(m_camera); }
    bool canGoForward() const { return m_history.hasForward(); }

public Q_SLOTS:
    void fit();
    void zoomBy(double factor);
    void zoomToMagnification(double magnification);
    void centreOn(QPointF level0);
    /// Clockwise, about the middle of the view.
    void turnBy(double degrees);
    void setMirrored(bool mirrored);
    /// As it was scanned.
    void setUpright();
    void goBack();
    void goForward();
    /// A cross at a place where the cursor of another view is; nothing: none.
    void markPlace(std::optional<QPointF> level0);

Q_SIGNALS:
    /// setSlide() was called.
    void slideChanged();
    /// Some tile was read or has failed: isSharp() may be another.
    void tileArrived();
    void cameraChanged();
    /// canGoBack() or canGoForward() may have changed.
    void historyChanged();
    /// Visibility or opacity of the slide itself, or what is over it: the grid, and whether it measures.
    void slideLayerChanged();
    void rulersChanged();
    /// The cursor, or the slide under it.
    void cursorMoved(QPointF level0);
    void cursorLeft();
    void clicked(QPointF level0);
    /// The view was painted with all its tiles, for the first time since it changed.
    void completed();
    /// Once per slide: the first tile that could not be read. Reading goes on; such tiles are drawn hatched.
    void tileFailed(const QString& sentence);
    /// After that: the slide can be read again.
    void tilesBack();
    void fileStateChanged();
    /// Once per slide: its stain was to be normalised and cannot be.
    void stainUnknown(const QString& sentence);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag
    {
        none,
        pressed, ///< not yet far enough to be a drag
        panning,
        measuring,
        ignored, ///< the second press of a double-click
    };

    explicit SlideView(std::shared_ptr<TileLoader> loader, std::shared_ptr<LayerStack> layers, QWidget* parent);
    void showCanvas(const QRectF& canvasLevel0, std::optional<double> mpp);
    void drawAs(const SlideView& main);
    void showSameAs(const SlideView& main);
    bool isShown(const Layer& layer) const;
    bool isAnyLayerShown() const;
    bool showsTilesOneByOne() const;
    double pixelRatio() const;
    void placeMark();
    void showCamera(Camera camera);
    void showSoon();
    void showNow();
    bool isWaitOver(const TileKey& arrived);
    void panBy(QPointF screenDelta);
    void turnTo(Camera camera);
    Camera limited(Camera camera) const;
    Camera overCanvas(Camera camera) const;
    double fitDownsample() const;
    void zoomAt(QPointF screen, double factor);
    /// zoomAt(), in the way of motion that is chosen.
    void zoomTowards(QPointF screen, double factor);
    QPointF throwSpeed(qint64 now) const;
    void fadeLayersBy(double factor);
    void dragTo(const QMouseEvent& event);
    void removeLastRuler();
    void holdSpace(bool held);
    void updateCursor();
    void refresh();
    void refresh(const QRegion& part);
    QRegion bareRegion() const;
    void prepareScaleBar();
    void paintPictureBy(SlideRenderer& renderer, QPainter& painter);
    void paintOnScreen(SlideRenderer& renderer, QPainter& painter);
    void paintSlide(SlideRenderer& renderer, QPainter& painter);
    SlideRenderer& onScreen();
    SlideScene scene() const;
    TilePainter tilePainter() const;
    void requestTiles();
    void addTile(const TileKey& key);
    void placeOverview();
    void fillOverview();
    void markVisited();
    void describe();

    std::shared_ptr<TileLoader> m_loader;
    std::shared_ptr<LayerStack> m_layers;
    std::optional<QStringList> m_onlyLayers; ///< nothing: the visible ones
    OverviewMap* m_overview;
    CursorMark* m_mark;
    std::optional<QPointF> m_marked; ///< level 0
    std::optional<QRectF> m_framed;  ///< the same
    Camera m_camera;
    ViewMotion m_motion;
    ViewHistory m_history;
    QTimer m_stay; ///< how long someone has been looking at this view
    QRectF m_canvas;
    std::optional<double> m_mpp;
    QTimer m_repaint;     ///< of tiles that came while others are missing
    bool m_waits = false; ///< what is on the screen stays until the tiles of another view are there, for a moment at most
    std::shared_ptr<PictureAhead> m_ahead; ///< what is put together meanwhile, if anything is
    QSize m_paintedSize;                   ///< of what is on the screen
    BareScreen m_bare;
    bool m_incomplete = true;
    bool m_screenLacks = false; ///< tiles, which the picture may have by now
    SlideFrame m_frame;
    SlideSurface* m_surface = nullptr;  ///< null: the processor draws
    std::vector<TileKey> m_forOverview; ///< that are yet to be put on the map
    QTimer m_fillOverview;
    bool m_slideVisible = true;
    double m_slideOpacity = 1.0;
    bool m_overviewWanted = true;
    bool m_scaleBarVisible = true;
    ScaleBarPlate m_scaleBar;
    bool m_squarePixels = true;
    bool m_gridVisible = false;
    bool m_measuring = false;
    std::vector<Ruler> m_rulers;
    std::optional<double> m_pixelRatio;
    bool m_fitted = true;      ///< a resize fits again
    bool m_focusFrame = false; ///< reached by the Tab key
    SmoothMotion* m_smooth;
    bool m_smoothMotion = false;
    /// Where the mouse was in the last moments of a drag.
    struct Trail
    {
        QPointF place;
        qint64 milliseconds;
    };
    std::vector<Trail> m_trail;
    Drag m_drag = Drag::none;
    std::optional<QPointF> m_pointer; ///< while it is over the view
    bool m_spaceHeld = false;         ///< a drag pans for once
    QPointF m_pressed;
    QPointF m_dragged;
};

} // namespace spacrd
