// Hours of looking around in some minutes: does anything grow?

#include "tests/bench/viewer/path.h"
#include "tests/bench/viewer/viewerbenches.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>

#include <unistd.h>

namespace spacrd::bench {

namespace {

double residentMb()
{
    std::ifstream file("/proc/self/statm");
    size_t pages = 0;
    size_t resident = 0;
    file >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGE_SIZE)) / 1e6;
}

/// Of a folder of /proc/self: "task" has the threads, "fd" the open files.
double entriesIn(const char* folder)
{
    const std::filesystem::directory_iterator entries(std::filesystem::path("/proc/self") / folder);
    return static_cast<double>(std::distance(begin(entries), end(entries)));
}

/// Now a little to the side, now nearer or farther, turned, or somewhere else.
void wander(SlideView& view, const SlideInfo& info, std::mt19937& random)
{
    const auto upTo = [&](double most) { return std::uniform_real_distribution<double>(0.0, most)(random); };
    const auto what = static_cast<int>(random() % 100);
    Camera camera = view.camera();
    if (what < 70)
        camera.panBy({std::round(upTo(240.0) - 120.0), std::round(upTo(240.0) - 120.0)});
    else if (what < 90)
        camera.setDownsample(std::clamp(camera.downsample() * std::exp2(upTo(1.0) - 0.5), 0.25, 40.0));
    else if (what < 98)
        camera.centreOn({upTo(static_cast<double>(info.width())), upTo(static_cast<double>(info.height()))});
    else if (what < 99)
        camera.setRotation(upTo(360.0));
    else
        camera.setRotation(0.0);
    view.setCamera(camera);
}

} // namespace

void benchSoak(const ViewerSlide& of, int views, const Report& report)
{
    const SlideInfo& info = of.slide->info();
    SlideView view;
    view.resize(benchScreen);
    view.show();
    view.setSlide(of.slide, {0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}, info.mppX);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> part(0.0, 1.0);
    std::vector<QPointF> centres(5000);
    for (QPointF& centre : centres)
        centre = {part(random) * static_cast<double>(info.width()), part(random) * static_cast<double>(info.height())};
    view.layers()->add(std::make_unique<SpotOutlineLayer>(std::make_shared<const SpotPlaces>(std::move(centres), 220.0)));

    // The first third fills caches; then the second is compared with the last.
    struct Third
    {
        double residentMb = 0.0;
        double threads = 0.0;
        double files = 0.0;
    };
    Third thirds[3];
    QEventLoop loop;
    QTimer next; // as soon as what has happened meanwhile is dealt with
    int shown = 0;
    QObject::connect(&next, &QTimer::timeout, &loop, [&] {
        wander(view, info, random);
        view.repaint();
        if (++shown % 500 == 0) {
            Third& third = thirds[std::min<long long>(2, 3LL * shown / views)];
            third.residentMb = std::max(third.residentMb, residentMb());
            third.threads = std::max(third.threads, entriesIn("task"));
            third.files = std::max(third.files, entriesIn("fd"));
        }
        if (shown == views)
            loop.quit();
    });
    next.start(0);
    loop.exec();
    report({"viewer." + of.name + "soak_memory_growth",
            thirds[2].residentMb / thirds[1].residentMb - 1.0,
            "of before",
            {{"views", static_cast<double>(views)},
             {"before_mb", thirds[1].residentMb},
             {"after_mb", thirds[2].residentMb},
             {"threads_before", thirds[1].threads},
             {"threads_after", thirds[2].threads},
             {"files_before", thirds[1].files},
             {"files_after", thirds[2].files},
             {"decoded", static_cast<double>(view.tileCounts().decoded)}}});
}

} // namespace spacrd::bench
