// Frames with many spots over the slide.

#include "tests/bench/memory.h"
#include "tests/bench/viewer/path.h"
#include "tests/bench/viewer/viewerbenches.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/slideview/slideview.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <cmath>
#include <random>

namespace spacrd::bench {

namespace {

double since(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// A gene, as in a matrix of counts: many zeros, some more.
std::vector<float> gene(size_t spots, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<float> values(spots);
    for (float& value : values)
        value = std::log1p(static_cast<float>(random() % 7 * (random() % 3)));
    return values;
}

/// Bins over the whole slide.
SpotPlaces bins(const SlideInfo& info, size_t count)
{
    const double side = std::sqrt(static_cast<double>(info.width() * info.height()) / static_cast<double>(count));
    BinGrid grid;
    grid.columns = static_cast<int>(static_cast<double>(info.width()) / side);
    grid.rows = static_cast<int>(static_cast<double>(info.height()) / side);
    grid.gridToLevel0 = QTransform::fromScale(side, side);
    grid.cellOfSpot.resize(grid.cells());
    for (size_t i = 0; i < grid.cellOfSpot.size(); ++i)
        grid.cellOfSpot[i] = static_cast<std::uint32_t>(i);
    return {std::move(grid), side};
}

/// Cells anywhere on the slide.
SpotPlaces points(const SlideInfo& info, size_t count, double diameter)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> x(0.0, static_cast<double>(info.width()));
    std::uniform_real_distribution<double> y(0.0, static_cast<double>(info.height()));
    std::vector<QPointF> centres(count);
    for (QPointF& centre : centres)
        centre = {x(random), y(random)};
    return {std::move(centres), diameter};
}

void benchOverlay(const std::string& name, const ViewerSlide& of, const std::function<SpotPlaces()>& make, const Report& report)
{
    const SlideInfo& info = of.slide->info();
    SlideView view;
    view.resize(benchScreen);
    view.show();
    view.setSlide(of.slide, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}, info.mppX);
    QEventLoop loop; // nothing is painted before the window is on the screen
    QObject::connect(&view, &SlideView::completed, &loop, &QEventLoop::quit);
    loop.exec();

    restartPeakMemory();
    const double before = peakMemoryMb();
    const auto places = std::make_shared<const SpotPlaces>(make());
    auto made = std::make_unique<SpotValueLayer>(QStringLiteral("gene"), QStringLiteral("Gene"), places);
    SpotValueLayer& layer = *made;
    layer.setOpacity(0.8);
    layer.setValues(gene(places->size(), 1), 0.0, 2.5, QStringLiteral("log"));
    view.layers()->add(std::move(made));
    view.layers()->add(std::make_unique<SpotOutlineLayer>(places));
    view.repaint();
    const double added = peakMemoryMb() - before;

    std::vector<double> milliseconds;
    for (const Camera& camera : scriptedPath(info)) {
        QElapsedTimer clock;
        clock.start();
        view.setCamera(camera);
        view.repaint();
        milliseconds.push_back(since(clock));
    }
    double recolour = 1e9;
    for (unsigned seed = 2; seed < 5; ++seed) {
        std::vector<float> other = gene(places->size(), seed);
        QElapsedTimer clock;
        clock.start();
        layer.setValues(std::move(other), 0.0, 2.5, QStringLiteral("log"));
        view.repaint();
        recolour = std::min(recolour, since(clock));
    }
    report({"viewer." + name + "_frame_p95_ms",
            percentile(milliseconds, 0.95),
            "ms",
            {{"p50_ms", percentile(milliseconds, 0.5)},
             {"p99_ms", percentile(milliseconds, 0.99)},
             {"most_ms", percentile(milliseconds, 1.0)},
             {"spots", static_cast<double>(places->size())},
             {"added_mb", added}}});
    report({"viewer." + (name == "bins10m" ? std::string() : name + "_") + "recolour_ms", recolour, "ms", {}});
}

} // namespace

void benchOverlays(const ViewerSlide& of, bool quick, const Report& report)
{
    const SlideInfo& info = of.slide->info();
    const size_t part = quick ? 100 : 1;
    benchOverlay(
        "spots5k", of, [&] { return points(info, 5000 / part, 220.0); }, report);
    benchOverlay(
        "bins700k", of, [&] { return bins(info, 700'000 / part); }, report);
    benchOverlay(
        "bins10m", of, [&] { return bins(info, 10'000'000 / part); }, report);
    benchOverlay(
        "points1m", of, [&] { return points(info, 1'000'000 / part, 24.0); }, report);
}

} // namespace spacrd::bench
