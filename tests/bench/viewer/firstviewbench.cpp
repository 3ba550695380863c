// How long a view takes to be complete, from the moment the slide is open.

#include "core/slide/pyramid.h"
#include "tests/bench/measure.h"
#include "tests/bench/viewer/path.h"
#include "tests/bench/viewer/rawtiles.h"
#include "tests/bench/viewer/viewerbenches.h"
#include "widgets/slideview/slideview.h"

#include <QEventLoop>

#include <algorithm>
#include <cmath>
#include <thread>

namespace spacrd::bench {

namespace {

/// The kernel puts two threads on one core now and then, which halves the speed of either kind: a median needs many.
constexpr int repetitions = 101;

QRectF canvasOf(const SlideInfo& info)
{
    return {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())};
}

/// Opens the view anew at a camera (nothing: the whole slide) and returns when it is painted with every tile sharp.
void showComplete(SlideView& view, const ViewerSlide& of, const std::optional<Camera>& camera)
{
    QEventLoop loop;
    const auto connection = QObject::connect(&view, &SlideView::completed, &loop, &QEventLoop::quit);
    view.setSlide(of.slide, canvasOf(of.slide->info()), of.slide->info().mppX);
    if (camera)
        view.setCamera(*camera);
    loop.exec();
    QObject::disconnect(connection);
}

/// The tiles of the file that a camera's view touches, of the level it is drawn from.
std::vector<size_t> tilesOfView(const RawTiles& raw, const SlideInfo& info, const Camera& camera, size_t& level)
{
    const SlideLevel& from = info.levels[static_cast<size_t>(bestLevelFor(info, camera.downsample() * 1.02))];
    level = raw.levelOf(from.width, from.height);
    const QRectF visible = camera.visibleLevel0() & canvasOf(info);
    return raw.tilesIn(level, {visible.x() / from.downsample, visible.y() / from.downsample, visible.width() / from.downsample,
                               visible.height() / from.downsample});
}

} // namespace

void benchFirstView(const ViewerSlide& of, const Report& report)
{
    const SlideInfo& info = of.slide->info();
    const RawTiles raw(info.path);
    SlideView view;
    view.resize(benchScreen);
    view.show();
    showComplete(view, of, std::nullopt);
    const Camera whole = view.camera();
    Camera close = whole;
    close.centreOn(canvasOf(info).center() + QPointF(101.0, 57.0)); // on no border of tiles
    close.setDownsample(1.0);

    const int threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 4);
    size_t wholeLevel = 0;
    size_t closeLevel = 0;
    const std::vector<size_t> wholeTiles = tilesOfView(raw, info, whole, wholeLevel);
    const std::vector<size_t> closeTiles = tilesOfView(raw, info, close, closeLevel);
    const auto forget = [&view] {
        view.clear();
        view.repaint(); // the screen is empty before a slide is opened
    };
    const auto seconds = measure({
        {"whole", repetitions, [&] { showComplete(view, of, std::nullopt); }, forget},
        {"whole_raw", repetitions, [&] { raw.decode(wholeLevel, wholeTiles, threads); }},
        {"close", repetitions, [&] { showComplete(view, of, close); }, forget},
        {"close_raw", repetitions, [&] { raw.decode(closeLevel, closeTiles, threads); }},
    });
    const auto milliseconds = [&](const char* name) { return percentile(seconds.at(name), 0.5) * 1e3; };
    report({"viewer." + of.name + "first_view_vs_raw",
            milliseconds("whole") / milliseconds("whole_raw"),
            "x",
            {{"first_view_ms", milliseconds("whole")},
             {"raw_ms", milliseconds("whole_raw")},
             {"tiles", static_cast<double>(wholeTiles.size())}}});
    report({"viewer." + of.name + "close_view_vs_raw",
            milliseconds("close") / milliseconds("close_raw"),
            "x",
            {{"close_view_ms", milliseconds("close")},
             {"raw_ms", milliseconds("close_raw")},
             {"tiles", static_cast<double>(closeTiles.size())}}});
}

} // namespace spacrd::bench
