// The time until each view of a walk over the slide is complete; the same walk can be done by another viewer.

#include "tests/bench/viewer/path.h"
#include "tests/bench/viewer/viewerbenches.h"
#include "widgets/slideview/slideview.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <numeric>

namespace spacrd::bench {

void benchCompleteViews(const ViewerSlide& of, const Report& report)
{
    const SlideInfo& info = of.slide->info();
    SlideView view;
    view.resize(benchScreen);
    view.show();
    QEventLoop loop;
    QObject::connect(&view, &SlideView::completed, &loop, &QEventLoop::quit);
    std::vector<double> milliseconds;
    for (const Camera& camera : walk(info)) {
        QElapsedTimer clock;
        clock.start();
        if (milliseconds.empty())
            view.setSlide(of.slide, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}, info.mppX);
        view.setCamera(camera);
        loop.exec();
        milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    report({"viewer." + of.name + "complete_view_ms",
            percentile(milliseconds, 0.5),
            "ms",
            {{"p95_ms", percentile(milliseconds, 0.95)},
             {"sum_ms", std::accumulate(milliseconds.begin(), milliseconds.end(), 0.0)},
             {"views", static_cast<double>(milliseconds.size())}}});
}

} // namespace spacrd::bench
