#include "widgets/slideview/slideview.h"

#include "core/slide/pyramid.h"
#include "widgets/layers/layer.h"
#include "widgets/slideview/cursormark.h"
#include "widgets/slideview/grid.h"
#include "widgets/slideview/overviewmap.h"
#include "widgets/slideview/pictureahead.h"
#include "widgets/slideview/slidegeometry.h"
#include "widgets/slideview/slidesurface.h"
#include "widgets/slideview/smoothmotion.h"
#include "widgets/slideview/tileloader.h"
#include "widgets/slideview/tilepainter.h"

#include <QBackingStore>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spacrd {

namespace {

constexpr double mostScreenPixelsPerLevel0Pixel = 8.0;
/// How far the view may leave the canvas, as part of the view: a sliver of the canvas always stays in sight.
constexpr double mostOutside = 0.48;
constexpr int overviewMargin = 10;
constexpr int repaintMilliseconds = 16;
/// A view that is looked at for so long is one to come back to.
constexpr int stayMilliseconds = 700;
/// The map is filled so long after its first tile came.
constexpr int overviewMilliseconds = 60;
/// Tiles are read ahead of a motion by this, and by twice what those in view still take.
constexpr double frameSeconds = 0.03;
constexpr double mostAheadSeconds = 0.5;
constexpr double worthWaitingSeconds = 0.03;

/// Black on white, as the cross of CursorMark.
void paintFrame(QPainter& painter, const Camera& camera, const QRectF& level0)
{
    const QPolygonF frame{{camera.toScreen(level0.topLeft()), camera.toScreen(level0.topRight()),
                           camera.toScreen(level0.bottomRight()), camera.toScreen(level0.bottomLeft())}};
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] : {std::pair(QColor(255, 255, 255, 220), 3.5), std::pair(QColor(Qt::black), 1.5)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawPolygon(frame);
    }
}

} // namespace

SlideView::SlideView(QWidget* parent)
    : SlideView(std::make_shared<TileLoader>(), std::make_shared<LayerStack>(), parent)
{}

SlideView::SlideView(const SlideView& main, QWidget* parent)
    : SlideView(main.m_loader, main.m_layers, parent)
{
    connect(&main, &SlideView::slideChanged, this, [this, &main] { showSameAs(main); });
    connect(&main, &SlideView::slideLayerChanged, this, [this, &main] { drawAs(main); });
    showSameAs(main);
}

