// What the window's thread does in each frame while a script moves the view, at 60 frames a second.

#include "tests/bench/memory.h"
#include "tests/bench/viewer/path.h"
#include "tests/bench/viewer/viewerbenches.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace spacrd::bench {

void benchFrames(const ViewerSlide& of, const Report& report)
{
    const SlideInfo& info = of.slide->info();
    SlideView view;
    view.resize(benchScreen);
    view.show();
    restartPeakMemory();
    const double before = peakMemoryMb();
    view.setSlide(of.slide, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}, info.mppX);

    const std::vector<Camera> path = scriptedPath(info);
    std::vector<double> milliseconds;
    size_t sharp = 0;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        QElapsedTimer clock;
        clock.start();
        view.setCamera(path[milliseconds.size()]);
        view.repaint();
        milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        sharp += view.isSharp() ? 1 : 0;
        if (milliseconds.size() == path.size())
            loop.quit();
    });
    timer.start(1000 / framesPerSecond);
    loop.exec();

    const TileCounts tiles = view.tileCounts();
    report({"viewer." + of.name + "frame_p99_ms",
            percentile(milliseconds, 0.99),
            "ms",
            {{"p50_ms", percentile(milliseconds, 0.5)},
             {"p95_ms", percentile(milliseconds, 0.95)},
             {"most_ms", percentile(milliseconds, 1.0)},
             {"frames", static_cast<double>(milliseconds.size())},
             {"sharp_frames", static_cast<double>(sharp) / static_cast<double>(milliseconds.size())},
             {"added_mb", peakMemoryMb() - before}}});
    report({"viewer." + of.name + "wasted_tiles",
            1.0 - static_cast<double>(tiles.shown) / static_cast<double>(std::max<size_t>(1, tiles.decoded)),
            "of decoded",
            {{"decoded", static_cast<double>(tiles.decoded)}, {"shown", static_cast<double>(tiles.shown)}}});
}

} // namespace spacrd::bench
