#include "tests/bench/viewer/path.h"

#include <algorithm>
#include <cmath>

namespace spacrd::bench {

namespace {

class Path
{
public:
    explicit Path(Camera start)
        : m_camera(start)
    {}

    /// `perSecond`: screen pixels that the slide moves by.
    void pan(QPointF perSecond, double seconds)
    {
        for (int i = 0; i < frames(seconds); ++i) {
            m_camera.panBy(perSecond / framesPerSecond);
            cameras.push_back(m_camera);
        }
    }
    /// Let go of while moving: slower and slower.
    void glide(QPointF perSecond, double seconds)
    {
        for (int i = 0; i < frames(seconds); ++i) {
            m_camera.panBy(perSecond / framesPerSecond * std::exp(-3.0 * i / frames(seconds)));
            cameras.push_back(m_camera);
        }
    }
    void zoom(double factor, QPointF at, double seconds)
    {
        for (int i = 0; i < frames(seconds); ++i) {
            m_camera.setDownsample(m_camera.downsample() / std::pow(factor, 1.0 / frames(seconds)), at);
            cameras.push_back(m_camera);
        }
    }
    void rest(double seconds) { cameras.insert(cameras.end(), static_cast<size_t>(frames(seconds)), m_camera); }

    std::vector<Camera> cameras;

private:
    static int frames(double seconds) { return static_cast<int>(std::lround(seconds * framesPerSecond)); }

    Camera m_camera;
};

} // namespace

std::vector<Camera> scriptedPath(const SlideInfo& info)
{
    Camera start;
    start.setScreenSize(benchScreen);
    start.centreOn({static_cast<double>(info.width()) * 0.3, static_cast<double>(info.height()) * 0.35});
    start.setDownsample(1.0);
    Path path(start);
    path.rest(0.5);
    path.pan({-900, 0}, 3.0);
    path.rest(0.5);
    path.pan({-300, -800}, 2.0);
    path.glide({-2500, -400}, 1.5);
    path.rest(0.5);
    path.zoom(1.0 / 6.0, {1200, 400}, 0.8);
    path.rest(0.4);
    path.pan({500, -300}, 2.0);
    path.zoom(9.0, {600, 700}, 1.0);
    path.pan({0, -700}, 2.0);
    path.zoom(1.0 / 40.0, {960, 540}, 1.5);
    path.rest(0.5);
    path.zoom(25.0, {800, 600}, 1.5);
    path.glide({1800, 900}, 2.0);
    path.rest(0.5);
    return path.cameras;
}

std::vector<Camera> walk(const SlideInfo& info)
{
    const auto width = static_cast<double>(info.width());
    const auto height = static_cast<double>(info.height());
    Camera camera;
    camera.setScreenSize(benchScreen);
    camera.fit({0.0, 0.0, width, height});
    std::vector<Camera> views{camera};
    for (const QPointF& place : {QPointF(0.31, 0.37), QPointF(0.62, 0.28), QPointF(0.45, 0.71), QPointF(0.74, 0.64)}) {
        for (const double downsample : {8.0, 3.0, 1.0}) {
            camera.centreOn({width * place.x(), height * place.y()});
            camera.setDownsample(downsample);
            views.push_back(camera);
        }
        for (const QPointF& shift : {QPointF(-960, 0), QPointF(0, -540), QPointF(-500, 300)}) {
            camera.panBy(shift);
            views.push_back(camera);
        }
    }
    return views;
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace spacrd::bench