SlideView::SlideView(std::shared_ptr<TileLoader> loader, std::shared_ptr<LayerStack> layers, QWidget* parent)
    : QWidget(parent)
    , m_loader(std::move(loader))
    , m_layers(std::move(layers))
    , m_overview(new OverviewMap(this))
    , m_mark(new CursorMark(this))
    , m_smooth(new SmoothMotion(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Slide"));
    m_camera.setScreenSize(size());
    describe();
    connect(m_layers.get(), &LayerStack::changed, this, [this] { refresh(); });
    connect(m_layers.get(), &LayerStack::layersChanged, this, [this] { refresh(); });
    connect(m_overview, &OverviewMap::placeChosen, this, &SlideView::centreOn);
    connect(m_loader.get(), &TileLoader::tileFailed, this, &SlideView::tileFailed);
    connect(m_loader.get(), &TileLoader::fileStateChanged, this, &SlideView::fileStateChanged);
    connect(m_loader.get(), &TileLoader::stainUnknown, this, &SlideView::stainUnknown);
    connect(m_loader.get(), &TileLoader::tilesBack, this, [this] {
        onScreen().forget();
        requestTiles();
        refresh();
        Q_EMIT tilesBack();
    });
    connect(m_loader.get(), &TileLoader::tileDone, this, &SlideView::addTile);
    connect(m_loader.get(), &TileLoader::treatmentChanged, this, [this] {
        onScreen().forget();
        requestTiles();
        refresh();
    });
    m_stay.setSingleShot(true);
    m_stay.setInterval(stayMilliseconds);
    connect(&m_stay, &QTimer::timeout, this, [this] {
        m_history.stayAt(m_camera);
        markVisited();
        Q_EMIT historyChanged();
    });
    connect(m_smooth, &SmoothMotion::zoomed, this, &SlideView::zoomAt);
    connect(m_smooth, &SmoothMotion::moved, this, &SlideView::panBy);
    m_fillOverview.setSingleShot(true);
    connect(&m_fillOverview, &QTimer::timeout, this, &SlideView::fillOverview);
    m_repaint.setSingleShot(true);
    connect(&m_repaint, &QTimer::timeout, this, &SlideView::showNow);
}

SlideView::~SlideView()
{
    m_loader->request({}, this);
}

void SlideView::setSlide(std::shared_ptr<const Slide> slide, const QRectF& canvasLevel0, std::optional<double> mpp)
{
    m_loader->setSlide(std::move(slide));
    showCanvas(canvasLevel0, mpp);
    m_camera.setRotation(0.0);
    m_camera.setMirrored(false);
    fit();
    requestTiles();
    Q_EMIT slideChanged();
}

void SlideView::drawAs(const SlideView& main)
{
    setSlideVisible(main.m_slideVisible);
    setSlideOpacity(main.m_slideOpacity);
    setGridVisible(main.m_gridVisible);
    setMeasuring(main.m_measuring);
    setSquarePixels(main.m_squarePixels);
}

void SlideView::showSameAs(const SlideView& main)
{
    drawAs(main);
    showCanvas(main.m_canvas, main.m_mpp);
    setRulers(main.m_rulers);
    followCamera(main.m_camera);
    requestTiles();
}

QStringList SlideView::shownLayers() const
{
    QStringList ids;
    for (const auto& layer : m_layers->layers()) {
        if (isShown(*layer))
            ids.append(layer->id());
    }
    return ids;
}

void SlideView::setScaleBarVisible(bool visible)
{
    m_scaleBarVisible = visible;
    refresh();
}

void SlideView::setGridVisible(bool visible)
{
    if (visible == m_gridVisible)
        return;
    m_gridVisible = visible;
    refresh();
    Q_EMIT slideLayerChanged();
}

void SlideView::setSquarePixels(bool square)
{
    if (square == m_squarePixels)
        return;
    m_squarePixels = square;
    onScreen().forget();
    requestTiles();
    refresh();
    Q_EMIT slideLayerChanged();
}

size_t SlideView::tileMemory() const
{
    return m_loader->cacheBytes();
}

void SlideView::setTileMemory(size_t bytes)
{
    m_loader->setCacheBytes(bytes);
}

void SlideView::setMeasuring(bool measuring)
{
    if (measuring == m_measuring)
        return;
    m_measuring = measuring;
    if (m_drag == Drag::measuring)
        m_drag = Drag::none;
    updateCursor();
    Q_EMIT slideLayerChanged();
}

void SlideView::setRulers(std::vector<Ruler> rulers)
{
    if (rulers == m_rulers)
        return;
    m_rulers = std::move(rulers);
    describe();
    refresh();
    Q_EMIT rulersChanged();
}

void SlideView::setSmoothMotion(bool smooth)
{
    m_smoothMotion = smooth;
    if (!smooth)
        m_smooth->stop();
}

void SlideView::setPixelRatio(double ratio)
{
    m_pixelRatio = ratio;
    onScreen().forget();
    requestTiles();
}

double SlideView::pixelRatio() const
{
    return m_pixelRatio.value_or(devicePixelRatioF());
}

void SlideView::showOnlyLayers(const QStringList& ids)
{
    m_onlyLayers = ids;
    refresh();
}

bool SlideView::isShown(const Layer& layer) const
{
    return (m_onlyLayers ? m_onlyLayers->contains(layer.id()) : layer.isVisible()) && layer.opacity() > 0.0;
}

bool SlideView::isAnyLayerShown() const
{
    return std::ranges::any_of(m_layers->layers(), [this](const auto& layer) { return isShown(*layer); });
}

/// Whether a sharp tile that came can be painted without all that is over it and beside it.
bool SlideView::showsTilesOneByOne() const
{
    return m_slideOpacity == 1.0 && m_camera.isUpright() && !isAnyLayerShown();
}

void SlideView::markPlace(std::optional<QPointF> level0)
{
    m_marked = level0;
    placeMark();
}

void SlideView::frameArea(std::optional<QRectF> level0)
{
    if (level0 == m_framed)
        return;
    m_framed = level0;
    refresh();
}

void SlideView::placeMark()
{
    if (m_marked)
        m_mark->centreOn(m_camera.toScreen(*m_marked));
    m_mark->setVisible(m_marked.has_value());
}

void SlideView::showCanvas(const QRectF& canvasLevel0, std::optional<double> mpp)
{
    m_canvas = canvasLevel0;
    m_mpp = mpp && *mpp > 0.0 ? mpp : std::nullopt;
    m_drag = Drag::none;
    onScreen().reset();
    m_forOverview.clear();
    m_framed.reset();
    setRulers({});
    m_smooth->stop();
    m_overview->reset(m_canvas);
    m_history.clear();
    m_stay.start();
}

void SlideView::clear()
{
    setSlide(nullptr, {}, std::nullopt);
}

void SlideView::setCamera(const Camera& camera)
{
    Camera next = camera;
    next.setScreenSize(size());
    m_fitted = false;
    showCamera(limited(next));
}

void SlideView::followCamera(const Camera& camera)
{
    Camera next = camera;
    next.setScreenSize(size());
    m_fitted = false;
    showCamera(next);
}

void SlideView::setSlideVisible(bool visible)
{
    if (visible == m_slideVisible)
        return;
    m_slideVisible = visible;
    onScreen().forget();
    requestTiles();
    refresh();
    Q_EMIT slideLayerChanged();
}

void SlideView::setSlideOpacity(double opacity)
{
    const double within = std::clamp(opacity, 0.0, 1.0);
    if (within == m_slideOpacity)
        return;
    m_slideOpacity = within;
    onScreen().forget();
    refresh();
    Q_EMIT slideLayerChanged();
}

void SlideView::setTreatment(const ColourTreatment& treatment)
{
    m_loader->setTreatment(treatment);
}

const ColourTreatment& SlideView::treatment() const
{
    return m_loader->treatment();
}

void SlideView::setOverviewVisible(bool visible)
{
    m_overviewWanted = visible;
    placeOverview();
}

std::optional<double> SlideView::magnification() const
{
    if (!m_mpp)
        return std::nullopt;
    return 10.0 / (*m_mpp * m_camera.downsample());
}

bool SlideView::isSharp() const
{
    return !m_loader->hasSlide() || !m_slideVisible || tilePainter().isSharp();
}

void SlideView::fit()
{
    Camera next = m_camera;
    if (!m_canvas.isEmpty())
        next.fit(m_canvas);
    m_fitted = true;
    showCamera(next);
}

void SlideView::zoomBy(double factor)
{
    zoomAt(QRectF(rect()).center(), factor);
}

void SlideView::zoomToMagnification(double magnification)
{
    if (m_mpp && magnification > 0.0)
        zoomBy(m_camera.downsample() * *m_mpp * magnification / 10.0);
}

void SlideView::centreOn(QPointF level0)
{
    Camera next = m_camera;
    next.centreOn(level0);
    m_fitted = false;
    showCamera(limited(next));
}

void SlideView::turnBy(double degrees)
{
    Camera next = m_camera;
    next.setRotation(m_camera.rotation() + degrees);
    turnTo(next);
}

void SlideView::setMirrored(bool mirrored)
{
    Camera next = m_camera;
    next.setMirrored(mirrored);
    turnTo(next);
}

void SlideView::setUpright()
{
    Camera next = m_camera;
    next.setRotation(0.0);
    next.setMirrored(false);
    turnTo(next);
}

void SlideView::goBack()
{
    if (const auto before = m_history.back(m_camera))
        setCamera(*before);
    Q_EMIT historyChanged();
}

void SlideView::goForward()
{
    if (const auto after = m_history.forward())
        setCamera(*after);
    Q_EMIT historyChanged();
}

/// A view of the whole slide stays one.
void SlideView::turnTo(Camera camera)
{
    if (m_fitted && !m_canvas.isEmpty())
        camera.fit(m_canvas);
    showCamera(m_fitted ? camera : limited(camera));
}

void SlideView::zoomAt(QPointF screen, double factor)
{
    if (m_canvas.isEmpty() || factor <= 0.0)
        return;
    const double most = std::max(fitDownsample() * 2.0, m_camera.downsample());
    const double least = std::min(1.0 / mostScreenPixelsPerLevel0Pixel, fitDownsample());
    Camera next = m_camera;
    next.setDownsample(std::clamp(m_camera.downsample() / factor, least, most), screen);
    m_fitted = false;
    showCamera(overCanvas(next));
}

double SlideView::fitDownsample() const
{
    Camera whole = m_camera;
    whole.fit(m_canvas);
    return whole.downsample();
}

Camera SlideView::limited(Camera camera) const
{
    if (m_canvas.isEmpty())
        return camera;
    const double most = fitDownsample() * 2.0;
    const double least = std::min(1.0 / mostScreenPixelsPerLevel0Pixel, fitDownsample());
    camera.setDownsample(std::clamp(camera.downsample(), least, most));
    return overCanvas(camera);
}

Camera SlideView::overCanvas(Camera camera) const
{
    const QSizeF beyond = camera.visibleLevel0().size() * mostOutside;
    const QPointF centre = camera.centreLevel0();
    camera.centreOn({std::clamp(centre.x(), m_canvas.left() - beyond.width(), m_canvas.right() + beyond.width()),
                     std::clamp(centre.y(), m_canvas.top() - beyond.height(), m_canvas.bottom() + beyond.height())});
    return camera;
}

void SlideView::showCamera(Camera camera)
{
    const bool changed = camera != m_camera;
    m_camera = camera;
    placeOverview();
    placeMark();
    showSoon();
    if (!changed)
        return;
    m_motion.show(m_camera, std::chrono::steady_clock::now());
    m_stay.start();
    requestTiles();
    describe();
    Q_EMIT cameraChanged();
    if (m_pointer)
        Q_EMIT cursorMoved(m_camera.toLevel0(*m_pointer));
}

/// A view that has no sharp tile yet, and will have all of them before one could see it without, is worth waiting for.
void SlideView::showSoon()
{
    if (m_loader->hasSlide() && m_slideVisible && m_slideOpacity > 0.0) {
        const TilePainter tiles = tilePainter();
        if (tiles.missingSeconds() < worthWaitingSeconds && !tiles.hasSharp()) {
            if (!std::exchange(m_waits, true))
                m_repaint.start(static_cast<int>(worthWaitingSeconds * 1000.0));
            return;
        }
    }
    showNow();
}

void SlideView::showNow()
{
    if (m_waits && !(m_ahead && m_ahead->isComplete()))
        onScreen().forget(); // a picture may have been made of it meanwhile, without what has come since
    m_waits = false;
    m_ahead = nullptr;
    m_repaint.stop(); // else it would end the wait of the next view
    prepareScaleBar();
    refresh(m_bare.toPaint(rect(), bareRegion(), palette().color(QPalette::Window)));
}

void SlideView::requestTiles()
{
    m_incomplete = true;
    if (!m_loader->hasSlide())
        return;
    const bool wanted = m_slideVisible && m_slideOpacity > 0.0;
    if (!wanted)
        return m_loader->request({}, this);
    const TilePainter tiles = tilePainter();
    const std::chrono::duration<double> ahead(std::min(frameSeconds + 2.0 * tiles.missingSeconds(), mostAheadSeconds));
    m_ahead = m_waits ? onScreen().ahead(scene(), tiles) : nullptr;
    m_loader->request(tiles.wantedTiles(m_motion.expectedShiftLevel0(std::chrono::steady_clock::now(), ahead)), this, m_ahead);
}

/// A sharp tile goes onto the frame by itself, while others are still read. Where more than it would have to be painted, layers
/// or what coarser tiles stand in for, some wait for each other: they come faster than frames are worth painting.
void SlideView::addTile(const TileKey& key)
{
    if (key.level == m_loader->pyramid().coarsest()) {
        m_forOverview.push_back(key);
        if (!m_fillOverview.isActive())
            m_fillOverview.start(overviewMilliseconds);
    }
    Q_EMIT tileArrived();
    if (m_waits) {
        if (isWaitOver(key))
            showNow();
        return;
    }
    const TilePainter tiles = tilePainter();
    if (key.level == tiles.level() && m_slideOpacity == 1.0) {
        const QRect place = tiles.screenRect(key);
        if (!place.intersects(QRectF(QPointF(0, 0), m_camera.upright().screenSize()).toAlignedRect()))
            return; // read ahead
        // It may be on the frame already, put there together with another: then the screen still lacks it.
        if (showsTilesOneByOne())
            return refresh(place);
    } else if (onScreen().misses()) {
        onScreen().forget();
    }
    if (!onScreen().misses() && !m_screenLacks)
        return;
    if (tiles.isSharp())
        refresh();
    else if (!m_repaint.isActive())
        m_repaint.start(repaintMilliseconds);
}

bool SlideView::isWaitOver(const TileKey& arrived)
{
    if (m_ahead && m_ahead->misses(arrived)) { // it came before the picture was there
        if (const std::shared_ptr<const Image> tile = m_loader->tile(arrived))
            m_ahead->put(arrived, *tile);
    }
    const bool canBeComplete = m_ahead && m_loader->counts().failed == 0;
    return canBeComplete ? m_ahead->isComplete() : isSharp();
}

/// One tile at a time: what is looked at comes first, and no frame waits for the map.
void SlideView::fillOverview()
{
    if (!m_forOverview.empty() && m_loader->hasSlide()) {
        const TileKey key = m_forOverview.back();
        m_forOverview.pop_back();
        if (const std::shared_ptr<const Image> tile = m_loader->tile(key))
            m_overview->addTile(toQt(tileLevel0Rect(m_loader->pyramid().info, key)), *tile);
    }
    if (!m_forOverview.empty())
        m_fillOverview.start(0);
}

TileCounts SlideView::tileCounts() const
{
    return m_loader->counts();
}

FileState SlideView::fileState() const
{
    return m_loader->fileState();
}

void SlideView::placeOverview()
{
    const QSize map = m_overview->sizeHint();
    const bool roomy = map.width() * 2 < width() && map.height() * 2 < height();
    const bool all = m_canvas.isEmpty() || m_camera.visibleLevel0().contains(m_canvas);
    m_overview->move(width() - map.width() - overviewMargin, overviewMargin);
    m_overview->setVisibleArea(m_camera.visiblePolygonLevel0());
    m_overview->setVisible(m_overviewWanted && roomy && !all);
}

/// A look at most of the slide at once has seen nothing of it.
void SlideView::markVisited()
{
    const QRectF seen = m_camera.visibleLevel0() & m_canvas;
    constexpr double mostSeen = 0.25; // of the slide
    if (seen.width() * seen.height() <= mostSeen * m_canvas.width() * m_canvas.height())
        m_overview->addVisited(m_camera.visiblePolygonLevel0());
}

void SlideView::describe()
{
    if (m_canvas.isEmpty())
        return setAccessibleDescription(tr("No slide is open."));
    const QString readOut = readOutText(m_camera, m_mpp);
    setAccessibleDescription(m_rulers.empty() ? readOut : tr("%1 · ruler: %2").arg(readOut, rulerText(m_rulers.back(), m_mpp)));
}

void SlideView::resizeEvent(QResizeEvent*)
{
    if (m_surface)
        m_surface->setGeometry(rect());
    Camera next = m_camera;
    next.setScreenSize(size());
    if (m_fitted && !m_canvas.isEmpty())
        next.fit(m_canvas);
    // The scale stays: it may be that of another view, which this one follows.
    showCamera(m_fitted || m_canvas.isEmpty() ? next : overCanvas(next));
}

void SlideView::setDrawnByCard(bool drawn)
{
    if (drawn == isDrawnByCard())
        return;
    delete std::exchange(m_surface, nullptr);
    if (drawn) {
        m_surface = new SlideSurface([this](QPainter& painter) { paintOnScreen(m_surface->frame(), painter); }, this);
        m_surface->setGeometry(rect());
        m_surface->lower();
        m_surface->show();
    }
    m_frame.forget();
    requestTiles();
    refresh();
}

SlideRenderer& SlideView::onScreen()
{
    return m_surface ? static_cast<SlideRenderer&>(m_surface->frame()) : m_frame;
}

void SlideView::refresh()
{
    refresh(QRegion(rect()));
}

/// A card draws all of it anew.
void SlideView::refresh(const QRegion& part)
{
    if (m_surface)
        m_surface->update();
    else
        update(part);
}

/// The part of the view that will surely show nothing but the window's colour.
QRegion SlideView::bareRegion() const
{
    if (isAnyLayerShown() || m_framed || !m_rulers.empty() || m_gridVisible || m_focusFrame || !m_camera.isUpright())
        return {};
    if (m_canvas.isEmpty())
        return rect();
    QRectF level0 = m_canvas;
    if (m_loader->hasSlide())
        level0 |= QRectF(0.0, 0.0, static_cast<double>(m_loader->pyramid().info.width()),
                         static_cast<double>(m_loader->pyramid().info.height()));
    constexpr int rounding = 1;
    const QRect slide = m_camera.level0ToScreen().mapRect(level0).toAlignedRect();
    return QRegion(rect()) - slide.adjusted(-rounding, -rounding, rounding, rounding) - m_scaleBar.placeIn(rect());
}

void SlideView::prepareScaleBar()
{
    if (m_scaleBarVisible)
        m_scaleBar.prepare(m_camera, m_mpp, font(), palette(), pixelRatio(), m_pixelRatio.value_or(1.0));
}

void SlideView::paintPicture(QPainter& painter)
{
    if (m_surface)
        m_frame.forget(); // it was not told of what has changed since
    paintPictureBy(m_frame, painter);
}

void SlideView::paintPictureBy(SlideRenderer& renderer, QPainter& painter)
{
    if (m_canvas.isEmpty())
        painter.fillRect(rect(), palette().color(QPalette::Window));
    else
        paintSlide(renderer, painter);
}

void SlideView::paintEvent(QPaintEvent* event)
{
    if (m_surface) // which covers all of it
        return;
    const bool toScreen = backingStore() && redirected(nullptr) == backingStore()->paintDevice(); // else a picture of it is made
    if (m_waits && toScreen && m_paintedSize == size())
        return m_bare.spoil(event->region()); // opaque: what is on the screen stays there, whatever else has changed meanwhile
    QPainter painter(this);
    paintOnScreen(m_frame, painter);
    if (!toScreen)
        return;
    m_paintedSize = size();
    const QRegion bare = bareRegion();
    m_bare.paint(bare, palette().color(QPalette::Window));
    // What came is on the picture, but of a part that is painted by itself, as under a child that changes, the screen has no
    // more.
    const bool isPart = !(QRegion(rect()) - event->region() - bare - childrenRegion()).isEmpty();
    m_screenLacks = m_frame.misses() || (m_screenLacks && isPart && !showsTilesOneByOne());
}

void SlideView::paintOnScreen(SlideRenderer& renderer, QPainter& painter)
{
    paintPictureBy(renderer, painter);
    if (!m_canvas.isEmpty() && m_incomplete && !renderer.misses()) {
        m_incomplete = false;
        QMetaObject::invokeMethod(this, &SlideView::completed, Qt::QueuedConnection);
    }
    if (m_focusFrame) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

TilePainter SlideView::tilePainter() const
{
    return {*m_loader, m_camera.upright(), pixelRatio(), m_squarePixels};
}

SlideScene SlideView::scene() const
{
    SlideScene scene;
    scene.tiles = m_loader->hasSlide() && m_slideVisible && m_slideOpacity > 0.0 ? m_loader.get() : nullptr;
    scene.camera = m_camera;
    scene.pixelRatio = pixelRatio();
    scene.squarePixels = m_squarePixels;
    scene.canvasLevel0 = m_canvas;
    scene.opacity = m_slideOpacity;
    scene.around = palette().color(QPalette::Window);
    scene.paper = m_loader->hasSlide() ? QColor(Qt::white) : palette().color(QPalette::Base);
    return scene;
}

void SlideView::paintSlide(SlideRenderer& renderer, QPainter& painter)
{
    renderer.paint(painter, scene());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const std::unique_ptr<Layer>& layer : m_layers->layers()) {
        if (!isShown(*layer))
            continue;
        painter.save();
        painter.setOpacity(layer->opacity());
        layer->paint(painter, m_camera);
        painter.restore();
    }
    if (m_framed)
        paintFrame(painter, m_camera, *m_framed);
    prepareScaleBar();
    if (m_gridVisible)
        paintGrid(painter, rect(), m_camera, m_canvas, m_mpp, m_scaleBarVisible ? QRectF(m_scaleBar.placeIn(rect())) : QRectF());
    for (const Ruler& ruler : m_rulers)
        paintRuler(painter, rect(), m_camera, ruler, m_mpp);
    if (m_scaleBarVisible)
        m_scaleBar.paint(painter, rect());
}

} // namespace spacrd
